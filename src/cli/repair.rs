//! `jalon repair`: rebuild one copy of a damaged ledger from the other.

use clap::ValueEnum;

use super::context::Context;
use super::entry::receipts;
use super::{Format, Problem};
use crate::event::Hash;
use crate::ledger::{CopyEnd, DeskError, Inspection, Source, check_clock};
use crate::present::problems::side_sentence;
use crate::present::{Arg, Repair, repair_json};
use crate::vault::Checkpoints;

/// Which copy is right.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The copy to rebuild from; without it both are shown and nothing changes.
    #[arg(long, value_enum)]
    from: Option<Kept>,
}

/// A copy.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Kept {
    /// The plain lines.
    Twin,
    /// The store.
    Store,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let folder = context.folder();
    let seen = folder.inspect()?;
    tell_sides(context, &seen)?;
    let Some(from) = args.from else { return only_look(context, &seen) };
    let (source, word) = match from {
        Kept::Twin => (Source::Twin, "twin"),
        Kept::Store => (Source::Store, "store"),
    };
    let (kept, other) = match from {
        Kept::Twin => (&seen.twin, &seen.store),
        Kept::Store => (&seen.store, &seen.twin),
    };
    // What is damaged in it, repair says.
    if let Some((first, last)) = kept.ends.as_ref().filter(|_| kept.is_sound()) {
        check_clock(first, last, Context::moment(), context.accept_clock)?;
    }
    let repaired = folder.repair(source)?;
    let mut desk = context.with_custody(repaired.desk)?;
    // Where both copies lack what was signed, nothing more is written in them.
    if let Some(lost) = desk.lost(&context.ledger)? {
        return Err(DeskError::Lost(Box::new(lost)).into());
    }
    let aside = other.head.filter(|head| repaired.aside.is_some() && head.size > 0);
    let aside = aside.map(|head| CopyEnd { size: head.size, head: Hash(head.hash) });
    let done = desk.note_repair(word, aside, context.writer()?, &mut Context::new_id)?;
    if context.format == Format::Json {
        let aside = repaired.aside.as_deref();
        let made = Repair { from: word, aside, state: desk.state(), receipts: &done };
        return context.print_json(&repair_json(&seen, Some(&made)));
    }
    if let Some(path) = &repaired.aside {
        let path = path.display().to_string();
        context.tell(&context.messages.say("repair-aside", &[("path", Arg::Text(&path))]));
    }
    receipts(context, desk.state(), &done)
}

/// Both copies, and the newest checkpoint that one of them must contain, for people; programs read them in the document.
fn tell_sides(context: &Context, seen: &Inspection) -> Result<(), Problem> {
    if context.format == Format::Json {
        return Ok(());
    }
    context.tell(&side_sentence(&context.messages, "lines/", &seen.twin));
    context.tell(&side_sentence(&context.messages, "store/", &seen.store));
    if let Some((_, size, _)) = Checkpoints::of(&context.ledger).newest()?.first() {
        context.tell(&context.messages.say("repair-signed", &[("size", Arg::Shown(size))]));
    }
    Ok(())
}

/// Without a copy to keep nothing changes.
fn only_look(context: &Context, seen: &Inspection) -> Result<(), Problem> {
    let equal = seen.twin.is_sound() && seen.store.is_sound() && seen.twin.head == seen.store.head;
    let told = if equal { "repair-equal" } else { "repair-choose" };
    match context.format {
        Format::Json => context.print_json(&repair_json(seen, None))?,
        Format::Text => context.tell(&context.messages.word(told)),
    }
    if equal { Ok(()) } else { Err(Problem::Copies) }
}
