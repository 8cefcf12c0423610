//! What a value is made of, page after page.

use jalon::event::{Activity, Json, Object, json_text, object};
use jalon::figures::{Filter, PlanChoice, Question, Ruling, State, explain};
use jalon::ledger::{Command, NewActivity};
use jalon::log::MemoryLog;
use jalon::present::{Language, Messages, shown_amounts, unit_words};

use super::visitor::Visitor;
use crate::invented::{House, day, on};

/// Grants of a year, of which halves of a dollar are rounded together, some of them in no
/// order, some withdrawn.
fn house() -> House {
    let mut house = House::new(Box::new(MemoryLog::new(jalon::event::link)));
    let mut grants = Vec::new();
    for number in 0..430 {
        let amount = format!("{}.{}", 10 + number % 7, if number % 2 == 0 { "50" } else { "05" });
        let money = object([("amount", json_text(amount)), ("currency", json_text("CAD"))]);
        let fields: Object = object([("amount", Json::Object(money))]);
        let activity = Activity { fields, ..Default::default() };
        let occurred = on(&format!("2023-{:02}-{:02}", 1 + number * 5 % 12, 1 + number * 11 % 28));
        let kind = "grant.received".to_owned();
        grants.push(house.does(Command::Record(NewActivity {
            id: None,
            kind,
            occurred,
            subject: None,
            activity,
        })));
    }
    for entry in grants.iter().step_by(2).take(205).copied() {
        house.does(Command::Withdraw { entry, correction: None, reason: "Deux fois.".into() });
    }
    house
}

/// The places and amounts of a list of entries on a page.
fn listed(page: &str, heading: &str) -> Vec<(u64, String)> {
    let Some((_, section)) = page.split_once(heading) else { return vec![] };
    let section = section.split_once("</section>").unwrap().0;
    let items = section.split("<li>").skip(1).map(|item| {
        let place = item.split_once("/entry/").unwrap().1.split_once('"').unwrap().0.parse().unwrap();
        let amount = item.split_once("class=\"amount\">").map_or("", |it| it.1.split_once('<').unwrap().0);
        (place, amount.to_owned())
    });
    items.collect()
}

/// The same of the whole explanation.
fn explained(state: &State) -> (Vec<(u64, String)>, Vec<u64>) {
    let at = day("2023-12-31");
    let ruling = Ruling::at(state, &PlanChoice::default(), at).unwrap();
    let question = Question::new(state, &ruling, at, Filter::default());
    let row = explain(&question, ruling.indicator("grants").unwrap());
    let messages = Messages::new(Language::French);
    let amounts = shown_amounts(&ruling, &row).into_iter().map(|(unit, it)| unit_words(&messages, unit, &it));
    let places = row.value.contributions.iter().map(|it| it.sequence);
    (places.zip(amounts).collect(), row.value.left_by(at).map(|it| it.sequence).collect())
}

#[test]
fn pages_show_one_after_the_other_what_the_explanation_lists() {
    let house = house();
    let (all, left) = explained(house.desk.state());
    assert!(all.len() > 200 && left.len() > 200);
    let visitor = Visitor::of(house.desk);
    let mut shown = Vec::new();
    for number in 1..=3 {
        let page = visitor.read(&format!("/value/grants?as-at=2023-12-31&page={number}"));
        let on_page = listed(&page, "<h2>Apports");
        assert_eq!(page.contains("rel=\"next\""), number == 1, "{number}");
        assert_eq!(page.contains("rel=\"prev\""), number > 1, "{number}");
        assert!(page.contains(&format!("<span class=\"count\">{}</span>", all.len())), "{number}");
        assert!(page.contains(&format!("<span class=\"count\">{}</span>", left.len())), "{number}");
        let not_counted: Vec<u64> = listed(&page, "<h2>Ce qui n").into_iter().map(|it| it.0).collect();
        assert_eq!(not_counted, left[..200], "{number}");
        shown.extend(on_page);
    }
    assert_eq!(shown, all);
    let beyond = visitor.read("/value/grants?as-at=2023-12-31&page=18446744073709551615");
    assert_eq!(listed(&beyond, "<h2>Apports"), []);
}
