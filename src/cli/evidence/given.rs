//! Documents given with `--evidence`: copied beside the log before the entry
//! that names them is written.

use std::path::{Path, PathBuf};

use super::super::context::Context;
use super::super::{Problem, Usage};
use crate::event::{Evidence, EvidenceKind};
use crate::exchange::folded;
use crate::present::{Language, Messages};
use crate::vault::Documents;

/// Documents that back an entry.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct EvidenceArgs {
    /// A document, copied beside the ledger; may be given several times. Before
    /// it may stand what it is and a colon: agreement, bankstatement,
    /// confirmation, webcapture, internalnote.
    #[arg(long, value_name = "DOCUMENT")]
    evidence: Vec<String>,
}

impl EvidenceArgs {
    /// Whether no document is named.
    pub(in crate::cli) const fn is_empty(&self) -> bool {
        self.evidence.is_empty()
    }

    /// Copies the documents and says what the entry says of them.
    pub(in crate::cli) fn keep(&self, context: &Context) -> Result<Vec<Evidence>, Problem> {
        keep(context, &self.evidence)
    }
}

/// Copies documents that were typed and says what an entry says of them.
pub(super) fn keep(context: &Context, typed: &[String]) -> Result<Vec<Evidence>, Problem> {
    let documents = Documents::of(&context.ledger);
    let mut kept: Vec<Evidence> = Vec::new();
    for given in typed {
        let (kind, file) = read(given)?;
        let document = documents.keep(&file, kind)?;
        // The same document under two names is one document.
        if kept.iter().all(|it| it.blake3 != document.blake3) {
            kept.push(document);
        }
    }
    Ok(kept)
}

/// The kind and the file; what stands before a colon and is no kind belongs to
/// the file's path, and `./` before it makes it so. Where there is no such file, but one of
/// what stands behind the colon, a kind was meant.
fn read(given: &str) -> Result<(EvidenceKind, PathBuf), Usage> {
    let spoken = given.split_once(':').filter(|(word, _)| !word.contains(['/', '\\', '.']));
    if let Some((word, file)) = spoken
        && kind_of(word).is_none()
        && !Path::new(given).exists()
        && Path::new(file).exists()
    {
        return Err(Usage::EvidenceKind(word.to_owned()));
    }
    let named = spoken.and_then(|(word, file)| Some((kind_of(word)?, file)));
    let (kind, file) = named.unwrap_or((EvidenceKind::Other, given));
    Ok((kind, Path::new(file).to_owned()))
}

/// The kind that people call so, in either language: by its whole name, or by
/// a word of it that no other kind has, such as `relevé` for `relevé bancaire`.
pub(super) fn kind_of(word: &str) -> Option<EvidenceKind> {
    let wanted = folded(word);
    let languages = [Messages::new(Language::French), Messages::new(Language::English)];
    let labels = |kind: EvidenceKind| {
        let label = |messages: &Messages| folded(&messages.word(&format!("evidence-{}", kind.word())));
        languages.iter().map(label).collect::<Vec<_>>()
    };
    let is_it = |kind: &EvidenceKind| kind.word() == wanted || labels(*kind).contains(&wanted);
    let holds =
        |kind: &EvidenceKind| labels(*kind).iter().any(|label| label.split(' ').any(|part| part == wanted));
    let whole = EvidenceKind::ALL.into_iter().find(is_it);
    whole.or_else(|| match EvidenceKind::ALL.into_iter().filter(holds).collect::<Vec<_>>().as_slice() {
        [one] => Some(*one),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_kind_stands_before_a_colon_in_either_language() {
        for (given, kind, file) in [
            ("contrat.pdf", "other", "contrat.pdf"),
            ("agreement:contrat.pdf", "agreement", "contrat.pdf"),
            ("entente:a:b.pdf", "agreement", "a:b.pdf"),
            ("Relevé bancaire:r.csv", "bankstatement", "r.csv"),
            ("relevé:r.csv", "bankstatement", "r.csv"),
            ("capture:p.png", "webcapture", "p.png"),
            ("note interne:n.txt", "internalnote", "n.txt"),
            ("autre:x.txt", "other", "x.txt"),
            ("courriel:x.txt", "other", "courriel:x.txt"),
            ("C:\\contrat.pdf", "other", "C:\\contrat.pdf"),
            ("./agreement:x", "other", "./agreement:x"),
        ] {
            let found = read(given).map(|(kind, path)| (kind.word(), path.display().to_string()));
            assert_eq!(found.ok(), Some((kind, file.to_owned())), "{given}");
        }
    }
}
