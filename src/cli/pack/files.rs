//! The files of a pack: all of them, or none.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::super::context::Context;
use super::super::population::write_all;
use super::super::{Problem, TableFormat};
use super::Ground;
use crate::audit::{WantedPapers, papers};
use crate::event::{Evidence, Hash, SentFormat};
use crate::figures::{Comparison, Filter, State, table};
use crate::ledger::Reading;
use crate::present::{
    AuditPage, Language, Messages, Packing, Recorders, SUMS, audit_page, closing_notice, notice_html,
    pack_json, representation_page, table_bytes,
};
use crate::vault::Documents;

/// The entries as they are stored.
pub(in crate::cli) const LOG: &str = "log.jsonl";
/// What is claimed.
pub(in crate::cli) const CLAIMS: &str = "pack.json";
/// What was signed.
pub(in crate::cli) const CHECKPOINT: &str = "checkpoint";
/// The page that recomputes.
pub(super) const PAGE: &str = "audit.html";

/// How large log and claims may be together to stand in the page, in bytes: browsers hold
/// what they show several times over.
const ROOM: u64 = 32 << 20;

/// What was written.
pub(super) struct Written {
    /// How many files.
    pub files: usize,
    /// How many documents are not there.
    pub missing: usize,
    /// Whether the page had no room for the log.
    pub is_large: bool,
}

/// Writes all of it beside the folder, where nobody else writes, and puts it there at the
/// end.
pub(super) fn write(context: &Context, folder: &Path, ground: &Ground<'_>) -> Result<Written, Problem> {
    let failed = |source| Problem::File { path: folder.to_owned(), source };
    // As it is meant: without a stroke behind it, and from where one stands.
    let target: PathBuf = folder.components().collect();
    let beside = match target.parent() {
        Some(parent) if parent != Path::new("") => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    fs::create_dir_all(&beside).map_err(failed)?;
    let partial = tempfile::Builder::new().prefix(".pack").tempdir_in(&beside).map_err(failed)?;
    // The folder for it alone is closed to others; what is in it is not.
    let inner = partial.path().join("pack");
    fs::create_dir(&inner).map_err(failed)?;
    let language = context.messages.language();
    let mut pack = Pack { language, folder: &inner, ground, files: vec![] };
    let written = pack.write()?;
    if folder.is_dir() {
        for found in fs::read_dir(&inner).map_err(failed)? {
            let found = found.map_err(failed)?;
            fs::rename(found.path(), target.join(found.file_name())).map_err(failed)?;
        }
    } else {
        fs::rename(&inner, &target).map_err(failed)?;
    }
    Ok(written)
}

/// Where the documents lie that entries name.
pub(in crate::cli) fn document_names(state: &State) -> BTreeSet<String> {
    let nowhere = Documents::of(Path::new(""));
    let papers = papers(state, &nowhere, &WantedPapers::default());
    papers.iter().map(|paper| document_name(&paper.document)).collect()
}

fn document_name(document: &Evidence) -> String {
    let hash = document.blake3.to_string();
    format!("evidence/{}/{hash}", &hash[..2])
}

/// What people read in a pack, and what is claimed, written anew: the hash of each file.
pub(in crate::cli) fn written_again(
    language: Language,
    ground: &Ground<'_>,
) -> Result<BTreeMap<String, String>, Problem> {
    let folder =
        tempfile::tempdir().map_err(|source| Problem::File { path: std::env::temp_dir(), source })?;
    let mut pack = Pack { language, folder: folder.path(), ground, files: vec![] };
    let log = pack.log(ground.reading, ground.signed.checkpoint.size)?;
    ground.packed(|packing| pack.said(packing, log))?;
    let mut sums = sums_in(folder.path())?;
    sums.remove(LOG);
    sums.remove(CLAIMS);
    Ok(sums)
}

/// Hashes of files as `sha256sum -c` takes them, in order of their names.
pub(in crate::cli) fn spelt<N: AsRef<str> + Ord, S: AsRef<str>>(sums: &BTreeMap<N, S>) -> String {
    sums.iter().map(|(name, sum)| [sum.as_ref(), "  ", name.as_ref(), "\n"].concat()).collect()
}

/// What systems lay into any folder that somebody looks at.
const OF_SYSTEMS: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// The hashes of all files in a folder, by their paths in it.
pub(in crate::cli) fn sums_in(folder: &Path) -> Result<BTreeMap<String, String>, Problem> {
    let mut sums = BTreeMap::new();
    let mut folders = vec![String::new()];
    while let Some(inner) = folders.pop() {
        let path = folder.join(&inner);
        let failed = |source| Problem::File { path: path.clone(), source };
        for found in fs::read_dir(&path).map_err(failed)? {
            let found = found.map_err(failed)?;
            let (own, kind) = (found.file_name(), found.file_type().map_err(failed)?);
            if OF_SYSTEMS.iter().any(|name| own == *name) {
                continue;
            }
            let name = format!("{inner}{}", own.to_string_lossy());
            let is_plain = kind.is_file() && own.to_str().is_some();
            // What is no plain file has no hash, and is none of a pack's.
            let sum = || if is_plain { sha256(&found.path()) } else { Ok(String::new()) };
            if kind.is_dir() {
                folders.push(name + "/");
            } else {
                sums.insert(name, sum()?);
            }
        }
    }
    Ok(sums)
}

struct Pack<'p> {
    language: Language,
    folder: &'p Path,
    ground: &'p Ground<'p>,
    /// What was written, by its path in the folder.
    files: Vec<String>,
}

