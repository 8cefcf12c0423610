//! A log that grows on from CEIMIA's demonstration: activities of all its types
//! over five fiscal years, corrections, withdrawals, bodies that come into the
//! register and change there. The same lines each time.

use std::collections::VecDeque;

use jalon::event::{
    Author, BodyId, Day, Draft, Entry, EntryId, Hash, Json, Moment, Object, Period, json_text, object, types,
};

/// First day of what happens; five fiscal years follow.
const FIRST_DAY: (i32, u32, u32) = (2021, 4, 1);
/// Days of five years.
const DAYS: usize = 1_826;
/// Entries back of which some are corrected or withdrawn.
const MEMORY: usize = 4_096;

/// Goes on from the lines of a log for ever.
pub(crate) struct Generator {
    templates: Vec<Draft>,
    bodies: Vec<BodyId>,
    days: Vec<Day>,
    source: String,
    author: Author,
    recorded: Moment,
    sequence: u64,
    head: Hash,
    random: Random,
    /// Activities that may still be corrected, with the hash of their entry.
    recent: VecDeque<(Draft, Hash)>,
}

impl Generator {
    /// Goes on from these lines.
    pub(crate) fn after(lines: &[Vec<u8>]) -> Self {
        let entries: Vec<Entry> = lines.iter().map(|line| Entry::read(line).unwrap()).collect();
        let last = entries.last().unwrap();
        let activities = entries.iter().filter(|entry| !entry.draft.kind.starts_with(types::PREFIX));
        let first = Day::new(FIRST_DAY.0, FIRST_DAY.1, FIRST_DAY.2).unwrap();
        let registered = entries.iter().filter(|entry| entry.draft.kind == types::ORGANISATION_REGISTERED);
        Self {
            templates: activities.map(|entry| template(&entry.draft)).collect(),
            bodies: registered.filter_map(|entry| entry.draft.subject.clone()).collect(),
            days: std::iter::successors(Some(first), |day| Some(day.next())).take(DAYS).collect(),
            source: last.source.clone(),
            author: last.author,
            recorded: last.recorded,
            sequence: last.sequence + 1,
            head: Hash::of(lines.last().unwrap()),
            random: Random(1),
            recent: VecDeque::with_capacity(MEMORY + 1),
        }
    }

    /// Activities alone, each with an id of its own: rows to import or to record.
    /// They name no body that the log does not have.
    pub(crate) fn activities(mut self) -> impl Iterator<Item = Draft> {
        // None of them has an id of the log that goes on from the same lines.
        self.random = Random(2);
        std::iter::repeat_with(move || {
            self.pass();
            let id = self.id();
            self.activity(id)
        })
    }

    /// Goes on to when the next one is recorded.
    fn pass(&mut self) {
        self.recorded = Moment::from_micros(self.recorded.micros() + 5_000_000);
    }

    fn draft(&mut self) -> Draft {
        let id = self.id();
        match self.random.below(10_000) {
            0 => self.registration(id),
            1 => self.change(id),
            2..60 if !self.recent.is_empty() => self.withdrawal(id),
            60..400 if !self.recent.is_empty() => self.correction(id),
            _ => self.activity(id),
        }
    }

    fn activity(&mut self, id: EntryId) -> Draft {
        let mut draft = self.random.one_of(&self.templates).clone();
        draft.id = id;
        draft.occurred = Some(self.period());
        if let Some(Json::Object(fields)) = draft.data.get_mut("fields") {
            fields.iter_mut().for_each(|(_, value)| self.other(value));
        }
        if draft.subject.as_ref().is_some_and(|it| it.as_str().starts_with("organisation/")) {
            draft.subject = Some(self.body());
        }
        draft
    }

    /// Another organisation where one is named, another amount where one stands.
    fn other(&mut self, value: &mut Json) {
        match value {
            Json::Text(text) if text.starts_with("organisation/") => {
                *value = json_text(self.body().as_str());
            }
            Json::Array(items) if items.len() == 1 => self.other(&mut items[0]),
            Json::Object(members) if members.contains_key("amount") => {
                let amount = self.random.below(2_000_000).to_string() + ".00";
                members.insert("amount".into(), json_text(amount));
            }
            _ => {}
        }
    }

    fn correction(&mut self, id: EntryId) -> Draft {
        let (before, hash) = self.one_of_recent();
        let content = before.data.clone();
        let data = object([
            ("content", Json::Object(content)),
            ("reason", json_text("La date était celle de l'annonce.")),
            ("replaces", json_text(hash.to_string())),
        ]);
        let occurred = Some(self.period());
        let subject = before.subject.clone();
        Draft { occurred, subject, ..about(id, types::ENTRY_CORRECTED, before.id, data) }
    }

