//! Markdown and HTML: kept as they look, and what they must have.
//!
//! `JALON_REWRITE=tables cargo test tables` writes the kept ones anew.

use std::fs;
use std::path::Path;

use jalon::present::{
    Linked, Printed, Supplement, TABLE_STYLE, csv, html_page, html_rows, kpi_json, markdown,
    printed_comparison, printed_table, table_text, workbook,
};

use super::workbook::sheets;
use super::{both, of_comparison, of_table};
use crate::ceimia::{state, year_end};

/// A kept file, or what it is now where it is to be written anew.
fn kept(name: &str, now: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots/tables").join(name);
    if std::env::var("JALON_REWRITE").is_ok_and(|what| what == "tables") {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, now).unwrap();
    }
    let before = fs::read_to_string(&path).unwrap_or_default();
    assert!(before == now, "{} differs; JALON_REWRITE=tables writes it anew", path.display());
}

#[test]
fn the_tables_as_files_are_kept() {
    let state = state();
    let mut names = vec!["ceimia.csv".to_owned()];
    of_table(&state, year_end(2024), |table| {
        kept("ceimia.csv", &String::from_utf8(csv(table, None)).unwrap());
        for messages in both() {
            let printed = printed_table(&messages, table, Supplement::Counted);
            let language = messages.language().word();
            for (ending, text) in [("md", markdown(&printed)), ("html", html_page(&printed))] {
                let name = format!("ceimia.{language}.{ending}");
                kept(&name, &text);
                names.push(name);
            }
        }
    });
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots/tables");
    let there = fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap());
    let mut there: Vec<String> = there.collect();
    there.sort();
    names.sort();
    assert_eq!(there, names, "a kept table that nothing reproduces");
}

/// All cells of a table, in order.
fn cells(printed: &Printed) -> Vec<&str> {
    let blocks = printed.parts.iter().flat_map(|part| &part.blocks);
    let cells = blocks.flat_map(|it| it.cells.iter().chain(it.lines.iter().flat_map(|line| &line.cells)));
    cells.map(String::as_str).filter(|cell| !cell.is_empty()).collect()
}

#[test]
fn every_cell_stands_in_both_and_nothing_is_fetched() {
    let state = state();
    for messages in both() {
        let tables = [
            of_table(&state, year_end(2024), |it| printed_table(&messages, it, Supplement::Shown)),
            of_comparison(&state, [year_end(2024), year_end(2023)], |it| printed_comparison(&messages, it)),
        ];
        for printed in tables {
            let page = html_page(&printed);
            for cell in cells(&printed) {
                let escaped = cell.replace('&', "&#38;").replace('\'', "&#39;");
                assert!(page.contains(&format!("{escaped}</")), "{cell}");
            }
            for must in
                ["aria-labelledby=", "scope=\"col\"", "scope=\"row\"", "prefers-color-scheme: dark", "@page"]
            {
                assert!(page.contains(must), "{must}");
            }
            assert!(page.contains(&format!("<html lang=\"{}\">", messages.language().tag())));
            for never in ["<script", "http:", "https:", "url(", "@import", "<link", "<img", " style=", " on"]
            {
                let body = page.split("</style>").nth(1).unwrap();
                let found = if never == " on" { body.contains(" onclick") } else { page.contains(never) };
                assert!(!found, "{never}");
            }
            for it in &printed.parameters {
                assert!(markdown(&printed).contains(&format!("- **{}** ", it.name)));
                assert!(page.contains(&format!("<dt>{}</dt>", it.name)));
            }
        }
    }
}

#[test]
fn rows_lead_where_they_are_told_and_are_the_same_without() {
    let state = state();
    let [french, _] = both();
    let days = [year_end(2024), year_end(2023)];
    let printed = of_comparison(&state, days, |it| printed_comparison(&french, it));
    let leads = |linked: Linked<'_>, day| match linked {
        Linked::Value(id) => format!("/valeur/{id}?au={day}&x=\""),
        Linked::Target(id) => format!("/cible/{id}"),
        Linked::Group(id) => format!("/groupe/{id}?au={day}"),
    };
    let linked = html_rows(&printed, Some(&leads));
    for day in days {
        let link = format!("<a href=\"/valeur/newsletters?au={day}&#38;x=&#34;\">");
        assert!(linked.contains(&link), "{linked}");
        assert!(linked.contains(&format!("<a href=\"/groupe/o1-financial?au={day}\">")), "{linked}");
    }
    assert!(linked.contains("<a href=\"/cible/newsletters\">"), "{linked}");
    // How many are reached is said in words; every number leads somewhere.
    let numbers = linked.split("<td class=\"number").skip(1);
    let cells = numbers.map(|cell| cell.split("</td>").next().unwrap().split_once('>').unwrap().1);
    let still: Vec<&str> = cells.filter(|it| !it.is_empty() && !it.contains("<a ")).collect();
    assert!(still.iter().all(|it| it.contains("\u{a0}sur\u{a0}")), "{still:?}");
    let plain = html_rows(&printed, None);
    assert!(html_page(&printed).contains(&plain) && !plain.contains("<a "));
    let mut without = linked.replace("</a>", "");
    while let Some((before, rest)) = without.split_once("<a ") {
        without = format!("{before}{}", rest.split_once('>').unwrap().1);
    }
    assert_eq!(without, plain);
}

/// Every class and width that rows have stands in the style sheet.
#[test]
fn the_style_knows_the_rows() {
    let state = state();
    let [french, _] = both();
    let tables = [
        of_table(&state, year_end(2024), |it| printed_table(&french, it, Supplement::Shown)),
        of_comparison(&state, [year_end(2024), year_end(2023)], |it| printed_comparison(&french, it)),
    ];
    let rows: String = tables.iter().map(|it| html_rows(it, None)).collect();
    let mut classes: Vec<&str> =
        rows.split("class=\"").skip(1).flat_map(|it| it.split('"').next().unwrap().split(' ')).collect();
    classes.sort_unstable();
    classes.dedup();
    assert!(classes.len() > 20, "{classes:?}");
    for class in classes {
        let name = format!(".{class}");
        let mut ends =
            TABLE_STYLE.split(&name).skip(1).map(|it| it.starts_with(|next: char| !next.is_alphanumeric()));
        assert!(ends.any(|it| it), "{class}");
    }
}

/// A target that is not reached and one of which nothing is known are two things,
/// in every form of the table.
#[test]
fn how_many_are_not_known_is_said_in_every_form() {
    let state = state();
    let says =
        ["0\u{a0}sur\u{a0}12\u{a0}atteint, 12\u{a0}n/d", "0\u{a0}of\u{a0}12\u{a0}reached, 12\u{a0}n/a"];
    for (messages, words) in both().into_iter().zip(says) {
        of_table(&state, year_end(2023), |table| {
            let printed = printed_table(&messages, table, Supplement::Shown);
            let short = words.replace(words.split(',').next().unwrap(), "0/12");
            let text = |width| table_text(&messages, table, Supplement::Shown, width);
            // It may go to the next line within the columns.
            assert!(
                short.split(' ').all(|part| text(60).contains(part) && text(80).contains(part)),
                "{short}"
            );
            assert!(words.split(' ').all(|part| text(100).contains(part)), "{words}");
            assert!(markdown(&printed).contains(words) && html_page(&printed).contains(words));
            let [sheet, ..] = &sheets(&workbook(&messages, &state, table, None).unwrap())[..] else {
                panic!()
            };
            assert!(sheet.cells.values().any(|cell| *cell == words), "{words}");
            assert_eq!(kpi_json(table)["objectives"][2]["groups"][0]["unknown"], 12);
        });
    }
}
