//! How cells look: few colours, none that judges.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

/// The program's accent.
const ACCENT: Color = Color::RGB(0x0014_637A);
const SOFT: Color = Color::RGB(0x0058_636D);
const BAND: Color = Color::RGB(0x00EE_F3F6);
const LINE: Color = Color::RGB(0x00D5_DBE0);

/// The formats of all sheets.
pub(in crate::present) struct Styles {
    pub(in crate::present) title: Format,
    pub(in crate::present) soft: Format,
    pub(in crate::present) head: Format,
    pub(in crate::present) head_marks: Format,
    pub(in crate::present) head_number: Format,
    pub(in crate::present) objective: Format,
    pub(in crate::present) group: Format,
    pub(in crate::present) group_number: Format,
    pub(in crate::present) heading: Format,
    pub(in crate::present) label: Format,
    pub(in crate::present) label_under: Format,
    pub(in crate::present) number: Format,
    pub(in crate::present) words: Format,
    pub(in crate::present) marks: Format,
    pub(in crate::present) reached: Format,
    pub(in crate::present) plain: Format,
    pub(in crate::present) grade: Format,
    pub(in crate::present) date: Format,
    pub(in crate::present) linked: Format,
    pub(in crate::present) name: Format,
    pub(in crate::present) paragraph: Format,
    /// What is filled in by hand.
    pub(in crate::present) filled: Format,
    pub(in crate::present) filled_date: Format,
}

impl Styles {
    pub(in crate::present) fn new() -> Self {
        let base = || Format::new().set_font_name("Calibri").set_font_size(11).set_align(FormatAlign::Top);
        let row = || base().set_border_bottom(FormatBorder::Hair).set_border_bottom_color(LINE);
        let head = || {
            base()
                .set_bold()
                .set_text_wrap()
                .set_font_color(SOFT)
                .set_align(FormatAlign::Bottom)
                .set_border_bottom(FormatBorder::Medium)
                .set_border_bottom_color(ACCENT)
        };
        let left = |format: Format| format.set_align(FormatAlign::Left);
        let group = || row().set_bold().set_background_color(BAND);
        Self {
            title: base().set_bold().set_font_size(16),
            soft: base().set_font_color(SOFT),
            head: head(),
            head_marks: left(head()).set_indent(2),
            head_number: head().set_align(FormatAlign::Right),
            objective: base()
                .set_bold()
                .set_font_size(12)
                .set_font_color(ACCENT)
                .set_align(FormatAlign::Bottom),
            group: group().set_text_wrap(),
            group_number: group().set_align(FormatAlign::Right),
            heading: left(base()).set_italic().set_font_color(SOFT).set_indent(1).set_text_wrap(),
            label: left(row()).set_indent(1).set_text_wrap(),
            label_under: left(row()).set_indent(3).set_text_wrap(),
            number: row().set_align(FormatAlign::Right),
            words: row().set_text_wrap(),
            marks: left(row()).set_indent(2).set_font_color(SOFT),
            reached: left(group()).set_indent(2).set_text_wrap(),
            plain: row(),
            grade: left(row()).set_indent(1).set_text_wrap(),
            date: row().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
            linked: group().set_font_color(ACCENT).set_underline(FormatUnderline::Single),
            name: base().set_font_color(SOFT),
            paragraph: base().set_text_wrap(),
            filled: row().set_text_wrap().set_background_color(BAND),
            filled_date: row()
                .set_num_format("yyyy-mm-dd")
                .set_align(FormatAlign::Left)
                .set_background_color(BAND),
        }
    }

    /// A number that leads to what it is made of.
    pub(in crate::present) fn leading(&self) -> Format {
        self.number.clone().set_font_color(ACCENT)
    }
}
