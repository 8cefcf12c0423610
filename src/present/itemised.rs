//! Items beside a published total: the total as printed, what is linked to it, and
//! what remains before and after.

use serde_json::{Value as Json, json};

use super::amounts::exact;
use super::dates::total_period_words;
use super::json::{unit, words_json};
use super::reasons::reason_words;
use super::table::title_text;
use super::{Arg, Messages, activity_words, notice_json, number_words, unit_words, wrapped};
use crate::event::{EntryId, Exact};
use crate::exchange::Spot;
use crate::figures::{ItemFate, Itemised, State};
use crate::ledger::NewActivity;
use crate::plan::Indicator;

/// Items beside a total, to show.
#[derive(Clone, Copy)]
pub struct ShownItems<'a> {
    /// The entries that are known.
    pub state: &'a State,
    /// The place of the total, and its id.
    pub total: (u64, EntryId),
    /// As it is without the items.
    pub before: &'a Itemised,
    /// As it is with them.
    pub after: &'a Itemised,
    /// The items: where each stands, what it says, what becomes of it.
    pub items: &'a [ShownItem],
    /// How many rows of the file are in the ledger already.
    pub there: usize,
    /// The name of the file.
    pub file: &'a str,
}

/// An item.
#[derive(Clone, Debug)]
pub struct ShownItem {
    /// Where it stands.
    pub spot: Spot,
    /// What it says.
    pub activity: NewActivity,
    /// What becomes of it.
    pub fate: ItemFate,
}

/// The items beside their total, of at most `width` columns.
pub fn itemised_text(messages: &Messages, shown: &ShownItems<'_>, width: u16) -> String {
    let before = shown.before;
    let indicator = &before.indicator;
    let title = indicator.title();
    let label = messages.language().of(&title);
    let period = total_period_words(messages, before.period);
    let printed = amount(messages, indicator, &before.printed);
    let values = [
        ("label", Arg::Text(label)),
        ("period", Arg::Text(&period)),
        ("value", Arg::Text(&printed)),
        ("entry", Arg::Shown(&shown.total.0)),
    ];
    let head = title_text(&messages.say("itemise-total", &values), width);
    let mut lines = vec![there_words(messages, before, "itemise-there")];
    lines.push(file_words(messages, shown));
    if shown.there > 0 {
        lines.push(messages.say("itemise-again", &[("count", Arg::Count(shown.there))]));
    }
    lines.extend(remainders(messages, shown));
    lines.push(String::new());
    lines.extend(shown.items.iter().flat_map(|item| item_lines(messages, shown, item)));
    head + &wrapped(&(lines.join("\n").trim_end().to_owned() + "\n"), width)
}

fn amount(messages: &Messages, indicator: &Indicator, amount: &Exact) -> String {
    if amount.has_decimals(indicator.decimals) {
        return unit_words(messages, indicator, amount);
    }
    number_words(messages.language(), &exact(amount))
}

/// How many items there are, and what they come to.
fn there_words(messages: &Messages, total: &Itemised, id: &str) -> String {
    let sum: Exact = total.items.iter().map(|it| &it.amount).sum();
    let sum = amount(messages, &total.indicator, &sum);
    messages.say(id, &[("count", Arg::Count(total.items.len())), ("amount", Arg::Text(&sum))])
}

fn file_words(messages: &Messages, shown: &ShownItems<'_>) -> String {
    let counted = shown.items.iter().filter_map(|item| match &item.fate {
        ItemFate::Counts(amount) => Some(amount),
        _ => None,
    });
    let (count, sum) =
        counted.fold((0_usize, Exact::zero()), |(count, sum), it| (count + 1, sum + it.clone()));
    let sum = amount(messages, &shown.before.indicator, &sum);
    let values =
        [("rows", Arg::Count(shown.items.len())), ("count", Arg::Count(count)), ("amount", Arg::Text(&sum))];
    messages.say("itemise-file", &values)
}

