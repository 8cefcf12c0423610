//! A checkpoint in a text around it: in the notice of a closing, however that was kept.

use super::checkpoint::{CheckpointError, SignedCheckpoint};

/// How each signature begins (C2SP signed-note).
const SIGNATURE: &str = "— ";
/// What a page writes for a letter of an origin that means something to it.
const ESCAPED: [(&str, &str); 6] =
    [("&#38;", "&"), ("&amp;", "&"), ("&#39;", "'"), ("&#x27;", "'"), ("&quot;", "\""), ("&#34;", "\"")];

impl SignedCheckpoint {
    /// The checkpoint that a file is, or the first that stands in it: among the lines of a
    /// notice as text or as a page, or as the member `checkpoint` of one for programs. Of
    /// what stands around it nothing is believed.
    pub fn within(text: &str) -> Result<Self, CheckpointError> {
        let alone = Self::read(text);
        if alone.is_ok() {
            return alone;
        }
        let member = serde_json::from_str::<serde_json::Value>(text).ok();
        let member = member.as_ref().and_then(|it| it["checkpoint"].as_str());
        member.map(str::to_owned).or_else(|| among_lines(text)).map_or(alone, |note| Self::read(&note))
    }
}

/// The lines of a note: those before an empty one that signatures follow.
fn among_lines(text: &str) -> Option<String> {
    // On a page it stands in an element of its own.
    let text = text.find("<pre").map_or(text, |from| &text[from..]);
    let text = text.find("</pre>").map_or(text, |to| &text[..to]);
    let text = ESCAPED.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    let lines: Vec<&str> = text.lines().map(|line| line.rsplit('>').next().unwrap_or(line).trim()).collect();
    let signed = lines.iter().position(|line| line.starts_with(SIGNATURE))?;
    let end = signed.checked_sub(1).filter(|at| lines[*at].is_empty())?;
    let from = lines[..end].iter().rposition(|line| line.is_empty()).map_or(0, |at| at + 1);
    let signatures = lines[signed..].iter().take_while(|line| line.starts_with(SIGNATURE));
    let note: Vec<&str> = lines[from..signed].iter().chain(signatures).copied().collect();
    Some(note.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::SignedCheckpoint;
    use crate::proof::{Checkpoint, KeyError, LedgerKey};

    #[test]
    fn it_is_found_in_what_stands_around_it() -> Result<(), KeyError> {
        let origin = "registre.example/l'essai";
        let key = LedgerKey::generate(origin)?;
        let signed = Checkpoint { origin: origin.into(), size: 7, root: [3; 32] }.signed(&key);
        let note = signed.note.to_string();
        let page = note.replace('\'', "&#39;");
        for around in [
            note.clone(),
            format!("Avis de clôture\n\nRacine : x\n\n{note}"),
            format!("Avis\r\n\r\n  {}", note.replace('\n', "\r\n  ")),
            format!("<html><p>— et cela</p>\n\n<pre class=\"note\">{page}</pre>\n\n— x</html>"),
            serde_json::json!({ "jalon": "closing/1", "checkpoint": note }).to_string(),
        ] {
            assert_eq!(SignedCheckpoint::within(&around), Ok(signed.clone()), "{around}");
        }
        for none in ["", "{}", "Avis\n\n— x", "registre\n7\nx\n— registre x\n", "{\"checkpoint\":\"x\"}"]
        {
            assert!(SignedCheckpoint::within(none).is_err(), "{none}");
        }
        Ok(())
    }
}
