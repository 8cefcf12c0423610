//! What a seed draws, by the rules of `docs/format.md`.

use std::collections::BTreeSet;

use jalon::event::{Day, EntryId, Exact, Period, SampleMethod};
use jalon::figures::{Contribution, Grade, Sample, Selection, StratumKind, draw};
use jalon::plan::Kind;
use proptest::prelude::*;

/// The id of the nth item.
fn id(number: u64) -> EntryId {
    format!("018d6492-b0be-7000-8000-{number:012x}").parse().unwrap()
}

/// Items of these amounts in cents, numbered from 1.
fn items(amounts: &[i128]) -> Vec<Contribution> {
    let day: Day = "2024-01-01".parse().unwrap();
    let item = |(number, cents): (u64, &i128)| Contribution {
        sequence: number,
        version: number,
        id: id(number),
        amount: Exact::scaled(*cents, 2),
        grade: Grade::Itemised,
        date: day,
        occurred: Period::on(day),
        keys: BTreeSet::new(),
        remark: None,
    };
    (1..).zip(amounts).map(item).collect()
}

fn selection(method: SampleMethod, items: u64, seed: &str, above: Option<i128>) -> Selection {
    Selection { method, items, seed: seed.to_owned(), above: above.map(|cents| Exact::scaled(cents, 2)) }
}

fn places(sample: &Sample) -> Vec<u64> {
    sample.items.iter().map(|it| it.contribution.sequence).collect()
}

const AMOUNTS: [i128; 12] =
    [10_000, 25_000, 3_000, 90_000, 500, 6_000, 4_500, 12_000, 1_000, 7_500, 3_300, 100];

/// Worked out by a script of another language from the document alone.
#[test]
fn another_tool_draws_the_same() {
    let drawn = |method| draw(Kind::Sum, &items(&AMOUNTS), &selection(method, 5, "2024", None));
    let four = draw(Kind::Sum, &items(&AMOUNTS), &selection(SampleMethod::Random, 4, "2024", None));
    assert_eq!(places(&four), [1, 2, 3, 12]);
    assert_eq!(places(&drawn(SampleMethod::Interval)), [2, 4, 7, 9, 11]);
    let units = drawn(SampleMethod::Monetary);
    assert_eq!(places(&units), [2, 4, 8]);
    assert_eq!(units.interval, Some(Exact::scaled(32_580, 2)));
    let certain: Vec<bool> = units.items.iter().map(|it| it.stratum == StratumKind::Certain).collect();
    assert_eq!(certain, [false, true, false]);
}

/// Each unit of money can be drawn: of many seeds some hit every item, and an item of
/// twice the amount about twice as often.
#[test]
fn every_item_can_be_hit() {
    let all = items(&AMOUNTS);
    let mut hits = [0_u32; 13];
    for seed in 0..400 {
        let sample = draw(Kind::Sum, &all, &selection(SampleMethod::Monetary, 5, &seed.to_string(), None));
        for place in places(&sample) {
            hits[usize::try_from(place).unwrap()] += 1;
        }
    }
    assert_eq!(hits[4], 400, "what is certain is always drawn");
    assert!(hits[1..12].iter().all(|hit| *hit > 0), "{hits:?}");
    // 250 of 325.80, and 60 of it: in three quarters and in a fifth of all.
    assert!((270..=345).contains(&hits[2]) && (50..=100).contains(&hits[6]), "{hits:?}");
}

/// What adds nothing is no part of the population, but in a mean.
#[test]
fn nothing_is_no_item() {
    let all = items(&[0, 100, 0, 200]);
    let of = |kind| draw(kind, &all, &selection(SampleMethod::Random, 9, "x", None));
    assert_eq!((of(Kind::Sum).count, of(Kind::Sum).nothing), (2, 2));
    assert_eq!((of(Kind::Mean).count, of(Kind::Mean).nothing), (4, 0));
}

fn method() -> impl Strategy<Value = SampleMethod> {
    prop::sample::select(SampleMethod::ALL.to_vec())
}

proptest! {
    #[test]
    fn a_sample_is_what_it_says(
        amounts in prop::collection::vec(-50_000_i128..500_000, 1..60),
        method in method(), count in 1_u64..40, seed in "[a-z0-9]{1,8}",
        above in prop::option::of(0_i128..600_000),
    ) {
        let all = items(&amounts);
        let chosen = selection(method, count, &seed, above);
        let sample = draw(Kind::Sum, &all, &chosen);
        // The same seed draws the same.
        prop_assert_eq!(&draw(Kind::Sum, &all, &chosen), &sample);
        // The strata are the population.
        prop_assert_eq!(sample.strata.iter().map(|it| it.count).sum::<usize>(), sample.count);
        prop_assert_eq!(sample.strata.iter().map(|it| &it.total).sum::<Exact>(), sample.total.clone());
        prop_assert_eq!(sample.count + sample.nothing, all.len());
        prop_assert_eq!(sample.strata.iter().map(|it| it.drawn).sum::<usize>(), sample.items.len());
        for stratum in &sample.strata {
            prop_assert!(stratum.drawn <= stratum.count);
            if stratum.kind.is_whole() {
                prop_assert_eq!(stratum.drawn, stratum.count);
            }
            if stratum.kind == StratumKind::Unreached {
                prop_assert_eq!(stratum.drawn, 0);
            }
        }
        // None is drawn twice, and they stand in the order of the value.
        let drawn = places(&sample);
        prop_assert!(drawn.is_sorted_by(|one, next| one < next));
        // As many as asked for are drawn of the rest; by units as many as points lie in it.
        let rest = sample.strata.iter().find(|it| it.kind == StratumKind::Rest);
        if let Some(rest) = rest {
            let wanted = usize::try_from(count).unwrap();
            match (method, &sample.interval) {
                (SampleMethod::Monetary, Some(interval)) => {
                    let points = rest.total.divided_by(interval).unwrap();
                    let apart = points - Exact::from(rest.drawn);
                    prop_assert!(apart < Exact::one() && -apart < Exact::one());
                    prop_assert!(rest.drawn <= wanted);
                }
                _ => prop_assert_eq!(rest.drawn, rest.count.min(wanted)),
            }
        }
        // What is above the amount is taken, whatever the seed is.
        for it in &all {
            let is_above = chosen.above.as_ref().is_some_and(|above| it.amount > *above);
            prop_assert!(!is_above || drawn.contains(&it.sequence));
        }
    }

    #[test]
    fn at_random_the_order_gives_nothing_away_and_more_holds_less(
        amounts in prop::collection::vec(1_i128..500_000, 1..40), count in 1_u64..30, seed in "[a-z]{1,5}",
    ) {
        let all = items(&amounts);
        let mut turned = all.clone();
        turned.reverse();
        let of = |all: &[Contribution], count| {
            let sample = draw(Kind::Sum, all, &selection(SampleMethod::Random, count, &seed, None));
            sample.items.into_iter().map(|it| it.contribution.id).collect::<BTreeSet<EntryId>>()
        };
        let drawn = of(&all, count);
        prop_assert_eq!(&of(&turned, count), &drawn);
        prop_assert!(of(&all, count + 3).is_superset(&drawn));
    }
}
