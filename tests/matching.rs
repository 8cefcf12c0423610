//! An outside list beside the ledger: one to one, the same whichever side is first.

use std::collections::BTreeSet;

use jalon::audit::{LedgerItem, Likeness, ListRow, Pair, Why, compare, match_list, settle};
use jalon::event::{Day, EntryId, Exact, Period};
use proptest::prelude::*;

fn id(number: usize) -> EntryId {
    format!("018d6492-b0be-7000-8000-{number:012x}").parse().unwrap()
}

fn day(number: i64) -> Day {
    let first: Day = "2024-01-01".parse().unwrap();
    (0..number).fold(first, |day, _| day.next())
}

fn row(at: i64, amount: i64, name: &str) -> ListRow {
    ListRow {
        days: Some(Period::on(day(at))),
        amount: Some(Exact::from(amount)),
        names: vec![name.to_owned()],
        ..ListRow::default()
    }
}

fn item(number: usize, at: i64, amount: i64, name: &str) -> LedgerItem {
    LedgerItem {
        id: id(number),
        sequence: number as u64,
        occurred: Period::on(day(at)),
        amounts: vec![Exact::from(amount)],
        bodies: BTreeSet::new(),
        names: vec![name.to_owned()],
    }
}

fn likeness(row: &ListRow, item: &LedgerItem) -> Option<Likeness> {
    compare(row, item, 5)
}

#[test]
fn what_agrees_is_one_and_says_why() {
    let exact = likeness(&row(3, 100, "OCDE"), &item(1, 3, 100, "ocde")).unwrap();
    assert!(exact.is_exact && !exact.differs());
    let near =
        likeness(&row(3, 100, "Université de Montreal"), &item(1, 6, 100, "Université de Montréal")).unwrap();
    assert!(!near.is_exact && near.why.contains(&Why::DaysApart(3)));
    let other = likeness(&row(3, 110, "OCDE"), &item(1, 3, 100, "OCDE")).unwrap();
    assert!(other.differs() && other.score < near.score + exact.score);
    // Two things that differ are two things.
    assert_eq!(likeness(&row(3, 110, "OCDE"), &item(1, 30, 100, "OCDE")), None);
    // A date alone, of many that are on it, is not enough.
    let dated = ListRow { amount: None, ..row(3, 0, "Zinc") };
    assert_eq!(likeness(&dated, &item(1, 3, 100, "OCDE")), None);
}

#[test]
fn the_likest_are_settled_first_and_none_twice() {
    let rows = [row(3, 100, "OCDE"), row(5, 100, "OCDE"), row(40, 7, "Zinc")];
    let items = [item(1, 5, 100, "OCDE"), item(2, 4, 100, "OCDE"), item(3, 90, 9, "Étain")];
    let matched = match_list(&rows, &items, 5);
    let pairs: Vec<(usize, usize)> = matched.pairs.iter().map(|pair| (pair.row, pair.item)).collect();
    assert_eq!(pairs, [(0, 1), (1, 0)]);
    assert_eq!((matched.missing_in_ledger, matched.missing_in_list), (vec![2], vec![2]));
}

/// What is rounded in the list, and an id that it gives.
#[test]
fn what_is_rounded_is_near_and_an_id_is_enough() {
    let mut cents = item(1, 3, 0, "OCDE");
    cents.amounts = vec![Exact::scaled(10_049, 2)];
    let found = likeness(&row(3, 100, "OCDE"), &cents).unwrap();
    assert!(found.why.contains(&Why::Rounded) && !found.is_exact);
    let by_id = ListRow { id: Some(id(1)), ..ListRow::default() };
    assert!(likeness(&by_id, &cents).unwrap().is_exact);
    assert_eq!(likeness(&by_id, &item(2, 3, 100, "OCDE")), None);
}

fn likely() -> impl Strategy<Value = Vec<(usize, usize, bool, u32)>> {
    prop::collection::btree_map((0..8_usize, 0..8_usize), (any::<bool>(), 0..4_u32), 0..40).prop_map(|map| {
        map.into_iter().map(|((row, item), (exact, score))| (row, item, exact, score)).collect()
    })
}

proptest! {
    #[test]
    fn settling_is_one_to_one_and_the_same_from_both_sides(pairs in likely()) {
        let made = |turned: bool| -> Vec<Pair> {
            let pair = |&(row, item, is_exact, score): &(usize, usize, bool, u32)| Pair {
                row: if turned { item } else { row },
                item: if turned { row } else { item },
                likeness: Likeness { is_exact, score, why: vec![] },
            };
            pairs.iter().map(pair).collect()
        };
        let (one, other) = (settle(made(false), 8, 8), settle(made(true), 8, 8));
        let rows: BTreeSet<usize> = one.pairs.iter().map(|pair| pair.row).collect();
        let items: BTreeSet<usize> = one.pairs.iter().map(|pair| pair.item).collect();
        prop_assert_eq!((rows.len(), items.len()), (one.pairs.len(), one.pairs.len()));
        prop_assert_eq!(one.missing_in_ledger.len() + rows.len(), 8);
        prop_assert_eq!(one.missing_in_list.len() + items.len(), 8);
        let places: BTreeSet<(usize, usize)> = one.pairs.iter().map(|pair| (pair.row, pair.item)).collect();
        let turned: BTreeSet<(usize, usize)> = other.pairs.iter().map(|pair| (pair.item, pair.row)).collect();
        prop_assert_eq!(places, turned);
        prop_assert_eq!((&one.missing_in_ledger, &one.missing_in_list), (&other.missing_in_list, &other.missing_in_ledger));
    }
}
