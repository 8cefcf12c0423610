//! `jalon serve`: pages over the ledger for one person at this machine.

use super::context::Context;
use super::waiting::Waiting;
use super::{Problem, Usage};
use crate::present::{Arg, Language, Messages};
use crate::vault::{Keys, Vault};
use crate::web::{Listening, Office, Served, Setup, serve};

/// Where.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The port; a free one where it is 0.
    #[arg(long, default_value = "4747", value_name = "PORT")]
    port: String,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let named = context.ledger.display().to_string();
    let context = &at_home(context);
    if let Some(office) = &context.office {
        already(context, office, &named);
        return Ok(());
    }
    let port: u16 = args.port.trim().parse().map_err(|_| Usage::Port(args.port.clone()))?;
    // A large ledger is read for a while: that is said before, not after.
    let reading = Waiting::begun(&context.messages.say("serve-reading", &[("ledger", Arg::Text(&named))]));
    let desk = context.open()?.into_own()?;
    reading.done();
    let listening = Listening::on(port).map_err(|source| Problem::Port { port, source })?;
    let state = desk.state();
    let vault: Option<Vault> = context.vault_of(state);
    let keys = context.keys(state).ok().map(Keys::whole);
    let office = Office::new(Setup {
        folder: context.ledger.clone(),
        vault,
        keys,
        author: context.author()?,
        desk,
        clock: Context::moment,
        ids: Context::new_id,
        language: context.messages.language(),
        port: listening.port(),
        announce,
    });
    let office = office.map_err(|source| Problem::Session(std::io::Error::other(source)))?;
    let counting = Waiting::begun(&context.messages.word("serve-making-ready"));
    office.make_ready();
    counting.done();
    let address = office.address();
    let ready = || {
        let values = [("ledger", Arg::Text(named.as_str())), ("address", Arg::Text(&address))];
        context.tell(&context.messages.say("serve-address", &values));
        context.tell(&context.messages.word("serve-end"));
    };
    let served = serve(listening, office, super::within::ANSWERING, ready)
        .map_err(|source| Problem::File { path: context.ledger.clone(), source })?;
    context.tell(&context.messages.word(match served {
        Served::Whole => "serve-ended",
        Served::Cut => "serve-cut",
    }));
    Ok(())
}

/// Where a server that holds the ledger shows it: it is asked for here by the same
/// account, at the same machine.
fn already(context: &Context, office: &Office, named: &str) {
    let address = office.address();
    let values = [("ledger", Arg::Text(named)), ("address", Arg::Text(&address))];
    context.tell(&context.messages.say("serve-already", &values));
}

/// The same with the ledger's whole path: commands are done for others from
/// where these were typed, so nothing of the ledger may be named from here.
fn at_home(context: &Context) -> Context {
    let mut home = context.in_same_language();
    if context.folder().is_ledger()
        && let Ok(whole) = std::path::absolute(&context.ledger)
    {
        home.ledger = whole;
    }
    home
}

/// Tells the next address where the last one has been used.
fn announce(language: Language, address: &str) {
    let messages = Messages::new(language);
    Context::tell_everyone(&messages.say("serve-again", &[("address", Arg::Text(address))]));
}
