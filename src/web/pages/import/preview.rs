//! The rows of a file as they would be recorded: read, tried out, and said.

use std::sync::Arc;

use super::notice_words;
use crate::event::{Day, Hash};
use crate::exchange::{
    ImportRow, ImportSaid, Incoming, Remaining, Remedy, RowPlaces, SettleError, Settled, TablesSaid,
    Unsettled, all_problems, newly_used, read_import_as, settled, unsettled, without_refused,
};
use crate::figures::State;
use crate::ledger::{Command, Import, ImportRefused, ImportedRows, RowVerdict};
use crate::plan::Register;
use crate::present::problems::import_sentence;
use crate::present::{Arg, Language, PreviewRow, Verdict, command_words, preview_rows, verdict_words};
use crate::web::chrome::View;
use crate::web::tray::Waiting;
use crate::web::trouble::Trouble;

/// Of what it is said what an import would do: the file, what is said of its
/// columns and names, and what stands in the ledger; by which day, in which
/// language.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::web) struct TriedAs {
    file: String,
    said: Option<TablesSaid>,
    names: Names,
    head: Hash,
    today: Day,
    language: Language,
}

/// What an import would do.
pub(in crate::web) struct Tried {
    /// Its rows and those of its bodies that they name.
    pub import: Import,
    /// What is said of each row.
    pub rows: Vec<RowLine>,
    /// Names that the register lacks.
    pub unsettled: Vec<Unsettled>,
    /// Why it is refused as a whole.
    pub whole: String,
    /// The state in which it would leave the ledger, where nothing is refused.
    pub after: Option<State>,
    /// Bodies that it registers.
    pub bodies: usize,
    /// Sheets that are not read.
    pub notices: Vec<String>,
    /// What could be recorded without the rows that are refused.
    pub apart: Option<Apart>,
}

/// What could be recorded without the rows that are refused.
pub(in crate::web) struct Apart {
    /// The other rows, and those of the bodies that they name.
    pub import: Import,
    /// How many of them become entries.
    pub recorded: usize,
    /// The state in which they would leave the ledger.
    pub after: State,
    /// The rows that are left out.
    pub left: Remaining,
}

/// Names that the register lacks, each with what is settled of it.
pub(super) type Names = Vec<(Unsettled, Option<Settled>)>;

/// A row, as it is shown.
#[derive(Clone)]
pub(in crate::web) struct RowLine {
    pub sheet: String,
    pub line: usize,
    pub place: String,
    pub group: &'static str,
    pub verdict: String,
    pub words: String,
    pub problems: Vec<(String, String)>,
    /// The entry that says the same.
    pub alike: Option<u64>,
}

/// The groups of verdicts, in the order in which they are shown.
pub(super) const GROUPS: [&str; 5] = ["refused", "alike", "added", "planned", "there"];

/// What a file would do by what is said of it so far. It is tried out once, not
/// again for each of its pages.
pub(super) fn tried(view: &View<'_>, waiting: &Waiting) -> Result<Arc<Tried>, Trouble> {
    let of = TriedAs {
        file: waiting.id.clone(),
        said: waiting.said.clone(),
        names: waiting.names.clone(),
        head: view.state.head(),
        today: view.today(),
        language: view.language(),
    };
    view.office.tried(&of, || try_now(view, waiting))
}

/// Reads and tries out a file by what is said of it so far; nothing is written.
fn try_now(view: &View<'_>, waiting: &Waiting) -> Result<Tried, Trouble> {
    let (register, bodies) = registered(view, &waiting.names)?;
    let said = &ImportSaid {
        tables: waiting.said.as_ref(),
        register: Some(&register),
        remedy: Remedy::Settle,
        today: Some(view.today()),
        ..ImportSaid::default()
    };
    let open = || view.office.persons(view.state);
    let ids = &mut || view.office.new_id();
    let incoming = read_import_as(waiting.file.as_slice(), said, view.state, &open, ids);
    let bodies = newly_used(bodies, &incoming.rows);
    Ok(try_out(view, waiting, said, &bodies, incoming))
}

/// The register with what is settled of names, and what registers the new ones.
pub(super) fn registered(view: &View<'_>, names: &Names) -> Result<(Register, Vec<Command>), Trouble> {
    let said = names.iter().filter_map(|(one, settled)| Some((one.name.clone(), settled.clone()?)));
    let said: Vec<(String, Settled)> = said.collect();
    settled(view.state, view.today(), &said).map_err(|error| match error {
        SettleError::Text(error) => Trouble::Text(error),
        SettleError::NoId(name) => Trouble::Typed("usage-no-id-of-name", name),
    })
}

