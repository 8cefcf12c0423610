//! The first sheet: how the others are filled in. Its words stand in one
//! column, so that it is no table.

use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

use super::ToFill;
use crate::present::{Arg, Messages};

/// What the guide says, each on a line of its own.
const LINES: &[&str] = &[
    "template-how-rows",
    "template-how-required",
    "template-how-dates",
    "template-how-numbers",
    "template-how-many",
    "template-how-names",
    "template-how-import",
];

/// Characters of the one column, which a page of Letter or A4 has room for.
const WIDTH: u16 = 80;

/// Characters that surely stand on a line of it, whatever font stands in for
/// the one that a computer lacks.
const LINE: usize = 74;

/// The height of a line, in points.
const HEIGHT: u16 = 15;

/// Writes words on as many lines as they take: not every program that opens a
/// workbook works that out.
fn write_words(sheet: &mut Worksheet, row: u32, words: &str, format: &Format) -> Result<(), XlsxError> {
    let lines = u16::try_from(words.chars().count().div_ceil(LINE)).unwrap_or(u16::MAX).clamp(1, 20);
    sheet.set_row_height(row, HEIGHT * lines)?.write_string_with_format(row, 0, words, format)?;
    Ok(())
}

pub(super) fn write_guide(
    messages: &Messages,
    sheet: &mut Worksheet,
    holds: &[ToFill<'_>],
    names: &[String],
) -> Result<(), XlsxError> {
    let title = Format::new().set_bold().set_font_size(14);
    let head = Format::new().set_bold();
    let words = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.set_column_width(0, WIDTH)?;
    sheet.write_string_with_format(0, 0, messages.word("template-title"), &title)?;
    let mut row = 2;
    for id in LINES {
        write_words(sheet, row, &messages.word(id), &words)?;
        row += 1;
    }
    row += 1;
    sheet.write_string_with_format(row, 0, messages.word("template-types"), &head)?;
    for (holds, name) in holds.iter().zip(names) {
        row += 1;
        let help = match holds {
            ToFill::Type(kind) => kind.help.as_ref().map(|help| messages.language().of(help).to_owned()),
            ToFill::Totals => Some(messages.word("template-of-totals")),
            ToFill::Register => Some(messages.word("template-of-register")),
        };
        let text = match help {
            Some(help) => {
                messages.say("template-type", &[("name", Arg::Text(name)), ("help", Arg::Text(&help))])
            }
            None => name.clone(),
        };
        write_words(sheet, row, &text, &words)?;
    }
    sheet.set_portrait().set_paper_size(0).set_print_fit_to_pages(1, 0);
    Ok(())
}
