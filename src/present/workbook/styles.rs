//! How cells look: few colours, none that judges.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

/// The program's accent.
const ACCENT: Color = Color::RGB(0x0014_637A);
const SOFT: Color = Color::RGB(0x0058_636D);
const BAND: Color = Color::RGB(0x00EE_F3F6);
const LINE: Color = Color::RGB(0x00D5_DBE0);

/// The formats of all sheets.
pub(super) struct Styles {
    pub(super) title: Format,
    pub(super) soft: Format,
    pub(super) head: Format,
    pub(super) head_marks: Format,
    pub(super) head_number: Format,
    pub(super) objective: Format,
    pub(super) group: Format,
    pub(super) group_number: Format,
    pub(super) heading: Format,
    pub(super) label: Format,
    pub(super) label_under: Format,
    pub(super) number: Format,
    pub(super) words: Format,
    pub(super) marks: Format,
    pub(super) reached: Format,
    pub(super) plain: Format,
    pub(super) grade: Format,
    pub(super) date: Format,
    pub(super) linked: Format,
    pub(super) name: Format,
    pub(super) paragraph: Format,
}

impl Styles {
    pub(super) fn new() -> Self {
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
        }
    }

    /// A number that leads to what it is made of.
    pub(super) fn leading(&self) -> Format {
        self.number.clone().set_font_color(ACCENT)
    }
}
