//! The order of recording gives nothing away, and a correction taken back
//! leaves no trace in the table.

use jalon::event::EntryId;
use jalon::figures::{Filter, Reason, table};
use jalon::figures::{PlanChoice, Question, Ruling};
use jalon::ledger::{Command, NewTotal};
use proptest::prelude::*;
use proptest::sample::Index;

use super::acts::{Done, correction, done, facts, history, live, pick};
use super::{asked, few, last_correction, memory, shown};
use crate::invented::{House, id};

/// A fact with an id of its own, so that the same fact is the same entry in
/// every order.
fn commands(dones: &[Done], totals: &[jalon::figures::Total]) -> Vec<Command> {
    let activities = dones.iter().zip(10_000..).map(|(done, number)| done.command(Some(id(number))));
    let totals = totals
        .iter()
        .zip(20_000..)
        .map(|(total, number)| Command::Report(NewTotal { id: Some(id(number)), total: total.clone() }));
    activities.chain(totals).collect()
}

fn recorded(commands: impl Iterator<Item = Command>) -> House {
    let mut house = memory();
    // Late enough that nothing is planned.
    house.clock.pass(200);
    for command in commands {
        // A total that does not fit its indicator is refused in every order.
        let _ = house.tries(command, 1);
    }
    house
}

proptest! {
    #![proptest_config(few(20))]

    #[test]
    fn any_order_of_recording_gives_the_same_table(
        (dones, totals) in facts(),
        keys in prop::collection::vec(any::<u32>(), 24),
    ) {
        let commands = commands(&dones, &totals);
        let one = recorded(commands.iter().cloned());
        let mut other: Vec<(u32, Command)> = keys.into_iter().zip(commands).collect();
        other.sort_by_key(|(key, _)| *key);
        let other = recorded(other.into_iter().map(|(_, command)| command));
        prop_assert_eq!(one.desk.state().records().len(), other.desk.state().records().len());
        for at in asked() {
            let filter = Filter::default();
            let (one, other) = (shown(one.desk.state(), at, &filter), shown(other.desk.state(), at, &filter));
            prop_assert_eq!(one, other, "as at {}", at);
        }
    }

    #[test]
    fn a_correction_then_its_withdrawal_restores_the_table(history in history(), at: Index, done in done()) {
        let mut house = memory();
        live(&mut house, &history);
        let tables = |house: &House| {
            asked().map(|at| shown(house.desk.state(), at, &Filter::default())).collect::<Vec<_>>()
        };
        let before = tables(&house);
        let Some(entry) = pick(&house, at) else { return Ok(()) };
        let Some(command) = correction(&house, entry, &done) else { return Ok(()) };
        if house.tries(command, 1).is_ok() {
            let correction = Some(last_correction(&house, entry));
            house.does(Command::Withdraw { entry, correction, reason: "Non.".into() });
            prop_assert_eq!(before, tables(&house));
        }
    }

    #[test]
    fn a_withdrawal_is_final(history in history(), at: Index, done in done()) {
        let mut house = memory();
        live(&mut house, &history);
        let Some(entry) = pick(&house, at) else { return Ok(()) };
        let withdraw = |correction| Command::Withdraw { entry, correction, reason: "Non.".into() };
        let _ = house.tries(withdraw(None), 1);
        let version: Option<EntryId> = house.desk.state().record(entry).map(|record| record.latest().id);
        let mut later = vec![withdraw(None), withdraw(version), Command::Confirm { entry }];
        let reason = Some("Vu.".to_owned());
        later.extend([true, false].map(|approved| Command::Judge { entry, version: None, approved, reason: reason.clone() }));
        later.extend(correction(&house, entry, &done));
        for command in later {
            prop_assert!(house.tries(command.clone(), 2).is_err(), "{:?}", command);
        }
        // It counts nowhere, and nowhere for another reason.
        let state = house.desk.state();
        for at in asked() {
            let ruling = Ruling::at(state, &PlanChoice::default(), at).unwrap();
            let table = table(&Question::new(state, &ruling, at, Filter::default()));
            for row in table.objectives.iter().flat_map(|it| &it.groups).flat_map(|it| &it.rows) {
                prop_assert!(row.value.contributions.iter().all(|it| it.id != entry));
                let told = row.value.not_counted.iter().filter(|it| it.id == entry);
                prop_assert!(told.clone().all(|it| matches!(it.reason, Reason::Withdrawn(_))));
            }
        }
    }
}
