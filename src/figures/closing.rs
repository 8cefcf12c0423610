//! The window *open at the date*: what was opened by it and not closed between.

use super::evaluate::Sheet;
use super::gather::Row;
use super::paths::{field, find};
use super::record::{Record, Version};
use super::table::Question;
use super::value::Remark;
use crate::event::Day;
use crate::plan::{Closes, Indicator, Window};

/// A standing entry that closes others.
pub(super) struct Closer<'a> {
    record: &'a Record,
    version: &'a Version,
    closes: &'a Closes,
    date: Day,
}

/// The entries that close what an indicator counts; none but in the window
/// *open at the date*.
pub(super) fn closers<'a>(question: &Question<'a>, indicator: &Indicator) -> Vec<Closer<'a>> {
    let mut all = Vec::new();
    if indicator.rule.window != Some(Window::Open) {
        return all;
    }
    let state = question.state;
    for kind in state.catalogue() {
        let closes = |closes: &&Closes| indicator.rule.from.iter().any(|it| it.kind == closes.kind);
        let Some(closes) = kind.closes.as_ref().filter(closes) else { continue };
        let approval = question.ruling.asks_approval(&kind.id);
        for record in state.of_kind(&kind.id) {
            let Ok(version) = record.standing(approval) else { continue };
            let named =
                kind.countson.as_deref().and_then(|name| field(version, name)?.as_text()?.parse().ok());
            all.push(Closer { record, version, closes, date: named.unwrap_or(version.occurred.to) });
        }
    }
    all
}

/// Whether a row is open on a day, and what closed it; always open but in the
/// window *open at the date*.
pub(super) fn openness(sheet: &Sheet<'_>, row: &Row<'_>, day: Day) -> (bool, Option<Remark>) {
    if sheet.indicator.rule.window != Some(Window::Open) {
        return (true, None);
    }
    let ends = field(row.version, "ends").and_then(|value| value.as_text()?.parse::<Day>().ok());
    if let Some(end) = ends.filter(|&end| row.date <= end && end <= day) {
        return (false, Some(Remark::Ended(end)));
    }
    let register = sheet.question.state.register();
    let found = sheet.closers.iter().filter(|it| it.closes.kind == row.source.kind).find(|closer| {
        let key = |version, path: &String| find(register, version, path, closer.date).map(|it| it.values);
        let same_key = |path: &String| key(closer.version, path) == key(row.version, path);
        let after = (closer.date, closer.record.sequence) > row.order() && closer.date <= day;
        after && closer.closes.keys.iter().all(same_key)
    });
    match found {
        Some(closer) => (false, Some(Remark::ClosedBy(closer.record.sequence))),
        None => (true, None),
    }
}
