//! Documents as an auditor asks for them: what each backs, whether it is here, which
//! files nothing names.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::event::{EntryId, Evidence, EvidenceKind, Hash};
use crate::figures::{Addition, State};
use crate::vault::{Documents, Stored, VaultError};

/// A document, by all entries that name it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Paper {
    /// What the first of them says of it.
    pub document: Evidence,
    /// Whether a file of its name and length is here; its bytes are for `verify`.
    pub is_here: bool,
    /// Who names it, in order.
    pub named: Vec<NamedBy>,
}

/// That an entry names a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedBy {
    /// The place of what it backs: an original, a note, the mark of a table that was sent, a
    /// sample.
    pub entry: u64,
    /// The place of the entry that names it: that one, a correction of it, or an addition.
    pub by: u64,
    /// As what kind.
    pub kind: EvidenceKind,
    /// Under which name.
    pub name: String,
    /// Whether it still does: what names it is not withdrawn, nor replaced by a correction.
    pub stands: bool,
}

/// Which documents are wanted.
#[derive(Clone, Debug, Default)]
pub struct WantedPapers {
    /// Those that back these entries, by place; of all where none is named.
    pub entries: Option<BTreeSet<u64>>,
    /// Of this kind only.
    pub kind: Option<EvidenceKind>,
    /// Those alone that are not here.
    pub missing: bool,
    /// Those alone that something names that stands.
    pub standing: bool,
}

/// What does not fit between entries and files.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Orphans {
    /// Files that no entry names.
    pub unnamed: Vec<Stored>,
    /// Documents that entries name and that are not here.
    pub missing: Vec<Paper>,
}

/// The documents that are wanted, in the order in which entries first name them.
pub fn papers(state: &State, documents: &Documents, wanted: &WantedPapers) -> Vec<Paper> {
    let mut all: Vec<Paper> = Vec::new();
    let mut places: HashMap<Hash, usize> = HashMap::new();
    for (document, named) in named_by(state).into_iter().filter(|(_, named)| wanted.passes(named)) {
        let place = *places.entry(document.blake3).or_insert_with(|| {
            let is_here = documents.is_there(document);
            all.push(Paper { document: document.clone(), is_here, named: vec![] });
            all.len() - 1
        });
        all[place].named.push(named);
    }
    all.retain(|paper| !(wanted.missing && paper.is_here));
    all
}

/// What of a ledger's folder for documents no entry names, and what entries name that is
/// not there.
pub fn orphans(state: &State, documents: &Documents) -> Result<Orphans, VaultError> {
    let named: BTreeSet<Hash> = named_by(state).into_iter().map(|(document, _)| document.blake3).collect();
    let is_unnamed = |file: &Stored| file.hash.is_none_or(|hash| !named.contains(&hash));
    let unnamed = documents.stored()?.into_iter().filter(is_unnamed).collect();
    let missing = papers(state, documents, &WantedPapers { missing: true, ..WantedPapers::default() });
    Ok(Orphans { unnamed, missing })
}

impl WantedPapers {
    fn passes(&self, named: &NamedBy) -> bool {
        self.entries.as_ref().is_none_or(|entries| entries.contains(&named.entry))
            && self.kind.is_none_or(|kind| kind == named.kind)
            && (!self.standing || named.stands)
    }
}

/// Every document that some entry names, in the order of these entries.
fn named_by(state: &State) -> Vec<(&Evidence, NamedBy)> {
    // What documents can be added to, by id: its place, and whether it stands.
    let mut backed: BTreeMap<EntryId, (u64, bool)> = BTreeMap::new();
    let is_added: BTreeSet<EntryId> = state.additions().iter().map(|addition| addition.entry).collect();
    let mut all = Vec::new();
    let mut name = |documents, entry, by, stands| all.extend(each(documents, entry, by, stands));
    for record in state.records() {
        let (stands, latest) = (record.withdrawn.is_none(), record.latest().sequence);
        if is_added.contains(&record.id) {
            backed.insert(record.id, (record.sequence, stands));
        }
        for version in record.versions() {
            let is_it = stands && version.sequence == latest;
            name(version.content.evidence(), record.sequence, version.sequence, is_it);
        }
    }
    for note in state.notes() {
        backed.insert(note.id, (note.sequence, note.withdrawn.is_none()));
        name(&note.evidence, note.sequence, note.sequence, note.withdrawn.is_none());
    }
    for sent in state.publications() {
        backed.insert(sent.id, (sent.sequence, sent.withdrawn.is_none()));
        name(&sent.sent.evidence, sent.sequence, sent.sequence, sent.withdrawn.is_none());
    }
    for sample in state.samples() {
        for test in &sample.tests {
            name(&test.evidence, sample.sequence, test.sequence, sample.withdrawn.is_none());
        }
    }
    for addition in state.additions() {
        let Addition { sequence, evidence, withdrawn, .. } = addition;
        let (entry, stands) = backed.get(&addition.entry).copied().unwrap_or((*sequence, false));
        name(evidence, entry, *sequence, stands && withdrawn.is_none());
    }
    all.sort_by_key(|(_, named): &(&Evidence, NamedBy)| named.by);
    all
}

fn each(
    documents: &[Evidence],
    entry: u64,
    by: u64,
    stands: bool,
) -> impl Iterator<Item = (&Evidence, NamedBy)> {
    documents.iter().map(move |document| {
        let (kind, name) = (document.kind, document.name.clone());
        (document, NamedBy { entry, by, kind, name, stands })
    })
}
