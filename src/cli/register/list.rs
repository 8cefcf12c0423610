//! The list of the register.

use super::{Args, kind_of};
use crate::cli::context::Context;
use crate::cli::{Format, Problem};
use crate::figures::State;
use crate::ledger::Known;
use crate::plan::{Body, PersonNames, folded};
use crate::present::{register_json, register_text};

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let kind = args.kind.as_deref().map(kind_of).transpose()?;
    let state = context.reading()?.state(Known::Now)?;
    let names = context.persons(&state);
    let words = args.text.as_deref().map(folded);
    let holds = |body: &Body| words.as_ref().is_none_or(|words| is_called(body, &names, words));
    let listed: Vec<&Body> = state
        .register()
        .bodies()
        .filter(|body| kind.is_none_or(|kind| body.id.kind() == kind) && holds(body))
        .collect();
    match context.format {
        Format::Json => context.print_json(&register_json(&state, &listed)),
        Format::Text => {
            context.print(&register_text(&context.messages, &state, &listed, &names, Context::width()))?;
            if listed.is_empty() {
                context.tell(&context.messages.word(none_of(&state)));
            }
            context.print_notice(&state)
        }
    }
}

/// Whether a name or the id of a body holds folded words.
fn is_called(body: &Body, names: &PersonNames, words: &str) -> bool {
    let opened = names.all(&body.id).iter().map(String::as_str);
    let called = body.names().into_iter().chain(opened).chain([body.id.as_str()]);
    called.into_iter().any(|name| folded(name).contains(words))
}

fn none_of(state: &State) -> &'static str {
    if state.register().bodies().next().is_none() { "register-empty" } else { "register-none" }
}
