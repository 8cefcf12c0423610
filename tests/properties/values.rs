//! What every value keeps to, recomputed beside the program.

use std::str::FromStr;

use jalon::event::{Exact, Json, json_text, object};
use jalon::figures::{Filter, GroupTable, PlanChoice, Question, RowTable, Ruling, State, Table, table};
use jalon::ledger::{DeskError, Refusal};
use jalon::plan::{Kind, Trouble};
use proptest::prelude::*;
use serde_json::Value;

use super::acts::{Act, Done, done, history, live};
use super::{asked, few, memory, shown, told};
use crate::invented::{body, day, on};

fn rows<'t, 'a>(table: &'t Table<'a>) -> Vec<&'t RowTable<'a>> {
    groups(table).into_iter().flat_map(|group| &group.rows).collect()
}

fn groups<'t, 'a>(table: &'t Table<'a>) -> Vec<&'t GroupTable<'a>> {
    table.objectives.iter().flat_map(|objective| &objective.groups).collect()
}

fn with_tables(
    state: &State,
    mut check: impl FnMut(&Table<'_>) -> Result<(), TestCaseError>,
) -> Result<(), TestCaseError> {
    for at in asked() {
        let ruling = Ruling::at(state, &PlanChoice::default(), at).unwrap();
        check(&table(&Question::new(state, &ruling, at, Filter::default())).listed(state))?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(few(20))]

    #[test]
    fn contributions_add_up_to_what_is_delivered(history in history()) {
        let mut house = memory();
        live(&mut house, &history);
        with_tables(house.desk.state(), |table| {
            for row in rows(table) {
                let kind = row.indicator.rule.kind;
                let value = &row.value;
                let sum: Exact = value.contributions.iter().map(|it| &it.amount).sum();
                let delivered = value.delivered.clone().unwrap_or_else(Exact::zero);
                let id = &row.indicator.id;
                if matches!(kind, Kind::Count | Kind::Sum | Kind::Distinct) {
                    prop_assert_eq!(&sum, &delivered, "{}", id);
                }
                let grade = &value.grade;
                let graded: Exact = [&grade.documented, &grade.itemised, &grade.reported].into_iter().sum();
                prop_assert_eq!(graded, delivered, "the grade of {}", id);
            }
            Ok(())
        })?;
    }

    /// What is shown adds up too, however the amounts are rounded.
    #[test]
    fn shown_amounts_and_grades_add_up_to_what_is_shown(history in history()) {
        let mut house = memory();
        live(&mut house, &history);
        let number = |value: &Value| Exact::from_str(value.as_str().unwrap_or("0")).unwrap();
        for at in asked() {
            let told = told(house.desk.state(), at);
            let rows = told.as_object().unwrap().iter().filter(|(id, _)| *id != "kpi");
            for (id, row) in rows {
                let delivered = number(&row["delivered"]);
                let all = |name: &str| {
                    row["contributions"].as_array().unwrap().iter().map(|it| number(&it[name])).sum::<Exact>()
                };
                if ["count", "sum", "distinct"].contains(&row["kind"].as_str().unwrap()) {
                    prop_assert_eq!(all("amount"), delivered.clone(), "{}", id);
                    let decimals = row["delivered"].as_str().and_then(|it| it.split_once('.')).map_or(0, |it| it.1.len());
                    let exact = all("exact").round(u32::try_from(decimals).unwrap());
                    prop_assert_eq!(Exact::from_str(&exact).unwrap(), delivered.clone(), "{}", id);
                }
                let grade = row["grade"].as_object().unwrap();
                prop_assert_eq!(grade.values().map(number).sum::<Exact>(), delivered, "the grade of {}", id);
            }
        }
    }

    #[test]
    fn what_is_not_certain_has_bounds_and_no_percentage(history in history()) {
        let mut house = memory();
        live(&mut house, &history);
        with_tables(house.desk.state(), |table| {
            for row in rows(table) {
                let value = &row.value;
                prop_assert!(!value.at_least || value.delivered.is_some());
                if value.at_least || value.delivered.is_none() {
                    prop_assert!(row.percent.is_none());
                }
                if let (Some(low), Some(high)) = (&value.low, &value.high) {
                    prop_assert!(low <= high, "{}", row.indicator.id);
                }
                if let (true, Some(low)) = (value.at_least, &value.low) {
                    prop_assert_eq!(Some(low), value.delivered.as_ref());
                }
                let each_once: std::collections::BTreeSet<u64> =
                    value.not_counted.iter().map(|it| it.sequence).collect();
                prop_assert_eq!(each_once.len(), value.not_counted.len(), "{} {:?}", row.indicator.id, value.not_counted);
                let both = value.contributions.iter().find(|it| each_once.contains(&it.sequence));
                prop_assert!(both.is_none(), "{} counts and does not count {:?}", row.indicator.id, both);
            }
            Ok(())
        })?;
    }

    #[test]
    fn percentages_and_groups_follow_their_rules(history in history()) {
        let mut house = memory();
        live(&mut house, &history);
        with_tables(house.desk.state(), |table| {
            for group in groups(table) {
                let included = group.rows.iter().filter(|row| {
                    let mean = group.group.mean.as_ref();
                    row.target.is_some() && mean.is_none_or(|mean| mean.contains(&row.indicator.id))
                });
                let included: Vec<_> = included.collect();
                prop_assert_eq!(group.of, included.len());
                prop_assert_eq!(group.reached, included.iter().filter(|row| row.reached == Some(true)).count());
                let ratios: Vec<Exact> = included.iter().filter_map(|row| row.percent.clone()).collect();
                let whole = ratios.len() == included.len() && !ratios.is_empty();
                let mean = ratios.iter().sum::<Exact>().divided_by(&Exact::from(included.len()));
                prop_assert_eq!(group.percent.clone(), mean.filter(|_| whole));
            }
            for row in rows(table).into_iter().filter(|row| row.percent.is_some()) {
                let number = |text: &str| Exact::from_str(text).unwrap();
                let target = row.target.unwrap().value.exact();
                let from = row.indicator.baseline.as_ref().map_or_else(Exact::zero, |it| number(it.as_str()));
                let delivered = row.value.delivered.clone().unwrap();
                let ratio = row.percent.clone().unwrap();
                prop_assert_eq!(ratio * (target + -from.clone()), delivered + -from);
            }
            Ok(())
        })?;
    }

    /// A filter leaves what a ledger would hold that had only what names the
    /// body. Totals cannot be filtered, so the histories have none.
    #[test]
    fn a_filter_leaves_what_names_the_body(dones in prop::collection::vec(done(), 0..20)) {
        let wanted = body("organisation/algue");
        let names = |done: &Done| {
            let text = Json::Object(done.fields.clone()).to_serde().to_string();
            text.contains(wanted.as_str())
        };
        let mut whole = memory();
        let mut part = memory();
        for done in &dones {
            live(&mut whole, &[Act::Record(done.clone())]);
            if names(done) {
                live(&mut part, &[Act::Record(done.clone())]);
            }
        }
        let filter = Filter { bodies: vec![wanted.clone()] };
        for at in asked() {
            prop_assert_eq!(shown(whole.desk.state(), at, &filter), shown(part.desk.state(), at, &filter));
        }
    }
}

fn grant(amount: &str, currency: &str) -> Done {
    let money = object([("amount", json_text(amount)), ("currency", json_text(currency))]);
    Done {
        kind: "grant.received",
        occurred: on("2023-08-01"),
        subject: None,
        fields: object([("amount", Json::Object(money))]),
    }
}

#[test]
fn ten_to_the_fifteenth_in_cents_adds_up_exactly() {
    let mut house = memory();
    let largest = ["1000000000000000.01", "999999999999999999.99", "999999999999999999.99", "-0.02", "0.01"];
    for amount in largest {
        house.does(grant(amount, "CAD").command(None));
    }
    let state = house.desk.state();
    let at = day("2023-12-31");
    let ruling = Ruling::at(state, &PlanChoice::default(), at).unwrap();
    let table = table(&Question::new(state, &ruling, at, Filter::default()));
    let grants = rows(&table).into_iter().find(|row| row.indicator.id == "grants").unwrap();
    assert_eq!(grants.value.delivered.as_ref().unwrap().round(2), "2000999999999999999.98");
    // Of a target of 100 000 $.
    let percent = grants.percent.clone().unwrap() * Exact::from(100_i64);
    assert_eq!(percent.to_decimal().as_deref(), Some("2000999999999999.99998"));
}

#[test]
fn another_currency_without_conversion_is_refused_and_named() {
    let mut house = memory();
    let refused = house.tries(grant("10.00", "EUR").command(None), 1).unwrap_err();
    let DeskError::Refused(Refusal::Fields { problems, .. }) = refused else { panic!("{refused}") };
    let [problem] = problems.as_slice() else { panic!("{problems:?}") };
    let Trouble::Foreign { currency, ledger } = &problem.trouble else { panic!("{problem:?}") };
    assert_eq!((currency.as_str(), ledger.as_str()), ("EUR", "CAD"));
}
