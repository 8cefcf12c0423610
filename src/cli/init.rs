//! `jalon init`: open a new ledger.

use std::path::PathBuf;

use super::context::Context;
use super::plan::places;
use super::{Format, Problem, Usage};
use crate::event::{Author, AuthorType, Currency, MAX_NAME, Moment, YearEnd, Zone, clean_line};
use crate::ledger::{Changes, Command, Custody, Desk, NewLedger};
use crate::plan::{Opened, is_prefix};
use crate::present::{Arg, changes_json, opened_json};
use crate::proof::LedgerKey;
use crate::vault::{Account, Keys, Vault};

/// What the whole ledger keeps to; none of it can be changed later.
#[derive(clap::Args, Clone, Debug)]
pub struct Args {
    /// URI of the ledger, such as https://registre.exemple.org/activites.
    #[arg(long)]
    pub(super) source: String,
    /// Reverse-DNS prefix of its activity types, such as org.exemple.
    #[arg(long)]
    pub(super) prefix: String,
    /// IANA time zone of its days; the system's otherwise.
    #[arg(long)]
    pub(super) zone: Option<String>,
    /// Last day of its fiscal year, MM-DD.
    #[arg(long, default_value = "03-31")]
    pub(super) year_end: String,
    /// Its currency, ISO 4217.
    #[arg(long, default_value = "CAD")]
    pub(super) currency: String,
    /// Your name, which is sealed; that of your account otherwise.
    #[arg(long)]
    pub(super) name: Option<String>,
    /// Plan files to adopt; where they are wrong, no ledger is opened.
    #[arg(long, num_args = 1..)]
    pub(super) plan: Vec<PathBuf>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let plan = |desk: &Desk| match args.plan.as_slice() {
        [] => Ok(None),
        files => super::plan::read(desk.state(), files).map(Some),
    };
    let check = |trial: &mut Desk| {
        if let Some(plan) = plan(trial)? {
            Changes::of(trial.state(), &plan)?;
        }
        Ok(())
    };
    let adopt = |desk: &mut Desk| {
        let Some(plan) = plan(desk)? else { return Ok(None) };
        let changes = Changes::of(desk.state(), &plan)?;
        let (author, now) = (context.author()?, Context::moment());
        let command = Command::Plan(plan);
        Ok(Some((changes, desk.execute(command, author, now, context.accept_clock, &mut Context::new_id)?)))
    };
    let (desk, kept, adopted) = open(context, args, check, adopt)?;
    let state = desk.state();
    if let Some((changes, done)) = &adopted {
        super::plan::show(context, changes)?;
        super::plan::tell(context, state, done)?;
    }
    match context.format {
        Format::Json => {
            let plan = adopted.map(|(changes, done)| changes_json(&changes, &places(&done)));
            context.print_json(&opened_json(state, &context.ledger, &kept, plan.as_ref()))
        }
        Format::Text => context.print(&format!("{} · {}\n", context.ledger.display(), state.head())),
    }
}

/// Opens a new ledger with what it is filled with, and says where its key is. All of
/// it is tried first in a ledger of the same opening that is never written: where
/// that is refused, none is opened.
pub(super) fn open<T>(
    context: &Context,
    args: &Args,
    check: impl FnOnce(&mut Desk) -> Result<(), Problem>,
    fill: impl FnOnce(&mut Desk) -> Result<T, Problem>,
) -> Result<(Desk, PathBuf, T), Problem> {
    let mut opened = opened(args)?;
    let keys = Keys::of(opened.ledger, &context.ledger)?;
    let recorder = args.name.clone().unwrap_or_else(|| Account::current().name);
    let recorder = clean_line(&recorder, MAX_NAME)?;
    let moment = Context::moment();
    check(&mut trial(args, &opened, moment)?)?;
    let (desk, kept, filled) = context.make(|blank| {
        let key = LedgerKey::generate(&opened.origin)?;
        opened.verifierkey = key.verifier().to_string();
        let kept = keys.keep_signing(&key.to_file())?;
        let custody = Custody { vault: Vault::new(&context.ledger, keys), recorder };
        let new = NewLedger { source: args.source.clone(), opened };
        let mut desk = blank.begin(&new, custody, context.author()?, moment, &mut Context::new_id)?;
        let filled = fill(&mut desk)?;
        Ok((desk, kept, filled))
    })?;
    let path = kept.display().to_string();
    context.tell(&context.messages.say("init-key", &[("path", Arg::Text(&path))]));
    if args.zone.is_none() {
        let zone = desk.state().zone().to_string();
        context.tell(&context.messages.say("init-zone", &[("zone", Arg::Text(&zone))]));
    }
    Ok((desk, kept, filled))
}

/// A ledger of the same opening that is never written.
fn trial(args: &Args, opened: &Opened, moment: Moment) -> Result<Desk, Problem> {
    let key = LedgerKey::generate(&opened.origin)?;
    let opened = Opened { verifierkey: key.verifier().to_string(), ..opened.clone() };
    let new = NewLedger { source: args.source.clone(), opened };
    let author = Author { user: new.opened.ledger, kind: AuthorType::User };
    Ok(Desk::in_memory(&new, author, moment, &mut Context::new_id)?)
}

fn opened(args: &Args) -> Result<Opened, Problem> {
    let origin = args.source.split_once("://").map(|(_, rest)| rest.to_owned());
    let origin = origin.filter(|rest| !rest.is_empty() && !rest.contains(['+', ' ', '#']));
    let origin = origin.ok_or_else(|| Usage::Source(args.source.clone()))?;
    if !is_prefix(&args.prefix) || args.prefix.starts_with("jalon") {
        return Err(Usage::Prefix(args.prefix.clone()).into());
    }
    let zone = args.zone.clone().or_else(|| iana_time_zone::get_timezone().ok());
    let zone = zone.unwrap_or_else(|| "UTC".to_owned());
    zone.parse::<Zone>().map_err(|_| Usage::Zone(zone.clone()))?;
    args.year_end.parse::<YearEnd>().map_err(|_| Usage::YearEnd(args.year_end.clone()))?;
    args.currency.parse::<Currency>().map_err(Usage::Currency)?;
    Ok(Opened {
        format: 1,
        ledger: uuid::Uuid::new_v7(uuid::Timestamp::now(uuid::NoContext)),
        verifierkey: String::new(),
        origin,
        typeprefix: args.prefix.clone(),
        hash: Opened::HASH.to_owned(),
        tree: Opened::TREE.to_owned(),
        timezone: zone,
        fiscalyearend: args.year_end.clone(),
        currency: args.currency.clone(),
        languages: vec!["fr".to_owned(), "en".to_owned()],
        name: None,
        demonstration: false,
    })
}
