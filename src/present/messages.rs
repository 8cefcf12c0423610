//! Every sentence, by Fluent.

use std::cell::{OnceCell, RefCell};
use std::fmt::Display;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::{Language, count_words};
use crate::event::{Currency, Json, Sealed, Zone};
use crate::plan::{Body, person_name};

/// A value within a sentence: text, already formatted, or a number that
/// chooses between plural forms.
pub enum Arg<'a> {
    /// Text as it is shown.
    Text(&'a str),
    /// Anything that is shown as it spells itself.
    Shown(&'a dyn Display),
    /// A count for plural forms.
    Count(usize),
}

/// What opens a sealed value, where its key is on this machine.
pub type Opener = Box<dyn Fn(&Sealed) -> Option<Json>>;

/// The sentences of one language, with times as they are in one zone.
pub struct Messages {
    language: Language,
    zone: Zone,
    home: OnceCell<Currency>,
    opener: RefCell<Option<Opener>>,
    bundle: &'static Bundle,
}

type Bundle = FluentBundle<FluentResource>;

/// Read once each, when they are first asked for: that takes longer than saying
/// hundreds of them.
static BUNDLES: [LazyLock<Bundle>; 2] =
    [LazyLock::new(|| bundle(Language::French)), LazyLock::new(|| bundle(Language::English))];

const FRENCH: &str = include_str!("messages/fr.ftl");
const ENGLISH: &str = include_str!("messages/en.ftl");

impl Messages {
    /// The sentences of a language.
    pub fn new(language: Language) -> Self {
        let [french, english] = &BUNDLES;
        let bundle = match language {
            Language::French => french,
            Language::English => english,
        };
        Self { language, zone: Zone::UTC, home: OnceCell::new(), opener: RefCell::default(), bundle }
    }

    /// The same with times as they are in this zone; in universal time otherwise.
    #[must_use]
    pub fn in_zone(self, zone: Zone) -> Self {
        Self { zone, ..self }
    }

    /// Says the ledger's own currency, once a ledger is open.
    pub fn at_home(&self, currency: Option<Currency>) {
        // What was said first holds: a command has one ledger.
        currency.map(|currency| self.home.set(currency));
    }

    /// Speaks on pages from now on: says persons by their names where those can be
    /// opened, and what can be done on a page instead of by a command. Only for what is shown to who sits at the machine with the keys: what is passed on
    /// names persons by their ids.
    pub fn opening(&self, open: Opener) {
        self.opener.replace(Some(open));
    }

    /// Whether sentences stand on pages, where nothing is typed as a command.
    pub(super) fn is_on_pages(&self) -> bool {
        self.opener.borrow().is_some()
    }

    /// The name of a person, where it is said.
    pub(super) fn person(&self, body: &Body) -> Option<String> {
        let opener = self.opener.borrow();
        person_name(body, opener.as_ref()?)
    }

    /// The ledger's own currency, which needs no country beside its symbol.
    pub(super) fn home(&self) -> Option<Currency> {
        self.home.get().copied()
    }

    /// The zone of what is said of the ledger as a whole.
    pub(super) const fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The ids of all sentences, the same in every language.
    pub fn ids() -> impl Iterator<Item = &'static str> {
        let heads = FRENCH.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
        heads.filter_map(|line| Some(line.split_once(" =")?.0))
    }

    /// A sentence without values, if there is one of this id.
    pub fn find(&self, id: &str) -> Option<String> {
        self.bundle.has_message(id).then(|| self.word(id))
    }

    /// A sentence without values.
    pub fn word(&self, id: &str) -> String {
        self.say(id, &[])
    }

    /// A sentence with its values, and on a line of its own what to do about
    /// it when the message says so (its attribute `hint`; on pages its attribute
    /// `page` stands for the hint, or for a sentence without one); `⟨id⟩` where
    /// there is no such message.
    pub fn say(&self, id: &str, values: &[(&str, Arg<'_>)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            match value {
                Arg::Text(text) => args.set(*name, *text),
                Arg::Shown(value) => args.set(*name, value.to_string()),
                Arg::Count(count) => args.set(*name, *count),
            }
        }
        let Some(message) = self.bundle.get_message(id) else { return format!("⟨{id}⟩") };
        let Some(pattern) = message.value() else { return format!("⟨{id}⟩") };
        let mut faults = Vec::new();
        let mut format = |pattern| self.bundle.format_pattern(pattern, Some(&args), &mut faults).into_owned();
        // On pages what can be done there stands instead of what is typed elsewhere.
        let page = message.get_attribute("page").filter(|_| self.is_on_pages());
        let hint = message.get_attribute("hint");
        let sentence = match (hint, page) {
            (None, Some(page)) => format(page.value()),
            (Some(hint), page) => {
                let below = format(page.as_ref().unwrap_or(&hint).value());
                format!("{}\n  {below}", format(pattern))
            }
            (None, None) => format(pattern),
        };
        debug_assert!(faults.is_empty(), "{id} lacks a value: {faults:?}");
        sentence
    }
}

fn bundle(language: Language) -> Bundle {
    let source = match language {
        Language::French => FRENCH,
        Language::English => ENGLISH,
    };
    let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Isolation marks would be copied out of terminals with the text.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::French => grouped_in_french,
        Language::English => grouped_in_english,
    }));
    // A resource with a fault keeps its sound messages; a test holds that
    // there is no fault.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(sound, _)| sound);
    bundle.add_resource_overriding(resource);
    bundle
}

fn grouped_in_french<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(Language::French, value)
}

fn grouped_in_english<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(Language::English, value)
}

/// A count as the language writes it; Fluent alone writes its digits in one row.
fn grouped(language: Language, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    Some(count_words(language, number.as_string().parse().ok()?))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::{Arg, ENGLISH, FRENCH, Language, Messages};

    /// Of each message: the names of its values.
    fn messages(source: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut current = "";
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some((id, _)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
                current = id;
                assert!(found.insert(id, BTreeSet::new()).is_none(), "{id} stands twice");
            }
            for part in line.split('$').skip(1) {
                let end = part.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(part.len());
                found.entry(current).or_default().insert(&part[..end]);
            }
        }
        found
    }

    #[test]
    fn counts_are_written_as_the_language_does() {
        for (language, words) in [(Language::French, "200\u{a0}000 "), (Language::English, "200,000 ")] {
            let counted =
                Messages::new(language).say("explain-contributions", &[("count", Arg::Count(200_000))]);
            assert!(counted.starts_with(words), "{counted}");
        }
    }

    #[test]
    fn every_message_stands_in_both_languages_with_the_same_values() {
        assert_eq!(messages(FRENCH), messages(ENGLISH));
    }

    #[test]
    fn both_files_are_sound() {
        for source in [FRENCH, ENGLISH] {
            let parsed = fluent_bundle::FluentResource::try_new(source.to_owned());
            assert!(parsed.is_ok(), "{:?}", parsed.err().map(|(_, faults)| faults));
        }
    }
}
