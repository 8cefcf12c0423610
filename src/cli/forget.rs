//! `jalon forget`: make what is sealed for a person unreadable, for good.

use super::asking::{confirm_for_good, is_someone_there};
use super::context::Context;
use super::entry::{receipts, setting};
use super::{Problem, Usage};
use crate::event::{BodyId, Sealed};
use crate::exchange::{PersonError, Remedy, typed_person};
use crate::figures::State;
use crate::ledger::{Forgetting, Forgotten, Known};
use crate::present::Arg;
use crate::vault::KeyKept;

/// Whose, and why.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// A person of the register, by id or name, or a recorder, by user/ID or name.
    person: String,
    /// Why.
    #[arg(long)]
    reason: String,
    /// Ask nothing, at a terminal either.
    #[arg(long)]
    yes: bool,
    /// Record it though the key is not on this computer: it is lost, and no copy is left.
    #[arg(long)]
    key_lost: bool,
}

impl Args {
    /// Whether nobody is to be asked.
    pub(super) const fn is_agreed(&self) -> bool {
        self.yes
    }
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    if !args.yes {
        agree(context, args)?;
    }
    let mut desk = context.open()?;
    let person = person_of(context, desk.state(), &args.person)?;
    let far = Forgotten::of(desk.state(), &person)?;
    let ledger = desk.state().opened().map(|opened| opened.ledger).unwrap_or_default();
    let vault = context.vault(ledger)?;
    let forgetting = Forgetting { person, reason: &args.reason, is_lost: args.key_lost };
    let is_here = |id: &BodyId| vault.kept(id).is_ok_and(|kept| kept != KeyKept::Nowhere);
    let was_here = args.key_lost && far.open.iter().any(is_here);
    let done = forgetting.run(&far, &vault, &mut |command| desk.execute(context, command))?;
    // What pages keep of files and forms may name whom nothing is to name any more.
    if let Some(office) = &context.office {
        office.let_go();
    }
    if done.is_empty() {
        context
            .tell(&context.messages.say("forget-done-before", &[("typed", Arg::Text(args.person.trim()))]));
        return receipts(context, desk.state(), &done);
    }
    receipts(context, desk.state(), &done)?;
    if was_here {
        context.tell(&context.messages.word("forget-key-was-here"));
    }
    context.tell(&context.messages.word("forget-backups"));
    Ok(())
}

/// Asks whoever is there; where nobody is, it has to be said beforehand.
fn agree(context: &Context, args: &Args) -> Result<(), Problem> {
    if !is_someone_there(context) {
        return Err(Usage::NotAgreed.into());
    }
    let state = context.reading()?.state(Known::Now)?;
    let person = person_of(context, &state, &args.person)?;
    let ids = Forgotten::of(&state, &person)?.ids;
    let ids: Vec<&str> = ids.iter().map(BodyId::as_str).collect();
    let values = [("typed", Arg::Text(args.person.trim())), ("ids", Arg::Text(&ids.join(", ")))];
    let question = context.messages.say("forget-ask", &values);
    if confirm_for_good(context, &question)? { Ok(()) } else { Err(Problem::Unanswered) }
}

/// The person that was typed.
fn person_of(context: &Context, state: &State, typed: &str) -> Result<BodyId, Problem> {
    let vault = context.vault_of(state);
    let open = |sealed: &Sealed| vault.as_ref()?.open(sealed).ok()?.as_text().map(str::to_owned);
    let setting = setting(context, state).with(Remedy::None);
    typed_person(state, typed, &setting, &open).map_err(|error| match error {
        PersonError::Body(error) => Problem::Body(error),
        other => Problem::Person(other),
    })
}
