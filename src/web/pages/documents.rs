//! The documents of a form: which kinds there are, and which of them wait.

use crate::event::EvidenceKind;
use crate::present::{Arg, count_words};
use crate::web::chrome::View;
use crate::web::given::Given;
use crate::web::shelf::Sent;

/// The documents of a form.
#[derive(Default)]
pub(super) struct Attached {
    pub kinds: Vec<Kind>,
    pub kept: Vec<Waiting>,
}

/// A kind of document.
pub(super) struct Kind {
    pub word: &'static str,
    pub label: String,
    pub is_chosen: bool,
}

/// A document that was sent and waits until the form is done.
pub(super) struct Waiting {
    pub token: String,
    pub name: String,
    pub bytes: String,
}

impl Attached {
    /// What was chosen, and what waits.
    pub(super) fn of(view: &View<'_>, given: &Given, waiting: &[Sent]) -> Self {
        let chosen = given.one("documentkind").and_then(EvidenceKind::from_word);
        let chosen = chosen.unwrap_or(EvidenceKind::Other);
        let kind = |kind: EvidenceKind| Kind {
            word: kind.word(),
            label: view.word(&format!("evidence-{}", kind.word())),
            is_chosen: kind == chosen,
        };
        let kept = waiting.iter().filter_map(|sent| {
            let bytes = count_words(view.language(), sent.bytes.len() as u64);
            Some(Waiting {
                token: sent.token.clone()?,
                name: sent.name.clone(),
                bytes: view.say("document-bytes", &[("bytes", Arg::Text(&bytes))]),
            })
        });
        Self { kinds: EvidenceKind::ALL.into_iter().rev().map(kind).collect(), kept: kept.collect() }
    }
}
