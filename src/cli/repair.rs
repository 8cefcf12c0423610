//! `jalon repair`: rebuild one copy of a damaged ledger from the other.

use clap::ValueEnum;

use super::Problem;
use super::context::Context;
use super::entry::receipts;
use crate::event::Hash;
use crate::ledger::{CopyEnd, Source, check_clock};
use crate::present::Arg;
use crate::present::problems::side_sentence;

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
    context.tell(&side_sentence(&context.messages, "lines/", &seen.twin));
    context.tell(&side_sentence(&context.messages, "store/", &seen.store));
    let Some(from) = args.from else {
        context.tell(&context.messages.word("repair-choose"));
        return if seen.twin.is_sound() && seen.store.is_sound() && seen.twin.head == seen.store.head {
            Ok(())
        } else {
            Err(Problem::Copies)
        };
    };
    let (source, word) = match from {
        Kept::Twin => (Source::Twin, "twin"),
        Kept::Store => (Source::Store, "store"),
    };
    let (kept, other) = match from {
        Kept::Twin => (&seen.twin, &seen.store),
        Kept::Store => (&seen.store, &seen.twin),
    };
    if let Some((first, last)) = &kept.ends {
        check_clock(first, last, Context::moment(), context.accept_clock)?;
    }
    let repaired = folder.repair(source)?;
    if let Some(path) = &repaired.aside {
        let path = path.display().to_string();
        context.tell(&context.messages.say("repair-aside", &[("path", Arg::Text(&path))]));
    }
    let mut desk = context.with_custody(repaired.desk)?;
    let aside = other.head.filter(|head| repaired.aside.is_some() && head.size > 0);
    let aside = aside.map(|head| CopyEnd { size: head.size, head: Hash(head.hash) });
    let done = desk.note_repair(word, aside, context.writer()?, &mut Context::new_id)?;
    receipts(context, &done)
}
