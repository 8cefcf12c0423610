//! The ledger of the invented organisation, made once for each thread.

use jalon::event::{Activity, Day, EntryId, Moment, link, object};
use jalon::figures::{Filter, PlanChoice, Question, Ruling, State, table};
use jalon::ledger::{Command, Committed, NewActivity};
use jalon::log::MemoryLog;
use jalon::present::{Language, Messages, kpi_json};

use crate::invented::{House, Ids, body, day, id, on};

/// The ledger, and the sentences of both languages.
pub(super) struct Fixture {
    /// Its state, and what is foreseen of it.
    pub(super) ledger: Committed,
    /// Its lines.
    pub(super) lines: Vec<Vec<u8>>,
    /// French and English.
    pub(super) messages: [Messages; 2],
}

thread_local! {
    static FIXTURE: Fixture = Fixture::new();
}

/// The id of the activity that is there, which the corpus names.
const KNOWN: u64 = 7_000;

impl Fixture {
    fn new() -> Self {
        let mut house = House::new(Box::new(MemoryLog::new(link)));
        let activity =
            Activity { fields: object([("attendees", jalon::event::Json::Int(12))]), ..Activity::default() };
        house.does(Command::Record(NewActivity {
            id: Some(id(KNOWN)),
            kind: "workshop.held".to_owned(),
            occurred: on("2023-05-04"),
            subject: Some(body("project/digue")),
            activity,
        }));
        let messages = [Language::French, Language::English].map(Messages::new);
        for it in &messages {
            it.at_home(house.desk.state().currency());
        }
        Self { ledger: house.desk.committed(), lines: house.lines(), messages }
    }

    /// What its entries say.
    pub(super) fn state(&self) -> &State {
        self.ledger.state()
    }

    /// Says something in both languages.
    pub(super) fn say(&self, sentence: impl Fn(&Messages) -> String) {
        self.messages.iter().for_each(|messages| assert!(!sentence(messages).is_empty()));
    }
}

/// Does something with the ledger.
pub(super) fn with<T>(of: impl FnOnce(&Fixture) -> T) -> T {
    FIXTURE.with(of)
}

/// Ids that are not there yet, the same at every turn.
pub(super) fn ids() -> impl FnMut() -> EntryId {
    let mut ids = Ids(9_000);
    move || ids.next()
}

/// When things are tried.
pub(super) fn now() -> Moment {
    "2024-09-02T14:30:00.000000Z".parse().unwrap()
}

/// The day of that.
pub(super) fn today() -> Day {
    day("2024-09-02")
}

/// The table of a state, which every state has.
pub(super) fn show_table(state: &State) {
    for at in [day("2023-06-30"), today()] {
        if let Ok(ruling) = Ruling::at(state, &PlanChoice::default(), at) {
            kpi_json(&table(&Question::new(state, &ruling, at, Filter::default())));
        }
    }
}
