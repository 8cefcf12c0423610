//! Importing through pages: what columns mean, what each row would become, and
//! the end, which is all of it or nothing.

use axum::http::StatusCode;
use jalon::event::{Activity, EntryId, Hash, Period};
use jalon::ledger::{Command, DeskError, Import, ImportRefused, NewActivity};

use super::hostile::{NAMES, is_quiet};
use super::refusals::visitor;
use super::visitor::{Page, Visitor, between, ids_taken, now};
use crate::workbooks::{bomb, compound, workbook, zipped};

pub(super) const WORKSHOPS: &str = "Jour;Combien;Partenaires;Bureau\n\
    2024-01-15;7;algue; a\n\
    16 janvier 2024;12;\"algue; dune\";b\n\
    2023-10-02;5;;c\n";

/// What is said of the columns of [`WORKSHOPS`].
pub(super) const SAID: [(&str, &str); 9] = [
    ("sheet.0", ""),
    ("was.0", "1 workshop.held"),
    ("line.0", "1"),
    ("holds.0", "workshop.held"),
    ("c.0.0", "on"),
    ("c.0.1", "fields.attendees"),
    ("c.0.2", "fields.partners"),
    ("c.0.3", "-"),
    ("go", "rows"),
];

/// The path of a file's columns.
pub(super) fn taken(visitor: &Visitor, name: &str, bytes: &[u8]) -> String {
    let page = visitor.send_file("/import", &[], name, bytes);
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{name}: {}", page.text());
    page.header("location").to_owned()
}

/// The path of its rows, with this said of its columns.
pub(super) fn mapped(visitor: &Visitor, file: &str, said: &[(&str, &str)]) -> String {
    let to = visitor.done(file, said);
    assert_eq!(to, format!("{file}/rows"));
    to
}

/// The end, as it is pressed on a page that was shown.
pub(super) fn pressed(visitor: &Visitor, file: &str) -> Page {
    let page = visitor.read(&format!("{file}/rows"));
    let size = between(&page, "name=\"size\" value=\"", "\"");
    visitor.post(&format!("{file}/append"), &[("size", size)])
}

/// With an option chosen in the select of this name.
fn chosen<'p>(page: &'p str, select: &str) -> Option<&'p str> {
    let options = page.split_once(&format!("<select name=\"{select}\""))?.1.split_once("</select>")?.0;
    let before = options.split_once(" selected>")?.0;
    Some(before.rsplit_once("value=\"")?.1.trim_end_matches('"'))
}

#[test]
fn a_file_is_looked_at_tried_out_and_recorded_as_one_import() {
    let visitor = visitor();
    let size = visitor.size();
    let file = taken(&visitor, "ateliers.csv", WORKSHOPS.as_bytes());
    let columns = visitor.read(&file);
    for words in ["ateliers.csv", "16 janvier 2024", "Combien", "Nom de colonne inconnu", "3 lignes"] {
        assert!(columns.contains(words), "{words}: {columns}");
    }
    assert_eq!(chosen(&columns, "holds.0"), Some("workshop.held"), "the one type with partners");
    assert_eq!(chosen(&columns, "c.0.0"), Some("on"));
    assert_eq!(chosen(&columns, "c.0.1"), Some("-"));
    assert_eq!(chosen(&columns, "c.0.2"), Some("fields.partners"));
    let rows = visitor.read(&mapped(&visitor, &file, &SAID));
    for words in ["ligne 2", "serait inscrite", "Atelier tenu", "algue, dune", "Inscrire les 3 lignes", "→"]
    {
        assert!(rows.contains(words), "{words}: {rows}");
    }
    let english = visitor.read(&format!("{file}/rows?lang=en"));
    assert!(english.contains("would be recorded") && english.contains("Record all 3 rows"), "{english}");
    assert_eq!(visitor.size(), size, "nothing is written before the end");
    let done = pressed(&visitor, &file);
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    assert_eq!(done.header("location"), format!("/entry/{size}?saved=1"));
    assert_eq!(visitor.size(), size + 5, "three activities between a start and an end");
    let batch = visitor.read(done.header("location"));
    for words in ["C’est inscrit", "3 inscriptions", &format!("/journal?batch={size}"), "/withdraw"] {
        assert!(batch.contains(words), "{words}: {batch}");
    }
    let withdrawal = visitor.read(&format!("/entry/{size}/withdraw"));
    assert!(withdrawal.contains("→"), "{withdrawal}");
    let journal = visitor.read(&format!("/journal?batch={size}"));
    assert!(journal.contains("3 lignes") && journal.contains("Atelier tenu"), "{journal}");
    // What is done is not done twice.
    let again = visitor.post(&format!("{file}/append"), &[("size", &(size + 5).to_string())]);
    assert_eq!((again.status, visitor.size()), (StatusCode::NOT_FOUND, size + 5));
    let same = taken(&visitor, "ateliers.csv", WORKSHOPS.as_bytes());
    let same = visitor.read(&mapped(&visitor, &same, &SAID));
    assert!(same.contains("déjà importé") && !same.contains("Inscrire les"), "{same}");
}

