//! The file before it is read as a workbook: what it is, and whether its parts
//! stay within limits when they are unpacked.

use std::io::{self, Cursor, Read};

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

/// Whether the bytes are those of a workbook within limits.
pub(super) fn check(bytes: &[u8]) -> Result<(), WorkbookTrouble> {
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
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| damaged(&error))?;
        // What a part says of its own size is not believed.
        let unpacked = io::copy(&mut part.take(room + 1), &mut io::sink());
        let unpacked = unpacked.map_err(|error| damaged(&error))?;
        room =
            room.checked_sub(unpacked).ok_or(WorkbookTrouble::TooLarge { megabytes: MAX_UNPACKED >> 20 })?;
    }
    Ok(())
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
    use super::check;
    use crate::exchange::WorkbookTrouble;

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
