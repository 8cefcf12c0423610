//! A sample as `sample/1`.

use serde_json::{Value as Json, json};

use super::item::{Item, has_amounts};
use super::{ShownSample, reference};
use crate::event::{BodyId, Evidence, Exact};
use crate::figures::{Drawn, NoProjection, Projection, Stratum, Tested, projection};
use crate::present::amounts::exact;
use crate::present::json::{unit, words_json};
use crate::present::notice_json;

/// The sample as `sample/1`.
pub fn sample_json(shown: &ShownSample<'_>) -> Json {
    let (sampling, sample) = (shown.sampling, shown.sample);
    let adoption = &shown.ruling.adopted.adoption;
    let items = (1_usize..).zip(&sample.items).map(|(nth, drawn)| item_json(shown, nth, drawn));
    json!({
        "above": sampling.selection.above.as_ref().map(exact),
        "asat": sampling.as_at.to_string(),
        "filter": sampling.filter.bodies.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "head": sampling.head.to_string(),
        "indicator": sampling.indicator,
        "interval": sample.interval.as_ref().map(exact),
        "items": items.collect::<Vec<_>>(),
        "jalon": "sample/1",
        "knownat": sampling.size.saturating_sub(1),
        "label": words_json(&shown.row.indicator.title()),
        "method": sampling.selection.method.word(),
        "notice": notice_json(adoption.notice.as_ref()),
        "plan": {"id": adoption.id, "version": adoption.version},
        "population": {
            "count": sample.count, "nothing": sample.nothing,
            "reported": {"count": sample.reported.0, "total": has_amounts(shown).then(|| exact(&sample.reported.1))},
            "total": has_amounts(shown).then(|| exact(&sample.total)),
        },
        "projection": shown.record.map(|_| projection_json(shown)),
        "recorded": shown.record.map(|it| json!({"id": it.id.to_string(), "sequence": it.sequence})),
        "reference": reference(sampling).to_string(),
        "seed": sampling.selection.seed,
        "size": sampling.size,
        "strata": sample.strata.iter().map(stratum_json).collect::<Vec<_>>(),
        "unit": unit(shown.row.indicator),
        "wanted": sampling.selection.items,
    })
}

fn stratum_json(stratum: &Stratum) -> Json {
    json!({
        "count": stratum.count, "drawn": stratum.drawn, "drawntotal": exact(&stratum.drawn_total),
        "kind": stratum.kind.word(), "total": exact(&stratum.total),
    })
}

fn item_json(shown: &ShownSample<'_>, nth: usize, drawn: &Drawn) -> Json {
    let item = Item::of(shown, &drawn.contribution);
    let (it, version) = (item.it, item.version);
    let documents: Vec<Json> =
        item.documents().iter().map(Evidence::to_json).map(|it| it.to_serde()).collect();
    json!({
        "amount": has_amounts(shown).then(|| exact(&it.amount)),
        "citation": item.citation_json(),
        "date": it.date.to_string(),
        "documents": documents,
        "grade": it.grade.word(),
        "id": it.id.to_string(),
        "nth": nth,
        "occurredfrom": it.occurred.from.to_string(),
        "occurredto": it.occurred.to.to_string(),
        "recorded": version.map(|it| it.recorded.to_string()),
        "recorder": version.map(|it| it.author.id()),
        "sequence": it.sequence,
        "stratum": drawn.stratum.word(),
        "subject": version.and_then(|it| it.subject.as_ref()).map(BodyId::as_str),
        "test": shown.test(it.id).map(test_json),
        "type": item.record.map(|it| it.kind.to_string()),
        "version": it.version,
    })
}

/// What was found of an item.
pub(super) fn test_json(test: &Tested) -> Json {
    json!({
        "audited": test.audited.as_ref().map(exact),
        "exception": test.exception,
        "on": test.on.map(|on| on.to_string()),
        "recorder": test.author.id(),
        "remark": test.remark,
        "sequence": test.sequence,
    })
}

fn projection_json(shown: &ShownSample<'_>) -> Json {
    let amount = |number: &Exact| exact(number);
    let method = shown.sampling.selection.method;
    let told = |why: &str, projection: Option<Projection>| {
        let (mut tainted, mut sums) = (vec![], [None, None, None]);
        if let Some(found) = &projection {
            sums = [&found.known, &found.projected, &found.total].map(|it| Some(amount(it)));
            tainted = found
                .tainted
                .iter()
                .map(|it| {
                    json!({
                        "amount": amount(&it.amount), "audited": amount(&it.audited),
                        "projected": amount(&it.projected), "sequence": it.sequence,
                        "stratum": it.stratum.word(), "tainting": it.tainting.ratio(),
                    })
                })
                .collect();
        }
        let [known, projected, total] = sums;
        json!({"known": known, "outcome": why, "projected": projected, "tainted": tainted, "total": total})
    };
    match projection(method, shown.sample, |id| shown.test(id)) {
        Ok(found) => told("estimated", Some(found)),
        Err(NoProjection::NotByUnit) => told("notbyunit", None),
        Err(NoProjection::Untested(_)) => told("untested", None),
        Err(NoProjection::NoAmount(_)) => told("noamount", None),
    }
}
