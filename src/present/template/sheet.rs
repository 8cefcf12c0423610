//! The sheet of one type: its heads, what may stand below each, and what
//! belongs there.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, FormatAlign, FormatBorder, Note, Worksheet,
    XlsxError,
};

use super::lists::Lists;
use crate::exchange::{field_named, is_activity_column};
use crate::plan::{ActivityType, Field, FieldKind, folded};
use crate::present::{Arg, Messages};

/// Rows that are made ready; more may be filled in.
const ROWS: u32 = 1_000;

/// Characters of a message beside a cell, as spreadsheets limit it.
const MAX_MESSAGE: usize = 255;

/// A column to fill in.
struct Column {
    head: String,
    required: bool,
    /// What belongs there, all of it.
    help: String,
    /// How the cells show numbers; text as it is typed otherwise.
    format: &'static str,
    width: u16,
}

pub(super) fn write_sheet(
    messages: &Messages,
    sheet: &mut Worksheet,
    kind: &ActivityType,
    lists: &mut Lists<'_>,
) -> Result<(), XlsxError> {
    let fields: Vec<&Field> = kind.fields.iter().filter(|field| !field.retired).collect();
    let common = |id: &str, name: &str, required| common(messages, kind, id, name, required);
    let mut columns = vec![(common("on", "on", true), None)];
    columns.extend(fields.iter().map(|field| (of_field(messages, kind, field), Some(*field))));
    columns.push((common("subject", "subject", false), None));
    columns.push((common("note", "note", false), None));
    columns.push((common("source", "citation", false), None));
    for (at, (column, field)) in (0..).zip(&columns) {
        write_column(messages, sheet, at, column, *field, lists)?;
    }
    let last = u16::try_from(columns.len() - 1).unwrap_or(0);
    sheet.set_freeze_panes(1, 1)?.set_repeat_rows(0, 0)?.autofilter(0, 0, ROWS, last)?;
    sheet.set_row_height(0, 32)?.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

fn write_column(
    messages: &Messages,
    sheet: &mut Worksheet,
    at: u16,
    column: &Column,
    field: Option<&Field>,
    lists: &mut Lists<'_>,
) -> Result<(), XlsxError> {
    let mark = if column.required { " *" } else { "" };
    let head = head_format(column.required);
    sheet.write_string_with_format(0, at, format!("{}{mark}", column.head), &head)?;
    sheet.insert_note(
        0,
        at,
        &Note::new(&column.help).add_author_prefix(false).set_width(300).set_height(120),
    )?;
    let cells = Format::new().set_num_format(column.format);
    sheet.set_column_width(at, column.width)?.set_column_format(at, &cells)?;
    sheet.add_data_validation(1, at, ROWS, at, &validation(messages, column, field, lists)?)?;
    Ok(())
}

/// What is said beside a cell, and the list that it is chosen from.
fn validation(
    messages: &Messages,
    column: &Column,
    field: Option<&Field>,
    lists: &mut Lists<'_>,
) -> Result<DataValidation, XlsxError> {
    let list = field.filter(|field| !field.many).and_then(|field| lists.of(field));
    let rule = DataValidation::new();
    let rule = match list {
        Some(list) => rule.allow_list_formula(list),
        None => rule.allow_any_value(),
    };
    // A name that the register lacks may be meant; a word that is no choice not.
    let is_closed = field.is_some_and(|it| matches!(it.kind, FieldKind::Choice | FieldKind::YesNo));
    let (style, id) = if is_closed {
        (DataValidationErrorStyle::Stop, "template-not-a-choice")
    } else {
        (DataValidationErrorStyle::Warning, "template-not-in-register")
    };
    rule.set_error_style(style)
        .set_error_message(cut(&messages.word(id), MAX_MESSAGE))?
        .set_input_message(cut(&column.help, MAX_MESSAGE))
}

fn head_format(required: bool) -> Format {
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let head = head.set_border_bottom(FormatBorder::Thin).set_num_format("@").set_quote_prefix();
    if required { head.set_background_color(Color::RGB(0x00E6_E6E6)) } else { head }
}

/// A column that every activity has. Where the type has a field called so, it
/// stands under its own name, which is never a field's.
fn common(messages: &Messages, kind: &ActivityType, id: &str, name: &str, required: bool) -> Column {
    let word = messages.word(&format!("template-column-{id}"));
    let is_field =
        field_named(kind, &word).is_ok() || kind.fields.iter().any(|it| folded(&it.name) == folded(&word));
    let head = if is_field { name.to_owned() } else { word };
    let help = messages.word(&format!("template-help-{id}"));
    let width = if id == "on" { 16 } else { 24 };
    Column { head, required, help, format: "@", width }
}

fn of_field(messages: &Messages, kind: &ActivityType, field: &Field) -> Column {
    let language = messages.language();
    let label = language.of(&field.label);
    // What could mean two things is named so that it means one.
    let is_one = !is_activity_column(label) && field_named(kind, label).is_ok_and(|it| it.name == field.name);
    let head = if is_one { label.to_owned() } else { format!("fields.{}", field.name) };
    let help = field.help.as_ref().map(|help| language.of(help).to_owned());
    let how = messages.word(&format!("template-kind-{}", kind_word(field.kind)));
    let many = field.many.then(|| many(messages, field));
    let help: Vec<String> = [Some(label.to_owned()), help, Some(how), many].into_iter().flatten().collect();
    let (format, width) = match field.kind {
        FieldKind::Count if !field.many => ("#,##0", 14),
        FieldKind::Money if !field.many => ("#,##0.00", 16),
        FieldKind::Date if !field.many => ("yyyy\\-mm\\-dd", 14),
        FieldKind::YesNo => ("@", 12),
        _ => ("@", 24),
    };
    Column { head, required: field.required, help: help.join("\n"), format, width }
}

/// That several values may stand in a cell, and which where they are choices.
fn many(messages: &Messages, field: &Field) -> String {
    let label = |choice: &crate::plan::Choice| messages.language().of(&choice.label).to_owned();
    let choices: Vec<String> = field.choices.iter().map(label).collect();
    if choices.is_empty() {
        return messages.word("template-many");
    }
    messages.say("template-many-choices", &[("choices", Arg::Text(&choices.join("; ")))])
}

const fn kind_word(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Text => "text",
        FieldKind::YesNo => "yesno",
        FieldKind::Count => "count",
        FieldKind::Decimal => "decimal",
        FieldKind::Money => "money",
        FieldKind::Date => "date",
        FieldKind::Choice => "choice",
        FieldKind::Reference => "reference",
        FieldKind::Sealed => "sealed",
    }
}

/// The text within so many characters, as spreadsheets count them.
fn cut(text: &str, limit: usize) -> String {
    let length = |text: &str| text.encode_utf16().count();
    if length(text) <= limit {
        return text.to_owned();
    }
    let mut taken = 0;
    let within = text.chars().take_while(|letter| {
        taken += letter.len_utf16();
        taken < limit
    });
    within.collect::<String>() + "…"
}
