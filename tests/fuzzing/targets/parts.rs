//! Workbooks from the texts of their parts, so that what is tried is what a
//! spreadsheet says and not how it is packed.
//!
//! ```text
//! == xl/worksheets/sheet1.xml        a line that names a part
//! <worksheet>…</worksheet>           its text, up to the next such line
//! ```
//!
//! Parts that every workbook has are added where they are not given.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const MARK: &[u8] = b"== ";

const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook of these parts; where none is named all of it is the first sheet.
pub(super) fn packed(text: &[u8]) -> Vec<u8> {
    let mut parts = given(text);
    for (name, text) in always() {
        if !parts.iter().any(|(given, _)| given == name) {
            parts.push((name.to_owned(), text.into_bytes()));
        }
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in parts {
        // A second part of one name is none.
        if zip.start_file(name, stored).is_ok() {
            zip.write_all(&text).unwrap();
        }
    }
    zip.finish().unwrap().into_inner()
}

fn given(text: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut parts = vec![("xl/worksheets/sheet1.xml".to_owned(), Vec::new())];
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        match line.strip_prefix(MARK) {
            Some(name) => parts.push((String::from_utf8_lossy(name).trim().to_owned(), Vec::new())),
            None => parts.last_mut().unwrap().1.extend_from_slice(line),
        }
    }
    parts.retain(|(name, text)| !name.is_empty() && !text.is_empty());
    parts
}

fn always() -> [(&'static str, String); 4] {
    let package = "http://schemas.openxmlformats.org/package/2006";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let related = |kind: &str, target: &str| {
        format!("<Relationship Id=\"{kind}\" Type=\"{RELATION}/{kind}\" Target=\"{target}\"/>")
    };
    let relations =
        |all: &str| format!("<Relationships xmlns=\"{package}/relationships\">{all}</Relationships>");
    let inside = [
        related("worksheet", "worksheets/sheet1.xml"),
        related("sharedStrings", "sharedStrings.xml"),
        related("styles", "styles.xml"),
    ];
    [
        ("[Content_Types].xml", format!("<Types xmlns=\"{package}/content-types\"/>")),
        ("_rels/.rels", relations(&related("officeDocument", "xl/workbook.xml"))),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{RELATION}\"><sheets>\
                 <sheet name=\"Feuille\" sheetId=\"1\" r:id=\"worksheet\"/></sheets></workbook>"
            ),
        ),
        ("xl/_rels/workbook.xml.rels", relations(&inside.concat())),
    ]
}
