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

pub(super) fn write_guide(
    messages: &Messages,
    sheet: &mut Worksheet,
    holds: &[ToFill<'_>],
    names: &[String],
) -> Result<(), XlsxError> {
    let title = Format::new().set_bold().set_font_size(14);
    let head = Format::new().set_bold();
    let words = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.set_column_width(0, 100)?;
    sheet.write_string_with_format(0, 0, messages.word("template-title"), &title)?;
    let mut row = 2;
    for id in LINES {
        sheet.write_string_with_format(row, 0, messages.word(id), &words)?;
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
        sheet.write_string_with_format(row, 0, text, &words)?;
    }
    sheet.set_portrait().set_paper_size(0).set_print_fit_to_pages(1, 0);
    Ok(())
}
