//! Rust read just far enough to see what it names: comments and texts are
//! blanked, lines keep their numbers.

/// The text with comments, texts and characters blanked.
pub(super) fn code(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let inside_name = out.ends_with(is_name);
        let skipped = hidden(rest, inside_name);
        if skipped == 0 {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            out.extend(rest[..skipped].chars().map(|it| if it == '\n' { '\n' } else { ' ' }));
            rest = &rest[skipped..];
        }
    }
    out
}

/// How many bytes of a comment, text or character begin here.
fn hidden(rest: &str, inside_name: bool) -> usize {
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return block_comment(rest);
    }
    if rest.starts_with('"') {
        return quoted(rest);
    }
    if rest.starts_with('\'') {
        return character(rest);
    }
    if inside_name { 0 } else { raw(rest) }
}

/// A block comment; they nest.
fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        let here = &rest.as_bytes()[at..];
        if here.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    rest.len()
}

fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// A character such as `'"'`; a lifetime is none.
fn character(rest: &str) -> usize {
    let mut letters = rest.char_indices().skip(1);
    match (letters.next(), letters.next()) {
        (Some((_, '\\')), Some((at, escaped))) => {
            let from = at + escaped.len_utf8();
            rest[from..].find('\'').map_or(rest.len(), |end| from + end + 1)
        }
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 0,
    }
}

/// A raw text such as `r#"…"#`.
fn raw(rest: &str) -> usize {
    let letters = ["br", "cr", "r"].into_iter().find_map(|it| rest.strip_prefix(it));
    let Some(after) = letters else { return 0 };
    let inner = after.trim_start_matches('#');
    if !inner.starts_with('"') {
        return 0;
    }
    let close = format!("\"{}", "#".repeat(after.len() - inner.len()));
    let start = rest.len() - inner.len() + 1;
    rest[start..].find(&close).map_or(rest.len(), |end| start + end + close.len())
}

/// The modules that code names by `crate::`, each with its line.
pub(super) fn uses(code: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate") {
        let before = code[..at].chars().next_back();
        let after = code[at + "crate".len()..].trim_start();
        // `$crate` in a macro is this crate too.
        if before.is_some_and(is_name) || !after.starts_with("::") {
            continue;
        }
        let path = after["::".len()..].trim_start();
        for (name, from) in heads(path) {
            let line = 1 + code[..code.len() - from].matches('\n').count();
            found.push((line, name.to_owned()));
        }
    }
    found
}

/// The first names of a path or of a group of paths, each with how many bytes
/// of the code are left where it begins.
fn heads(path: &str) -> Vec<(&str, usize)> {
    let Some(group) = path.strip_prefix('{') else {
        let name = name(path);
        return if name.is_empty() { Vec::new() } else { vec![(name, path.len())] };
    };
    let mut found = Vec::new();
    let mut depth = 0;
    let mut begins = true;
    for (at, letter) in group.char_indices() {
        if begins && letter != '}' && !letter.is_whitespace() {
            found.extend(heads(&group[at..]));
            begins = false;
        }
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => begins = true,
            _ => {}
        }
    }
    found
}

/// The name at the beginning, `*` included: it takes everything in.
fn name(path: &str) -> &str {
    if path.starts_with('*') {
        return "*";
    }
    let path = path.strip_prefix("r#").unwrap_or(path);
    &path[..path.find(|letter| !is_name(letter)).unwrap_or(path.len())]
}

/// Which of these macros code calls, each with its line.
pub(super) fn calls(code: &str, macros: &[&'static str]) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    for (number, line) in code.lines().enumerate() {
        for (at, _) in line.match_indices('!').filter(|(at, _)| !line[at + 1..].starts_with('=')) {
            let before = line[..at].trim_end();
            let start = before.rfind(|letter| !is_name(letter)).map_or(0, |it| it + 1);
            found.extend(macros.iter().filter(|it| **it == &before[start..]).map(|it| (number + 1, *it)));
        }
    }
    found
}

fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// What is used in a text, without the lines.
fn used(text: &str) -> Vec<String> {
    uses(&code(text)).into_iter().map(|(_, name)| name).collect()
}

