//! Documents for people and for programs: what each backs, what was given away, what is
//! astray.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use super::problems::{document_fault_word, document_sentence_of};
use super::{Arg, Messages, count_words, entry_words, notice_json, type_words, wrapped};
use crate::audit::{NamedBy, Orphans, Paper};
use crate::event::types;
use crate::figures::State;
use crate::vault::{DocumentFault, Stored};

/// The file that lists what `sha256sum -c` checks.
pub const SUMS: &str = "SHA256SUMS";

/// Most bytes of a file's name, less what is put before it.
const MOST_BYTES: usize = 200;

/// Documents that were copied elsewhere.
#[derive(Default)]
pub struct Given {
    /// Each with the name of its file.
    pub files: Vec<(String, Paper)>,
    /// Those that could not be, and why.
    pub missing: Vec<(Paper, DocumentFault)>,
}

/// The documents for people, each with what it backs.
pub fn evidence_text(messages: &Messages, state: &State, papers: &[Paper], width: u16) -> String {
    let text: String = papers.iter().map(|paper| paper_text(messages, state, paper)).collect();
    wrapped(&text, width)
}

fn paper_text(messages: &Messages, state: &State, paper: &Paper) -> String {
    let document = &paper.document;
    let kind = messages.word(&format!("evidence-{}", document.kind.word()));
    let there = messages.word(if paper.is_here { "document-here" } else { "document-missing" });
    let hash = document.blake3.short();
    let size = size_words(messages, document.bytes);
    let mut text = format!("{} · {kind} · {size} · {there} · {hash}\n", document.name);
    for named in &paper.named {
        text.push_str(&format!("      {}\n", named_words(messages, state, paper, named)));
    }
    text
}

/// What a document backs, and what of that no longer holds.
fn named_words(messages: &Messages, state: &State, paper: &Paper, named: &NamedBy) -> String {
    let mut parts = vec![format!("#{} · {}", named.entry, backed_words(messages, state, named.entry))];
    if named.by != named.entry {
        parts.push(messages.say("evidence-named-by", &[("entry", Arg::Shown(&named.by))]));
    }
    if named.name != paper.document.name {
        parts.push(messages.say("evidence-named-as", &[("name", Arg::Text(&named.name))]));
    }
    if named.kind != paper.document.kind {
        parts.push(messages.word(&format!("evidence-{}", named.kind.word())));
    }
    if !named.stands {
        parts.push(messages.word("evidence-no-more"));
    }
    parts.join(" · ")
}

/// What an entry is that a document backs.
pub fn backed_words(messages: &Messages, state: &State, place: u64) -> String {
    match state.records().at(place) {
        Some(record) if record.kind.starts_with(types::PREFIX) => entry_words(messages, &record.kind),
        Some(record) => {
            let kind = state.activity_type(&record.kind);
            type_words(messages.language(), kind, &record.kind).to_owned()
        }
        None if state.publications().iter().any(|sent| sent.sequence == place) => {
            entry_words(messages, types::TABLE_PUBLISHED)
        }
        None => entry_words(messages, types::NOTE_RECORDED),
    }
}

fn size_words(messages: &Messages, bytes: u64) -> String {
    let bytes = count_words(messages.language(), bytes);
    messages.say("document-bytes", &[("bytes", Arg::Text(&bytes))])
}

/// The documents as `evidence/1`.
pub fn evidence_json(state: &State, papers: &[Paper]) -> Json {
    let documents: Vec<Json> = papers.iter().map(paper_json).collect();
    json!({"documents": documents, "jalon": "evidence/1", "notice": notice_json(state.notice())})
}

fn paper_json(paper: &Paper) -> Json {
    let named = paper.named.iter().map(|named| {
        json!({
            "by": named.by, "entry": named.entry, "kind": named.kind.word(), "name": named.name,
            "stands": named.stands,
        })
    });
    let mut members = paper.document.to_json().to_serde();
    members["here"] = paper.is_here.into();
    members["named"] = named.collect::<Vec<_>>().into();
    members
}

/// What is astray, for people.
pub fn orphans_text(messages: &Messages, state: &State, found: &Orphans, width: u16) -> String {
    let mut text = String::new();
    let mut section = |id: &str, count: usize, lines: String| {
        if count > 0 {
            text.push_str(&format!("{}\n{lines}", messages.say(id, &[("count", Arg::Count(count))])));
        }
    };
    let missing = found.missing.iter().map(|paper| paper_text(messages, state, paper));
    section("orphans-missing", found.missing.len(), missing.collect());
    let unnamed = found
        .unnamed
        .iter()
        .map(|file| format!("  {} · {}\n", file.file.display(), size_words(messages, file.bytes)));
    section("orphans-unnamed", found.unnamed.len(), unnamed.collect());
    if text.is_empty() {
        text = messages.word("orphans-none") + "\n";
    }
    wrapped(&text, width)
}

