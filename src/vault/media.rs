//! What a document is, by its first bytes or by the end of its name.
//!
//! A short table instead of a library: the formats that offices keep as
//! evidence are few, and an honest `application/octet-stream` is better than a
//! guess out of a thousand.

/// Beginnings that mean one thing whatever the name says.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
];

/// Ends of names, in lower case.
const ENDINGS: &[(&str, &str)] = &[
    ("csv", "text/csv"),
    ("doc", "application/msword"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("eml", "message/rfc822"),
    ("heic", "image/heic"),
    ("htm", "text/html"),
    ("html", "text/html"),
    ("ics", "text/calendar"),
    ("json", "application/json"),
    ("md", "text/markdown"),
    ("mhtml", "multipart/related"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("msg", "application/vnd.ms-outlook"),
    ("odp", "application/vnd.oasis.opendocument.presentation"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("rtf", "application/rtf"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain"),
    ("warc", "application/warc"),
    ("webp", "image/webp"),
    ("xls", "application/vnd.ms-excel"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xml", "application/xml"),
    ("zip", "application/zip"),
];

/// The media type of a document, from its first bytes and its name.
pub(super) fn media_type(beginning: &[u8], name: &str) -> &'static str {
    let signed = SIGNATURES.iter().find(|(signature, _)| beginning.starts_with(signature));
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let named = || ENDINGS.iter().find(|(it, _)| Some(*it) == ending.as_deref()).map(|(_, kind)| *kind);
    signed.map(|(_, kind)| *kind).or_else(named).unwrap_or("application/octet-stream")
}

#[cfg(test)]
mod tests {
    use super::media_type;

    #[test]
    fn bytes_speak_before_names_and_what_is_unknown_is_said_to_be() {
        assert_eq!(media_type(b"%PDF-1.7", "lettre.txt"), "application/pdf");
        assert_eq!(media_type(b"PK\x03\x04", "budget.XLSX").split('.').next_back(), Some("sheet"));
        assert_eq!(media_type(b"bonjour", "note.txt"), "text/plain");
        for name in ["", "README", ".", "photo.jpg", "a.pdf", "archive.tar.gz"] {
            assert_eq!(media_type(b"bonjour", name), "application/octet-stream", "{name}");
        }
    }
}
