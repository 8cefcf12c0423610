//! Entries and the values in them.

use super::number;
use crate::event::{
    DecodeError, EntryError, IdError, MAX_ENTRY_BYTES, Misspelt, MomentError, MoneyError, PeriodError,
    TextError,
};
use crate::present::{Arg, Messages};

/// Why a text is not a day or a period.
pub fn day_sentence(messages: &Messages, error: &PeriodError) -> String {
    messages.word(match error {
        PeriodError::NotADay => "event-not-a-day",
        PeriodError::EndBeforeStart => "event-end-before-start",
    })
}

/// Why a text is not a moment.
pub fn moment_sentence(messages: &Messages, MomentError: &MomentError) -> String {
    messages.word("event-moment")
}

/// Why a text is not an id.
pub fn id_sentence(messages: &Messages, error: &IdError) -> String {
    let (id, typed) = match error {
        IdError::Entry(typed) => ("event-entry-id", typed),
        IdError::Body(typed) => ("event-body-id", typed),
    };
    messages.say(id, &[("typed", Arg::Text(typed))])
}

/// Why a text is not an amount of money.
pub fn money_sentence(messages: &Messages, error: &MoneyError) -> String {
    match error {
        MoneyError::Currency(typed) => messages.say("event-currency", &[("typed", Arg::Text(typed))]),
        MoneyError::Amount { amount, currency, digits } => messages.say(
            "event-amount",
            &[
                ("amount", Arg::Text(amount)),
                ("currency", Arg::Text(currency)),
                ("digits", Arg::Count(*digits as usize)),
            ],
        ),
    }
}

/// Why a text cannot be kept.
pub fn text_sentence(messages: &Messages, error: &TextError) -> String {
    match error {
        TextError::Turns(code) => {
            let code = format!("U+{code:04X}");
            messages.say("event-turns", &[("code", Arg::Text(&code))])
        }
        TextError::Control(code) => {
            messages.say("event-control", &[("code", Arg::Text(&format!("U+{code:04X}")))])
        }
        TextError::Empty => messages.word("event-empty"),
        TextError::TooLong { length, limit } => {
            let (length, limit) = (number(messages, *length), number(messages, *limit));
            messages.say("event-too-long", &[("length", Arg::Text(&length)), ("limit", Arg::Text(&limit))])
        }
    }
}

/// Why bytes are not an entry, or why something cannot be one.
pub fn entry_sentence(messages: &Messages, error: &EntryError) -> String {
    match error {
        EntryError::Form(DecodeError { at, reason }) => {
            let cause = misspelt_words(messages, *reason);
            messages.say("event-form", &[("byte", Arg::Shown(at)), ("cause", Arg::Text(&cause))])
        }
        EntryError::TooLarge(bytes) => {
            let (bytes, limit) = (number(messages, *bytes), number(messages, MAX_ENTRY_BYTES));
            messages.say("event-too-large", &[("bytes", Arg::Text(&bytes)), ("limit", Arg::Text(&limit))])
        }
        EntryError::Member(part, name) => {
            messages.say("event-member", &[("part", Arg::Text(part)), ("name", Arg::Text(name))])
        }
    }
}

fn misspelt_words(messages: &Messages, reason: Misspelt) -> String {
    messages.word(match reason {
        Misspelt::NotUtf8 => "misspelt-utf8",
        Misspelt::Trailing => "misspelt-trailing",
        Misspelt::Null => "misspelt-null",
        Misspelt::NoValue => "misspelt-value",
        Misspelt::NoObject => "misspelt-object",
        Misspelt::NoComma => "misspelt-comma",
        Misspelt::Name => "misspelt-name",
        Misspelt::Order => "misspelt-order",
        Misspelt::NoColon => "misspelt-colon",
        Misspelt::NoArray => "misspelt-array",
        Misspelt::Depth => "misspelt-depth",
        Misspelt::Integer => "misspelt-integer",
        Misspelt::Fraction => "misspelt-fraction",
        Misspelt::LargeInteger => "misspelt-large",
        Misspelt::NoString => "misspelt-string",
        Misspelt::LongText => "misspelt-long-text",
        Misspelt::LongArray => "misspelt-long-array",
        Misspelt::Control => "misspelt-control",
        Misspelt::Unescaped => "misspelt-unescaped",
        Misspelt::Unended => "misspelt-unended",
        Misspelt::Escape => "misspelt-escape",
    })
}