impl Pack<'_> {
    fn write(&mut self) -> Result<Written, Problem> {
        let ground = self.ground;
        let log = self.log(ground.reading, ground.signed.checkpoint.size)?;
        self.file(CHECKPOINT, ground.signed.note.to_string().as_bytes())?;
        let missing = self.documents()?;
        let is_large = ground.packed(|packing| self.said(packing, log))?;
        self.sums()?;
        Ok(Written { files: self.files.len() + 1, missing, is_large })
    }

    /// What is said of the ledger: claims, tables, statements, the page.
    fn said(&mut self, packing: &Packing<'_>, log: u64) -> Result<bool, Problem> {
        let mut claims = pack_json(packing);
        claims["language"] = self.language.tag_alone().into();
        claims["program"] = env!("CARGO_PKG_VERSION").into();
        let claims = claims.to_string();
        self.file(CLAIMS, claims.as_bytes())?;
        // Nobody's name is in a pack: their keys are not.
        let recorders = Recorders::readable(packing.basis.state, None);
        for language in [Language::French, Language::English] {
            let messages = Messages::new(language);
            messages.at_home(packing.basis.state.currency());
            self.in_words(packing, &recorders, &messages)?;
        }
        self.population(packing)?;
        let is_large = log + claims.len() as u64 > ROOM;
        let lines = if is_large { String::new() } else { self.text(LOG)? };
        let data = (!is_large).then_some((claims.as_str(), lines.as_str()));
        let language = self.language;
        let page = audit_page(&AuditPage { packing, language, recorders: &recorders, data });
        self.file(PAGE, page.as_bytes())?;
        Ok(is_large)
    }

    /// What people read, in one language.
    fn in_words(
        &mut self,
        packing: &Packing<'_>,
        recorders: &Recorders,
        messages: &Messages,
    ) -> Result<(), Problem> {
        let (tag, basis) = (messages.language().tag_alone(), packing.basis);
        let table = Self::table(packing, messages)?;
        self.file(&format!("tables/kpi.{tag}.xlsx"), &table)?;
        let statement = representation_page(messages, packing, recorders);
        self.file(&format!("representation.{tag}.html"), statement.as_bytes())?;
        if let Some((year, _)) = packing.closed {
            let notice = closing_notice(messages, basis.state, recorders, year);
            let page = notice_html(messages.language(), &notice);
            self.file(&format!("closing.{tag}.html"), page.as_bytes())?;
        }
        Ok(())
    }

    /// The table of the year, beside that of the year before where the plan was in force.
    fn table(packing: &Packing<'_>, messages: &Messages) -> Result<Vec<u8>, Problem> {
        let basis = packing.basis;
        let before = basis.ruling.fiscal_year(basis.as_at).from.previous();
        let days = (basis.ruling.first_day <= before).then_some([basis.as_at, before]);
        let comparison =
            days.map(|days| Comparison::new(basis.state, basis.ruling, days, &Filter::default()));
        let comparison = comparison.transpose()?;
        let alone;
        let table = match &comparison {
            Some(comparison) => &comparison.newer,
            None => {
                alone = table(packing.question);
                &alone
            }
        };
        let bytes = table_bytes(messages, basis.state, SentFormat::Xlsx, table, comparison.as_ref());
        Ok(bytes.map_err(Problem::Workbook)?.unwrap_or_default())
    }

    /// All entries with their control totals; where they are too many for a workbook, as
    /// CSV.
    fn population(&mut self, packing: &Packing<'_>) -> Result<(), Problem> {
        let messages = Messages::new(self.language);
        messages.at_home(packing.basis.state.currency());
        let tag = self.language.tag_alone();
        for format in [TableFormat::Xlsx, TableFormat::Csv] {
            let ending = if format == TableFormat::Xlsx { "xlsx" } else { "csv" };
            let name = format!("tables/population.{tag}.{ending}");
            let path = self.place(&name)?;
            match write_all(self.ground.reading, &messages, packing.basis, &path, format) {
                Err(Problem::TooManyRows { .. }) => {}
                written => {
                    self.files.push(name);
                    return written;
                }
            }
        }
        Ok(())
    }

    /// The log up to the checkpoint; how many bytes it has.
    fn log(&mut self, reading: &Reading, size: u64) -> Result<u64, Problem> {
        let path = self.place(LOG)?;
        let failed = |source| Problem::File { path: path.clone(), source };
        let mut file = BufWriter::new(File::create(&path).map_err(failed)?);
        let mut bytes = 0;
        for line in reading.lines()?.take(usize::try_from(size).unwrap_or(usize::MAX)) {
            let line = line?;
            file.write_all(&line).and_then(|()| file.write_all(b"\n")).map_err(failed)?;
            bytes += line.len() as u64 + 1;
        }
        file.flush().map_err(failed)?;
        self.files.push(LOG.to_owned());
        Ok(bytes)
    }

    /// The documents that entries name, as they lie in the ledger; how many are not there.
    fn documents(&mut self) -> Result<usize, Problem> {
        let own = &self.ground.documents;
        let mut missing = 0;
        for paper in papers(self.ground.state, own, &WantedPapers::default()) {
            let name = document_name(&paper.document);
            let path = self.place(&name)?;
            match own.give(&paper.document, &path)? {
                Ok(()) => self.files.push(name),
                Err(_) => missing += 1,
            }
        }
        Ok(missing)
    }

    /// The hashes of all files, as `sha256sum -c` takes them.
    fn sums(&self) -> Result<(), Problem> {
        let sums = sums_in(self.folder)?;
        let sums = spelt(&sums);
        fs::write(self.folder.join(SUMS), sums)
            .map_err(|source| Problem::File { path: self.folder.join(SUMS), source })
    }

    fn file(&mut self, name: &str, bytes: &[u8]) -> Result<(), Problem> {
        let path = self.place(name)?;
        fs::write(&path, bytes).map_err(|source| Problem::File { path, source })?;
        self.files.push(name.to_owned());
        Ok(())
    }

    fn text(&self, name: &str) -> Result<String, Problem> {
        let path = self.folder.join(name);
        fs::read_to_string(&path).map_err(|source| Problem::File { path, source })
    }

    /// Where a file goes, in a folder that is made where there is none.
    fn place(&self, name: &str) -> Result<PathBuf, Problem> {
        let path = self.folder.join(name);
        let folder = path.parent().unwrap_or(self.folder);
        fs::create_dir_all(folder).map_err(|source| Problem::File { path: folder.to_owned(), source })?;
        Ok(path)
    }
}

/// The SHA-256 of a file.
fn sha256(path: &Path) -> Result<String, Problem> {
    let failed = |source| Problem::File { path: path.to_owned(), source };
    let mut file = File::open(path).map_err(failed)?;
    let (mut hasher, mut bytes) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        match file.read(&mut bytes).map_err(failed)? {
            0 => return Ok(Hash(hasher.finalize().into()).to_string()),
            read => hasher.update(&bytes[..read]),
        }
    }
}
