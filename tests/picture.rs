//! The picture of the table in the READMEs: the program's own output, in the
//! look of a dark terminal. `JALON_REWRITE=picture cargo test picture` draws it
//! anew.

use std::fs;
use std::path::{Path, PathBuf};

use jalon::figures::{Filter, PlanChoice, Question, Ruling, table};
use jalon::present::{Language, Messages, Supplement, table_text};

use crate::ceimia::{state, year_end};

/// Columns of the output, and pixels of one letter.
const COLUMNS: u16 = 110;
const LETTER: (u32, u32) = (8, 18);
/// Pixels around the text.
const EDGE: (u32, u32) = (20, 34);
/// The picture ends before this objective.
const END: &str = "3 ";

/// A run of letters of one look, from a column on.
struct Run {
    column: usize,
    class: &'static str,
    text: String,
}

fn code(language: Language) -> &'static str {
    language.tag().split('-').next().unwrap()
}

fn path(language: Language) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/table.{}.svg", code(language)))
}

/// The first lines of the table as the program prints them.
fn printed(language: Language) -> Vec<String> {
    let state = state();
    let day = year_end(2024);
    let ruling = Ruling::at(&state, &PlanChoice::default(), day).unwrap();
    let table = table(&Question::new(&state, &ruling, day, Filter::default()));
    let text = table_text(&Messages::new(language), &table, Supplement::Shown, COLUMNS);
    let lines = text.lines().map(str::to_owned);
    let plain = |line: &String| anstream::adapter::strip_str(line).to_string();
    let mut lines: Vec<String> = lines.take_while(|line| !plain(line).starts_with(END)).collect();
    while lines.last().is_some_and(|line| plain(line).trim().is_empty()) {
        lines.pop();
    }
    lines
}

/// The runs of a line: what two spaces divide stands at its own column, so
/// that no font shifts it.
fn runs(line: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let (mut class, mut column, mut spaces) = ("", 0, 2);
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            let code: String = letters.by_ref().take_while(|letter| *letter != 'm').collect();
            class = look(class, code.trim_start_matches('['));
            spaces = 2;
            continue;
        }
        let blank = letter == ' ' || letter == '\u{a0}' && spaces > 0;
        if blank {
            spaces += 1;
        } else {
            let begins = spaces > 1;
            if begins {
                runs.push(Run { column, class, text: String::new() });
            }
            let run = runs.last_mut().unwrap();
            run.text.extend(std::iter::repeat_n(' ', if begins { 0 } else { spaces }));
            run.text.push(letter);
            spaces = 0;
        }
        column += 1;
    }
    runs
}

fn look(before: &'static str, code: &str) -> &'static str {
    match code {
        "0" => "",
        "36" => "head",
        "1" if before.is_empty() => "bold",
        "2" => "dim",
        _ => before,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn drawn(language: Language) -> String {
    let lines = printed(language);
    let width = u32::from(COLUMNS) * LETTER.0 + 2 * EDGE.0;
    let height = u32::try_from(lines.len()).unwrap() * LETTER.1 + 2 * EDGE.1;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" xml:lang=\"{}\">\n{STYLE}<rect width=\"100%\" height=\"100%\" rx=\"10\"/>\n",
        code(language),
    );
    for (index, line) in lines.iter().enumerate() {
        let y = EDGE.1 + LETTER.1 * u32::try_from(index).unwrap() + LETTER.1 / 2;
        for Run { column, class, text } in runs(line) {
            let x = EDGE.0 + LETTER.0 * u32::try_from(column).unwrap();
            let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
            svg.push_str(&format!("<text x=\"{x}\" y=\"{y}\"{class}>{}</text>\n", escaped(&text)));
        }
    }
    svg + "</svg>\n"
}

const STYLE: &str = "<style>\
    rect{fill:#10141a}\
    text{fill:#d7dde5;font:13.3px ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;white-space:pre}\
    .bold{font-weight:700}\
    .head{font-weight:700;fill:#5fd7d7}\
    .dim{fill:#8a93a0}\
    </style>\n";

/// The text of a picture, letter by letter at its place.
fn text_of(svg: &str) -> Vec<String> {
    let mut lines: Vec<(u32, String)> = Vec::new();
    for element in svg.split("<text ").skip(1) {
        let number = |name: &str| -> u32 {
            let after = element.split_once(&format!("{name}=\"")).unwrap().1;
            after.split_once('"').unwrap().0.parse().unwrap()
        };
        let text = element.split_once('>').unwrap().1.split_once("</text>").unwrap().0;
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        let column = ((number("x") - EDGE.0) / LETTER.0) as usize;
        if lines.last().is_none_or(|(y, _)| *y != number("y")) {
            lines.push((number("y"), String::new()));
        }
        let line = &mut lines.last_mut().unwrap().1;
        line.extend(std::iter::repeat_n(' ', column - line.chars().count()));
        line.push_str(&text);
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

#[test]
fn the_picture_says_what_the_kept_table_says() {
    for language in [Language::French, Language::English] {
        let path = path(language);
        if std::env::var("JALON_REWRITE").is_ok_and(|what| what == "picture") {
            fs::write(&path, drawn(language)).unwrap();
        }
        let svg = fs::read_to_string(&path).unwrap_or_default();
        assert!(svg == drawn(language), "{} is not the table of today", path.display());
        let kept = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join(format!("snapshots/ceimia/2024-03-31.{}.txt", code(language)));
        let kept = fs::read_to_string(kept).unwrap().replace('\u{a0}', " ");
        let kept: Vec<&str> = kept.lines().filter(|line| !line.trim().is_empty()).collect();
        let shown: Vec<String> = text_of(&svg).into_iter().map(|line| line.replace('\u{a0}', " ")).collect();
        assert!(shown.len() > 25);
        assert_eq!(shown, kept[..shown.len()], "{}", path.display());
    }
}
