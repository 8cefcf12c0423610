//! What is told of an import: what was done, or in a dry run what would be.

use std::fmt::Display;

use serde_json::{Value as Json, json};

use super::newcomer;
use crate::cli::context::Context;
use crate::cli::{Format, Problem};
use crate::event::EntryId;
use crate::exchange::{AlikeName, ImportRow, SheetNotice, Spot};
use crate::figures::State;
use crate::ledger::ImportedRows;
use crate::present::{Arg, PreviewRow, entry_words, notice_json, preview_json, preview_text};

pub(super) fn tell_notices(context: &Context, notices: &[SheetNotice]) {
    for SheetNotice { spot, hidden } in notices {
        let id = if *hidden { "sheet-hidden" } else { "sheet-prose" };
        context.tell(&format!("{spot}: {}", context.messages.word(id)));
    }
}

/// Two spellings that the register lacks both of.
pub(super) fn tell_alike_names(context: &Context, names: &[AlikeName]) {
    for name in names {
        let values = [
            ("spot", Arg::Shown(&name.spot)),
            ("typed", Arg::Text(&name.typed)),
            ("other", Arg::Text(&name.other)),
            ("place", Arg::Shown(&name.place)),
        ];
        context.tell(&context.messages.say("import-alike-name", &values));
    }
}

/// The bodies that rows register, each where it stands.
pub(super) fn tell_newcomers(context: &Context, state: &State, rows: &[ImportRow]) {
    for row in rows {
        let Some((body, fact)) = newcomer(state, row) else { continue };
        let name = fact.name.as_ref().map(|name| context.messages.language().of(name));
        let values = [
            ("place", Arg::Shown(&row.places.row)),
            ("body", Arg::Text(body.as_str())),
            ("name", Arg::Text(name.unwrap_or_default())),
        ];
        context.tell(&context.messages.say("import-newcomer", &values));
    }
}

/// What is told of an import.
pub(super) struct Told<'a> {
    pub state: &'a State,
    /// The batch and its place, where something was appended.
    pub batch: Option<(EntryId, u64)>,
    pub rows: &'a ImportedRows,
    /// Where a row stands, by its index.
    pub place: &'a dyn Fn(usize) -> Option<Spot>,
    /// In a dry run what would become of each row.
    pub preview: Option<&'a [PreviewRow<'a>]>,
    pub notices: &'a [SheetNotice],
    /// Names that are like others of the same files.
    pub names: &'a [AlikeName],
}

impl Told<'_> {
    /// The rows that say what stands already, and the place of what says it.
    fn alike(&self) -> impl Iterator<Item = (Spot, u64)> {
        let known = self.rows.alike.iter();
        known.filter_map(|(index, sequence)| Some(((self.place)(*index)?, *sequence)))
    }

    /// The rows that say what an earlier one of the same import says.
    fn twins(&self) -> impl Iterator<Item = (Spot, Spot)> {
        let known = self.rows.twins.iter();
        known.filter_map(|(index, first)| Some(((self.place)(*index)?, (self.place)(*first)?)))
    }

    fn json(&self) -> Json {
        let twins = self.twins().map(|(spot, other)| {
            json!({
                "file": spot.file, "line": spot.line, "other": other.to_string(), "place": spot.to_string(),
            })
        });
        let alike = self.alike().map(|(spot, sequence)| {
            let place = spot.to_string();
            json!({"file": spot.file, "line": spot.line, "place": place, "sequence": sequence})
        });
        let unread = self.notices.iter().map(|it| json!({"hidden": it.hidden, "place": it.spot.to_string()}));
        let names = self.names.iter().map(|it| {
            json!({
                "name": it.typed, "other": it.other, "otherplace": it.place.to_string(),
                "place": it.spot.to_string(),
            })
        });
        json!({
            "added": self.rows.added.values().sum::<usize>(),
            "alike": alike.collect::<Vec<_>>(),
            "alikenames": names.collect::<Vec<_>>(),
            "batch": self.batch.map(|(id, _)| id.to_string()),
            "dryrun": self.preview.is_some(),
            "jalon": "import/1",
            "notice": notice_json(self.state.notice()),
            "planned": self.rows.planned,
            "rows": self.preview.map(|preview| preview_json(self.state, preview)),
            "skipped": self.rows.skipped,
            "twins": twins.collect::<Vec<_>>(),
            "types": self.rows.added,
            "unread": unread.collect::<Vec<_>>(),
        })
    }
}

/// What was done, or in a dry run what would be.
pub(super) fn tell(context: &Context, told: &Told<'_>) -> Result<(), Problem> {
    let Told { state, batch, rows, preview, .. } = *told;
    if context.format == Format::Json {
        return context.print_json(&told.json());
    }
    if let Some(preview) = preview {
        context.print(&preview_text(&context.messages, state, preview, Context::width()))?;
    }
    let added: usize = rows.added.values().sum();
    let say = |id: &str, values: &[(&str, Arg<'_>)]| context.messages.say(id, values);
    let counts = [("added", Arg::Count(added)), ("skipped", Arg::Count(rows.skipped))];
    let mut text = match batch {
        Some((_, started)) => format!("#{started} · {}\n", say("import-counts", &counts)),
        None if preview.is_some() => format!("{}\n", say("import-would", &counts)),
        None => format!("{}\n", say("import-counts", &counts)),
    };
    for (kind, count) in &rows.added {
        let label = type_label(context, state, kind);
        let values = [("count", Arg::Count(*count)), ("label", Arg::Text(&label)), ("kind", Arg::Text(kind))];
        text.push_str(&format!("  {}\n", say("import-type", &values)));
    }
    if rows.planned > 0 {
        text.push_str(&format!("{}\n", say("import-planned", &[("count", Arg::Count(rows.planned))])));
    }
    context.print(&text)?;
    context.tell_notice(state);
    let (twins, alike, shown) = (rows.twins.len(), rows.alike.len(), preview.is_some());
    tell_alike(context, ["import-twin", "import-twin-hint"], "other", (told.twins(), twins), shown);
    tell_alike(context, ["import-alike", "import-alike-hint"], "entry", (told.alike(), alike), shown);
    Ok(())
}

/// What people read of a type, or of what the program records itself.
fn type_label(context: &Context, state: &State, kind: &str) -> String {
    match state.activity_type(kind) {
        Some(kind) => context.messages.language().of(&kind.label).to_owned(),
        None => entry_words(&context.messages, kind),
    }
}

/// Rows that say what something else says, an earlier row or what stands already,
/// which may be meant. Where a table of all rows was shown it named them, and only
/// what to do is left to say.
fn tell_alike<T: Display>(
    context: &Context,
    [id, hint]: [&str; 2],
    name: &str,
    (alike, count): (impl Iterator<Item = (Spot, T)>, usize),
    shown: bool,
) {
    const MOST: usize = 10;
    for (spot, other) in alike.take(if shown { 0 } else { MOST }) {
        let values = [("place", Arg::Shown(&spot)), (name, Arg::Shown(&other))];
        context.tell(&context.messages.say(id, &values));
    }
    if count > MOST && !shown {
        let more = [("count", Arg::Count(count - MOST))];
        context.tell(&context.messages.say("import-alike-more", &more));
    }
    if count > 0 {
        context.tell(&context.messages.word(hint));
    }
}
