//! Writes canonical bytes (RFC 8785 for our subset): names in byte order, no
//! white space, the shortest escapes.

use std::io::Write;

use super::{Json, Object};

/// Appends the canonical bytes of an object to `out`.
pub fn encode(members: &Object, out: &mut Vec<u8>) {
    out.push(b'{');
    for (index, (name, value)) in members.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        write_text(name, out);
        out.push(b':');
        encode_value(value, out);
    }
    out.push(b'}');
}

/// Appends the canonical bytes of a value of any kind to `out`.
pub fn encode_value(value: &Json, out: &mut Vec<u8>) {
    match value {
        Json::Bool(true) => out.extend_from_slice(b"true"),
        Json::Bool(false) => out.extend_from_slice(b"false"),
        Json::Int(number) => {
            // There is always room in memory.
            let _ = write!(out, "{number}");
        }
        Json::Text(text) => write_text(text, out),
        Json::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(b',');
                }
                encode_value(item, out);
            }
            out.push(b']');
        }
        Json::Object(members) => encode(members, out),
    }
}

/// The four escaping rules: quote, backslash, the five short names, and
/// `\u00xx` for the other controls. Only LF of the controls passes the border,
/// but the encoder stays right for all of them so that the oracle can hold it.
pub(super) fn write_text(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    escape(text, out);
    out.push(b'"');
}

/// The same without the quotes around it.
pub(super) fn escape(text: &str, out: &mut Vec<u8>) {
    let mut rest = text.as_bytes();
    // Most texts need no escape, which is seen of many bytes at once where none is
    // looked for alone.
    if !rest.iter().fold(false, |found, byte| found | is_escaped(*byte)) {
        return out.extend_from_slice(rest);
    }
    while let Some(at) = rest.iter().position(|byte| is_escaped(*byte)) {
        out.extend_from_slice(&rest[..at]);
        match rest[at] {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            0x08 => out.extend_from_slice(b"\\b"),
            b'\t' => out.extend_from_slice(b"\\t"),
            b'\n' => out.extend_from_slice(b"\\n"),
            0x0c => out.extend_from_slice(b"\\f"),
            b'\r' => out.extend_from_slice(b"\\r"),
            control => out.extend_from_slice(format!("\\u{control:04x}").as_bytes()),
        }
        rest = &rest[at + 1..];
    }
    out.extend_from_slice(rest);
}

const fn is_escaped(byte: u8) -> bool {
    byte < 0x20 || matches!(byte, b'"' | b'\\')
}