#[test]
fn uses_are_found_where_they_stand() {
    assert_eq!(used("use crate::event::{Day, Exact};"), ["event"]);
    assert_eq!(used("    let x = crate::log::hash(crate::event::link);"), ["log", "event"]);
    assert_eq!(used("pub(in crate::log::store) fn a() {}"), ["log"]);
    assert_eq!(used("#[doc(hidden)] pub use crate :: plan :: Rule;"), ["plan"]);
    assert_eq!(used("macro_rules! a { () => { $crate::web::a() } }"), ["web"]);
    assert_eq!(used("use crate::r#plan;"), ["plan"]);
    assert_eq!(used("fn a<'a>(b: &'a str) -> crate::cli::B<'a> { '\'' }"), ["cli"]);
    assert_eq!(used("let a = '\"'; crate::cli::b(); let c = '\"';"), ["cli"]);
    assert_eq!(used("let a = \"\\\\\"; crate::cli::b();"), ["cli"]);
    assert_eq!(used("/* a /* b */ c */ crate::cli::b(); // d"), ["cli"]);
}

#[test]
fn groups_are_opened() {
    assert_eq!(used("use crate::{event, plan};"), ["event", "plan"]);
    assert_eq!(
        used("use crate::{event::{Day, Exact}, cli::{self, run as go}, log};"),
        ["event", "cli", "log"]
    );
    assert_eq!(used("use crate::{{event, plan}, log};"), ["event", "plan", "log"]);
    assert_eq!(used("use crate::{event /* plan */, log,};"), ["event", "log"]);
    assert_eq!(used("use crate::*;"), ["*"]);
    assert_eq!(used("use crate::{*};"), ["*"]);
    assert!(used("use crate::{};").is_empty());
}

#[test]
fn lines_are_counted_through_groups_comments_and_texts() {
    let text =
        "// one\n/* two\nthree */ use crate::{\n    event,\n    plan::{\n        Rule,\n    },\n    log,\n};";
    let found = uses(&code(text));
    let found: Vec<_> = found.iter().map(|(line, name)| (*line, name.as_str())).collect();
    assert_eq!(found, [(4, "event"), (5, "plan"), (8, "log")]);
    let text = "let a = \"one\ntwo\";\nlet b = r#\"\n\"#;\nuse crate::cli;";
    assert_eq!(uses(&code(text)), [(5, "cli".to_owned())]);
}

#[test]
fn what_is_no_use_is_passed_over() {
    let none = [
        "// crate::cli is not used",
        "//! [`crate::cli`]",
        "/// ```\n/// use crate::cli;\n/// ```",
        "/* use crate::cli; */",
        "/* a /* b */ use crate::cli; */",
        "let a = \"crate::cli\";",
        "let a = \"\\\" crate::cli\";",
        "let a = r\"\\\"; let b = \"crate::cli\";",
        "let a = r##\"\"# crate::cli\"##;",
        "let a = b\"crate::cli\"; let c = br\"crate::cli\";",
        "let a = \"https://crate::cli\";",
        "let quote = '\"'; let a = \"crate::cli\";",
        "pub(crate) fn cli() {}",
        "use super::Day;",
        "my_crate::cli::run();",
        "crates::cli::run();",
        "let crate_ = 1;",
        "\"never closed crate::cli",
        "/* never closed crate::cli",
    ];
    for text in none {
        assert!(used(text).is_empty(), "{text}");
    }
}

#[test]
fn calls_of_macros_are_found_and_nothing_else() {
    let printing = ["println", "print", "dbg"];
    let found = |text: &str| calls(&code(text), &printing);
    assert_eq!(found("a();\n    std::println!(\"b\"); dbg!(c);"), [(2, "println"), (2, "dbg")]);
    assert_eq!(found("print !{ }"), [(1, "print")]);
    for text in
        ["my_println!()", "println()", "// println!()", "\"println!\"", "if print != b {}", "write!(f)"]
    {
        assert!(found(text).is_empty(), "{text}");
    }
}
