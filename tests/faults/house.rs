//! A ledger in which every command that records has something to do.

use super::LEDGER;
use super::kept::Receipts;
use crate::place::Place;

/// A ledger with a plan, bodies, an activity, one that was planned and is past, and
/// files that commands are given.
pub(super) struct House {
    pub(super) place: Place,
    pub(super) receipts: Receipts,
    /// The activity, the planned one, by their numbers.
    pub(super) activity: String,
    pub(super) planned: String,
}

impl House {
    pub(super) fn new() -> Self {
        let plan = include_str!("../gallery/house/plan.toml");
        let place = Place::with_ledger(LEDGER);
        place.file("plan.toml", plan);
        place.file("next.toml", plan.replace("target = 10\n", "target = 12\n"));
        place.file("register.toml", include_str!("../gallery/house/register.toml"));
        place.file("more.toml", "[[body]]\nid = \"organisation/port\"\nname = \"Port\"\non = 2024-01-01\n");
        place.file("piece.txt", "une pièce");
        place.file("table.csv", "Indicateur,Cible,Livré\nInfolettres,10,4\nAteliers,6,2\n");
        let mut house =
            Self { place, receipts: Receipts::default(), activity: String::new(), planned: String::new() };
        let past = "2024-01-05T12:00:00.000000Z";
        house.done(past, &["init", "--source", "https://a.example/l", "--prefix", "org.a"]);
        house.done(past, &["plan", "plan.toml"]);
        house.done(past, &["register", "register.toml"]);
        house.planned = house.done(past, &["record", "newsletter", "editions=1", "--on", "2024-02-01"]);
        let now = ["record", "newsletter", "editions=4", "--on", "2024-05-01", "--accept-clock"];
        house.activity = house.done("", &now);
        house.place.file("export.jsonl", house.place.done(&["export", "jsonl"]));
        house
    }

    /// A command at that moment, or now; the number of the last entry that it names.
    fn done(&mut self, moment: &str, arguments: &[&str]) -> String {
        let mut command = self.place.command(&[arguments, &["--format", "json"]].concat());
        if !moment.is_empty() {
            command.env("JALON_NOW", moment);
        }
        let output = command.output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        self.receipts.take(&output.stdout);
        self.receipts.last().to_string()
    }
}
