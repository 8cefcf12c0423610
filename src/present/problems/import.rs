//! What an import's files say that cannot be taken, in sentences.

use super::typed::with_nearest;
use super::{
    attribute_sentence, desk_sentence, field_sentence, near_words, text_sentence, type_sentence,
    typed_field_sentence, typed_sentence, unknown_sentence,
};
use crate::event::Day;
use crate::exchange::{
    CellFault, CsvTrouble, EncodingTrouble, ImportTrouble, LineTrouble, TableTrouble, WorkbookTrouble,
};
use crate::present::{Arg, Messages};

/// What is wrong at a place of an import's file, which is named before it.
pub fn import_sentence(messages: &Messages, trouble: &ImportTrouble) -> String {
    match trouble {
        ImportTrouble::Table(trouble) => table_sentence(messages, trouble),
        ImportTrouble::Line(trouble) => line_sentence(messages, trouble),
        ImportTrouble::NoRows => messages.word("import-no-rows"),
        ImportTrouble::NotRegister => messages.word("rows-not-register"),
        ImportTrouble::NotAnItem => messages.word("rows-not-items"),
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

fn csv_sentence(messages: &Messages, trouble: CsvTrouble) -> String {
    match trouble {
        CsvTrouble::Encoding(trouble) => encoding_sentence(messages, trouble),
        CsvTrouble::OpenQuote => messages.word("csv-open-quote"),
        CsvTrouble::AfterQuote => messages.word("csv-after-quote"),
        CsvTrouble::TooManyCells { limit } => messages.say("csv-cells", &[("limit", Arg::Count(limit))]),
        CsvTrouble::Columns { limit } => messages.say("workbook-columns", &[("limit", Arg::Count(limit))]),
        CsvTrouble::Empty => messages.word("csv-empty"),
    }
}

fn workbook_sentence(messages: &Messages, trouble: &WorkbookTrouble) -> String {
    let limited = |id: &str, limit: usize| messages.say(id, &[("limit", Arg::Count(limit))]);
    match trouble {
        WorkbookTrouble::Empty => messages.word("workbook-empty"),
        WorkbookTrouble::Legacy => messages.word("workbook-legacy"),
        WorkbookTrouble::Encrypted => messages.word("workbook-encrypted"),
        WorkbookTrouble::OtherForm(form) => messages.say("workbook-other-form", &[("form", Arg::Text(form))]),
        WorkbookTrouble::NotAWorkbook => messages.word("workbook-none"),
        WorkbookTrouble::Damaged(_) => messages.word("workbook-damaged"),
        WorkbookTrouble::TooLarge { megabytes } => {
            messages.say("workbook-too-large", &[("megabytes", Arg::Shown(megabytes))])
        }
        WorkbookTrouble::Sheets { limit } => limited("workbook-sheets", *limit),
        WorkbookTrouble::Columns { limit } => limited("workbook-columns", *limit),
        WorkbookTrouble::Cells { limit } => limited("workbook-cells", *limit),
        WorkbookTrouble::NoCells => messages.word("workbook-no-cells"),
    }
}

/// Why a cell of a spreadsheet holds no value.
pub fn cell_sentence(messages: &Messages, fault: &CellFault) -> String {
    match fault {
        CellFault::Error(value) => messages.say("cell-error", &[("value", Arg::Text(value))]),
        CellFault::NoValue => messages.word("cell-no-value"),
        CellFault::Date(number) => messages.say("cell-date", &[("number", Arg::Text(number))]),
    }
}

/// What is wrong at a place of a table, which is named before it.
pub(super) fn table_sentence(messages: &Messages, trouble: &TableTrouble) -> String {
    let about = |id: &str, name: &str, value: &str| messages.say(id, &[(name, Arg::Text(value))]);
    match trouble {
        TableTrouble::Csv(trouble) => csv_sentence(messages, *trouble),
        TableTrouble::Workbook(trouble) => workbook_sentence(messages, trouble),
        TableTrouble::Fault(fault) => cell_sentence(messages, fault),
        TableTrouble::Text(error) => text_sentence(messages, error),
        TableTrouble::NoListHeads => messages.word("list-no-heads"),
        TableTrouble::NoHeads => messages.word("sheet-no-heads"),
        TableTrouble::Rows { limit } => messages.say("import-rows", &[("limit", Arg::Count(*limit))]),
        TableTrouble::NoType => messages.word("csv-no-type"),
        TableTrouble::TypeTwice { head } => about("csv-type-twice", "head", head),
        TableTrouble::Head { head, near } => with_nearest(messages, about("csv-head", "head", head), near),
        TableTrouble::HeadTwoMeanings { head, column, field } => {
            let values =
                [("head", Arg::Text(head)), ("column", Arg::Text(column)), ("field", Arg::Text(field))];
            messages.say("csv-head-two-meanings", &values)
        }
        TableTrouble::SaidHead { head } => about("csv-said-head", "head", head),
        TableTrouble::HeadTwice { head } => about("csv-head-twice", "head", head),
        TableTrouble::NoColumn { head } => about("csv-no-column", "head", head),
        TableTrouble::NoHead { typed, in_sheet: false } => about("csv-no-head", "typed", typed),
        TableTrouble::NoHead { typed, in_sheet: true } => about("sheet-no-head", "typed", typed),
        TableTrouble::Type(error) => type_sentence(messages, error),
        TableTrouble::EmptyCell { head } => about("csv-empty-cell", "head", head),
        TableTrouble::Missing { kind, field, label } => {
            let label = messages.language().of(label);
            let values =
                [("kind", Arg::Text(kind)), ("field", Arg::Text(field)), ("label", Arg::Text(label))];
            messages.say("csv-missing", &values)
        }
        TableTrouble::DateTwice { heads: [on, other] } => {
            messages.say("csv-date-twice", &[("on", Arg::Text(on)), ("other", Arg::Text(other))])
        }
        TableTrouble::EndBeforeStart { from, to } => end_before_start(messages, *from, *to),
        TableTrouble::Cell { head, error } => {
            let problem = typed_sentence(messages, error);
            messages.say("typed-field", &[("field", Arg::Text(head)), ("problem", Arg::Text(&problem))])
        }
        TableTrouble::TwoNames { typed } => about("csv-two-names", "typed", typed),
        TableTrouble::Serial { head, typed, day } => {
            let day = day.to_string();
            let values = [("head", Arg::Text(head)), ("typed", Arg::Text(typed)), ("day", Arg::Text(&day))];
            messages.say("cell-serial", &values)
        }
        TableTrouble::Field { head, trouble } => typed_field_sentence(messages, head, trouble),
        TableTrouble::Id { typed } => about("import-id", "typed", typed),
        TableTrouble::NoSource { head } => about("csv-no-source", "head", head),
        TableTrouble::Basis { typed } => about("csv-basis", "typed", typed),
        TableTrouble::Indicator { typed, near } => {
            unknown_sentence(messages, "refused-unknown-indicator", typed, near)
        }
        TableTrouble::NoSheet { typed, known } if known.is_empty() => {
            about("sheet-none-here", "typed", typed)
        }
        TableTrouble::NoSheet { typed, known } => {
            let names = known.join(", ");
            messages.say("sheet-unknown", &[("typed", Arg::Text(typed)), ("names", Arg::Text(&names))])
        }
        of_body => body_row_sentence(messages, of_body),
    }
}

/// What is wrong with a line of the register, or with a name that would be one.
fn body_row_sentence(messages: &Messages, trouble: &TableTrouble) -> String {
    let about = |id: &str, typed: &str| messages.say(id, &[("typed", Arg::Text(typed))]);
    match trouble {
        TableTrouble::BodyKind { typed } => about("rows-body-kind", typed),
        TableTrouble::BodyId { typed } => about("rows-body-id", typed),
        TableTrouble::NoBodyId { typed } => about("rows-no-body-id", typed),
        TableTrouble::WhichKind { typed } => about("rows-which-kind", typed),
        TableTrouble::Attribute { head, error } => {
            let problem = attribute_sentence(messages, error);
            messages.say("typed-field", &[("field", Arg::Text(head)), ("problem", Arg::Text(&problem))])
        }
        TableTrouble::LikeBody { typed, near } => {
            let near = near_words(messages, near);
            messages.say("rows-like-body", &[("typed", Arg::Text(typed)), ("near", Arg::Text(&near))])
        }
        TableTrouble::LikeRow { typed, other, place } => {
            let values =
                [("typed", Arg::Text(typed)), ("other", Arg::Text(other)), ("place", Arg::Shown(place))];
            messages.say("rows-like-row", &values)
        }
        TableTrouble::ClosedNames { typed, closed } => {
            messages.say("rows-closed-names", &[("typed", Arg::Text(typed)), ("count", Arg::Count(*closed))])
        }
        other => other.to_string(),
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
