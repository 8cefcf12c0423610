//! An invented organisation, for tests: its plan, its register, its ledger.
//! Ids and times are counted, so that a ledger is the same at every run.

use jalon::event::{Author, AuthorType, BodyId, Citation, Day, EntryId, Hash, Moment, Period};
use jalon::ledger::{Command, Desk, NewLedger, PlanText};
use jalon::log::Log;
use jalon::plan::{BodyFact, Opened, PlanFile, PlanHead, Words};

/// The plan's file.
pub(crate) const PLAN: &str = include_str!("plan.toml");

/// When the first entry is recorded: 1 February 2024, noon UTC.
pub(crate) const FIRST: &str = "2024-02-01T12:00:00.000000Z";

pub(crate) fn head() -> PlanHead {
    PlanFile::parse(PLAN).unwrap().head
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub(crate) fn on(text: &str) -> Period {
    Period::on(day(text))
}

pub(crate) fn body(text: &str) -> BodyId {
    text.parse().unwrap()
}

pub(crate) fn citation() -> Citation {
    Citation { source: "Rapport inventé".into(), line: Some("7".into()), ..Citation::default() }
}

/// Recorders: the first records, the second approves.
pub(crate) fn author(number: u64) -> Author {
    let user = id(u64::MAX - number).to_string().parse().unwrap();
    Author { user, kind: AuthorType::User }
}

/// The id of this number: a version 7 UUID whose random bits are its hash.
pub(crate) fn id(number: u64) -> EntryId {
    let hash = Hash::of(&number.to_be_bytes());
    let mut random = [0; 10];
    random.copy_from_slice(&hash.0[..10]);
    let millis = 1_706_788_800_000 + number % 1_000_000;
    EntryId::new(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
}

/// Ids in their order.
#[derive(Default)]
pub(crate) struct Ids(pub(crate) u64);

impl Ids {
    pub(crate) fn next(&mut self) -> EntryId {
        self.0 += 1;
        id(self.0)
    }
}

/// A clock that goes on by one minute with every look.
#[derive(Clone, Copy)]
pub(crate) struct Clock(pub(crate) Moment);

impl Default for Clock {
    fn default() -> Self {
        Self(FIRST.parse().unwrap())
    }
}

impl Clock {
    pub(crate) fn next(&mut self) -> Moment {
        let now = self.0;
        self.0 = Moment::from_micros(now.micros() + 60_000_000);
        now
    }

    /// Goes on by days.
    pub(crate) fn pass(&mut self, days: i64) {
        self.0 = Moment::from_micros(self.0.micros() + days * 86_400_000_000);
    }
}

pub(crate) fn opening() -> NewLedger {
    let opened = Opened {
        format: 1,
        ledger: id(u64::MAX).to_string().parse().unwrap(),
        origin: "registre.example/quai".into(),
        typeprefix: "example.quai".into(),
        verifierkey: "registre.example/quai+ed6fc76b+AeDxEvXT7VmXaL6DkbmRYYgp9lnFn+ow0rzm7TsYreZ/".into(),
        hash: Opened::HASH.into(),
        tree: Opened::TREE.into(),
        timezone: "America/Halifax".into(),
        fiscalyearend: "03-31".into(),
        currency: "CAD".into(),
        languages: vec!["fr".into(), "en".into()],
        name: Some(Words { fr: "Ateliers du Quai".into(), en: "Quai Workshops".into() }),
        demonstration: false,
    };
    NewLedger { source: "https://registre.example/quai".into(), opened }
}

/// The organisations: name, country, sector. The last states neither.
pub(crate) const ORGANISATIONS: [(&str, Option<(&str, &str)>); 5] = [
    ("organisation/algue", Some(("CA", "public"))),
    ("organisation/brise", Some(("NO", "cooperative"))),
    ("organisation/crabe", Some(("SN", "cooperative"))),
    ("organisation/dune", Some(("IS", "public"))),
    ("organisation/ecume", None),
];

/// The projects.
pub(crate) const PROJECTS: [&str; 2] = ["project/digue", "project/phare"];

/// A person, by UUID only.
pub(crate) fn person(number: u64) -> BodyId {
    body(&format!("person/{}", id(u64::MAX - 10 - number)))
}

/// A ledger with its plan and its register, and what goes on counting.
pub(crate) struct House {
    pub(crate) desk: Desk,
    pub(crate) ids: Ids,
    pub(crate) clock: Clock,
}

impl House {
    pub(crate) fn new(log: Box<dyn Log + Send>) -> Self {
        let (mut ids, mut clock) = (Ids::default(), Clock::default());
        let desk = Desk::create(log, &opening(), None, author(1), clock.next(), &mut || ids.next()).unwrap();
        let mut house = Self { desk, ids, clock };
        house.does(Command::Plan(PlanText { head: head() }));
        for (name, known) in ORGANISATIONS {
            let attributes = known.map_or_else(Vec::new, |(country, sector)| {
                vec![
                    ("country".to_owned(), vec![country.to_owned()]),
                    ("sector".to_owned(), vec![sector.to_owned()]),
                ]
            });
            let fact = BodyFact { attributes: attributes.into_iter().collect(), ..named(name) };
            house.does(Command::Register { body: body(name), occurred: on("2022-01-01"), fact });
        }
        for name in PROJECTS {
            house.does(Command::Register { body: body(name), occurred: on("2022-01-01"), fact: named(name) });
        }
        for number in 0..2 {
            let fact = BodyFact::default();
            house.does(Command::Register { body: person(number), occurred: on("2022-01-01"), fact });
        }
        house
    }

    /// Does what must be possible.
    pub(crate) fn does(&mut self, command: Command) -> EntryId {
        self.tries(command, 1).unwrap()
    }

    /// Does what may be refused; the id of the last entry.
    pub(crate) fn tries(&mut self, command: Command, by: u64) -> Result<EntryId, jalon::ledger::DeskError> {
        let now = self.clock.next();
        let ids = &mut self.ids;
        let receipts = self.desk.execute(command, author(by), now, false, &mut || ids.next())?;
        Ok(receipts.last().unwrap().id)
    }

    pub(crate) fn lines(&self) -> Vec<Vec<u8>> {
        self.desk.lines().unwrap()
    }
}

fn named(id: &str) -> BodyFact {
    let slug = id.split_once('/').unwrap().1;
    BodyFact { name: Some(Words::both(slug)), ..BodyFact::default() }
}
