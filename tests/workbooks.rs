//! Workbooks written by hand, part by part: another hand than the one that
//! writes ours, and able to write what spreadsheets never would.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Number formats by their place among the styles.
const FORMATS: &[&str] =
    &["General", "0.0%", "yyyy\\-mm\\-dd", "#,##0.00\\ \"$\"", "#,##0.00\\ [$€-40C]", "@"];

/// The bytes of a workbook from lines such as `Feuille!B4 VALUE`, where a
/// value is a text, or begins with a mark:
///
/// ```text
/// #1.5    a number            %0.56   a percentage       @45382  a date's serial
/// $1200.5 an amount in $      €12     an amount in €     ?true   a boolean
/// =A1+1   a formula whose value was not saved            =A1|3   one whose value is 3
/// !#REF!  an error            \#1     the text #1
/// ```
///
/// `Feuille!B4:C5` merges cells, `Feuille!hidden` hides the sheet, `!1904`
/// counts its days from 1904.
pub(crate) fn workbook(lines: &[&str]) -> Vec<u8> {
    zipped(&parts(lines))
}

/// The parts of that workbook, by name.
pub(crate) fn parts(lines: &[&str]) -> Vec<(String, String)> {
    let mut book = Book::default();
    for line in lines {
        book.line(line);
    }
    book.parts()
}

#[derive(Default)]
struct Book {
    is_1904: bool,
    sheets: Vec<Sheet>,
}

#[derive(Default)]
struct Sheet {
    name: String,
    hidden: bool,
    cells: Vec<(usize, String)>,
    merged: Vec<String>,
}

impl Book {
    fn line(&mut self, line: &str) {
        if line == "!1904" {
            self.is_1904 = true;
            return;
        }
        let (name, rest) = line.split_once('!').unwrap();
        let at = self.sheets.iter().position(|sheet| sheet.name == name).unwrap_or_else(|| {
            self.sheets.push(Sheet { name: name.to_owned(), ..Sheet::default() });
            self.sheets.len() - 1
        });
        let sheet = &mut self.sheets[at];
        match rest.split_once(' ') {
            Some((place, value)) => {
                let row = place.trim_start_matches(char::is_alphabetic).parse().unwrap();
                sheet.cells.push((row, cell(place, value)));
            }
            None if rest == "hidden" => sheet.hidden = true,
            None => sheet.merged.push(rest.to_owned()),
        }
    }

    fn parts(&self) -> Vec<(String, String)> {
        let numbered = || self.sheets.iter().enumerate().map(|(at, sheet)| (at + 1, sheet));
        let types: Vec<String> = numbered()
            .map(|(at, _)| format!("<Override PartName=\"/xl/worksheets/sheet{at}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))
            .collect();
        let sheets: Vec<String> = numbered()
            .map(|(at, sheet)| {
                let state = if sheet.hidden { " state=\"hidden\"" } else { "" };
                format!("<sheet name=\"{}\" sheetId=\"{at}\"{state} r:id=\"rId{at}\"/>", escaped(&sheet.name))
            })
            .collect();
        let relations: Vec<String> = numbered()
            .map(|(at, _)| format!("<Relationship Id=\"rId{at}\" Type=\"{RELATION}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"))
            .collect();
        let [types, sheets, relations] = [types, sheets, relations].map(|each| each.concat());
        let epoch = if self.is_1904 { "<workbookPr date1904=\"1\"/>" } else { "" };
        let mut parts = vec![
            (
                "[Content_Types].xml".to_owned(),
                format!(
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>{types}</Types>"
                ),
            ),
            (
                "_rels/.rels".to_owned(),
                format!(
                    "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{RELATION}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                ),
            ),
            (
                "xl/workbook.xml".to_owned(),
                format!(
                    "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATION}\">{epoch}<sheets>{sheets}</sheets></workbook>"
                ),
            ),
            (
                "xl/_rels/workbook.xml.rels".to_owned(),
                format!(
                    "<Relationships xmlns=\"{PACKAGE}\">{relations}<Relationship Id=\"rId900\" Type=\"{RELATION}/styles\" Target=\"styles.xml\"/></Relationships>"
                ),
            ),
            ("xl/styles.xml".to_owned(), styles()),
        ];
        parts.extend(numbered().map(|(at, sheet)| (format!("xl/worksheets/sheet{at}.xml"), sheet.xml())));
        parts
    }
}

impl Sheet {
    fn xml(&self) -> String {
        let mut rows = std::collections::BTreeMap::<usize, String>::new();
        for (row, cell) in &self.cells {
            rows.entry(*row).or_default().push_str(cell);
        }
        let rows: Vec<String> =
            rows.iter().map(|(row, cells)| format!("<row r=\"{row}\">{cells}</row>")).collect();
        let merged: Vec<String> =
            self.merged.iter().map(|range| format!("<mergeCell ref=\"{range}\"/>")).collect();
        let (rows, merged) = (rows.concat(), merged.concat());
        let merged = if merged.is_empty() { merged } else { format!("<mergeCells>{merged}</mergeCells>") };
        format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData>{merged}</worksheet>")
    }
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

fn cell(place: &str, value: &str) -> String {
    let number = |style: usize, number: &str| format!("<c r=\"{place}\" s=\"{style}\"><v>{number}</v></c>");
    let rest = value.get(1..).unwrap_or_default();
    match value.chars().next() {
        Some('#') => number(0, rest),
        Some('%') => number(1, rest),
        Some('@') => number(2, rest),
        Some('$') => number(3, rest),
        Some('€') => number(4, value.trim_start_matches('€')),
        Some('?') => format!("<c r=\"{place}\" t=\"b\"><v>{}</v></c>", u8::from(rest == "true")),
        Some('!') => format!("<c r=\"{place}\" t=\"e\"><v>{rest}</v></c>"),
        Some('=') => {
            let (formula, saved) = rest.split_once('|').unwrap_or((rest, ""));
            format!("<c r=\"{place}\"><f>{}</f><v>{saved}</v></c>", escaped(formula))
        }
        _ => {
            let text = escaped(value.strip_prefix('\\').unwrap_or(value));
            format!("<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
        }
    }
}

fn styles() -> String {
    let formats: Vec<String> = FORMATS
        .iter()
        .enumerate()
        .map(|(at, code)| format!("<numFmt numFmtId=\"{}\" formatCode=\"{}\"/>", at + 164, escaped(code)))
        .collect();
    let used: Vec<String> = (0..FORMATS.len())
        .map(|at| format!("<xf numFmtId=\"{}\" applyNumberFormat=\"1\"/>", at + 164))
        .collect();
    let (formats, used) = (formats.concat(), used.concat());
    format!("<styleSheet xmlns=\"{MAIN}\"><numFmts>{formats}</numFmts><cellXfs>{used}</cellXfs></styleSheet>")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Parts as a zip file.
pub(crate) fn zipped(parts: &[(String, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in parts {
        writer.start_file(name.as_str(), options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A small file that unpacks to more than is read.
pub(crate) fn bomb() -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for name in ["[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"] {
        writer.start_file(name, options).unwrap();
        let spaces = vec![b' '; 1 << 20];
        for _ in 0..90 {
            writer.write_all(&spaces).unwrap();
        }
    }
    writer.finish().unwrap().into_inner()
}

/// What a compound file begins with: .xls, or with a name what is encrypted.
pub(crate) fn compound(name: &str) -> Vec<u8> {
    let head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    let name = name.encode_utf16().flat_map(u16::to_le_bytes);
    head.into_iter().chain(std::iter::repeat_n(0, 600)).chain(name).collect()
}