fn try_out(
    view: &View<'_>,
    waiting: &Waiting,
    said: &ImportSaid<'_>,
    bodies: &[Command],
    incoming: Incoming,
) -> Tried {
    let Incoming { rows, problems, notices, alike } = incoming;
    let count = bodies.len();
    // What is new has its name in a state that has it.
    let with_bodies = (count > 0).then(|| rehearsed(view, bodies.to_vec())).flatten();
    let import = || import_of(waiting, bodies.to_vec(), &rows);
    let (office, mut ids) = (view.office, || view.office.new_id());
    let done = view.ledger.foresee(import(), office.author(), office.now(), false, &mut ids);
    let (mut whole, mut after, mut refused) = (String::new(), None, vec![]);
    let done = match done {
        Ok((done, state)) => {
            after = Some(state);
            done
        }
        Err(ImportRefused::Rows { refused: some, rows }) => {
            refused = some;
            *rows
        }
        Err(ImportRefused::Whole(error)) => {
            whole = Trouble::from(error).sentence(view.messages);
            ImportedRows::default()
        }
    };
    let done = without_bodies(done, count);
    let refused = refused.into_iter().filter_map(|(at, error)| Some((at.checked_sub(count)?, error)));
    let places: Vec<RowPlaces> = rows.iter().map(|row| row.places.clone()).collect();
    let problems = all_problems(waiting.file.as_slice(), problems, &places, refused.collect());
    let apart = || {
        let remaining = without_refused(
            (waiting.name(), waiting.bytes()),
            said,
            view.state,
            (&rows, &done.each),
            &problems,
        )?;
        apart(view, waiting, newly_used(bodies.to_vec(), &remaining.rows), remaining)
    };
    let apart = if problems.is_empty() || !whole.is_empty() { None } else { apart() };
    let preview = preview_rows(waiting.file.as_slice(), &rows, &done, &problems, &alike);
    Tried {
        rows: lines(view, &preview, with_bodies.as_ref().unwrap_or(view.state)),
        unsettled: unsettled(&problems),
        after: after.filter(|_| problems.is_empty()),
        notices: notice_words(view, &notices),
        bodies: count,
        import: import(),
        apart,
        whole,
    }
}

fn import_of(waiting: &Waiting, bodies: Vec<Command>, rows: &[ImportRow]) -> Import {
    let rows = rows.iter().map(|row| row.command.clone());
    Import { file: Hash::of(waiting.bytes()), rows: bodies.into_iter().chain(rows).collect() }
}

/// Tries out what is left without the rows that are refused.
fn apart(view: &View<'_>, waiting: &Waiting, bodies: Vec<Command>, left: Remaining) -> Option<Apart> {
    let (office, mut ids, count) = (view.office, || view.office.new_id(), bodies.len());
    let import = import_of(waiting, bodies, &left.rows);
    let again = Import { file: import.file, rows: import.rows.clone() };
    let (done, after) = view.ledger.foresee(again, office.author(), office.now(), false, &mut ids).ok()?;
    let taken = |verdict: &&RowVerdict| matches!(verdict, RowVerdict::Added | RowVerdict::Planned);
    let recorded = done.each.iter().skip(count).filter(taken).count();
    (recorded > 0).then_some(Apart { import, recorded, after, left })
}

/// What became of the rows of the file alone.
fn without_bodies(done: ImportedRows, count: usize) -> ImportedRows {
    let each = done.each.into_iter().skip(count).collect();
    let alike = done.alike.into_iter().filter_map(|(at, place)| Some((at.checked_sub(count)?, place)));
    let twins = done.twins.into_iter();
    let twins = twins.filter_map(|(at, first)| Some((at.checked_sub(count)?, first.checked_sub(count)?)));
    ImportedRows { each, alike: alike.collect(), twins: twins.collect(), ..done }
}

/// The state in which bodies stand that are new.
fn rehearsed(view: &View<'_>, bodies: Vec<Command>) -> Option<State> {
    let (office, mut ids) = (view.office, || view.office.new_id());
    view.ledger.rehearsed(bodies, office.author(), office.now(), &mut ids).ok()
}

fn lines(view: &View<'_>, preview: &[PreviewRow<'_>], state: &State) -> Vec<RowLine> {
    preview.iter().map(|row| line(view, row, state)).collect()
}

fn line(view: &View<'_>, row: &PreviewRow<'_>, state: &State) -> RowLine {
    let problems = row
        .problems
        .iter()
        .map(|problem| (problem.spot.cell(), import_sentence(view.messages, &problem.trouble)));
    let words = row.row.map(|it| command_words(view.messages, state, &it.command));
    let number = [("line", Arg::Shown(&row.spot.line))];
    RowLine {
        sheet: row.spot.sheet.as_ref().map(|sheet| sheet.name.clone()).unwrap_or_default(),
        line: row.spot.line,
        place: if row.spot.line == 0 { String::new() } else { view.say("web-import-line", &number) },
        group: match row.verdict {
            Verdict::LikeBody => "refused",
            Verdict::Twin(_) => "alike",
            other => other.word(),
        },
        verdict: verdict_words(view.messages, row.verdict),
        words: words.filter(|_| row.problems.is_empty()).unwrap_or_default(),
        problems: problems.collect(),
        alike: if let Verdict::Alike(entry) = row.verdict { Some(entry) } else { None },
    }
}
