//! Labels and names that try to be more than text. Whatever somebody typed, a
//! page has the same elements, a Markdown text no link and no mark-up, a CSV
//! file and a workbook no formula but ours.

use jalon::event::link;
use jalon::figures::State;
use jalon::ledger::{Command, PlanText};
use jalon::log::MemoryLog;
use jalon::plan::PlanFile;
use jalon::present::{
    Language, Messages, Printed, Supplement, csv, html_page, markdown, printed_table, workbook,
};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::of_table;
use super::workbook::sheets;
use crate::invented::{House, day, on};

/// Pieces of which what is typed is made.
const PIECES: &[&str] = &[
    "=",
    "+",
    "-",
    "@",
    "＝",
    "=HYPERLINK(\"http://x.example\",\"clic\")",
    "=cmd|' /C calc'!A0",
    ";",
    ",",
    "|",
    "\"",
    "'",
    "\\",
    "`",
    "*",
    "_",
    "~~",
    "#",
    "<",
    ">",
    "&",
    "&lt;",
    "&#60;",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</td></tr></table>",
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "![x](http://x.example/y.png)",
    "<http://x.example>",
    "http://x.example",
    "www.x.example",
    "a@x.example",
    "\u{202e}",
    "\u{2066}",
    "\u{200f}",
    "{{ 7*7 }}",
    "{% raw %}",
    "$x$",
    ":",
    "\n",
    "- ",
    "1. ",
    "===",
    "é",
    " ",
    "מסמך",
    "texte",
    "-->",
    "]]>",
    "style=\"x\"",
    "' onclick='x",
];

fn typed() -> impl Strategy<Value = String> {
    let text = prop::collection::vec(prop::sample::select(PIECES), 1..8).prop_map(|it| it.concat());
    let text = text.prop_filter("a label is not empty", |text| !without_turns(text).trim().is_empty());
    // As the border makes it, trimmed and composed; but older ledgers hold marks that
    // it refuses or leaves out today.
    text.prop_map(|text| {
        let marks =
            ["\u{202e}", "\u{2066}", "\u{200f}"].into_iter().zip(["\u{e000}", "\u{e001}", "\u{e002}"]);
        let hidden = marks.clone().fold(text, |text, (mark, other)| text.replace(mark, other));
        let clean = jalon::event::clean(&hidden, 4_000).unwrap();
        marks.fold(clean, |text, (mark, other)| text.replace(other, mark))
    })
}

/// The ledger of a plan whose every word is this one, with one entry.
fn state(words: &str) -> State {
    let said = serde_json::to_string(words).unwrap();
    let both = format!("{{ fr = {said}, en = {said} }}");
    let plan = format!(
        r#"
plan = "p"
label = {both}
inforce = "2023-01-01"
notice = {both}
columns = {{ target = {both}, delivered = {both}, percent = {both} }}
[[type]]
id = "thing.done"
label = {both}
[[type.field]]
name = "title"
kind = "text"
label = {both}
[[objective]]
id = "o"
number = {said}
label = {both}
[[objective.group]]
id = "g"
label = {both}
[[objective.group.indicator]]
id = "things"
heading = {both}
label = {both}
unit = {both}
words = {both}
target = "2"
status = "supposed"
[objective.group.indicator.rule]
kind = "count"
[[objective.group.indicator.rule.from]]
type = "thing.done"
"#
    );
    let head = PlanFile::parse(&plan).unwrap().head;
    let mut house = House::new(Box::new(MemoryLog::new(link)));
    house.does(Command::Plan(PlanText { head }));
    let activity = jalon::event::Activity {
        fields: [("title".to_owned(), jalon::event::json_text(words))].into_iter().collect(),
        citation: Some(jalon::event::Citation { source: words.into(), ..Default::default() }),
        ..Default::default()
    };
    house.does(Command::Record(jalon::ledger::NewActivity {
        id: None,
        kind: "thing.done".into(),
        occurred: on("2023-06-01"),
        subject: None,
        activity,
    }));
    house.desk.into_state()
}

fn of_plan<T>(state: &State, make: impl FnOnce(&jalon::figures::Table<'_>) -> T) -> T {
    let choice = jalon::figures::PlanChoice { id: Some("p".into()), version: None };
    let ruling = jalon::figures::Ruling::at(state, &choice, day("2024-01-31")).unwrap();
    let filter = jalon::figures::Filter::default();
    let question = jalon::figures::Question::new(state, &ruling, day("2024-01-31"), filter);
    make(&jalon::figures::table(&question))
}

fn printed(words: &str) -> Printed {
    let messages = Messages::new(Language::English);
    of_plan(&state(words), |table| printed_table(&messages, table, Supplement::Shown))
}

/// The elements of a page in order, each with the names of its attributes.
fn skeleton(page: &str) -> Vec<String> {
    let body = page.split("</style>").nth(1).unwrap();
    let element = |text: &str| {
        let inside = text.split('>').next().unwrap();
        let parts: Vec<&str> = inside.split('"').step_by(2).collect();
        parts.concat()
    };
    body.split('<').skip(1).map(element).collect()
}

/// What a Markdown reader finds: what is text, and what else.
fn read(text: &str) -> (String, Vec<String>) {
    let mut said = String::new();
    let mut others = Vec::new();
    for event in
        Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_MATH)
    {
        match event {
            Event::Text(text) => said.push_str(&text),
            Event::SoftBreak | Event::HardBreak => said.push(' '),
            Event::Start(Tag::Paragraph | Tag::Strong | Tag::Emphasis | Tag::Table(_)) | Event::End(_) => {}
            Event::Start(
                Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell
                | Tag::List(None)
                | Tag::Item
                | Tag::Heading { .. }
                | Tag::BlockQuote(_),
            ) => others.push("known".to_owned()),
            other => others.push(format!("{other:?}")),
        }
    }
    (said, others)
}

