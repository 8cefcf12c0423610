//! An entry with all that became of it, for people.

use anstyle::Style;

use super::details::{details_text, opened_words};
use super::{Act, Shown, ShownEntry, Subject};
use crate::event::{Evidence, Json, Sealed};
use crate::figures::{Approval, Content, CountedIn, Part, Record, State, Version};
use crate::plan::{Field, FieldKind};
use crate::present::activity::{field_words, labelled};
use crate::present::explain::citation_words;
use crate::present::published::publication_lines;
use crate::present::reasons::part_words;
use crate::present::{
    Arg, Messages, body_words, count_words, entry_words, moment_words, on_lines, period_words,
    publication_words, sample_counts, sample_words, tests_words, type_words, version_words, wrapped,
};

/// The entry for people, of at most `width` columns: what is sealed is opened
/// where its key is here. What programs need stands at the end.
pub fn show_text(messages: &Messages, shown: &Shown<'_>, width: u16) -> String {
    let teller = Teller { messages, shown };
    let bold = Style::new().bold();
    let mut text = teller.state();
    shown.entries.iter().for_each(|entry| text.push_str(&format!("\n{}", teller.entry(entry))));
    text.push_str(&teller.added());
    text.push_str(&teller.counts());
    let title = wrapped(&teller.title(), width);
    let head = messages.word("show-details");
    let details: String = shown.entries.iter().map(details_text).collect();
    let text = wrapped(&text, width);
    format!("{bold}{title}{bold:#}\n{text}\n{bold}{head}{bold:#}\n{}", wrapped(&details, width))
}

struct Teller<'t, 'a> {
    messages: &'t Messages,
    shown: &'t Shown<'a>,
}

impl Teller<'_, '_> {
    fn title(&self) -> String {
        let (messages, state) = (self.messages, self.shown.state);
        let Some(first) = self.shown.entries.first() else { return String::new() };
        let name = match self.shown.subject {
            Subject::Record(record) if matches!(record.latest().content, Content::Total(_)) => {
                version_words(messages, state, record, record.latest())
            }
            Subject::Record(record) => {
                type_words(messages.language(), state.activity_type(&record.kind), &record.kind).to_owned()
            }
            Subject::Note(note) => messages.say("journal-note", &[("text", Arg::Text(&note.text))]),
            Subject::Published(it) => publication_words(messages, &it.sent),
            Subject::Sample(it) => sample_words(messages, state, &it.sampling),
            Subject::Other(_) => self.other_title(first),
        };
        format!("{name} · #{}", first.entry.sequence)
    }

