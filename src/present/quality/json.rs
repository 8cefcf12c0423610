//! The sheet on the quality of one value's data, as `quality/1`.

use serde_json::{Value as Json, json};

use super::grouped;
use crate::audit::{Late, Quality};
use crate::event::Exact;
use crate::figures::{DatedTarget, Defined};
use crate::present::both::Both;
use crate::present::json::{joined, percent, row_json, words_json};
use crate::present::report::Basis;
use crate::present::{reason_words, rule_sentence};

/// The sheet of one value, as `quality/1`.
pub fn quality_json(basis: &Basis<'_>, quality: &Quality<'_>) -> Json {
    let both = Both::new();
    let indicator = quality.row.indicator;
    let [activities, totals] = quality.entries;
    let words = |words: &Option<crate::plan::Words>| words.as_ref().map(words_json);
    let shares = quality.shares().map(|shares| {
        let [documented, itemised, reported] = shares.map(|share: Exact| percent(&share, 1));
        json!({"documented": documented, "itemised": itemised, "reported": reported})
    });
    let members = json!({
        "already": quality.already,
        "approved": indicator.approved.as_ref().map(|it| json!({"by": words_json(&it.by), "on": it.on.to_string()})),
        "backing": {
            "absent": quality.backing.absent, "kinds": quality.backing.kinds, "with": quality.backing.with,
            "without": quality.backing.without,
        },
        "baseline": indicator.baseline.as_ref().map(crate::plan::Number::as_str),
        "changes": {
            "corrected": quality.changes.corrected, "corrections": quality.changes.corrections,
            "withdrawn": quality.changes.withdrawn,
        },
        "contradicted": quality.contradicted,
        "decimals": indicator.decimals,
        "definitions": quality.definitions.iter().map(defined_json).collect::<Vec<_>>(),
        "delay": quality.delay.as_ref().map(|it| json!({
            "count": it.count, "median": it.median.round(1), "most": it.most, "mostof": it.most_of,
        })),
        "entries": {"activities": activities, "totals": totals},
        "frequency": words(&indicator.frequency),
        "jalon": "quality/1",
        "late": quality.late.iter().map(late_json).collect::<Vec<_>>(),
        "notcounted": left_json(basis, &both, quality),
        "owner": words(&indicator.owner),
        "recorders": quality.recorders,
        "rule": both.say(|messages| rule_sentence(messages, basis.state, basis.ruling, indicator)),
        "shares": shares,
        "source": words(&indicator.source),
        "targets": quality.targets.iter().map(|it| target_json(indicator.decimals, it)).collect::<Vec<_>>(),
        "words": words(&indicator.words),
    });
    joined(joined(row_json(&quality.row, None), Some(basis.json())), Some(members))
}

fn defined_json(defined: &Defined<'_>) -> Json {
    let adopted = defined.adopted;
    json!({
        "differs": defined.differs.iter().map(|it| it.word()).collect::<Vec<_>>(),
        "planversion": adopted.adoption.version, "sequence": adopted.sequence,
        "since": adopted.day.to_string(), "version": defined.indicator.version,
    })
}

fn target_json(decimals: u32, dated: &DatedTarget<'_>) -> Json {
    json!({
        "reason": dated.target.reason.as_ref().map(words_json), "since": dated.since.to_string(),
        "value": dated.target.value.exact().round(decimals),
    })
}

fn late_json(late: &Late) -> Json {
    json!({
        "days": late.recorded.days_after(late.year_end), "recorded": late.recorded.to_string(),
        "sequence": late.sequence, "yearend": late.year_end.to_string(),
    })
}

/// What was looked at and not counted: each reason with the entries that it is of.
fn left_json(basis: &Basis<'_>, both: &Both, quality: &Quality<'_>) -> Vec<Json> {
    let state = basis.state;
    let kind = |left: &crate::figures::NotCounted| {
        state.record(left.id).and_then(|record| state.activity_type(&record.kind))
    };
    let groups = grouped(&quality.left, |it| {
        both.say(|messages| reason_words(messages, state, kind(it), &it.reason)).to_string()
    });
    let of_group = |(_, places): (String, Vec<u64>)| {
        let first = quality.left.iter().find(|it| places.first() == Some(&it.sequence));
        first.map(|first| {
            json!({
                "reason": first.reason.word(), "sequences": places,
                "words": both.say(|messages| reason_words(messages, state, kind(first), &first.reason)),
            })
        })
    };
    groups.into_iter().filter_map(of_group).collect()
}
