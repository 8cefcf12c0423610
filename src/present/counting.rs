//! What a reader is told of a rule that was made of a few words.

use super::{Arg, Language, Messages};
use crate::ledger::How;
use crate::plan::{ActivityType, Words};

/// What is counted of a type, in both languages.
pub fn counting_words(kind: &ActivityType, how: &How) -> Words {
    let words = |language: Language| {
        let messages = Messages::new(language);
        let label = language.of(&kind.label);
        let (id, name) = match how {
            How::Entries => ("counting-entries", None),
            How::Sum(name) => ("counting-sum", Some(name)),
            How::Distinct(name) => ("counting-distinct", Some(name)),
        };
        let field = name.and_then(|name| kind.field(name)).map_or("", |field| language.of(&field.label));
        messages.say(id, &[("type", Arg::Text(label)), ("field", Arg::Text(field))])
    };
    Words { fr: words(Language::French), en: words(Language::English) }
}