/// Marks that turn the direction of text.
const TURNS: [char; 2] = ['\u{202e}', '\u{2066}'];

fn without_turns(text: &str) -> String {
    text.chars().filter(|it| !TURNS.contains(it)).collect()
}

/// Text as a reader of one line sees it.
fn on_one_line(text: &str) -> String {
    without_turns(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a spreadsheet would take what begins so for a formula.
fn runs(cell: &str) -> bool {
    let pieces = cell.split([';', '\t', '\n', '\r']);
    let begins = |text: &str| text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    pieces.into_iter().any(begins)
}

const TYPED: [&str; 10] = [
    "objectivenumber",
    "objectivefr",
    "objectiveen",
    "groupfr",
    "groupen",
    "headingfr",
    "headingen",
    "labelfr",
    "labelen",
    "unitfr",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_page_has_the_elements_that_it_has_in_any_case(words in typed()) {
        let page = html_page(&printed(&words));
        prop_assert_eq!(skeleton(&page), skeleton(&html_page(&printed("texte"))));
        prop_assert_eq!(page.find(TURNS), None);
        let shown = page.split("</style>").nth(1).unwrap();
        let shown = shown.replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"").replace("&#39;", "'");
        prop_assert!(shown.replace("&#38;", "&").contains(&without_turns(&words)));
    }

    #[test]
    fn markdown_has_no_link_and_no_mark_up(words in typed()) {
        let text = markdown(&printed(&words));
        let (said, found) = read(&text);
        let (_, expected) = read(&markdown(&printed("texte")));
        prop_assert_eq!(found, expected, "{}", text);
        let words = on_one_line(&words);
        prop_assert!(on_one_line(&said).contains(&words), "{} in {}", words, text);
        prop_assert!(!text.contains("http://") && !text.contains("www.x") && !text.contains("a@x"));
    }

    #[test]
    fn no_cell_of_a_csv_file_runs(words in typed()) {
        let bytes = of_plan(&state(&words), |table| csv(table, None));
        let mut reader = csv::Reader::from_reader(&bytes[..]);
        let heads = reader.headers().unwrap().clone();
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        prop_assert_eq!(records.len(), 1);
        for (head, cell) in heads.iter().zip(&records[0]) {
            prop_assert!(!runs(cell), "{}: {:?}", head, cell);
            if TYPED.contains(&head) {
                // Apostrophes are all that is added.
                prop_assert_eq!(cell.replace('\'', ""), words.replace('\'', ""), "{}", head);
            }
        }
    }

    #[test]
    fn a_workbook_has_no_formula_but_ours(words in typed()) {
        let state = state(&words);
        let messages = Messages::new(Language::French);
        let bytes = of_plan(&state, |table| workbook(&messages, &state, table, None).unwrap());
        let ours = |formula: &str| {
            let is = |text: &str| text.chars().all(|it| it.is_ascii_uppercase() || it.is_ascii_digit() || "():,/".contains(it));
            let formula = formula.replace("'Apports'!", "").replace("Apports!", "");
            is(&formula) && !formula.contains("HYPER")
        };
        let mut found = 0;
        for sheet in sheets(&bytes) {
            prop_assert!(sheet.formulas.values().all(|it| ours(it)), "{:?}", sheet.formulas);
            let same = |cell: &calamine::Data| matches!(cell, calamine::Data::String(text) if text.replace("\r\n", "\n") == words);
            found += sheet.cells.values().filter(|cell| same(cell)).count();
        }
        prop_assert!(found >= 6, "{} cells say {:?}", found, words);
    }
}

/// A word without a place to break it is broken all the same, and is whole.
#[test]
fn a_very_long_word_is_kept_whole() {
    let long = "W".repeat(4_000);
    let page = html_page(&printed(&long));
    assert!(page.contains(&long) && page.contains("overflow-wrap: anywhere"));
    assert!(markdown(&printed(&long)).contains(&long));
}

/// A name that would be a sheet's, a file's or another's business is only shown.
#[test]
fn the_table_of_ceimia_runs_nowhere_either() {
    let state = crate::ceimia::state();
    let bytes = of_table(&state, crate::ceimia::year_end(2024), |table| csv(table, None));
    for record in csv::Reader::from_reader(&bytes[..]).records().map(Result::unwrap) {
        let texts = record.iter().filter(|cell| !jalon::event::is_decimal(cell));
        assert!(texts.into_iter().all(|cell| !runs(cell)), "{record:?}");
    }
}
