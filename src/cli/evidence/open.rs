//! `jalon evidence open`: a document in the program that shows such documents.

use std::env;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::super::Problem;
use super::super::context::Context;
use super::super::named::sequence_of;
use super::super::problem::PaperTrouble;
use super::backed;
use crate::audit::{Paper, WantedPapers, papers};
use crate::event::Evidence;
use crate::figures::State;
use crate::ledger::Known;
use crate::present::file_name;
use crate::vault::{DocumentFault, Documents};

/// Which document.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// An entry, by id or number, or a document by the beginning of its BLAKE3 or SHA-256.
    #[arg(value_name = "ENTRY_OR_HASH")]
    what: String,
}

/// The program that opens a file with whatever shows it.
const OPENER: &str = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };

/// Fewest digits by which a document is named.
const FEWEST: usize = 8;

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let state = context.reading()?.state(Known::Now)?;
    let documents = Documents::of(&context.ledger);
    for paper in meant(&state, &documents, &args.what)? {
        let document = &paper.document;
        let measured = documents.measure(document.blake3);
        match measured {
            Ok(measured) if measured.is(document) => show(context, &documents, &paper)?,
            Ok(_) => return Err(fault(&paper, DocumentFault::Differs)),
            Err(why) => return Err(fault(&paper, why)),
        }
    }
    Ok(())
}

fn fault(paper: &Paper, fault: DocumentFault) -> Problem {
    let entry = paper.named.first().map_or(0, |named| named.by);
    PaperTrouble::Other { entry, document: Box::new(paper.document.clone()), fault }.into()
}

/// The documents that were meant.
fn meant(state: &State, documents: &Documents, typed: &str) -> Result<Vec<Paper>, Problem> {
    let typed = typed.trim();
    let all = |wanted: &WantedPapers| papers(state, documents, wanted);
    if sequence_of(state, typed).is_some() {
        let entries = Some([backed(state, typed)?].into());
        let own = all(&WantedPapers { entries, standing: true, ..WantedPapers::default() });
        return if own.is_empty() { Err(PaperTrouble::NoneOf(typed.to_owned()).into()) } else { Ok(own) };
    }
    let wanted = typed.to_ascii_lowercase();
    let is_it = |paper: &Paper| {
        let Evidence { blake3, sha256, .. } = &paper.document;
        [blake3, sha256].into_iter().any(|hash| hash.to_string().starts_with(&wanted))
    };
    let is_hash = wanted.len() >= FEWEST && wanted.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mut found = all(&WantedPapers::default());
    found.retain(|paper| is_hash && is_it(paper));
    if found.is_empty() { Err(PaperTrouble::NoneOf(typed.to_owned()).into()) } else { Ok(found) }
}

/// Opens a copy of a document under its own name, so that what is saved there changes
/// nothing here; where nothing can be shown, says where it lies.
fn show(context: &Context, documents: &Documents, paper: &Paper) -> Result<(), Problem> {
    let document = &paper.document;
    if !has_display() {
        return context.print(&format!("{}\n", documents.path(document).display()));
    }
    let copy = copied(documents, paper)?;
    context.print(&format!("{}\n", copy.display()))?;
    let mut opener = Command::new(OPENER);
    opener.arg(&copy).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    match opener.status() {
        Ok(status) if status.success() => Ok(()),
        _ => {
            context.tell(&context.messages.word("evidence-not-opened"));
            Ok(())
        }
    }
}

fn has_display() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(target_os = "macos") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

/// A copy that only its owner reads and nobody writes, under the document's name.
fn copied(documents: &Documents, paper: &Paper) -> Result<PathBuf, Problem> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| Problem::File { path, source }
    };
    let folder = env::temp_dir().join(format!("jalon-{}", Context::new_id()));
    fs::create_dir(&folder).map_err(failed(&folder))?;
    fs::set_permissions(&folder, Permissions::from_mode(0o700)).map_err(failed(&folder))?;
    let copy = folder.join(file_name(&paper.document.name));
    documents.give(&paper.document, &copy)?.map_err(|why| fault(paper, why))?;
    fs::set_permissions(&copy, Permissions::from_mode(0o400)).map_err(failed(&copy))?;
    Ok(copy)
}
