//! `jalon show`: one entry with all its versions, what became of it, its
//! documents and what is sealed in it; or what is known of a body.

use super::context::Context;
use super::entry::{body_of, today};
use super::named::{Typed, record_of, sequence_of};
use super::{Format, Problem, body};
use crate::audit::named_in;
use crate::event::{BodyId, Day, Entry, EntryId, Evidence, Json, Sealed};
use crate::exchange::BodyError;
use crate::figures::{Addition, CountedIn, Filter, PlanChoice, Question, Ruling, State, counted_in};
use crate::ledger::{DeskError, Known, Reading};
use crate::present::{Act, Shown, ShownAddition, ShownEntry, Subject, show_json, show_text};
use crate::vault::{Documents, Vault};

/// Which entry.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The entry, by id or number; or a body of the register, by id or name.
    entry: String,
    /// In JSON, give in the clear what is sealed and can be opened here.
    #[arg(long)]
    open: bool,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let reading = context.reading()?;
    let state = reading.state(Known::Now)?;
    let showing = Showing {
        reading: &reading,
        state: &state,
        documents: Documents::of(&context.ledger),
        vault: context.vault_of(&state),
    };
    let Some((subject, places)) = found(&state, &args.entry) else {
        return body::show(context, &state, &body_named(context, &state, &args.entry)?);
    };
    let added: Vec<&Addition> = backed(subject).map(|id| state.added_to(id).collect()).unwrap_or_default();
    let taken_back = added.iter().filter_map(|addition| addition.withdrawn);
    let acts = subject.acts().into_iter().chain(taken_back).map(|place| Ok((place, showing.act(place)?)));
    let day = today(&state);
    let rulings = rulings(&state, day);
    let counts = counts(&state, &rulings, subject);
    let shown = Shown {
        state: &state,
        subject,
        entries: places.into_iter().map(|place| showing.entry(place)).collect::<Result<_, _>>()?,
        acts: acts.collect::<Result<_, Problem>>()?,
        added: added.into_iter().map(|it| showing.added(it)).collect::<Result<_, _>>()?,
        counts: counts.map(|counts| (day, counts)),
        recorders: &context.recorders(&state),
    };
    match context.format {
        Format::Json => context.print_json(&show_json(&shown, args.open, state.notice())),
        Format::Text => {
            context.print(&show_text(&context.messages, &shown, Context::width()))?;
            context.print_notice(&state)
        }
    }
}

/// Every plan in force on a day, the one that was adopted first before the others; a
/// plan that is not in force yet counts nothing.
fn rulings(state: &State, day: Day) -> Vec<Ruling<'_>> {
    let first = Ruling::at(state, &PlanChoice::default(), day).ok();
    let first_id = state.adoptions().first().map(|it| it.adoption.id.as_str());
    let others =
        state.plans().into_iter().filter(|id| Some(*id) != first_id).filter_map(|id| {
            Ruling::at(state, &PlanChoice { id: Some(id.to_owned()), version: None }, day).ok()
        });
    first.into_iter().chain(others).collect()
}

/// The values of the plans in force that look at a record today.
fn counts<'a>(
    state: &'a State,
    rulings: &'a [Ruling<'a>],
    subject: Subject<'a>,
) -> Option<Vec<CountedIn<'a>>> {
    let Subject::Record(record) = subject else { return None };
    let question = |ruling| Question::new(state, ruling, today(state), Filter::default());
    let all = rulings.iter().flat_map(|ruling| counted_in(&question(ruling), record));
    (!rulings.is_empty()).then(|| all.collect())
}

/// The entry that was meant, and where its versions stand; of what has none,
/// the one entry.
fn found<'a>(state: &'a State, typed: &str) -> Option<(Subject<'a>, Vec<u64>)> {
    if let Some(record) = record_of(state, typed) {
        let places = record.versions().map(|version| version.sequence).collect();
        return Some((Subject::Record(record), places));
    }
    let place = sequence_of(state, typed)?;
    let note = state.notes().iter().find(|note| note.sequence == place).map(Subject::Note);
    let published = || state.publications().iter().find(|it| it.sequence == place).map(Subject::Published);
    let sample = || state.samples().iter().find(|it| it.sequence == place).map(Subject::Sample);
    let subject = note.or_else(published).or_else(sample);
    let subject = subject.unwrap_or_else(|| Subject::Other(withdrawal_at(state, place)));
    Some((subject, vec![place]))
}