/// What is left of the total before and after; nothing where nothing is ever left.
fn remainders(messages: &Messages, shown: &ShownItems<'_>) -> Vec<String> {
    let words = |total: &Itemised| match &total.remainder {
        Some(remainder) => amount(messages, &total.indicator, remainder),
        None if total.exceeded => messages.word("itemise-exceeded"),
        None => messages.word("itemise-no-remainder"),
    };
    if shown.before.remainder.is_none() && shown.after.remainder.is_none() && !shown.after.exceeded {
        return vec![messages.word("itemise-stands-alone")];
    }
    let (before, after) = (words(shown.before), words(shown.after));
    let values = [("before", Arg::Text(&before)), ("after", Arg::Text(&after))];
    vec![messages.say("itemise-remainder", &values)]
}

fn item_lines(messages: &Messages, shown: &ShownItems<'_>, item: &ShownItem) -> Vec<String> {
    let said = activity_words(messages, shown.state, &item.activity.kind, &item.activity.activity);
    let fate = fate_words(messages, shown, item);
    vec![format!("  {} · {fate}", item.spot.within()), format!("      {said}")]
}

/// What becomes of an item, in words.
fn fate_words(messages: &Messages, shown: &ShownItems<'_>, item: &ShownItem) -> String {
    let indicator = &shown.before.indicator;
    match &item.fate {
        ItemFate::Counts(counted) => {
            let counted = amount(messages, indicator, counted);
            messages.say("itemise-counts", &[("amount", Arg::Text(&counted))])
        }
        ItemFate::LeftOut(reason) => {
            let kind = shown.state.activity_type(&item.activity.kind);
            reason_words(messages, shown.state, kind, reason)
        }
        ItemFate::Outside => {
            let period = total_period_words(messages, shown.before.period);
            messages.say("itemise-outside", &[("period", Arg::Text(&period))])
        }
        ItemFate::Waits => messages.word("itemise-waits"),
        ItemFate::OtherType => messages.word("itemise-othertype"),
        ItemFate::Exceeds => messages.word("itemise-exceeds"),
        ItemFate::PassedOver => messages.word("itemise-passedover"),
    }
}

/// A row that is not taken beside the total, with why.
pub fn unsound_item_words(messages: &Messages, shown: &ShownItems<'_>, item: &ShownItem) -> String {
    format!("{}: {}", item.spot, fate_words(messages, shown, item))
}

/// The same as `itemise/1`; `batch` is the place at which its import begins.
pub fn itemised_json(shown: &ShownItems<'_>, batch: Option<u64>) -> Json {
    let ShownItems { before, after, .. } = shown;
    let items = shown.items.iter().map(|item| {
        let counted = match &item.fate {
            ItemFate::Counts(amount) => Some(exact(amount)),
            _ => None,
        };
        json!({
            "amount": counted, "fate": fate_word(&item.fate), "place": item.spot.within(),
            "type": item.activity.kind,
        })
    });
    let there: Vec<Json> = before
        .items
        .iter()
        .map(|it| json!({"amount": exact(&it.amount), "id": it.id.to_string(), "sequence": it.sequence}))
        .collect();
    json!({
        "batch": batch,
        "exceeded": after.exceeded,
        "file": shown.file,
        "indicator": before.indicator.id,
        "items": items.collect::<Vec<_>>(),
        "jalon": "itemise/1",
        "label": words_json(&before.indicator.title()),
        "notice": notice_json(shown.state.notice()),
        "printed": exact(&before.printed),
        "remainderafter": after.remainder.as_ref().map(exact),
        "remainderbefore": before.remainder.as_ref().map(exact),
        "there": there,
        "thereagain": shown.there,
        "total": {"id": shown.total.1.to_string(), "sequence": shown.total.0},
        "unit": unit(&before.indicator),
    })
}

const fn fate_word(fate: &ItemFate) -> &'static str {
    match fate {
        ItemFate::Counts(_) => "counts",
        ItemFate::Waits => "waits",
        ItemFate::Outside => "outside",
        ItemFate::OtherType => "othertype",
        ItemFate::Exceeds => "exceeds",
        ItemFate::LeftOut(_) => "leftout",
        ItemFate::PassedOver => "passedover",
    }
}
