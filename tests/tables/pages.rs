//! Markdown and HTML: kept as they look, and what they must have.
//!
//! `JALON_REWRITE=tables cargo test tables` writes the kept ones anew.

use std::fs;
use std::path::Path;

use jalon::present::{
    Printed, Supplement, csv, html_fragment, html_page, markdown, printed_comparison, printed_table,
};

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
            for must in ["<caption>", "scope=\"col\"", "scope=\"row\"", "prefers-color-scheme: dark", "@page"]
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
fn a_fragment_leads_where_it_is_told() {
    let state = state();
    let [french, _] = both();
    let printed = of_table(&state, year_end(2024), |it| printed_table(&french, it, Supplement::Shown));
    let fragment = html_fragment(&printed, Some(&|id| format!("/valeur/{id}?au=2024-03-31&x=\"")));
    assert!(fragment.starts_with("<article"));
    assert!(fragment.contains("<a href=\"/valeur/newsletters?au=2024-03-31&#38;x=&#34;\">"), "{fragment}");
    assert!(!html_page(&printed).contains("<a "));
}
