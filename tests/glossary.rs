//! `docs/glossary.md` against the messages: the words that mislead are in none
//! of them, and the words of the interface are there.

use std::collections::BTreeSet;

const GLOSSARY: &str = include_str!("../docs/glossary.md");
const FRENCH: &str = include_str!("../src/present/messages/fr.ftl");

/// Words of the last column that are right elsewhere, with the reason.
const RIGHT_ELSEWHERE: &[(&str, &str)] = &[
    ("registre", "is a ledger; only a register is not called so"),
    ("objectif", "is a strategic objective; only a target is not called so"),
    ("mesure", "stands in « groupe de mesures »; only an indicator is not called so"),
    ("enregistrer", "is to save a file, in an advice about a file's encoding"),
    ("écriture", "is spelling, or writing to the disk; only an entry is not called so"),
    ("checkpoint", "is the name of an argument; only a « point de contrôle signé » is not called so"),
    ("preuve", "is of inclusion or of continuity; only a document is not called so"),
    ("jalon", "is the program's name, in commands to type"),
];

/// What the glossary gives as an example, or what the plan itself says.
const OF_THE_PLAN: &[&str] = &["% complet", "au 31 mars 2024", "livré", "réalisé by default"];

/// Words of the interface that no message says yet.
const NOT_YET: &[&str] =
    &["cadre de résultats", "de continuité", "fiche de valeur", "preuve d'inclusion", "tableau conservé"];

/// What the interface says in French, and what misleads.
struct Row {
    french: Vec<String>,
    misleading: Vec<String>,
}

fn rows() -> Vec<Row> {
    let table = GLOSSARY.lines().filter(|line| line.starts_with("| ")).skip(1);
    let cells = |line: &str| -> [String; 3] {
        let cells: Vec<String> = line.trim_matches('|').split('|').map(|it| it.trim().to_owned()).collect();
        cells.try_into().unwrap_or_else(|cells| panic!("not three cells: {cells:?}"))
    };
    let row = |[_, french, not]: [String; 3]| Row {
        french: terms(&french, &['/', ';', ',']),
        misleading: terms(&not, &[',']),
    };
    table.map(cells).map(row).collect()
}

/// The terms of a cell, without what stands in brackets.
fn terms(cell: &str, between: &[char]) -> Vec<String> {
    let mut plain = String::new();
    let mut depth = 0;
    for letter in cell.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            letter if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    let terms =
        plain.split(between).map(|term| term.trim_matches(|it: char| !it.is_alphanumeric() && it != '%'));
    terms.filter(|term| term.chars().any(char::is_alphabetic)).map(str::to_lowercase).collect()
}

/// What people read: the messages without their names, comments and variables.
fn said(file: &str) -> String {
    let mut text = String::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        let shown = if line.starts_with(' ') { line } else { line.split_once(" = ").map_or("", |it| it.1) };
        let mut rest = shown;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            text.push(' ');
            rest = after.split_once('}').map_or("", |it| it.1);
        }
        text.push_str(rest);
        text.push('\n');
    }
    text.to_lowercase().replace('’', "'")
}

fn words(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// Whether a word of the text is a form of this one: of a verb in -er its
/// persons and participles, of any other word its plural.
fn is_form(word: &str, of: &str) -> bool {
    let ends = |stem: &str, ends: &[&str]| word.strip_prefix(stem).is_some_and(|end| ends.contains(&end));
    let verb = of.strip_suffix("er").filter(|stem| stem.chars().count() > 3);
    let is_verb = verb.is_some_and(|stem| {
        ends(stem, &["er", "e", "es", "ent", "ez", "ons", "é", "ée", "és", "ées", "ant", "era", "eront"])
    });
    is_verb || ends(of, &["", "s", "x"])
}

fn occurs(term: &str, text: &[&str]) -> bool {
    let term = words(term);
    text.windows(term.len()).any(|found| found.iter().zip(&term).all(|(word, of)| is_form(word, of)))
}

#[test]
fn what_misleads_is_in_no_french_message() {
    let text = said(FRENCH);
    let text = words(&text);
    let rows = rows();
    let right = |term: &String| RIGHT_ELSEWHERE.iter().any(|(word, _)| word == term);
    let wrong: BTreeSet<&String> = rows
        .iter()
        .flat_map(|row| &row.misleading)
        .filter(|term| !right(term) && occurs(term, &text))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    for (word, reason) in RIGHT_ELSEWHERE {
        assert!(rows.iter().any(|row| row.misleading.iter().any(|it| it == word)), "{word}: {reason}");
    }
}

#[test]
fn the_words_of_the_interface_are_said() {
    let french = said(FRENCH);
    let french = words(&french);
    let terms = rows().into_iter().flat_map(|row| row.french);
    let silent: BTreeSet<String> = terms.filter(|term| !occurs(term, &french)).collect();
    let listed = NOT_YET.iter().chain(OF_THE_PLAN).map(|word| (*word).to_owned());
    let listed: BTreeSet<String> = listed.collect();
    let missing: Vec<_> = silent.difference(&listed).collect();
    assert!(missing.is_empty(), "no message says {missing:?}: say them, or list them as not yet said");
    let said: Vec<_> = listed.difference(&silent).collect();
    assert!(said.is_empty(), "{said:?} are said now: take them off the list");
}

#[test]
fn forms_of_a_word_are_found_and_others_are_not() {
    assert!(
        is_form("modifiée", "modifier") && is_form("supprime", "supprimer") && is_form("erreurs", "erreur")
    );
    assert!(!is_form("auditeur", "auditer") && !is_form("valeur", "valider") && !is_form("reçoit", "reçu"));
    assert_eq!(terms("enregistrer (= save a file)", &[',']), ["enregistrer"]);
    assert_eq!(terms("0, –", &[',']), Vec::<String>::new());
    assert_eq!(said("# commentaire\nnom = deux { $mots } ici\n"), "deux   ici\n");
}
