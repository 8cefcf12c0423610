//! What an auditor is told is what the values are made of.

use std::collections::BTreeSet;
use std::path::Path;

use jalon::audit::{Around, Coverage, CutOff, Recount, last_year_end, recount, rulings};
use jalon::event::{Day, Exact, YearEnd};
use jalon::figures::{
    Content, CountedIn, Filter, PlanChoice, Question, Record, Ruling, State, counted_in, explain, table,
    tally,
};
use jalon::plan::Kind;
use jalon::vault::Documents;
use proptest::prelude::*;

use super::acts::{history, live};
use super::{asked, few, memory};

fn ruling(state: &State, at: Day) -> Ruling<'_> {
    Ruling::at(state, &PlanChoice::default(), at).unwrap()
}

/// In an order of their own: two ways need not find them in the same.
fn sorted(all: &[CountedIn<'_>]) -> Vec<String> {
    let told = |it: &CountedIn<'_>| format!("{} {} {:?}", it.indicator.id, it.unit.id, it.part);
    let mut all: Vec<String> = all.iter().map(told).collect();
    all.sort();
    all
}

/// What is found of all entries at once is what is found of each.
fn are_tallied(question: &Question<'_>) -> Result<(), TestCaseError> {
    let tally = tally(question);
    for record in question.state.records() {
        let alone = counted_in(question, record);
        prop_assert_eq!(sorted(tally.of(record.sequence)), sorted(&alone), "#{}", record.sequence);
        prop_assert_eq!(tally.counts(record.sequence), alone.iter().any(|it| it.part.is_counted()));
    }
    Ok(())
}

/// Each entry is counted or told with its reasons, and values are those of the table.
fn is_covered(question: &Question<'_>, lines: &[Vec<u8>]) -> Result<(), TestCaseError> {
    let state = question.state;
    let recount = recount(lines.iter().cloned().map(Ok), state.size()).unwrap();
    prop_assert_eq!((recount.lines, &recount.gaps), (state.size(), &vec![]));
    prop_assert_eq!((recount.first, recount.last), (Some(0), state.size().checked_sub(1)));
    let documents = Documents::of(Path::new("/nowhere"));
    let coverage = Coverage::of(question, &PlanChoice::default(), &documents, recount);
    prop_assert_eq!(coverage.counted + coverage.uncounted.len(), state.records().len());
    prop_assert_eq!(coverage.records.iter().sum::<usize>(), state.records().len());
    let contributing: BTreeSet<u64> = question
        .ruling
        .indicators()
        .flat_map(|it| explain(question, it).value.contributions.clone())
        .map(|it| it.sequence)
        .collect();
    for left in &coverage.uncounted {
        prop_assert!(!contributing.contains(&left.record.sequence));
        let kinds =
            |it: &jalon::plan::Indicator| it.rule.from.iter().any(|from| *from.kind == *left.record.kind);
        let is_activity = matches!(left.record.latest().content, Content::Activity(_));
        if is_activity && question.ruling.indicators().any(kinds) {
            prop_assert!(!left.left.is_empty(), "#{} without a reason", left.record.sequence);
        }
    }
    let counted = contributing
        .iter()
        .filter(|place| !coverage.uncounted.iter().any(|it| it.record.sequence == **place));
    prop_assert_eq!(counted.count(), contributing.len());
    are_the_table(question, &coverage)
}

fn are_the_table(question: &Question<'_>, coverage: &Coverage<'_>) -> Result<(), TestCaseError> {
    let table = table(question);
    let rows: Vec<_> = table.groups().flat_map(|group| &group.rows).collect();
    let rows: Vec<_> = rows.into_iter().filter(|it| it.indicator.rule.kind != Kind::Narrative).collect();
    let ids: BTreeSet<&str> = coverage.values.iter().map(|it| it.indicator.id.as_str()).collect();
    prop_assert_eq!(ids.len(), rows.len());
    for row in rows {
        let value = coverage.values.iter().find(|it| it.indicator.id == row.indicator.id).unwrap();
        prop_assert_eq!(&value.value.delivered, &row.value.delivered);
        prop_assert_eq!(&value.value.grade, &row.value.grade);
        if let Some(shares) = value.shares() {
            prop_assert_eq!(shares.iter().sum::<Exact>(), Exact::one());
        }
        let standings = coverage.standings();
        let all = standings.documented + standings.itemised + standings.reported + standings.mixed;
        prop_assert_eq!(all + standings.nothing, coverage.values.len());
    }
    Ok(())
}

/// Whether what counts of an entry was recorded by a day.
fn is_recorded_by(record: &Record, version: u64, day: Day) -> bool {
    record.original.recorded <= day && record.version(version).is_some_and(|it| it.recorded <= day)
}

/// What was recorded by the day and what was recorded after it make the value together.
fn is_cut(state: &State, around: Around) -> Result<(), TestCaseError> {
    let Ok([on_day, later]) = rulings(state, &PlanChoice::default(), around) else { return Ok(()) };
    let cutoff = CutOff::of(state, &on_day, &later, around);
    let question = Question::new(state, &on_day, around.day, Filter::default());
    for it in cutoff.late() {
        prop_assert!(it.days.to <= around.day && it.absent.is_none());
    }
    let lists = [cutoff.before().count(), cutoff.wide().count(), cutoff.after().count()];
    let near = cutoff.tested.iter().filter(|it| it.is_near() || it.is_wide()).filter(|it| !it.is_total());
    prop_assert_eq!(lists.iter().sum::<usize>(), near.count(), "each on one side only");
    for indicator in on_day.indicators().filter(|it| matches!(it.rule.kind, Kind::Count | Kind::Sum)) {
        let value = explain(&question, indicator).value;
        let activities = || {
            value.contributions.iter().filter_map(|it| {
                let record = state.records().at(it.sequence)?;
                matches!(record.latest().content, Content::Activity(_)).then_some((it, record))
            })
        };
        let all: Exact = activities().map(|(it, _)| &it.amount).sum();
        let in_time = activities().filter(|(it, record)| is_recorded_by(record, it.version, around.day));
        let in_time: Exact = in_time.map(|(it, _)| &it.amount).sum();
        let effect = cutoff.effects.iter().find(|it| it.indicator.id == indicator.id);
        let late = effect.map_or_else(Exact::zero, |it| it.late.amount.clone());
        prop_assert_eq!(in_time + late, all, "{}", indicator.id);
    }
    Ok(())
}

proptest! {
    #![proptest_config(few(10))]

    #[test]
    fn what_an_auditor_is_told_is_what_values_are_made_of(history in history(), days in 0_u16..400) {
        let mut house = memory();
        live(&mut house, &history);
        let (state, lines) = (house.desk.state(), house.lines());
        for at in asked() {
            let ruling = ruling(state, at);
            let question = Question::new(state, &ruling, at, Filter::default());
            are_tallied(&question)?;
            is_covered(&question, &lines)?;
            is_cut(state, Around { day: at, days })?;
        }
        let year_end = state.year_end().unwrap_or(YearEnd::december());
        let last = last_year_end(state, year_end).unwrap();
        prop_assert_eq!(year_end.holding(last).to, last, "the end of a fiscal year");
        prop_assert!(last <= state.recorded().unwrap().day(state.zone()).unwrap(), "which is over");
    }
}

#[test]
fn a_ledger_of_nothing_has_nothing_to_count() {
    assert_eq!(recount(std::iter::empty(), 5).unwrap(), Recount::default());
    assert_eq!(last_year_end(&State::default(), YearEnd::december()), None);
}
