//! A column to fill in: its head, what may stand below it, and what belongs
//! there.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, FormatAlign, FormatBorder, Formula, Note,
    Worksheet, XlsxError,
};

use crate::present::Messages;

/// Rows that are made ready; more may be filled in.
const ROWS: u32 = 1_000;

/// Characters of a message beside a cell, as spreadsheets limit it.
const MAX_MESSAGE: usize = 255;

/// The widest a head is before it goes on in a second line.
const HEAD: u16 = 20;

/// A column to fill in.
pub(super) struct Column {
    /// What stands above it.
    pub head: String,
    /// Whether a row needs it.
    pub required: bool,
    /// What belongs there, all of it.
    pub help: String,
    /// How the cells show numbers; text as it is typed otherwise.
    pub format: &'static str,
    /// Characters that its cells show.
    pub width: u16,
    /// What it is chosen from.
    pub list: List,
}

/// What a cell is chosen from.
pub(super) enum List {
    /// Nothing: it is written.
    None,
    /// One of these and nothing else.
    Closed(Formula),
    /// One of these, or something new after a warning, whose message this is.
    Open(Formula, &'static str),
}

impl Column {
    /// A column of text.
    pub(super) fn text(head: String, help: String, width: u16) -> Self {
        Self { head, required: false, help, format: "@", width, list: List::None }
    }

    /// The same where a row needs it.
    pub(super) fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// The same where it is chosen from a list.
    pub(super) fn of(self, list: List) -> Self {
        Self { list, ..self }
    }
}

/// Writes the heads and makes the rows ready.
pub(super) fn write_columns(
    messages: &Messages,
    sheet: &mut Worksheet,
    columns: &[Column],
) -> Result<(), XlsxError> {
    for (at, column) in (0..).zip(columns) {
        write_column(messages, sheet, at, column)?;
    }
    let last = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(0);
    sheet.set_freeze_panes(1, 1)?.set_repeat_rows(0, 0)?.autofilter(0, 0, ROWS, last)?;
    sheet.set_row_height(0, 32)?.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

fn write_column(
    messages: &Messages,
    sheet: &mut Worksheet,
    at: u16,
    column: &Column,
) -> Result<(), XlsxError> {
    let mark = if column.required { " *" } else { "" };
    let text = format!("{}{mark}", column.head);
    sheet.write_string_with_format(0, at, &text, &head_format(column.required))?;
    let note = Note::new(&column.help).add_author_prefix(false).set_width(300).set_height(120);
    sheet.insert_note(0, at, &note)?;
    // Beside the text of a head stands the button of its filter.
    let length = u16::try_from(text.chars().count() + 3).unwrap_or(u16::MAX);
    let cells = Format::new().set_num_format(column.format).set_align(FormatAlign::Top);
    let cells = if column.format == "@" { cells.set_text_wrap() } else { cells };
    sheet.set_column_width(at, column.width.max(length.min(HEAD)))?.set_column_format(at, &cells)?;
    sheet.add_data_validation(1, at, ROWS, at, &validation(messages, column)?)?;
    Ok(())
}

/// What is said beside a cell, and the list that it is chosen from.
fn validation(messages: &Messages, column: &Column) -> Result<DataValidation, XlsxError> {
    let rule = DataValidation::new();
    let rule = match &column.list {
        List::None => rule.allow_any_value(),
        List::Closed(list) | List::Open(list, _) => rule.allow_list_formula(list.clone()),
    };
    // Something that a list lacks may be meant; a word that is no choice not.
    let (style, id) = match &column.list {
        List::Closed(_) => (DataValidationErrorStyle::Stop, Some("template-not-a-choice")),
        List::Open(_, id) => (DataValidationErrorStyle::Warning, Some(*id)),
        List::None => (DataValidationErrorStyle::Information, wrong_kind(column.format)),
    };
    let rule = rule.set_error_style(style).set_input_message(cut(&column.help, MAX_MESSAGE))?;
    id.map_or_else(
        || Ok(rule.clone()),
        |id| rule.clone().set_error_message(cut(&messages.word(id), MAX_MESSAGE)),
    )
}

/// What is said of a cell that holds something else than its format shows.
fn wrong_kind(format: &str) -> Option<&'static str> {
    match format {
        "@" => None,
        format if format.starts_with("yyyy") => Some("template-not-a-date"),
        _ => Some("template-not-a-number"),
    }
}

fn head_format(required: bool) -> Format {
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let head = head.set_border_bottom(FormatBorder::Thin).set_num_format("@").set_quote_prefix();
    if required { head.set_background_color(Color::RGB(0x00E6_E6E6)) } else { head }
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
