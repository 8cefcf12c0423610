//! What goes wrong, in sentences: one file for each area, one exhaustive
//! `match` for each error.

mod import;
mod typed;

pub use import::import_sentence;
pub use typed::{
    amount_sentence, body_sentence, date_sentence, text_sentence, type_sentence, typed_field_sentence,
    typed_sentence,
};
