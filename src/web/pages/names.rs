//! Names of the register, offered while one is typed.

use axum::extract::State;
use axum::response::Response;

use crate::exchange::folded;
use crate::plan::Body;
use crate::present::body_words;
use crate::web::chrome::{View, given_as};
use crate::web::office::Office;
use crate::web::seen::Seen;

/// Names that are offered at once.
const OFFERED: usize = 20;

/// Names that hold what is typed, those that begin with it first, as a JSON
/// list of texts.
pub(in crate::web) async fn names(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| {
        let kinds: Vec<&str> = seen.given.all("kind").collect();
        let names = like(view, &kinds, &folded(seen.given.one("text").unwrap_or_default()));
        let list = serde_json::Value::from(names).to_string();
        Ok(given_as(list, "application/json", "names.json", false))
    })
}

fn like(view: &View<'_>, kinds: &[&str], typed: &str) -> Vec<String> {
    let register = view.state.register();
    let fits = |body: &&Body| {
        let kind = kinds.is_empty() || kinds.contains(&body.id.kind().word());
        kind && body.sealed_name().is_none() && register.merged_into(&body.id).is_none()
    };
    let mut found: Vec<(bool, String)> = Vec::new();
    for body in register.bodies().filter(fits) {
        let names: Vec<String> = body.names().into_iter().map(folded).collect();
        if names.iter().any(|name| name.contains(typed)) {
            let begins = names.iter().any(|name| name.starts_with(typed));
            found.push((!begins, body_words(view.messages, view.state, &body.id)));
        }
    }
    found.sort();
    found.dedup();
    found.into_iter().map(|(_, name)| name).take(OFFERED).collect()
}
