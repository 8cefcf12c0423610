//! The demonstrations, whose records travel in the program.

use crate::event::Hash;
use crate::exchange::{Bundle, Part};
use crate::plan::Opened;

/// A demonstration: its records and what is asked of them first.
#[derive(Clone, Copy, Debug)]
pub struct Demonstration {
    /// The records.
    pub bundle: Bundle<'static>,
    /// The key with which it signs, as its file holds it.
    pub key: &'static str,
    /// The documents that they name.
    pub documents: &'static [&'static [u8]],
    /// The folder in which it is laid where none is named.
    pub folder: &'static str,
    /// The day of its table.
    pub as_at: &'static str,
    /// The message that says what to try next.
    pub next: &'static str,
}

impl Demonstration {
    /// The published key of the demonstration that a ledger is one of.
    pub fn key_of(opened: &Opened) -> Option<&'static str> {
        let mut all = [CEIMIA, FICTIF].into_iter().filter(|_| opened.demonstration);
        all.find(|it| it.key.lines().nth(1) == Some(opened.origin.as_str())).map(|it| it.key)
    }

    /// The documents by the hash that is their name.
    pub fn named_documents(&self) -> impl Iterator<Item = (Hash, &'static [u8])> {
        self.documents.iter().map(|bytes| (Hash::of(bytes), *bytes))
    }
}

macro_rules! record {
    ($folder:literal, $name:literal) => {
        ($name, include_str!(concat!("../../events/", $folder, "/", $name)))
    };
}

macro_rules! document {
    ($name:literal) => {
        include_bytes!(concat!("../../events/fictif/documents/", $name))
    };
}

/// CEIMIA's ledger, from `events/ceimia/`.
pub const CEIMIA: Demonstration = Demonstration {
    bundle: Bundle {
        opening: record!("ceimia", "ledger.json"),
        ids: record!("ceimia", "ids.jsonl"),
        parts: &[
            Part::Plan(&[record!("ceimia", "catalogue.toml"), record!("ceimia", "plan.toml")]),
            Part::Register(record!("ceimia", "register.toml")),
            Part::Lines(record!("ceimia", "2020-2021.jsonl")),
            Part::Lines(record!("ceimia", "2021-2022.jsonl")),
            Part::Lines(record!("ceimia", "2022-2023.jsonl")),
            Part::Lines(record!("ceimia", "2023-2024.jsonl")),
            Part::Lines(record!("ceimia", "totals.jsonl")),
        ],
    },
    key: record!("ceimia", "demonstration.key").1,
    documents: &[],
    folder: "ceimia.jalon",
    as_at: "2024-03-31",
    next: "demo-next",
};

/// An invented organisation's ledger, from `events/fictif/`.
pub const FICTIF: Demonstration = Demonstration {
    bundle: Bundle {
        opening: record!("fictif", "ledger.json"),
        ids: record!("fictif", "ids.jsonl"),
        parts: &[
            Part::Plan(&[record!("fictif", "catalogue.toml"), record!("fictif", "plan-2023.toml")]),
            Part::Register(record!("fictif", "register.toml")),
            Part::Lines(record!("fictif", "2023-2024.jsonl")),
            Part::Lines(record!("fictif", "2024-2025.jsonl")),
            Part::Plan(&[record!("fictif", "plan-2025.toml")]),
            Part::Lines(record!("fictif", "2025-2026.jsonl")),
            Part::Lines(record!("fictif", "2026-2027.jsonl")),
        ],
    },
    key: record!("fictif", "demonstration.key").1,
    documents: &[
        document!("abonnes.csv"),
        document!("bulletins-d-adhesion.csv"),
        document!("carnet-du-sentier.txt"),
        document!("entente-cooperative-du-sel.txt"),
        document!("entente-ecole-du-phare.txt"),
        document!("entente-institut-des-brumes.txt"),
        document!("entente-port-fictif.txt"),
        document!("lettre-d-agrement.txt"),
        document!("presences-ateliers.csv"),
        document!("releve-bancaire.csv"),
    ],
    folder: "fictif.jalon",
    as_at: "2026-06-30",
    next: "demo-next-fictif",
};
