//! What lies around the end of a fiscal year, as `cutoff/1`.

use serde_json::{Value as Json, json};

use crate::audit::{CutOff, Effect, Sum, Tested, standing_word};
use crate::event::Period;
use crate::figures::{Content, CountedIn, Part};
use crate::plan::Indicator;
use crate::present::amounts::exact;
use crate::present::both::Both;
use crate::present::json::{joined, unit, value_members, words_json};
use crate::present::report::Basis;
use crate::present::{part_words, version_words};

/// What lies around the end of a fiscal year, as `cutoff/1`.
pub fn cutoff_json(basis: &Basis<'_>, cutoff: &CutOff<'_>) -> Json {
    let both = Both::new();
    let CutOff { around, year, tested, effects } = cutoff;
    let entries: Vec<Json> = tested.iter().map(|it| tested_json(basis, &both, it)).collect();
    let members = json!({
        "days": around.days, "entries": entries, "fiscalyear": period(*year),
        "indicators": effects.iter().map(effect_json).collect::<Vec<_>>(),
        "jalon": "cutoff/1", "window": period(around.window()),
    });
    joined(basis.json(), Some(members))
}

fn period(period: Period) -> Json {
    json!({"from": period.from.to_string(), "to": period.to.to_string()})
}

fn effect_json(effect: &Effect<'_>) -> Json {
    let indicator = effect.indicator;
    let sum = |sum: &Sum| {
        let amount = effect.adds_up().then(|| exact(&sum.amount));
        json!({"amount": amount, "count": sum.count})
    };
    let members = json!({
        "after": sum(&effect.after), "before": sum(&effect.before),
        "heading": indicator.heading.as_ref().map(words_json), "id": indicator.id,
        "label": words_json(&indicator.label), "late": sum(&effect.late), "straddling": effect.straddling,
        "unit": unit(indicator), "wide": sum(&effect.wide),
    });
    joined(members, Some(value_members(indicator, &effect.value)))
}

fn tested_json(basis: &Basis<'_>, both: &Both, it: &Tested<'_>) -> Json {
    let (record, version) = (it.record, it.version);
    let counts = |all: &[CountedIn<'_>]| -> Vec<Json> {
        all.iter().map(|counted| counted_json(basis, both, it, counted)).collect()
    };
    let fields = match &version.content {
        Content::Activity(activity) => crate::event::Json::Object(activity.fields.clone()).to_serde(),
        Content::Total(total) => json!({"indicator": total.indicator, "value": total.value.to_serde()}),
    };
    json!({
        "correctedafter": it.corrected_after(), "countsatday": counts(&it.at_day),
        "countsatend": counts(&it.at_end), "countsfrom": it.days.from.to_string(),
        "countson": it.days.to.to_string(), "delay": it.delay(), "fields": fields,
        "id": record.id.to_string(), "late": it.is_late(), "near": it.is_near(),
        "occurredfrom": version.occurred.from.to_string(), "occurredto": version.occurred.to.to_string(),
        "recorded": record.original.recorded.to_string(), "recordedafter": it.recorded_after(),
        "recorder": record.original.author.id(), "sequence": record.sequence,
        "side": if it.is_before() { "before" } else { "after" }, "standing": standing_word(it.absent),
        "straddles": it.straddles(), "subject": version.subject.as_ref().map(ToString::to_string),
        "type": &*record.kind, "version": version.sequence, "versionrecorded": version.recorded.to_string(), "wide": it.is_wide(),
        "words": both.say(|messages| version_words(messages, basis.state, record, version)),
    })
}

/// What an entry is in one value.
fn counted_json(basis: &Basis<'_>, both: &Both, it: &Tested<'_>, counted: &CountedIn<'_>) -> Json {
    let CountedIn { indicator, unit, part } = counted;
    let Indicator { id, .. } = indicator;
    let (place, amount, reason) = match part {
        Part::Counts(counts) => ("counts", Some(exact(&counts.amount)), None),
        Part::Below(counts) => ("below", Some(exact(&counts.amount)), None),
        Part::Closes(_) => ("closes", None, None),
        Part::LeftOut(left) => ("leftout", None, Some(left.reason.word())),
    };
    let kind = basis.state.activity_type(&it.record.kind);
    json!({
        "amount": amount, "indicator": id, "part": place, "reason": reason, "unitof": unit.id,
        "words": both.say(|messages| part_words(messages, basis.state, kind, counted)),
    })
}
