//! `jalon repair`: rebuild one copy of a damaged ledger from the other.

use clap::ValueEnum;

use super::Problem;
use super::context::Context;
use super::entry::receipts;
use crate::event::{json_text, object, types};
use crate::ledger::Source;
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
    let repaired = folder.repair(source)?;
    if let Some(path) = &repaired.aside {
        let path = path.display().to_string();
        context.tell(&context.messages.say("repair-aside", &[("path", Arg::Text(&path))]));
    }
    let mut desk = context.with_custody(repaired.desk)?;
    let data = object([("from", json_text(word))]);
    let author = context.author()?;
    let (kind, now) = (types::LEDGER_REPAIRED, Context::moment());
    let done = desk.administer(kind, data, author, now, &mut Context::new_id)?;
    receipts(context, desk.state(), &done)
}