/// The same as `orphans/1`.
pub fn orphans_json(state: &State, found: &Orphans) -> Json {
    let unnamed = |file: &Stored| {
        json!({
            "bytes": file.bytes, "file": file.file.display().to_string(),
            "hash": file.hash.map(|hash| hash.to_string()),
        })
    };
    json!({
        "jalon": "orphans/1", "missing": found.missing.iter().map(paper_json).collect::<Vec<_>>(),
        "notice": notice_json(state.notice()),
        "unnamed": found.unnamed.iter().map(unnamed).collect::<Vec<_>>(),
    })
}

/// What was copied, for people: the file of each, then what could not be.
pub fn given_text(messages: &Messages, given: &Given, width: u16) -> String {
    let mut text = String::new();
    given.files.iter().for_each(|(file, _)| text.extend([file.as_str(), "\n"]));
    let count = [("count", Arg::Count(given.files.len()))];
    text.push_str(&format!("{}\n", messages.say("evidence-given", &count)));
    for (paper, fault) in &given.missing {
        let entry = paper.named.first().map_or(0, |named| named.by);
        let words = document_sentence_of(messages, entry, &paper.document, fault);
        text.push_str(&format!("{words}\n"));
    }
    wrapped(&text, width)
}

/// The same as `evidenceexport/1`.
pub fn given_json(state: &State, given: &Given) -> Json {
    let files = given.files.iter().map(|(file, paper)| {
        let mut members = paper_json(paper);
        members["file"] = file.as_str().into();
        members
    });
    let missing = given.missing.iter().map(|(paper, fault)| {
        let mut members = paper_json(paper);
        members["fault"] = document_fault_word(fault).into();
        members
    });
    json!({
        "files": files.collect::<Vec<_>>(), "jalon": "evidenceexport/1",
        "missing": missing.collect::<Vec<_>>(), "notice": notice_json(state.notice()),
    })
}

/// The lines of the list of hashes, as `sha256sum` writes them.
pub fn sums(given: &Given) -> String {
    let line = |(file, paper): &(String, Paper)| format!("{}  {file}", paper.document.sha256);
    given.files.iter().map(line).chain([String::new()]).collect::<Vec<_>>().join("\n")
}

/// Documents with names under which they lie beside each other, in order of what they
/// back: `00012-contrat.pdf`.
pub fn evidence_names(papers: Vec<Paper>) -> Vec<(String, Paper)> {
    let mut taken = BTreeSet::from([SUMS.to_lowercase()]);
    let name = |paper: Paper| {
        let entry = paper.named.first().map_or(0, |named| named.entry);
        let own = paper.named.first().map_or(paper.document.name.as_str(), |named| named.name.as_str());
        let own = file_name(own);
        let (stem, ending) = own
            .rsplit_once('.')
            .map_or((own.as_str(), String::new()), |(stem, ending)| (stem, format!(".{ending}")));
        let (mut file, mut turn) = (format!("{entry:05}-{own}"), 1);
        // Some file systems know no case.
        while !taken.insert(file.to_lowercase()) {
            turn += 1;
            file = format!("{entry:05}-{stem} ({turn}){ending}");
        }
        (file, paper)
    };
    papers.into_iter().map(name).collect()
}

/// A document's name as that of a file: without what divides folders, ends lines or hides
/// a file, and no longer than file systems take.
pub fn file_name(name: &str) -> String {
    let is_kept = |letter: char| !letter.is_control() && !"/\\:*?\"<>|".contains(letter);
    let plain: String = name.chars().map(|letter| if is_kept(letter) { letter } else { '_' }).collect();
    let plain = plain.trim_start_matches(['.', ' ', '-']).trim_end_matches(['.', ' ']);
    let (stem, ending) = plain.rsplit_once('.').unwrap_or((plain, ""));
    let ending = if ending.is_empty() || ending.len() > 16 { String::new() } else { format!(".{ending}") };
    let stem = if ending.is_empty() { plain } else { stem };
    let mut end = stem.len().min(MOST_BYTES - ending.len());
    while !stem.is_char_boundary(end) {
        end -= 1;
    }
    let short = format!("{}{ending}", &stem[..end]);
    if short.is_empty() { "document".to_owned() } else { short }
}

#[cfg(test)]
mod tests {
    use super::{MOST_BYTES, file_name};

    #[test]
    fn a_name_that_is_no_files_becomes_one() {
        for (given, made) in [
            ("contrat.pdf", "contrat.pdf"),
            ("a/b\\c.pdf", "a_b_c.pdf"),
            ("../../etc/passwd", "_.._etc_passwd"),
            (".caché", "caché"),
            ("-rf", "rf"),
            ("…", "…"),
            ("...", "document"),
            ("", "document"),
            ("ligne\nsuivante.txt", "ligne_suivante.txt"),
        ] {
            assert_eq!(file_name(given), made, "{given:?}");
        }
        let long = file_name(&format!("{}.pdf", "é".repeat(300)));
        assert_eq!(
            (long.len() <= MOST_BYTES, long.rsplit_once('.').map(|it| it.1)),
            (true, Some("pdf")),
            "{long}"
        );
    }
}
