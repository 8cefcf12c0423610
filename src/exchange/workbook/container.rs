//! The file before it is read as a workbook: what it is, and whether its parts
//! stay within limits when they are unpacked.

use std::io::{self, Cursor, Read, Write};

use memchr::memmem;
use zip::ZipArchive;

use super::{MAX_PARTS, MAX_UNPACKED, WorkbookTrouble};

/// What compound files begin with: .xls, and what is encrypted.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Whether the file is a workbook, in any form, by its name or its first bytes.
pub(in crate::exchange) fn is_workbook(name: &str, bytes: &[u8]) -> bool {
    let extension = std::path::Path::new(name).extension().and_then(|it| it.to_str()).unwrap_or_default();
    ["xlsx", "xlsm", "xltx", "xltm", "xls", "xlt", "xlsb", "ods"]
        .iter()
        .any(|known| extension.eq_ignore_ascii_case(known))
        || bytes.starts_with(COMPOUND)
        || bytes.starts_with(b"PK\x03\x04")
}

/// Refuses bytes that are no workbook within limits; says whether a formula may
/// stand in it.
pub(super) fn check(bytes: &[u8]) -> Result<bool, WorkbookTrouble> {
    if bytes.is_empty() {
        return Err(WorkbookTrouble::Empty);
    }
    if bytes.starts_with(COMPOUND) {
        let encrypted = holds_utf16(bytes, "EncryptedPackage");
        return Err(if encrypted { WorkbookTrouble::Encrypted } else { WorkbookTrouble::Legacy });
    }
    if !bytes.starts_with(b"PK") {
        return Err(WorkbookTrouble::NotAWorkbook);
    }
    let damaged = |error: &dyn ToString| WorkbookTrouble::Damaged(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    if archive.len() > MAX_PARTS {
        return Err(WorkbookTrouble::TooLarge { megabytes: MAX_UNPACKED >> 20 });
    }
    form(&archive)?;
    let mut room = MAX_UNPACKED;
    let mut looked = Looked::default();
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| damaged(&error))?;
        // What a part says of its own size is not believed.
        let unpacked = io::copy(&mut part.take(room + 1), &mut looked);
        let unpacked = unpacked.map_err(|error| damaged(&error))?;
        room =
            room.checked_sub(unpacked).ok_or(WorkbookTrouble::TooLarge { megabytes: MAX_UNPACKED >> 20 })?;
    }
    Ok(looked.has_formula)
}

/// What is looked for in all that is unpacked: the beginning of a formula, which is
/// `f` in any namespace. What looks like one and is none costs a second reading.
#[derive(Default)]
struct Looked {
    has_formula: bool,
    last: Vec<u8>,
}

impl Write for Looked {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.has_formula {
            // A mark may begin in what came before.
            let seen = [self.last.as_slice(), bytes].concat();
            let ends =
                |at: usize| matches!(seen.get(at + 2), Some(b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n'));
            let begins = |mark: &[u8; 2]| memmem::find_iter(&seen, mark).any(ends);
            self.has_formula = begins(b"<f") || begins(b":f");
            self.last = seen[seen.len().saturating_sub(2)..].to_vec();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whether the parts are those of a workbook in .xlsx.
fn form(archive: &ZipArchive<Cursor<&[u8]>>) -> Result<(), WorkbookTrouble> {
    let has = |end: &str| archive.file_names().flatten().any(|name| name.eq_ignore_ascii_case(end));
    if has("xl/workbook.bin") {
        return Err(WorkbookTrouble::OtherForm(".xlsb"));
    }
    if has("content.xml") && has("mimetype") {
        return Err(WorkbookTrouble::OtherForm(".ods"));
    }
    let is_workbook = has("[Content_Types].xml")
        && archive.file_names().flatten().any(|name| name.to_ascii_lowercase().ends_with("workbook.xml"));
    if is_workbook { Ok(()) } else { Err(WorkbookTrouble::NotAWorkbook) }
}

fn holds_utf16(bytes: &[u8], word: &str) -> bool {
    let wanted: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::{Looked, check};
    use crate::exchange::WorkbookTrouble;

    #[test]
    fn a_formula_is_seen_wherever_it_is_divided() -> std::io::Result<()> {
        for (text, is_one) in [
            ("<c r=\"A1\"><f>1+1</f></c>", true),
            ("<x:c><x:f t=\"shared\"/></x:c>", true),
            ("<c r=\"A1\" s=\"3\"/><font/><fill>f</fill>", false),
        ] {
            for size in 1..text.len() {
                let mut looked = Looked::default();
                for part in text.as_bytes().chunks(size) {
                    looked.write_all(part)?;
                }
                assert_eq!(looked.has_formula, is_one, "{text} by {size}");
            }
        }
        Ok(())
    }

    #[test]
    fn what_is_no_workbook_is_told_by_what_it_is() {
        assert_eq!(check(b""), Err(WorkbookTrouble::Empty));
        assert_eq!(check(b"a;b\n1;2\n"), Err(WorkbookTrouble::NotAWorkbook));
        let compound = [super::COMPOUND, &[0; 600]].concat();
        assert_eq!(check(&compound), Err(WorkbookTrouble::Legacy));
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(check(&[compound, name].concat()), Err(WorkbookTrouble::Encrypted));
        assert!(matches!(check(b"PK\x03\x04..."), Err(WorkbookTrouble::Damaged(_))));
    }
}
