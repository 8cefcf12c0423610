//! What a page shows of an explanation is what stands there in the whole of it.

use jalon::event::{Day, Exact, Object, Period, json_text};
use jalon::figures::{Filter, PlanChoice, Question, Ruling, State, Total, excerpt, explain};
use jalon::ledger::{Command, Known, NewTotal, PlanText, replay_for_values};
use jalon::plan::{Kind, Window};
use jalon::present::{shown_amounts, shown_in_excerpt};
use proptest::prelude::*;

use super::acts::{Act, Done, history, live};
use super::replay::{a_size, gone_on, log_of};
use super::{asked, days, few, memory, unlisted, worked_out_alone};
use crate::invented::{House, citation, day};

/// Every excerpt of a length is cut out of the whole explanation, and its value is that
/// of the table.
fn are_cut(state: &State, at: Day, count: usize, filter: &Filter) -> Result<(), TestCaseError> {
    let ruling = Ruling::at(state, &PlanChoice::default(), at).unwrap();
    let question = Question::new(state, &ruling, at, filter.clone());
    for indicator in ruling.indicators() {
        let whole = explain(&question, indicator);
        let all = &whole.value.contributions;
        let shown = shown_amounts(&ruling, &whole);
        let left: Vec<_> = whole.value.left_by(at).cloned().collect();
        for from in (0..=all.len() + count).step_by(count).chain([usize::MAX]) {
            let some = excerpt(&question, indicator, from, count);
            let id = format!("{} at {at} from {from}, {count}", indicator.id);
            let (before, rest) = all.split_at(from.min(all.len()));
            let expected = &rest[..count.min(rest.len())];
            prop_assert_eq!(some.contributions.as_slice(), expected, "{}", id);
            prop_assert_eq!(some.count, all.len(), "{}", id);
            prop_assert_eq!(&some.before, &before.iter().map(|it| &it.amount).sum::<Exact>(), "{}", id);
            prop_assert_eq!(&some.left, &left[..count.min(left.len())], "{}", id);
            prop_assert_eq!(some.left_count, left.len(), "{}", id);
            let values = [&some.row, &whole].map(|row| unlisted(std::slice::from_ref(&row.value)));
            prop_assert_eq!(&values[0], &values[1], "{}", id);
            prop_assert_eq!((&some.row.percent, some.row.reached), (&whole.percent, whole.reached), "{}", id);
            let amounts: Vec<&Exact> = shown[before.len()..].iter().map(|it| &it.1).take(count).collect();
            let its = shown_in_excerpt(&ruling, &some);
            prop_assert_eq!(its.iter().map(|it| &it.1).collect::<Vec<_>>(), amounts, "{}", id);
        }
    }
    Ok(())
}

/// A house whose plan counts agreements by the day that they name.
fn counting_by_a_field() -> House {
    let mut house = memory();
    let mut head = crate::invented::head();
    let groups = head.objective.iter_mut().flat_map(|it| &mut it.group);
    let mut indicators = groups.flat_map(|it| &mut it.indicator);
    let agreements = indicators.find(|it| it.id == "agreements").unwrap();
    agreements.rule.window = Some(Window::Cumulative);
    house.does(Command::Plan(PlanText { head }));
    house
}

fn lived(history: &[Act]) -> House {
    let mut house = counting_by_a_field();
    live(&mut house, history);
    house
}

/// Whether what explains the value of an indicator is found without looking at all of it.
fn is_found_apart(state: &State, id: &str, at: Day) -> bool {
    let ruling = Ruling::at(state, &PlanChoice::default(), at).unwrap();
    let question = Question::new(state, &ruling, at, Filter::default());
    let some = excerpt(&question, ruling.indicator(id).unwrap(), 0, 1);
    some.count > 1 && some.row.value.contributions.is_empty()
}

proptest! {
    #![proptest_config(few(10))]

    #[test]
    fn an_excerpt_is_cut_out_of_the_explanation_at_every_date(history in history(), count in 1..6_usize) {
        let house = lived(&history);
        let indexed = replay_for_values(&log_of(&house.lines()), Known::Now).unwrap();
        for state in [house.desk.state(), &indexed] {
            for at in days().step_by(2) {
                are_cut(state, at, count, &Filter::default())?;
            }
        }
    }

    #[test]
    fn an_excerpt_of_what_a_filter_lets_through_is_too(history in history(), count in 1..6_usize) {
        let house = lived(&history);
        let state = house.desk.state();
        let filter = Filter { bodies: state.register().bodies().map(|it| it.id.clone()).take(1).collect() };
        for at in asked() {
            are_cut(state, at, count, &filter)?;
        }
    }

    /// Whatever was asked before the next entry came.
    #[test]
    fn an_excerpt_goes_with_what_is_recorded(history in history(), count in 1..6_usize) {
        let mut house = counting_by_a_field();
        for act in &history {
            let before = house.desk.state().clone();
            live(&mut house, std::slice::from_ref(act));
            for state in [&before, house.desk.state()] {
                are_cut(state, day("2023-12-31"), count, &Filter::default())?;
            }
        }
    }

    /// From bundles that were packed, and what came and changed since.
    #[test]
    fn an_excerpt_of_an_index_on_a_shelf_is_too(
        history in history(), at: prop::sample::Index, rows in 1..5_usize, count in 1..6_usize,
    ) {
        let house = lived(&history);
        let lines = house.lines();
        let state = gone_on(&lines, a_size(&house, at), rows);
        if !state.is_short() {
            for at in days().step_by(3) {
                are_cut(&state, at, count, &Filter::default())?;
            }
        }
    }

    /// All that adds up, counts keys or only tells is found apart, but what is open at the
    /// date, what asks something of all entries of a key, and what contradicts a total.
    #[test]
    fn most_explanations_are_found_without_looking_at_all_of_them(history in history()) {
        let house = lived(&history);
        let state = house.desk.state();
        for at in asked() {
            let ruling = Ruling::at(state, &PlanChoice::default(), at).unwrap();
            let values = worked_out_alone(state, at);
            for (indicator, value) in ruling.indicators().zip(values) {
                let rule = &indicator.rule;
                let kinds = [Kind::Count, Kind::Sum, Kind::Distinct, Kind::Narrative];
                let is_open = rule.window == Some(Window::Open);
                if kinds.contains(&rule.kind) && !is_open && rule.having.is_none() && !value.contradicts && value.counted > 1 {
                    prop_assert!(is_found_apart(state, &indicator.id, at), "{} at {}", indicator.id, at);
                }
            }
        }
    }
}

/// What a total that ends on the date covers is known: an item whose days go on behind it
/// is told to straddle the date, and not that it lacks a number.
#[test]
fn what_lacks_a_number_within_a_total_is_told_as_in_the_explanation() {
    let mut house = memory();
    let occurred = Period::new(day("2022-12-20"), day("2023-01-10")).unwrap();
    let done = Done { kind: "workshop.held", occurred, subject: None, fields: Object::new() };
    house.does(done.command(None));
    let total = Total {
        indicator: "attendees".into(),
        from: None,
        to: day("2022-12-31"),
        value: json_text("30"),
        citation: citation(),
        evidence: vec![],
        note: None,
    };
    house.does(Command::Report(NewTotal { id: None, total }));
    for at in ["2022-12-19", "2022-12-30", "2022-12-31", "2023-01-01", "2023-01-10"] {
        are_cut(house.desk.state(), day(at), 3, &Filter::default()).unwrap();
    }
}
