//! A list beside the ledger, as `match/1`.

use serde_json::{Value as Json, json};

use super::ShownMatch;
use super::words::{why_words, word};
use crate::audit::{LedgerItem, Pair, Why};
use crate::exchange::OutsideRow;
use crate::present::amounts::exact;
use crate::present::{Language, Messages, notice_json};

/// The comparison as `match/1`.
pub fn matched_json(shown: &ShownMatch<'_>) -> Json {
    let both = [Language::French, Language::English].map(Messages::new);
    let matched = shown.matched;
    let rows =
        |places: &[usize]| -> Vec<Json> { places.iter().map(|at| row_json(&shown.rows[*at])).collect() };
    let items = |places: &[usize]| -> Vec<Json> {
        places.iter().map(|at| item_json(shown, &shown.items[*at])).collect()
    };
    let [from, to] = shown.days.map(|day| day.map(|day| day.to_string()));
    json!({
        "apart": shown.apart,
        "exact": matched.exact(),
        "file": shown.file,
        "from": from,
        "head": shown.state.head().to_string(),
        "indicator": shown.indicator.map(|(indicator, day)| {
            json!({"asat": day.to_string(), "id": indicator.id})
        }),
        "items": shown.items.len(),
        "jalon": "match/1",
        "missinginledger": rows(&matched.missing_in_ledger),
        "missinginlist": items(&matched.missing_in_list),
        "near": matched.pairs.len() - matched.exact(),
        "notice": notice_json(shown.state.notice()),
        "pairs": matched.pairs.iter().map(|pair| pair_json(shown, pair, &both)).collect::<Vec<_>>(),
        "rows": shown.rows.len(),
        "size": shown.state.size(),
        "to": to,
        "type": shown.kind,
    })
}

fn row_json(row: &OutsideRow) -> Json {
    json!({
        "amount": row.amount.as_ref().map(exact),
        "body": row.body.as_ref().map(ToString::to_string),
        "from": row.days.map(|it| it.from.to_string()),
        "id": row.id.map(|id| id.to_string()),
        "name": row.name,
        "place": row.spot.within(),
        "reference": row.reference,
        "title": row.title,
        "to": row.days.map(|it| it.to.to_string()),
    })
}

fn item_json(shown: &ShownMatch<'_>, item: &LedgerItem) -> Json {
    json!({
        "amounts": item.amounts.iter().map(exact).collect::<Vec<_>>(),
        "bodies": item.bodies.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "id": item.id.to_string(),
        "occurredfrom": item.occurred.from.to_string(),
        "occurredto": item.occurred.to.to_string(),
        "sequence": item.sequence,
        "type": shown.state.record(item.id).map(|record| record.kind.to_string()),
    })
}

fn pair_json(shown: &ShownMatch<'_>, pair: &Pair, [fr, en]: &[Messages; 2]) -> Json {
    json!({
        "differs": pair.likeness.differs(),
        "entry": item_json(shown, &shown.items[pair.item]),
        "exact": pair.likeness.is_exact,
        "row": row_json(&shown.rows[pair.row]),
        "why": pair.likeness.why.iter().map(code).collect::<Vec<_>>(),
        "words": {"en": why_words(en, pair), "fr": why_words(fr, pair)},
    })
}

/// A reason as a program reads it.
fn code(why: &Why) -> String {
    match why {
        Why::Same(criterion) => format!("same{}", word(*criterion)),
        Why::NotStated(criterion) => format!("notstated{}", word(*criterion)),
        Why::Within => "within".to_owned(),
        Why::DaysApart(_) => "daysapart".to_owned(),
        Why::Rounded => "rounded".to_owned(),
        Why::NamesAlike(..) => "namesalike".to_owned(),
        Why::OtherDate(_) => "otherdate".to_owned(),
        Why::OtherAmount(..) => "otheramount".to_owned(),
        Why::OtherName(_) => "othername".to_owned(),
    }
}
