//! What the values of a plan leave uncounted and what they rest on, as `coverage/1`.

use serde_json::{Value as Json, json};

use super::missed_words;
use crate::audit::{Coverage, Gap, Graded, Left, Silent, Standings, Uncounted, standing_word};
use crate::event::Exact;
use crate::figures::{NoteRecord, Record};
use crate::present::both::Both;
use crate::present::json::{joined, percent, unit, value_members, words_json};
use crate::present::report::Basis;

/// What the values of a plan leave uncounted and what they rest on, as `coverage/1`.
pub fn coverage_json(basis: &Basis<'_>, coverage: &Coverage<'_>) -> Json {
    let both = Both::new();
    let [activities, totals] = coverage.records;
    let uncounted = coverage.uncounted.iter().map(|it| uncounted_json(basis, &both, it));
    let absent =
        |(record, names): &(&Record, Vec<String>)| json!({"documents": names, "sequence": record.sequence});
    let note = |note: &&NoteRecord| json!({"sequence": note.sequence, "text": note.text});
    let silent = |it: &Silent<'_>| {
        json!({
            "ever": it.ever, "id": it.indicator.id, "label": words_json(&it.indicator.title()),
        })
    };
    let members = json!({
        "absent": coverage.absent.iter().map(absent).collect::<Vec<_>>(),
        "entries": {
            "activities": activities, "counted": coverage.counted, "totals": totals,
            "uncounted": coverage.uncounted.len(),
        },
        "jalon": "coverage/1",
        "notes": coverage.notes.iter().map(note).collect::<Vec<_>>(),
        "recount": recount_json(coverage),
        "silent": coverage.silent.iter().map(silent).collect::<Vec<_>>(),
        "standings": standings_json(coverage.standings()),
        "unbacked": coverage.unbacked.iter().map(|it| it.sequence).collect::<Vec<_>>(),
        "uncounted": uncounted.collect::<Vec<_>>(),
        "values": coverage.values.iter().map(graded_json).collect::<Vec<_>>(),
    });
    joined(basis.json(), Some(members))
}

fn recount_json(coverage: &Coverage<'_>) -> Json {
    let recount = &coverage.recount;
    let gap = |it: &Gap| json!({"expected": it.expected, "found": it.found});
    json!({
        "first": recount.first, "gaps": recount.gaps.iter().map(gap).collect::<Vec<_>>(),
        "kinds": recount.kinds, "last": recount.last, "lines": recount.lines,
    })
}

fn standings_json(all: Standings) -> Json {
    let Standings { documented, itemised, reported, mixed, nothing } = all;
    json!({
        "documented": documented, "itemised": itemised, "mixed": mixed, "nothing": nothing,
        "reported": reported,
    })
}

fn graded_json(graded: &Graded<'_>) -> Json {
    let indicator = graded.indicator;
    let [documented, itemised, reported] = graded.counts;
    let shares = graded.shares().map(|shares| {
        let [documented, itemised, reported] = shares.map(|share: Exact| percent(&share, 1));
        json!({"documented": documented, "itemised": itemised, "reported": reported})
    });
    let members = json!({
        "contributions": {"documented": documented, "itemised": itemised, "reported": reported},
        "heading": indicator.heading.as_ref().map(words_json), "id": indicator.id,
        "label": words_json(&indicator.label), "shares": shares, "unit": unit(indicator),
    });
    joined(members, Some(value_members(indicator, &graded.value)))
}

fn uncounted_json(basis: &Basis<'_>, both: &Both, it: &Uncounted<'_>) -> Json {
    let (record, version) = (it.record, it.record.latest());
    let left = |left: &Left<'_>| {
        json!({
            "indicator": left.indicator.id, "reason": left.why.word(),
            "words": both.say(|messages| missed_words(messages, basis, record, &left.why)),
        })
    };
    json!({
        "id": record.id.to_string(), "left": it.left.iter().map(left).collect::<Vec<_>>(),
        "occurredfrom": version.occurred.from.to_string(), "occurredto": version.occurred.to.to_string(),
        "sequence": record.sequence, "standing": standing_word(it.absent), "type": &*record.kind,
    })
}