#[test]
fn an_import_is_withdrawn_as_one() {
    let visitor = visitor();
    let size = visitor.size();
    let before = visitor.read("/table?as-at=2024-02-01");
    let file = taken(&visitor, "ateliers.csv", WORKSHOPS.as_bytes());
    mapped(&visitor, &file, &SAID);
    assert_eq!(pressed(&visitor, &file).status, StatusCode::SEE_OTHER);
    let figures = |page: &str| between(page, "<section", "<p class=\"legend\">").to_owned();
    assert_ne!(figures(&visitor.read("/table?as-at=2024-02-01")), figures(&before));
    let path = format!("/entry/{size}/withdraw");
    assert!(visitor.read(&path).contains("3 inscriptions"));
    assert_eq!(visitor.post(&path, &[]).status, StatusCode::UNPROCESSABLE_ENTITY);
    visitor.done(&path, &[("reason", "mauvais fichier")]);
    assert_eq!(figures(&visitor.read("/table?as-at=2024-02-01")), figures(&before));
    let batch = visitor.read(&format!("/entry/{size}"));
    assert!(batch.contains("mauvais fichier") && !batch.contains("/withdraw"), "{batch}");
    assert_eq!(visitor.post(&path, &[("reason", "encore")]).status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn as_long_as_a_row_is_refused_nothing_is_recorded() {
    let visitor = visitor();
    let size = visitor.size();
    let text = format!("{WORKSHOPS}hier;beaucoup;algue;d\n2024-01-15;8;algue;e\n");
    let file = taken(&visitor, "ateliers.csv", text.as_bytes());
    let rows = visitor.read(&mapped(&visitor, &file, &SAID));
    for words in ["ligne 5", "beaucoup", "1 ligne est refusée", "?show=refused"] {
        assert!(rows.contains(words), "{words}: {rows}");
    }
    assert!(!rows.contains("class=\"primary\">Inscrire"), "{rows}");
    let refused = visitor.read(&format!("{file}/rows?show=refused"));
    assert!(refused.contains("ligne 5") && !refused.contains("ligne 2"), "{refused}");
    let pressed = visitor.post(&format!("{file}/append"), &[("size", &size.to_string())]);
    assert_eq!((pressed.status, visitor.size()), (StatusCode::UNPROCESSABLE_ENTITY, size));
}

#[test]
fn what_columns_lack_or_leave_open_is_said() {
    let visitor = visitor();
    let text = "Date;Montant;Date\n2024-01-15;500;x\n";
    let file = taken(&visitor, "dons.csv", text.as_bytes());
    let columns = visitor.read(&file);
    assert_eq!(chosen(&columns, "holds.0"), Some("grant.received"));
    assert_eq!(chosen(&columns, "c.0.2"), Some(""), "two columns of one name are asked back");
    let said = |amount, last| {
        vec![
            ("sheet.0", ""),
            ("was.0", "1 grant.received"),
            ("line.0", "1"),
            ("holds.0", "grant.received"),
            ("c.0.0", "on"),
            ("c.0.1", amount),
            ("c.0.2", last),
            ("go", "rows"),
        ]
    };
    let page = visitor.post(&file, &said("fields.amount", ""));
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("Des colonnes restent à choisir"), "{}", page.text());
    mapped(&visitor, &file, &said("-", "-"));
    assert!(visitor.read(&file).contains("Aucune colonne ne donne «\u{a0}Montant\u{a0}»"));
    let rows = visitor.read(&mapped(&visitor, &file, &said("fields.amount", "-")));
    assert!(rows.contains("Inscrire 1 ligne"), "{rows}");
    // Another type has other fields: they are chosen anew, and nothing goes on.
    let other: Vec<(&str, &str)> = said("fields.amount", "-")
        .into_iter()
        .map(|(name, text)| (name, if name == "holds.0" { "workshop.held" } else { text }))
        .collect();
    assert_eq!(visitor.done(&file, &other), file);
    assert_eq!(chosen(&visitor.read(&file), "holds.0"), Some("workshop.held"));
}

#[test]
fn names_that_the_register_lacks_are_settled_and_registered_along() {
    let visitor = visitor();
    let size = visitor.size();
    let text = "Jour;Combien;Partenaires;Bureau\n2024-01-15;7;Algues;a\n2024-01-16;8;\"Varech inc.; UQ\";b\n\
        2024-01-17;9;Varech Inc;c\n";
    let file = taken(&visitor, "ateliers.csv", text.as_bytes());
    let rows = visitor.read(&mapped(&visitor, &file, &SAID));
    for words in ["Noms que le répertoire", "Algues", "is:organisation/algue", "Varech inc.", ">UQ<"] {
        assert!(rows.contains(words), "{words}: {rows}");
    }
    let path = format!("{file}/rows");
    let wrong = visitor.post(&path, &[("name.0", "Algues"), ("other.0", "zzz")]);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "no such body");
    let settled = [
        ("name.0", "Algues"),
        ("pick.0", "is:organisation/algue"),
        ("name.1", "Varech inc."),
        ("pick.1", "new:organisation"),
        ("name.2", "UQ"),
        ("other.2", "dune"),
    ];
    assert_eq!(visitor.done(&path, &settled), path);
    assert_eq!(visitor.size(), size);
    let rows = visitor.read(&path);
    assert!(rows.contains("Inscrire les 3 lignes et 1 nouveau nom"), "{rows}");
    assert!(rows.contains("Varech inc., dune") || rows.contains("dune, Varech inc."), "{rows}");
    assert_eq!(pressed(&visitor, &file).status, StatusCode::SEE_OTHER);
    assert_eq!(visitor.size(), size + 6);
    let journal = visitor.read("/register/organisation/varech-inc");
    assert!(journal.contains("Atelier tenu"), "{journal}");
}

