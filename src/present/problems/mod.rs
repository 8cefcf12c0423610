//! Why something is not done, in sentences: for each error one exhaustive
//! `match`, so that an error without a sentence does not compile.
//!
//! A sentence says what and where; a second line, where there is one, says
//! what to do.

mod adopt;
mod audit;
mod draft;
mod event;
mod exchange;
mod figures;
mod file;
mod import;
mod ledger;
mod log;
mod named;
mod new_type;
mod plan;
mod plan_file;
mod plan_refusal;
mod proof;
mod sampled;
mod typed;
mod vault;
mod workbook;

use super::{Arg, Messages, count_words};
use crate::plan::Near;

pub use adopt::adopt_sentence;
pub use audit::{document_fault_word, document_sentence_of, fault_sentence, finding_sentence};
pub use draft::{draft_sentence, unprinted_sentence};
pub use event::{day_sentence, entry_sentence, id_sentence, moment_sentence, money_sentence, text_sentence};
pub use exchange::bundle_sentence;
pub use figures::{replay_sentence, ruling_sentence};
pub use file::{file_sentence, io_words};
pub use import::{cell_sentence, import_sentence};
pub use ledger::{desk_sentence, refusal_sentence};
pub use log::{log_sentence, notice_sentence, side_sentence};
pub use named::other_entry_sentence;
pub use new_type::new_type_sentence;
pub use plan::{definition_sentence, field_sentence, plan_sentence};
pub use plan_file::{attribute_sentence, plan_file_sentence};
pub use proof::{
    checkpoint_sentence, claim_sentence, key_sentence, proof_file_sentence, proof_sentence, proving_sentence,
    signing_sentence, tiles_sentence,
};
pub use sampled::{paper_sentence, unsampled_sentence};
pub use typed::{
    amount_sentence, body_sentence, date_sentence, person_sentence, type_sentence, typed_field_sentence,
    typed_sentence, with_closed,
};
pub use vault::{sealing_sentence, vault_sentence};
pub use workbook::workbook_sentence;

/// A sentence about something that does not exist, with what is like it.
pub fn unknown_sentence(messages: &Messages, id: &str, typed: &str, near: &[Near]) -> String {
    let words = near_words(messages, near);
    let values =
        [("typed", Arg::Text(typed)), ("near", Arg::Text(&words)), ("count", Arg::Count(near.len()))];
    messages.say(id, &values)
}

/// What is like what was typed: `newsletter.sent (Infolettre), …`.
fn near_words(messages: &Messages, near: &[Near]) -> String {
    let is_named =
        |label: &str| near.iter().filter(|it| messages.language().of(&it.label) == label).count() == 1;
    let one = |it: &Near| match messages.language().of(&it.label) {
        // On pages the label is typed or chosen; ids are for who writes commands.
        label if messages.is_on_pages() && is_named(label) => label.to_owned(),
        label if messages.is_on_pages() => format!("{label} ({})", it.id),
        label if label == it.id => it.id.clone(),
        label => format!("{} ({label})", it.id),
    };
    near.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// A whole number, as a limit or a length.
fn number(messages: &Messages, number: usize) -> String {
    count_words(messages.language(), number as u64)
}
