//! What an import's files say that cannot be taken, in sentences.

use super::typed::with_nearest;
use super::{
    desk_sentence, field_sentence, text_sentence, type_sentence, typed_field_sentence, typed_sentence,
    unknown_sentence,
};
use crate::event::Day;
use crate::exchange::{CsvTrouble, EncodingTrouble, ImportTrouble, LineTrouble};
use crate::present::{Arg, Messages};

/// What is wrong at a place of an import's file, which is named before it.
pub fn import_sentence(messages: &Messages, trouble: &ImportTrouble) -> String {
    match trouble {
        ImportTrouble::Csv(trouble) => csv_sentence(messages, trouble),
        ImportTrouble::Line(trouble) => line_sentence(messages, trouble),
        ImportTrouble::NoRows => messages.word("import-no-rows"),
        ImportTrouble::Field { problem, .. } => field_sentence(messages, problem),
        ImportTrouble::Refused(error) => desk_sentence(messages, error),
    }
}

fn encoding_sentence(messages: &Messages, trouble: EncodingTrouble) -> String {
    messages.word(match trouble {
        EncodingTrouble::Utf8 => "import-encoding-utf8",
        EncodingTrouble::NotUtf8 => "import-encoding-not-utf8",
        EncodingTrouble::Utf16 => "import-encoding-utf16",
        EncodingTrouble::Unknown => "import-encoding-unknown",
    })
}

fn csv_sentence(messages: &Messages, trouble: &CsvTrouble) -> String {
    let about = |id: &str, name: &str, value: &str| messages.say(id, &[(name, Arg::Text(value))]);
    match trouble {
        CsvTrouble::Encoding(trouble) => encoding_sentence(messages, *trouble),
        CsvTrouble::OpenQuote => messages.word("csv-open-quote"),
        CsvTrouble::AfterQuote => messages.word("csv-after-quote"),
        CsvTrouble::Empty => messages.word("csv-empty"),
        CsvTrouble::Rows { limit } => messages.say("import-rows", &[("limit", Arg::Count(*limit))]),
        CsvTrouble::NoType => messages.word("csv-no-type"),
        CsvTrouble::TypeTwice { head } => about("csv-type-twice", "head", head),
        CsvTrouble::Head { head, near } => with_nearest(messages, about("csv-head", "head", head), near),
        CsvTrouble::HeadTwoMeanings { head, column, field } => {
            let values =
                [("head", Arg::Text(head)), ("column", Arg::Text(column)), ("field", Arg::Text(field))];
            messages.say("csv-head-two-meanings", &values)
        }
        CsvTrouble::HeadTwice { head } => about("csv-head-twice", "head", head),
        CsvTrouble::NoColumn { head } => about("csv-no-column", "head", head),
        CsvTrouble::NoHead { typed } => about("csv-no-head", "typed", typed),
        CsvTrouble::Type(error) => type_sentence(messages, error),
        CsvTrouble::EmptyCell { head } => about("csv-empty-cell", "head", head),
        CsvTrouble::Missing { kind, field, label } => {
            let label = messages.language().of(label);
            let values =
                [("kind", Arg::Text(kind)), ("field", Arg::Text(field)), ("label", Arg::Text(label))];
            messages.say("csv-missing", &values)
        }
        CsvTrouble::DateTwice { heads: [on, other] } => {
            messages.say("csv-date-twice", &[("on", Arg::Text(on)), ("other", Arg::Text(other))])
        }
        CsvTrouble::EndBeforeStart { from, to } => end_before_start(messages, *from, *to),
        CsvTrouble::Cell { head, error } => {
            let problem = typed_sentence(messages, error);
            messages.say("typed-field", &[("field", Arg::Text(head)), ("problem", Arg::Text(&problem))])
        }
        CsvTrouble::Field { head, trouble } => typed_field_sentence(messages, head, trouble),
        CsvTrouble::Id { typed } => about("import-id", "typed", typed),
        CsvTrouble::NoSource { head } => about("csv-no-source", "head", head),
        CsvTrouble::Basis { typed } => about("csv-basis", "typed", typed),
        CsvTrouble::Indicator { typed, near } => {
            unknown_sentence(messages, "refused-unknown-indicator", typed, near)
        }
    }
}

pub(super) fn line_sentence(messages: &Messages, trouble: &LineTrouble) -> String {
    let about = |id: &str, name: &str, value: &str| messages.say(id, &[(name, Arg::Text(value))]);
    match trouble {
        LineTrouble::Encoding(trouble) => encoding_sentence(messages, *trouble),
        LineTrouble::Rows { limit } => messages.say("import-rows", &[("limit", Arg::Count(*limit))]),
        LineTrouble::Syntax => messages.word("line-syntax"),
        LineTrouble::Unfinished => messages.word("line-unfinished"),
        LineTrouble::NotAnObject => messages.word("line-not-an-object"),
        LineTrouble::Twice { member } => about("line-twice", "member", member),
        LineTrouble::Null { member } => about("line-null", "member", member),
        LineTrouble::Fraction { member } => about("line-fraction", "member", member),
        LineTrouble::Unknown { member, near } => {
            let near: Vec<String> = near.iter().map(|it| (*it).to_owned()).collect();
            with_nearest(messages, about("line-unknown", "member", member), &near)
        }
        LineTrouble::Missing { member } => about("line-missing", "member", member),
        LineTrouble::NotText { member } => about("line-not-text", "member", member),
        LineTrouble::Text { member, error } => {
            let problem = text_sentence(messages, error);
            messages.say("typed-field", &[("field", Arg::Text(member)), ("problem", Arg::Text(&problem))])
        }
        LineTrouble::Shape { member } => about("line-shape", "member", member),
        LineTrouble::Date { typed } => about("line-date", "typed", typed),
        LineTrouble::EndBeforeStart { from, to } => end_before_start(messages, *from, *to),
        LineTrouble::Id { typed } => about("import-id", "typed", typed),
        LineTrouble::Body { typed } => about("line-body", "typed", typed),
        LineTrouble::Ref { name } => about("line-ref", "name", name),
        LineTrouble::RefTwice { name } => about("line-ref-twice", "name", name),
        LineTrouble::Amendment => messages.word("line-amendment"),
        LineTrouble::RecordedTime => messages.word("line-recordedtime"),
    }
}

fn end_before_start(messages: &Messages, from: Day, to: Day) -> String {
    let (from, to) = (from.to_string(), to.to_string());
    messages.say("import-end-before-start", &[("from", Arg::Text(&from)), ("to", Arg::Text(&to))])
}