    /// What an entry is that is no record, and about what: the register, another
    /// entry.
    fn other_title(&self, first: &ShownEntry) -> String {
        let (messages, draft) = (self.messages, &first.entry.draft);
        let words = entry_words(messages, &draft.kind);
        let body = draft.subject.as_ref().map(|body| body_words(messages, self.shown.state, body));
        let about = draft.corrected.and_then(|id| self.shown.state.sequence_of(id));
        let about = about.map(|sequence| format!("#{sequence}"));
        [Some(words), body, about].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// What a note became.
    fn became(&self) -> Option<String> {
        let Subject::Note(note) = self.shown.subject else { return None };
        let entry = self.shown.state.sequence_of(note.resolved?)?;
        Some(self.messages.say("show-became", &[("entry", Arg::Shown(&entry))]))
    }

    /// What auditors found of it; of a sample how much was tested and found.
    fn tests(&self) -> Vec<String> {
        let (messages, state) = (self.messages, self.shown.state);
        match self.shown.subject {
            Subject::Record(record) => tests_words(messages, state, record.id),
            Subject::Sample(sample) => vec![sample_counts(messages, sample)],
            _ => vec![],
        }
    }

    /// What became of it, a line each: whether it counts, who judged it.
    fn state(&self) -> String {
        let (messages, shown) = (self.messages, self.shown);
        let withdrawn = shown.act(shown.subject.withdrawn());
        let mut lines = Vec::new();
        match (withdrawn, shown.stands()) {
            (Some(act), _) => lines.push(self.act("show-withdrawn", act, None)),
            (None, _) if shown.is_planned() => lines.push(messages.word("show-planned")),
            (None, Some(place)) => lines.push(messages.say("show-stands", &[("entry", Arg::Shown(&place))])),
            (None, None) => {}
        }
        lines.extend(shown.confirmations().into_iter().map(|act| self.act("show-confirmed", act, None)));
        for (version, act, approved) in shown.judgements() {
            lines.push(self.act(
                if approved { "show-approved" } else { "show-rejected" },
                act,
                Some(version),
            ));
        }
        lines.extend(self.became());
        lines.extend(self.tests());
        if shown.approval() == Some(Approval::Waiting) {
            lines.push(messages.word("approval-waiting"));
        }
        on_lines("", lines)
    }

    /// Who did what to it, when and why.
    fn act(&self, id: &str, act: &Act, version: Option<u64>) -> String {
        let messages = self.messages;
        let when = moment_words(messages, act.recorded, self.shown.state.zone());
        let by = self.shown.recorders.words(messages, act.author.user);
        let version = version.unwrap_or_default();
        let values = [
            ("when", Arg::Text(&when)),
            ("by", Arg::Text(&by)),
            ("entry", Arg::Shown(&act.sequence)),
            ("version", Arg::Shown(&version)),
        ];
        let said = messages.say(id, &values);
        match &act.reason {
            Some(reason) => {
                messages.say("show-because", &[("said", Arg::Text(&said)), ("reason", Arg::Text(reason))])
            }
            None => said,
        }
    }

    /// One version: when it happened, when and by whom it was recorded, what
    /// became of it, what it says, its documents.
    fn entry(&self, entry: &ShownEntry) -> String {
        let messages = self.messages;
        let period = entry.entry.draft.occurred.map(|it| period_words(messages, it));
        let when = moment_words(messages, entry.entry.recorded, self.shown.state.zone());
        let by = self.shown.recorders.words(messages, entry.entry.author.user);
        let recorded = messages.say("recorded-on", &[("when", Arg::Text(&when)), ("by", Arg::Text(&by))]);
        let version = self.shown.record().and_then(|it| Some((it, it.version(entry.entry.sequence)?)));
        let fate = version.and_then(|(record, version)| self.fate(record, version));
        let head = [Some(format!("#{}", entry.entry.sequence)), period, Some(recorded), fate];
        let mut text = head.into_iter().flatten().collect::<Vec<_>>().join(" · ") + "\n";
        if let Some((record, version)) = version {
            let lines = self.version(entry, record, version);
            text.push_str(&on_lines("      ", lines));
        }
        if let Subject::Published(it) = self.shown.subject {
            text.push_str(&on_lines("      ", publication_lines(messages, self.shown.state, &it.sent)));
        } else if version.is_none() {
            text.push_str(&on_lines("      ", self.opened(entry)));
        }
        if !entry.documents.is_empty() {
            let count = [("count", Arg::Count(entry.documents.len()))];
            text.push_str(&format!("      {}\n", messages.say("show-documents", &count)));
        }
        entry.documents.iter().for_each(|it| text.push_str(&self.document(it)));
        text
    }

    /// What became of a version where there are several, and why it was made.
    fn fate(&self, record: &Record, version: &Version) -> Option<String> {
        let messages = self.messages;
        let reason = version.reason.as_ref();
        let reason = reason.map(|it| messages.say("show-correction", &[("reason", Arg::Text(it))]));
        let fate = if let Some(act) = self.shown.act(version.withdrawn) {
            Some(self.act("show-version-withdrawn", act, None))
        } else if record.corrections.is_empty() {
            None
        } else {
            let later = record.standing_corrections().find(|it| it.sequence > version.sequence);
            Some(match later {
                Some(later) => {
                    messages.say("show-version-replaced", &[("entry", Arg::Shown(&later.sequence))])
                }
                None => messages.word("show-version-last"),
            })
        };
        let parts: Vec<String> = reason.into_iter().chain(fate).collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }

    /// What a version says, a line each.
    fn version(&self, entry: &ShownEntry, record: &Record, version: &Version) -> Vec<String> {
        let (messages, state) = (self.messages, self.shown.state);
        let mut lines = match &version.content {
            Content::Total(_) => vec![version_words(messages, state, record, version)],
            Content::Activity(activity) => {
                let fields = state.activity_type(&record.kind).into_iter().flat_map(|kind| &kind.fields);
                let given = fields.filter_map(|field| Some((field, activity.fields.get(&field.name)?)));
                given.map(|(field, value)| self.field(entry, field, value)).collect()
            }
        };
        let label = |id: &str, value: &str| labelled(messages, &messages.word(id), value);
        lines
            .extend(version.subject.iter().map(|it| label("show-subject", &body_words(messages, state, it))));
        let note = match &version.content {
            Content::Activity(activity) => activity.note.as_ref(),
            Content::Total(total) => total.note.as_ref(),
        };
        lines.extend(note.map(|note| label("show-note", note)));
        lines
            .extend(version.content.citation().map(|it| label("show-source", &citation_words(messages, it))));
        lines
    }

    fn field(&self, entry: &ShownEntry, field: &Field, value: &Json) -> String {
        let sealed = |value: &Json| {
            Sealed::read(value).map(|it| {
                let opened = entry.sealed.get(&it).and_then(Option::as_ref);
                opened_words(self.messages, self.shown.state, opened, &it)
            })
        };
        if field.kind != FieldKind::Sealed {
            return field_words(self.messages, self.shown.state, field, value);
        }
        let all: Vec<String> = match value {
            Json::Array(items) => items.iter().filter_map(sealed).collect(),
            one => sealed(one).into_iter().collect(),
        };
        labelled(self.messages, self.messages.language().of(&field.label), &all.join(", "))
    }

    /// What of an entry that is no record is sealed and could be opened: the name
    /// of a person.
    fn opened(&self, entry: &ShownEntry) -> Vec<String> {
        // The recorder's name stands at the head.
        let own = entry.sealed.iter().filter(|(sealed, value)| value.is_some() && entry.holds(sealed));
        let line = |(sealed, value): (&Sealed, &Option<Json>)| {
            let value = opened_words(self.messages, self.shown.state, value.as_ref(), sealed);
            labelled(self.messages, sealed.person.as_str(), &value)
        };
        own.map(line).collect()
    }

    /// The documents that were added since, and when.
    fn added(&self) -> String {
        let (messages, shown) = (self.messages, self.shown);
        let mut text = String::new();
        for added in &shown.added {
            text.push_str(&format!("\n  {}\n", self.act("show-added", &added.act, None)));
            text.extend(added.documents.iter().map(|it| self.document(it)));
            let note = added.note.as_ref();
            text.extend(
                note.map(|it| format!("        {}\n", labelled(messages, &messages.word("show-note"), it))),
            );
            if let Some(act) = shown.act(added.withdrawn) {
                text.push_str(&format!("        {}\n", self.act("show-withdrawn", act, None)));
            }
        }
        text
    }

    fn document(&self, (document, is_there): &(Evidence, bool)) -> String {
        let messages = self.messages;
        let kind = messages.word(&format!("evidence-{}", document.kind.word()));
        let bytes = count_words(messages.language(), document.bytes);
        let bytes = messages.say("document-bytes", &[("bytes", Arg::Text(&bytes))]);
        let there = messages.word(if *is_there { "document-here" } else { "document-missing" });
        format!("        {} · {kind} · {bytes} · {there}\n", document.name)
    }

    /// The values that look at it.
    fn counts(&self) -> String {
        let messages = self.messages;
        let Some((day, counts)) = &self.shown.counts else { return String::new() };
        let day = crate::present::day_words(messages.language(), *day);
        let mut text = format!("\n{}\n", messages.say("show-counts", &[("day", Arg::Text(&day))]));
        for it in counts {
            let said = self.part(self.shown.state, it);
            let title = it.indicator.title();
            text.push_str(&format!("  {}\n", labelled(messages, messages.language().of(&title), &said)));
        }
        if counts.is_empty() {
            text.push_str(&format!("  {}\n", messages.word("show-counts-nowhere")));
        }
        text
    }

    fn part(&self, state: &State, it: &CountedIn<'_>) -> String {
        let kind = self.shown.record().and_then(|record| state.activity_type(&record.kind));
        let words = part_words(self.messages, state, kind, it);
        match it.part {
            Part::LeftOut(_) => self.messages.say("show-not-counted", &[("reason", Arg::Text(&words))]),
            _ => words,
        }
    }
}