    fn withdrawal(&mut self, id: EntryId) -> Draft {
        let (before, _) = self.one_of_recent();
        about(id, types::ENTRY_WITHDRAWN, before.id, object([("reason", json_text("Saisie deux fois."))]))
    }

    /// An activity about which nothing was said yet, and nothing will be again.
    fn one_of_recent(&mut self) -> (Draft, Hash) {
        let which = self.random.below(self.recent.len());
        self.recent.swap_remove_back(which).unwrap()
    }

    fn registration(&mut self, id: EntryId) -> Draft {
        let number = self.bodies.len();
        let body: BodyId = format!("organisation/partenaire-{number}").parse().unwrap();
        let name = format!("Partenaire {number}");
        let name = object([("en", json_text(&name)), ("fr", json_text(&name))]);
        let data = object([("attributes", Json::Object(self.attributes())), ("name", Json::Object(name))]);
        self.bodies.push(body.clone());
        self.fact(id, types::ORGANISATION_REGISTERED, body, data)
    }

    fn change(&mut self, id: EntryId) -> Draft {
        let body = self.body();
        let data = object([("attributes", Json::Object(self.attributes()))]);
        self.fact(id, types::ORGANISATION_CHANGED, body, data)
    }

    fn fact(&mut self, id: EntryId, kind: &str, body: BodyId, data: Object) -> Draft {
        Draft { occurred: Some(Period::on(self.day())), subject: Some(body), ..plain(id, kind, data) }
    }

    fn attributes(&mut self) -> Object {
        let countries = ["CA", "FR", "JP", "US", "BR", "IN", "SN", "DE"];
        let sectors = ["academic", "government", "industry", "nonprofit"];
        let [country, sector] = [&countries[..], &sectors].map(|words| *self.random.one_of(words));
        object([("country", json_text(country)), ("sector", json_text(sector))])
    }

    fn body(&mut self) -> BodyId {
        self.random.one_of(&self.bodies).clone()
    }

    fn day(&mut self) -> Day {
        *self.random.one_of(&self.days)
    }

    /// Nine in ten on a day, the others within a month.
    fn period(&mut self) -> Period {
        let first = self.random.below(DAYS - 30);
        let length = if self.random.below(10) == 0 { 30 } else { 0 };
        Period::new(self.days[first], self.days[first + length]).unwrap()
    }

    /// A UUID of version 7 at the moment of the next entry.
    fn id(&mut self) -> EntryId {
        let milliseconds = u64::try_from(self.recorded.micros() / 1_000).unwrap();
        let random = (u128::from(self.random.next()) << 64) | u128::from(self.random.next());
        let bytes: [u8; 10] = random.to_be_bytes()[..10].try_into().unwrap();
        EntryId::new(uuid::Builder::from_unix_timestamp_millis(milliseconds, &bytes).into_uuid())
    }
}

impl Iterator for Generator {
    type Item = Vec<u8>;

    fn next(&mut self) -> Option<Vec<u8>> {
        self.pass();
        let draft = self.draft();
        let kept = (!draft.kind.starts_with(types::PREFIX)).then(|| draft.clone());
        let entry = Entry {
            draft,
            source: self.source.clone(),
            author: self.author,
            recorded: self.recorded,
            sequence: self.sequence,
            previous: self.head,
        };
        let line = entry.spelling();
        self.head = Hash::of(&line);
        self.sequence += 1;
        if let Some(activity) = kept {
            self.recent.push_back((activity, self.head));
            if self.recent.len() > MEMORY {
                self.recent.pop_front();
            }
        }
        Some(line)
    }
}

/// What an activity says, without what ties it to others or to the report.
fn template(draft: &Draft) -> Draft {
    let mut template = draft.clone();
    for name in ["citation", "partof", "note"] {
        template.data.remove(name);
    }
    template.data.insert("basis".into(), json_text("firsthand"));
    template
}

fn plain(id: EntryId, kind: &str, data: Object) -> Draft {
    let kind = kind.to_owned();
    Draft { id, kind, version: 1, occurred: None, subject: None, corrected: None, batch: None, data }
}

fn about(id: EntryId, kind: &str, entry: EntryId, data: Object) -> Draft {
    Draft { corrected: Some(entry), ..plain(id, kind, data) }
}

/// SplitMix64: the same numbers each time.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).unwrap()
    }

    fn one_of<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }
}
