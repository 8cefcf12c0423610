//! `jalon forget`: make what is sealed for a person unreadable, for good.

use uuid::Uuid;

use super::asking::{confirm_for_good, is_someone_there};
use super::context::Context;
use super::entry::{body_of, receipts};
use super::problem::PersonTrouble;
use super::{Problem, Usage};
use crate::event::{BodyId, BodyKind};
use crate::exchange::{BodyError, folded};
use crate::figures::State;
use crate::ledger::{Forgetting, Forgotten, Known};
use crate::present::Arg;

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
    let typed = typed.trim();
    if let Some(user) = typed.strip_prefix("user/").and_then(|id| id.parse::<Uuid>().ok()) {
        return Ok(BodyId::person(user));
    }
    if let Ok(id) = typed.parse::<BodyId>() {
        return if id.kind() == BodyKind::Person {
            Ok(id)
        } else {
            Err(PersonTrouble::None(typed.to_owned()).into())
        };
    }
    let mut found = recorders(context, state, typed);
    match body_of(context, state, typed) {
        Ok(body) if body.kind() == BodyKind::Person => found.push(body),
        Ok(_) if found.is_empty() => return Err(PersonTrouble::None(typed.to_owned()).into()),
        Err(problem @ Problem::Body(BodyError::Unknown { .. })) if found.is_empty() => return Err(problem),
        Ok(_) | Err(Problem::Body(BodyError::Unknown { .. })) => {}
        Err(problem) => return Err(problem),
    }
    match found.as_slice() {
        [one] => Ok(one.clone()),
        _ => Err(PersonTrouble::Several { typed: typed.to_owned(), persons: found }.into()),
    }
}

/// The recorders whose name that is, where it can be read here.
fn recorders(context: &Context, state: &State, typed: &str) -> Vec<BodyId> {
    let Some(vault) = context.vault_of(state) else { return vec![] };
    let is_it = |sealed: &crate::event::Sealed| {
        let name = vault.open(sealed).ok();
        name.as_ref().and_then(|name| name.as_text()).is_some_and(|name| folded(name) == folded(typed))
    };
    let named = state.named_users().filter(|(_, sealed)| is_it(sealed));
    named.map(|(_, sealed)| sealed.person.clone()).collect()
}