#[test]
fn what_was_not_offered_for_a_name_is_not_taken() {
    let visitor = visitor();
    let file = taken(&visitor, "a.csv", b"Jour;Combien;Partenaires;Bureau\n2024-01-15;7;Algues;a\n");
    let path = mapped(&visitor, &file, &SAID);
    for pick in ["is:organisation/dune", "new:person", "new:zzz", "zzz", "is:", "new:project"] {
        visitor.done(&path, &[("name.0", "Algues"), ("pick.0", pick)]);
        assert!(visitor.read(&path).contains("1 ligne est refusée"), "{pick}");
    }
    visitor.done(&path, &[("name.0", "Personne d’autre"), ("pick.0", "new:organisation")]);
    assert!(!visitor.read(&path).contains("nouveau nom"), "a name that no row has is not registered");
}

#[test]
fn sheets_are_chosen_and_hidden_ones_are_told() {
    let visitor = visitor();
    let book = workbook(&[
        "Ateliers!B1 Suivi de l’équipe",
        "Ateliers!A3 Date",
        "Ateliers!B3 Participants",
        "Ateliers!C3 Ouvert",
        "Ateliers!A4 @45306",
        "Ateliers!B4 #7",
        "Budget!A1 Poste",
        "Budget!B1 Montants",
        "Budget!A2 Salaires",
        "Budget!B2 #3",
        "Listes!A1 x",
        "Listes!A2 y",
        "Listes!hidden",
    ]);
    let file = taken(&visitor, "suivi.xlsx", &book);
    let columns = visitor.read(&file);
    for words in ["Suivi", "Budget", "Listes – cette feuille est masquée", "name=\"read.1\" value=\"1\">"]
    {
        assert_eq!(columns.contains(words), words != "Suivi", "{words}: {columns}");
    }
    assert_eq!(between(&columns, "name=\"line.0\" value=\"", "\""), "3", "titles are passed over");
    let said = [
        ("sheet.0", "0"),
        ("several.0", "1"),
        ("read.0", "1"),
        ("was.0", "3 workshop.held"),
        ("line.0", "3"),
        ("holds.0", "workshop.held"),
        ("c.0.0", "on"),
        ("c.0.1", "fields.attendees"),
        ("c.0.2", "-"),
        ("sheet.1", "1"),
        ("several.1", "1"),
        ("was.1", "1 "),
        ("line.1", "1"),
        ("go", "rows"),
    ];
    let rows = visitor.read(&mapped(&visitor, &file, &said));
    assert!(rows.contains("<h3><bdi>Ateliers</bdi></h3>") && rows.contains("2024-01-15"), "{rows}");
    assert!(rows.contains("Inscrire 1 ligne"), "{rows}");
    // No sheet at all is no import.
    let none: Vec<(&str, &str)> = said.into_iter().filter(|(name, _)| *name != "read.0").collect();
    assert_eq!(visitor.post(&file, &none).status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn every_encoding_and_separator_gives_the_same_columns() {
    let visitor = visitor();
    let text = "Date;Participants;Titre\n2024-01-15;7;Été à l’Œuvre\n";
    let (latin, ..) = encoding_rs::WINDOWS_1252.encode(text);
    let utf16: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let files: [(&str, Vec<u8>); 6] = [
        ("a.csv", text.into()),
        ("b.csv", format!("\u{feff}{text}").into()),
        ("c.CSV", latin.into_owned()),
        ("d.txt", utf16),
        ("e.tsv", text.replace(';', "\t").into()),
        ("f.csv", text.replace(';', ",").into()),
    ];
    for (name, bytes) in files {
        let columns = visitor.read(&taken(&visitor, name, &bytes));
        let means: Vec<_> = (0..3).map(|at| chosen(&columns, &format!("c.0.{at}"))).collect();
        assert_eq!(means, [Some("on"), Some("fields.attendees"), Some("fields.title")], "{name}");
        assert!(columns.contains("Été à l’Œuvre"), "{name}");
    }
}

#[test]
fn what_is_no_table_is_told_and_kept_nowhere() {
    let visitor = visitor();
    let size = visitor.size();
    let book = workbook(&["A!A1 Date", "A!B1 Participants", "A!A2 2024-01-15", "A!B2 #7"]);
    let cases: [(&str, Vec<u8>, &str); 12] = [
        ("a.xlsx", b"Date;Participants\n".to_vec(), "n’est pas un classeur"),
        ("b.xlsx", bomb(), "Mo"),
        ("c.xlsx", book[..book.len() / 2].to_vec(), "abîmé"),
        ("d.xlsx", vec![], "vide"),
        ("e.csv", vec![], "vide"),
        ("f.csv", b"Date;Participants\n".to_vec(), "aucune ligne"),
        ("g.csv", b"Date;\x81\x00\n".to_vec(), "codage"),
        ("h.csv", b"Date\n\"ouvert\n".to_vec(), "guillemet"),
        ("i.xls", compound("Workbook"), "ancien format"),
        ("j.xlsx", compound("EncryptedPackage"), "mot de passe"),
        ("k.pdf", b"%PDF-1.7".to_vec(), "ni un classeur"),
        ("l.xlsx", zipped(&[("a.txt".to_owned(), "x".to_owned())]), "n’est pas un classeur"),
    ];
    for (name, bytes, words) in cases {
        let page = visitor.send_file("/import", &[], name, &bytes);
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        let text = page.text();
        assert!(text.contains(words) && text.contains(name) && text.contains("Importer"), "{name}: {text}");
        is_quiet(name, &text);
    }
    let nothing = visitor.post("/import", &[]);
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.text().contains("aucun fichier"), "{}", nothing.text());
    assert_eq!(visitor.size(), size);
}

#[test]
fn a_page_of_a_file_that_is_not_kept_asks_for_it_again() {
    let visitor = visitor();
    for path in ["/import/zzz", "/import/zzz/rows", "/import/%3Cscript%3E"] {
        let page = visitor.get(path);
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(page.text().contains("n’est plus gardé") && page.text().contains("type=\"file\""));
        is_quiet(path, &page.text());
    }
    for path in ["/import/zzz", "/import/zzz/rows", "/import/zzz/append"] {
        assert_eq!(visitor.post(path, &[("go", "rows")]).status, StatusCode::NOT_FOUND, "{path}");
    }
    // Rows are not shown before the columns were.
    let file = taken(&visitor, "a.csv", WORKSHOPS.as_bytes());
    assert_eq!(visitor.get(&format!("{file}/rows")).header("location"), file);
    assert_eq!(visitor.post(&format!("{file}/append"), &[]).header("location"), file);
}

#[test]
fn the_forms_of_an_import_need_their_secret() {
    let mut visitor = visitor();
    let file = taken(&visitor, "ateliers.csv", WORKSHOPS.as_bytes());
    mapped(&visitor, &file, &SAID);
    let size = visitor.size();
    visitor.secret = "0".repeat(64);
    for path in [file.clone(), format!("{file}/rows"), format!("{file}/append")] {
        let page = visitor.post(&path, &[("size", &size.to_string())]);
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(visitor.send_file("/import", &[], "a.csv", b"a\n1\n").status, StatusCode::FORBIDDEN);
    assert_eq!(visitor.size(), size);
}

#[test]
fn what_was_seen_is_what_is_recorded() {
    let visitor = visitor();
    let file = taken(&visitor, "ateliers.csv", WORKSHOPS.as_bytes());
    mapped(&visitor, &file, &SAID);
    let seen = visitor.size();
    visitor.done(
        "/record/workshop.held",
        &[("on", "2024-01-15"), ("f.attendees", "7"), ("f.partners", "algue")],
    );
    let size = visitor.size();
    let page = visitor.post(&format!("{file}/append"), &[("size", &seen.to_string())]);
    assert_eq!((page.status, visitor.size()), (StatusCode::UNPROCESSABLE_ENTITY, size));
    let text = page.text();
    assert!(text.contains("Le registre a changé") && text.contains("mais comme nº"), "{text}");
    assert_eq!(pressed(&visitor, &file).status, StatusCode::SEE_OTHER);
}

#[test]
fn hostile_cells_heads_sheets_and_file_names_neither_break_a_page_nor_run() {
    let visitor = visitor();
    let long = "x".repeat(10_000);
    for name in NAMES.into_iter().chain([long.as_str(), "\u{202e}gnp.exe"]) {
        let cell = name.replace('"', "\"\"");
        let text =
            format!("Date;Titre;\"{cell}\";Partenaires\n2024-01-15;\"{cell}\";\"{cell}\";\"{cell}\"\n");
        let file_name = if name.len() > 200 { "long.csv".to_owned() } else { format!("{name}.csv") };
        let file = taken(&visitor, &file_name, text.as_bytes());
        is_quiet("columns", &visitor.read(&file));
        let said = [
            ("sheet.0", ""),
            ("was.0", "1 workshop.held"),
            ("line.0", "1"),
            ("holds.0", "workshop.held"),
            ("c.0.0", "on"),
            ("c.0.1", "fields.title"),
            ("c.0.2", "-"),
            ("c.0.3", "fields.partners"),
            ("go", "rows"),
        ];
        let rows = mapped(&visitor, &file, &said);
        is_quiet("rows", &visitor.read(&rows));
        let settled = visitor.post(&rows, &[("name.0", name), ("pick.0", "new:organisation")]);
        assert!([StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY].contains(&settled.status));
        is_quiet("settled", &visitor.read(&rows));
    }
    for said in ["../..", "<script>", "\u{202e}", "9999999999999999999999"] {
        let file = taken(&visitor, "a.csv", WORKSHOPS.as_bytes());
        let fields =
            [("sheet.0", said), ("line.0", said), ("holds.0", said), ("c.0.0", said), ("go", "rows")];
        is_quiet("said", &visitor.post(&file, &fields).text());
        is_quiet("said", &visitor.read(&file));
    }
}

/// What is refused is left out only when that is asked for, as it was shown; it is
/// given back with the reasons, and what is recorded is an import of that many rows.
#[test]
fn refused_rows_can_be_left_out_and_are_given_back() {
    let visitor = visitor();
    let size = visitor.size();
    let text = format!("{WORKSHOPS}hier;beaucoup;algue;=1+1\n2024-01-15;8;algue;e\n");
    let file = taken(&visitor, "ateliers.csv", text.as_bytes());
    let rows = visitor.read(&mapped(&visitor, &file, &SAID));
    for words in ["Inscrire les 4 autres lignes, laisser la ligne refusée", "ligne 5</bdi>", "/left.csv\""] {
        assert!(rows.contains(words), "{words}: {rows}");
    }
    let csv = visitor.read(&format!("{file}/left.csv?lang=en"));
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(heads[heads.len() - 2..], ["Refused line", "Why it is refused"]);
    let left: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(left.len(), 1);
    let cells: Vec<&str> = left[0].iter().collect();
    let (own, typed) = (&cells[cells.len() - 2..], &cells[..cells.len() - 2]);
    assert_eq!(typed, ["workshop.held", "hier", "beaucoup", "algue"], "{heads:?}");
    assert!(own[0] == "5" && own[1].contains("hier") && own[1].contains("beaucoup"), "{cells:?}");
    // Another number of rows than was shown, and another ledger, are not what was asked.
    let append = format!("{file}/append");
    let seen = size.to_string();
    for (leave, seen) in [("2", seen.as_str()), ("0", &seen), ("x", &seen), ("1", "0")] {
        let page = visitor.post(&append, &[("size", seen), ("leave", leave)]);
        assert_eq!((page.status, visitor.size()), (StatusCode::UNPROCESSABLE_ENTITY, size), "{leave}");
    }
    let to = visitor.done(&append, &[("size", &seen), ("leave", "1")]);
    assert_eq!((to, visitor.size()), (format!("/entry/{size}?saved=1"), size + 6));
    let office = visitor.office.alone();
    let batch = office.state().batches().values().last().unwrap();
    assert!(batch.rows == 4 && batch.entries == 4 && batch.completed);
}

/// The file of refused rows comes back as it is, mended, by the page and as the
/// command line reads it: nothing is said of its columns again.
#[test]
fn refused_rows_are_imported_back_as_they_are_given() {
    let visitor = visitor();
    let text =
        "Jour;Combien;Partenaires;Quoi\nhier;beaucoup;algue;=1+1\nhier;3;dune;'=2;+3\n2024-01-15;8;algue;e\n";
    let file = taken(&visitor, "ateliers.csv", text.replace("'=2;+3", "\"'=2;+3\"").as_bytes());
    let said: Vec<(&str, &str)> =
        SAID.iter().map(|(name, value)| (*name, if *name == "c.0.3" { "note" } else { value })).collect();
    mapped(&visitor, &file, &said);
    for (language, separator) in [("fr", ';'), ("en", ',')] {
        let given = visitor.read(&format!("{file}/left.csv?lang={language}"));
        assert!(given.starts_with(&format!("\u{feff}\"type\"{separator}\"on\"{separator}")), "{given}");
        assert!(given.contains("\"'=1+1\"") && given.contains("\"''=2;'+3\""), "{given}");
        let mended = given.replace("hier\"", "2024-02-01\"").replace("beaucoup\"", "9\"");
        let office = visitor.office.alone();
        let ids = &mut || "0190a000-0000-7000-8000-000000000000".parse().unwrap();
        let files = [("reste.csv".to_owned(), mended.clone().into_bytes())];
        let read = jalon::exchange::read_import(&files, None, office.state(), &Default::default, ids);
        assert!(read.problems.is_empty(), "{:?}", read.problems);
        let notes: Vec<String> = read.rows.iter().map(|row| format!("{:?}", row.command)).collect();
        assert!(notes[0].contains("\"=1+1\"") && notes[1].contains("\"'=2;+3\""), "{notes:?}");
        drop(office);
        if language == "fr" {
            let size = visitor.size();
            let back = taken(&visitor, "reste.csv", mended.as_bytes());
            let columns = visitor.read(&back);
            assert!(!columns.contains("Nom de colonne inconnu"), "{columns}");
            // The form as it is offered.
            let names: Vec<String> = (0..7).map(|at| format!("c.0.{at}")).collect();
            let means: Vec<&str> = names.iter().map(|name| chosen(&columns, name).unwrap_or("?")).collect();
            assert_eq!(means, ["type", "on", "fields.attendees", "fields.partners", "note", "-", "-"]);
            let mut fields =
                vec![("sheet.0", ""), ("was.0", "1 "), ("line.0", "1"), ("holds.0", ""), ("go", "rows")];
            fields.extend(names.iter().map(String::as_str).zip(means));
            mapped(&visitor, &back, &fields);
            let page = pressed(&visitor, &back);
            assert_eq!((page.status, visitor.size()), (StatusCode::SEE_OTHER, size + 4));
        }
    }
}

#[test]
fn what_is_wrong_with_a_table_leaves_out_no_rows() {
    let visitor = visitor();
    let file = taken(&visitor, "ateliers.csv", WORKSHOPS.as_bytes());
    // Nothing is refused: nothing can be left out, and nothing is given back.
    let rows = visitor.read(&mapped(&visitor, &file, &SAID));
    assert!(!rows.contains("/left.csv"), "{rows}");
    assert_eq!(visitor.get(&format!("{file}/left.csv")).status, StatusCode::NOT_FOUND);
    // Where every row is refused, no others are recorded.
    let none = taken(&visitor, "ateliers.csv", b"Jour;Combien;Partenaires;Bureau\nhier;7;algue;a\n");
    let rows = visitor.read(&mapped(&visitor, &none, &SAID));
    assert!(!rows.contains("/append\"") && !rows.contains("/left.csv"), "{rows}");
}

/// Who reads sees what was committed, and waits for nobody.
#[test]
fn pages_go_on_while_one_writes() {
    let visitor = visitor();
    let size = visitor.size();
    let mut writing = visitor.office.alone();
    for path in ["/", "/table", "/journal", "/checks", "/entry/0"] {
        visitor.read(path);
    }
    let note = Command::Note { text: "à moitié écrit".to_owned(), occurred: None, evidence: vec![] };
    let author = crate::invented::author(1);
    writing.execute(note, author, now(), false, &mut crate::web::visitor::next_id).unwrap();
    assert!(!visitor.read("/journal").contains("à moitié écrit"), "the writer is not done yet");
    assert_eq!(visitor.get(&format!("/entry/{size}")).status, StatusCode::NOT_FOUND);
    drop(writing);
    assert!(visitor.read("/journal").contains("à moitié écrit"));
}

/// What is recorded while an import is prepared is not waited for and not lost:
/// the import is prepared again.
#[test]
fn an_import_is_prepared_again_after_what_was_recorded_meanwhile() {
    for others in [1, 2, 5] {
        let visitor = visitor();
        let size = visitor.size();
        let attendees = jalon::event::object([("attendees", jalon::event::Json::Int(7))]);
        let row = Command::Record(NewActivity {
            id: None,
            kind: "workshop.held".to_owned(),
            occurred: Period::on("2024-01-15".parse().unwrap()),
            subject: None,
            activity: Activity { fields: attendees, ..Activity::default() },
        });
        let mut tries = 0;
        let done = visitor.office.import(|ledger| {
            tries += 1;
            // The last tries hold the ledger: who records then waits.
            if tries <= others.min(3) {
                visitor.done("/note", &[("text", "d’une page")]);
            }
            let import = Import { file: Hash::of(b"x"), rows: vec![row.clone()] };
            let ids: &mut dyn FnMut() -> EntryId = &mut crate::web::visitor::next_id;
            let prepared = ledger.prepare(import, crate::invented::author(1), now(), false, ids);
            prepared.map_err(|refused| match refused {
                ImportRefused::Whole(error) => error,
                ImportRefused::Rows { mut refused, .. } => refused.remove(0).1,
            })
        });
        let done: Result<_, DeskError> = done;
        let batch = done.unwrap().batch.unwrap();
        let state = visitor.office.committed();
        assert_eq!(tries, others.min(3) + 1);
        assert_eq!(state.state().sequence_of(batch), Some(size + others.min(3)));
        assert_eq!(visitor.size(), size + others.min(3) + 3);
        assert_eq!(state.known(jalon::ledger::Known::Now).unwrap().head(), state.state().head());
    }
}

#[test]
fn a_file_is_tried_out_once_for_all_its_pages() {
    let visitor = visitor();
    let file = taken(&visitor, "ateliers.csv", WORKSHOPS.as_bytes());
    let rows = mapped(&visitor, &file, &SAID);
    let first = visitor.read(&rows);
    let taken_so_far = ids_taken();
    assert_eq!(visitor.read(&rows), first);
    assert!(visitor.read(&format!("{rows}?show=added")).contains("ligne 2"));
    assert_eq!(ids_taken(), taken_so_far, "nothing was tried out again");
    // What stands in the ledger is part of the question, and so is the language.
    visitor.done("/note", &[("text", "entre-temps")]);
    let before = ids_taken();
    assert_ne!(visitor.read(&rows), first);
    assert!(ids_taken() > before);
    assert!(visitor.read(&format!("{rows}?lang=en")).contains("would be recorded"));
}
