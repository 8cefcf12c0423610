//! Tables of indicators that are kept already, as `jalon adopt` takes them.

use jalon::event::YearEnd;
use jalon::exchange::{AdoptSaid, PlanWords, Understood, adopted_plan, adopted_totals, understand};
use jalon::plan::{PlanFile, Words};
use jalon::present::problems::adopt_sentence;
use jalon::present::{AdoptMade, ask_sentence, understood_json, understood_text};

use super::house::{self, Fixture};
use super::parts;
use super::sentences::tell_spot;
use crate::invented::day;

/// A table: what is understood of it is a plan file that can be read. Bytes that
/// begin with a part's name are a workbook, others CSV.
pub fn adopt(bytes: &[u8]) {
    let is_book = bytes.starts_with(b"== ") || bytes.starts_with(b"PK");
    let packed = if bytes.starts_with(b"== ") { parts::packed(bytes) } else { bytes.to_vec() };
    let name = if is_book { "a.xlsx" } else { "a.csv" };
    let all = AdoptSaid {
        as_at: Some(day("2024-03-31")),
        since: Some(day("2021-04-01")),
        currency: "CAD".parse().ok(),
        thousands: Some(','),
        ..AdoptSaid::default()
    };
    for said in [AdoptSaid::default(), all] {
        house::with(|fixture| match understand(name, &packed, &said) {
            Ok(seen) => show(fixture, &seen),
            Err(error) => {
                fixture.say(|messages| adopt_sentence(messages, &error.trouble));
                tell_spot(&error.spot);
            }
        });
    }
}

fn show(fixture: &Fixture, seen: &Understood) {
    for messages in &fixture.messages {
        understood_text(messages, seen, 80);
        seen.asks.iter().for_each(|ask| drop(ask_sentence(messages, ask)));
    }
    understood_json(seen, &AdoptMade::default());
    let Some(since) = seen.since.filter(|_| seen.asks.is_empty()) else { return };
    let (text, rows) = adopted_plan(seen, since, &words());
    assert!(PlanFile::parse(&text).is_ok(), "a plan that cannot be read:\n{text}");
    adopted_totals(&rows);
}

/// What the command adds in words.
fn words() -> PlanWords {
    let word = Words::both("mot");
    PlanWords {
        id: "plan".to_owned(),
        label: "Plan".to_owned(),
        year_end: YearEnd::december(),
        as_reported: word.clone(),
        as_of_year: word.clone(),
        as_added: word.clone(),
        heads: [(); 3].map(|()| word.clone()),
        group: word.clone(),
        notice: word,
    }
}