/// The id of what documents can be added to.
fn backed(subject: Subject<'_>) -> Option<EntryId> {
    match subject {
        Subject::Record(record) => Some(record.id),
        Subject::Note(note) => Some(note.id),
        Subject::Published(sent) => Some(sent.id),
        Subject::Sample(_) | Subject::Other(_) => None,
    }
}

/// The place of what withdrew the merge or the import that stands at a place.
fn withdrawal_at(state: &State, place: u64) -> Option<u64> {
    let added = state.additions().iter().find(|addition| addition.sequence == place);
    let mut ended = state.withdrawn_entries();
    let ended = || ended.find(|(id, _)| state.sequence_of(*id) == Some(place)).map(|(_, by)| by);
    added.map_or_else(ended, |addition| addition.withdrawn)
}

/// The body that was meant. What can only be an entry is told to be none.
fn body_named(context: &Context, state: &State, typed: &str) -> Result<BodyId, Problem> {
    let is_entry = Typed::read(typed).is_some();
    body_of(context, state, typed).map_err(|unknown| match unknown {
        Problem::Body(BodyError::Unknown { .. }) if is_entry => Problem::Entry(typed.to_owned()),
        Problem::Body(BodyError::Unknown { typed, near, closed, .. }) => {
            Problem::Neither { typed, near: near.into_vec(), closed }
        }
        other => other,
    })
}

struct Showing<'a> {
    reading: &'a Reading,
    state: &'a State,
    documents: Documents,
    vault: Option<Vault>,
}

impl Showing<'_> {
    fn line(&self, sequence: u64) -> Result<(Vec<u8>, Entry), Problem> {
        let line = self.reading.line(sequence)?.unwrap_or_default();
        let entry = Entry::read(&line).map_err(|source| DeskError::Entry { sequence, source })?;
        Ok((line, entry))
    }

    fn act(&self, sequence: u64) -> Result<Act, Problem> {
        let (_, entry) = self.line(sequence)?;
        let reason = entry.draft.data.get("reason").and_then(Json::as_text).map(str::to_owned);
        Ok(Act { sequence, id: entry.draft.id, author: entry.author, recorded: entry.recorded, reason })
    }

    fn added(&self, addition: &Addition) -> Result<ShownAddition, Problem> {
        let documents = addition.evidence.iter().cloned();
        Ok(ShownAddition {
            act: self.act(addition.sequence)?,
            documents: documents.map(|document| self.is_there(document)).collect(),
            note: addition.note.clone(),
            withdrawn: addition.withdrawn,
        })
    }

    fn is_there(&self, document: Evidence) -> (Evidence, bool) {
        let is_there = self.documents.is_there(&document);
        (document, is_there)
    }

    fn entry(&self, sequence: u64) -> Result<ShownEntry, Problem> {
        let (line, entry) = self.line(sequence)?;
        let named = named_in(&entry.draft.data);
        let recorder = self.state.user_name(entry.author.user).cloned();
        let opened = |sealed: &Sealed| self.vault.as_ref().and_then(|vault| vault.open(sealed).ok());
        let sealed = named.sealed.into_iter().chain(recorder);
        let is_there = |document| self.is_there(document);
        Ok(ShownEntry {
            kind: self.state.short_kind(&entry.draft.kind).to_owned(),
            hash: self.state.hash(sequence).unwrap_or_default(),
            stored: serde_json::from_slice(&line).unwrap_or_default(),
            documents: named.documents.into_iter().flatten().map(is_there).collect(),
            sealed: sealed.map(|it| (it.clone(), opened(&it))).collect(),
            entry,
        })
    }
}
