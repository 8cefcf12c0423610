//! What entries name beside the log: every document hashed again, every sealed
//! value opened where its key is here.

use std::collections::{BTreeMap, HashSet};

use crate::event::{BodyId, Entry, Evidence, Json, Object, Sealed};
use crate::figures::State;
use crate::vault::{Closed, DocumentFault, Documents, Vault};

/// What an entry names beside the log.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Named {
    /// Its documents; none for what format 1 does not know as a document.
    pub documents: Vec<Option<Evidence>>,
    /// Its sealed values, wherever they stand.
    pub sealed: Vec<Sealed>,
}

impl Named {
    /// Whether nothing is named.
    pub const fn is_nothing(&self) -> bool {
        self.documents.is_empty() && self.sealed.is_empty()
    }
}

/// The documents and sealed values that the `data` of an entry names, whatever
/// its type.
pub fn named_in(data: &Object) -> Named {
    let content = data.get("content").and_then(Json::as_object);
    let lists = [Some(data), content].into_iter().flatten().filter_map(|members| members.get("evidence"));
    let mut named = Named::default();
    for list in lists {
        match list.as_array() {
            Some(items) => named.documents.extend(items.iter().map(Evidence::read)),
            None => named.documents.push(None),
        }
    }
    for value in data.values() {
        sealed_in(value, &mut named.sealed);
    }
    named
}

/// Adds the sealed values within a value.
pub(super) fn sealed_in(value: &Json, found: &mut Vec<Sealed>) {
    match value {
        Json::Array(items) => items.iter().for_each(|item| sealed_in(item, found)),
        Json::Object(members) => match Sealed::read(value) {
            Some(sealed) => found.push(sealed),
            None => members.values().for_each(|member| sealed_in(member, found)),
        },
        _ => {}
    }
}

/// Something beside the log that is not as an entry says.
#[derive(Debug)]
pub enum BesideFinding {
    /// What stands as a document is none of format 1.
    NoDocument {
        /// The entry.
        sequence: u64,
    },
    /// A document is missing or differs.
    Document {
        /// The entry.
        sequence: u64,
        /// What it says.
        document: Evidence,
        /// What is wrong.
        fault: DocumentFault,
    },
    /// A sealed value whose key is here cannot be opened.
    Sealed {
        /// The entry.
        sequence: u64,
        /// What it says.
        sealed: Sealed,
        /// Why.
        fault: Closed,
    },
    /// The key of a person is here whose erasure is done: it came back.
    KeyBack {
        /// The entry that says that it is done.
        sequence: u64,
        /// Whose it is.
        person: BodyId,
    },
}

/// What was found of all documents and sealed values, each once.
#[derive(Debug, Default)]
pub struct Beside {
    /// Documents that are as entries say.
    pub documents: u64,
    /// Sealed values that were opened and are as entries say.
    pub sealed: u64,
    /// Sealed values that no key on this computer opens.
    pub without_key: u64,
    /// Sealed values of persons whose erasure was asked for and whose key is gone.
    pub erased: u64,
    /// What is not as entries say, each under the first entry that says it.
    pub findings: Vec<BesideFinding>,
}

/// Checks what entries name beside the log.
pub struct BesideCheck {
    documents: Documents,
    vault: Option<Vault>,
    seen: HashSet<Thing>,
    found: Beside,
    /// How many values of each person no key on this computer opens.
    closed: BTreeMap<BodyId, u64>,
}

#[derive(PartialEq, Eq, Hash)]
enum Thing {
    Document(crate::event::Hash, crate::event::Hash, u64),
    Sealed(Sealed),
}

impl BesideCheck {
    /// Nothing checked yet; without a vault nothing that is sealed is opened.
    pub fn new(documents: Documents, vault: Option<Vault>) -> Self {
        Self { documents, vault, seen: HashSet::new(), found: Beside::default(), closed: BTreeMap::new() }
    }

    /// Checks what an entry names, but for what an earlier one named equally.
    pub fn entry(&mut self, entry: &Entry) {
        self.named(entry.sequence, named_in(&entry.draft.data));
    }

    /// Checks what the entry at a place names.
    pub fn named(&mut self, sequence: u64, named: Named) {
        for document in named.documents {
            match document {
                Some(document) => self.document(sequence, document),
                None => self.found.findings.push(BesideFinding::NoDocument { sequence }),
            }
        }
        named.sealed.into_iter().for_each(|sealed| self.sealed(sequence, sealed));
    }

    /// What was found, where entries say so of persons: of whom no value is to be read,
    /// and of whom none can be read any more.
    pub fn done(self, state: &State) -> Beside {
        let Self { mut found, closed, vault, .. } = self;
        for (person, count) in closed {
            let is_erased = state.erasure(&person).is_some();
            *if is_erased { &mut found.erased } else { &mut found.without_key } += count;
        }
        for (person, erasure) in state.erasures() {
            let is_back = || vault.as_ref().is_some_and(|vault| vault.has_key(person));
            if let Some(done) = erasure.done.filter(|_| is_back()) {
                let person = person.clone();
                found.findings.push(BesideFinding::KeyBack { sequence: done.sequence, person });
            }
        }
        found
    }

    fn document(&mut self, sequence: u64, document: Evidence) {
        if !self.seen.insert(Thing::Document(document.blake3, document.sha256, document.bytes)) {
            return;
        }
        let fault = match self.documents.measure(document.blake3) {
            Ok(measured) if measured.is(&document) => {
                self.found.documents += 1;
                return;
            }
            Ok(_) => DocumentFault::Differs,
            Err(fault) => fault,
        };
        self.found.findings.push(BesideFinding::Document { sequence, document, fault });
    }

    fn sealed(&mut self, sequence: u64, sealed: Sealed) {
        if !self.seen.insert(Thing::Sealed(sealed.clone())) {
            return;
        }
        match self.vault.as_ref().map_or(Err(Closed::NoKey), |vault| vault.open(&sealed)) {
            Ok(_) => self.found.sealed += 1,
            Err(Closed::NoKey) => *self.closed.entry(sealed.person).or_default() += 1,
            Err(fault) => self.found.findings.push(BesideFinding::Sealed { sequence, sealed, fault }),
        }
    }
}
