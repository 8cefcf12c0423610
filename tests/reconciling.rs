//! What is printed beside what the entries give and beside itself: for each kind
//! of finding a draft that agrees, and one with another digit.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jalon::audit::{FindingKind, Printed, Read, Reconciliation, Shown, reconcile};
use jalon::event::Exact;
use jalon::exchange::{Draft, Setting, Tied, read_draft};
use jalon::figures::{Filter, PlanChoice, Question, Ruling, Table, table};
use jalon::present::{
    Language, Messages, Supplement, markdown, printed_table, reconciliation_json, reconciliation_markdown,
    workbook,
};
use proptest::prelude::*;

use crate::ceimia::{state, year_end};

/// Does something with CEIMIA's table at 31 March 2024.
fn with_table<T>(act: impl FnOnce(&Table<'_>, &Setting<'_>) -> T) -> T {
    let state = state();
    let ruling = Ruling::at(&state, &PlanChoice::default(), year_end(2024)).unwrap();
    let table = table(&Question::new(&state, &ruling, year_end(2024), Filter::default()));
    act(&table, &Setting::of(&state, None))
}

/// The kinds of what is found in a draft, each with the lines that it cites.
fn found(file: &str, draft: &[u8]) -> Vec<(FindingKind, Vec<String>)> {
    with_table(|table, setting| {
        let draft = read_draft(file, draft, table, setting).unwrap();
        kinds(&reconcile(table, draft.printed).unwrap())
    })
}

fn kinds(found: &Reconciliation<'_>) -> Vec<(FindingKind, Vec<String>)> {
    let lines = |cites: &[usize]| cites.iter().map(|&at| found.printed[at].line.clone()).collect();
    found.findings.iter().map(|it| (it.kind, lines(&it.cites))).collect()
}

/// A draft in which all agrees, what is changed in it, and what is found then.
struct Case {
    draft: &'static str,
    change: [&'static str; 2],
    kind: FindingKind,
    lines: &'static [&'static str],
}

const CASES: &[Case] = &[
    Case {
        draft: "line,indicator,delivered\n1,newsletters,3\n",
        change: [",3", ",4"],
        kind: FindingKind::Entries,
        lines: &["1"],
    },
    Case {
        draft: "line,indicator,target\n1,newsletters,7\n",
        change: [",7", ",8"],
        kind: FindingKind::Entries,
        lines: &["1"],
    },
    // Where a value differs, the percentage is not told as well.
    Case {
        draft: "line,indicator,target,delivered,percent\n1,newsletters,7,3,43 %\n",
        change: [",3,", ",4,"],
        kind: FindingKind::Entries,
        lines: &["1"],
    },
    Case {
        draft: "line,indicator,target,delivered,percent\n1,newsletters,7,3,43 %\n",
        change: ["43 %", "49 %"],
        kind: FindingKind::Percentage,
        lines: &["1"],
    },
    Case {
        draft: "line,indicator,target,delivered,percent\n1,newsletters,7,3,43 %\n",
        change: ["43 %", "42 %"],
        kind: FindingKind::Rounding,
        lines: &["1"],
    },
    Case {
        draft: "line,indicator,delivered\n1,newsletters,3\n9,newsletters,trois\n",
        change: ["trois", "quatre"],
        kind: FindingKind::Places,
        lines: &["1", "9"],
    },
    Case {
        draft: "line,measure,delivered\n1,visitors,\"1 200\"\n9,visitors,plus de 1 000\n",
        change: ["\"1 200\"", "\"2 200\""],
        kind: FindingKind::Places,
        lines: &["1", "9"],
    },
    Case {
        draft: "line,measure,list,totals,delivered\n1,grants,,all,7 M$\n2,,all,,\"3,3 M$\"\n3,,all,,\"2,1 M$\"\n4,,all,,\"1,6 M$\"\n",
        change: ["2,1 M$", "2,9 M$"],
        kind: FindingKind::Total,
        lines: &["1", "2", "3", "4"],
    },
    // Neither is it reached.
    Case {
        draft: "line,measure,list,totals,delivered\n1,grants,,all,70\n2,,all,,33\n3,,all,,37\n",
        change: [",37", ",27"],
        kind: FindingKind::Total,
        lines: &["1", "2", "3"],
    },
    Case {
        draft: "line,measure,within,delivered\n1,members,,19\n2,abroad,members,7\n3,here,members,12\n",
        change: [",12", ",13"],
        kind: FindingKind::Total,
        lines: &["1", "2", "3"],
    },
    Case {
        draft: "line,measure,counts,list,words,delivered\n1,talks,all,,,deux\n2,,,all,Paris,\n3,,,all,Tokyo,\n",
        change: ["deux", "trois"],
        kind: FindingKind::Count,
        lines: &["1", "2", "3"],
    },
    // Counts of two measures go together.
    Case {
        draft: "line,measure,counts,list,words,delivered\n1,here,all,,,1\n2,abroad,all,,,1\n3,,,all,Paris,\n4,,,all,Tokyo,\n",
        change: ["2,abroad,all,,,1", "2,abroad,all,,,2"],
        kind: FindingKind::Count,
        lines: &["1", "2", "3", "4"],
    },
    Case {
        draft: "line,indicator,period,delivered\n1,newsletters,,3\n2,newsletters,FY2024,3\n",
        change: ["FY2024,3", "FY2024,4"],
        kind: FindingKind::Cumulative,
        lines: &["1", "2"],
    },
    // Two years together are above though each is not.
    Case {
        draft: "line,measure,period,delivered\n1,posts,,20\n2,posts,FY2023,9\n3,posts,FY2024,11\n",
        change: ["FY2024,11", "FY2024,12"],
        kind: FindingKind::Cumulative,
        lines: &["1", "2", "3"],
    },
    Case {
        draft: "line,indicator,percent\n\
                914,newsletters,43 %\n9,o4-impact,100 %\n905,partner-organisations-lmic,100 %\n",
        change: ["43 %", "53 %"],
        kind: FindingKind::Entries,
        lines: &["914"],
    },
    Case {
        draft: "line,measure,base,percent\n1,projects,25,56 %\n",
        change: [",25,", ",28,"],
        kind: FindingKind::Base,
        lines: &["1"],
    },
    Case {
        draft: "line,measure,base,delivered\n1,share,projects,56 %\n2,projects,,25\n",
        change: [",,25", ",,28"],
        kind: FindingKind::Base,
        lines: &["1", "2"],
    },
    Case {
        draft: "line,measure,variation,before,after\n1,funds,80 %,250 000 $,450 000 $\n",
        change: ["80 %", "180 %"],
        kind: FindingKind::Change,
        lines: &["1"],
    },
    Case {
        draft: "line,measure,variation,before,after\n1,funds,80 %,250 000 $,450 000 $\n",
        change: [",250 000 $,", ",,"],
        kind: FindingKind::Change,
        lines: &["1"],
    },
    Case {
        draft: "line,words,list,date,presented\n1,a post,posts,2023-04-01,FY2024\n",
        change: ["2023-04-01", "2023-03-31"],
        kind: FindingKind::Dated,
        lines: &["1"],
    },
    Case {
        draft: "line,words,names\n1,Mesures communautaires,g\n2,« Mesures  Communautaires »,g\n",
        change: ["« Mesures  Communautaires »", "Mesures de communication"],
        kind: FindingKind::Label,
        lines: &["1", "2"],
    },
    Case {
        draft: "line,words,list\n1,UNESCO,seats/here\n2,ISO,seats/abroad\n3,UNESCO,other\n",
        change: ["2,ISO", "2,Unesco"],
        kind: FindingKind::Body,
        lines: &["1", "2"],
    },
    Case {
        draft: "line,words,list\n1,France,governments\n2,Inde,governments\n3,France,meetings\n",
        change: ["2,Inde", "2,France"],
        kind: FindingKind::Body,
        lines: &["1", "2"],
    },
];

#[test]
fn a_draft_that_agrees_yields_nothing_and_another_digit_that_one_finding() {
    for Case { draft, change: [from, to], kind, lines } in CASES {
        assert_eq!(found("a.csv", draft.as_bytes()), [], "{draft}");
        assert_eq!(draft.matches(from).count(), 1, "{from} in {draft}");
        let changed = draft.replace(from, to);
        let lines = lines.iter().map(|it| (*it).to_owned()).collect();
        assert_eq!(found("a.csv", changed.as_bytes()), [(*kind, lines)], "{changed}");
    }
}

/// Of two columns that say the same the plainer one is read, wherever it stands, and the other
/// told; so is a column of numbers of which nobody knows what it says.
#[test]
fn columns_of_numbers_that_are_not_read_are_told() {
    for draft in [
        "indicator,value,delivered,autre\nnewsletters,3,4,7\n",
        "indicator,delivered,autre,value\nnewsletters,4,7,3\n",
    ] {
        assert_eq!(found("draft.csv", draft.as_bytes()).len(), 1, "{draft}");
        let mut unread = with_table(|table, setting| {
            read_draft("draft.csv", draft.as_bytes(), table, setting).unwrap().unread
        });
        unread.sort_unstable();
        assert_eq!(unread, ["autre", "value"], "{draft}");
    }
}

/// The words of the findings of a draft in English: what the numbers come to, and what would
/// agree.
fn words(draft: &str) -> Vec<String> {
    let document = with_table(|table, setting| {
        let draft = read_draft("draft.csv", draft.as_bytes(), table, setting).unwrap();
        let found = reconcile(table, draft.printed).unwrap();
        reconciliation_json(table, &found, &draft.tied)
    });
    let findings = document["findings"].as_array().unwrap().iter();
    findings.map(|it| format!("{} | {}", it["arithmetic"]["en"], it["agrees"]["en"])).collect()
}

/// What is compared is what is shown, in its own unit, and what is advised.
#[test]
fn a_percentage_at_two_places_is_told_as_one() {
    let told = words(
        "place,line,indicator,delivered,target,percent\ntable,1,newsletters,4,4,100%\ntext,2,newsletters,4,4,90%\n",
    );
    assert!(told[0].contains("100% ≠ 90%") && told[0].contains("43% were printed"), "{told:?}");
}

/// Of several places those that go together are not set against each other.
#[test]
fn places_that_agree_stand_on_one_side() {
    let told = words(
        "place,line,indicator,delivered\ntable,1,newsletters,4\ntext,2,newsletters,environ 4\ntext,3,newsletters,9\n",
    );
    assert!(told[0].contains("4, environ 4 ≠ 9"), "{told:?}");
}

/// Numbers that are rounded, as those of no count are, stand for all that round to them: 62.5%
/// of 40% are 156.25%. Of what nobody knows the indicator of, the percentage follows or not too.
#[test]
fn a_percentage_follows_from_numbers_that_are_rounded() {
    let row = |numbers: &str| format!("line,words,delivered,target,percent\n1,Autre chose,{numbers}\n");
    for (numbers, kinds) in [
        ("63%,40%,156%", vec![]),
        ("8.8,8.5,103%", vec![]),
        ("8.8,8.5,104%", vec![]),
        ("63%,40%,150%", vec![FindingKind::Percentage]),
        ("8,10,70%", vec![FindingKind::Percentage]),
    ] {
        let found = found("draft.csv", row(numbers).as_bytes());
        assert_eq!(found.into_iter().map(|(kind, _)| kind).collect::<Vec<_>>(), kinds, "{numbers}");
    }
    // A share is no count, whichever its indicator; newsletters are counted.
    let told = words("line,indicator,delivered,target,percent\n1,newsletters,4,6,66%\n");
    assert!(told.iter().any(|it| it.contains("printed: 66%")), "{told:?}");
}

/// From 0 there is no percentage, and 0 is printed.
#[test]
fn a_change_from_nothing_is_told_so() {
    let told = words("line,measure,variation,before,after\n1,visites,50%,0,30\n");
    assert!(told[0].contains("from 0 no percentage"), "{told:?}");
}

/// Every kind has a case but that of means, which takes a group's rows.
#[test]
fn every_kind_of_finding_is_tried() {
    let tried: Vec<FindingKind> = CASES.iter().map(|case| case.kind).collect();
    for kind in FindingKind::ALL.into_iter().filter(|kind| *kind != FindingKind::Mean) {
        assert!(tried.contains(&kind), "{kind:?}");
    }
}

/// The rows of a group with their percentages, and its mean.
fn group(percent: &str, newsletters: &str) -> String {
    let rows = "line,indicator,target,delivered,percent\n\
                908,o5-representation,,,MEAN\n909,met-governments,20,17,FIRST\n910,met-industry,10,8,80 %\n\
                911,met-science,10,7,70 %\n912,met-civil-society,10,2,20 %\n";
    rows.replace("MEAN", percent).replace("FIRST", newsletters)
}

#[test]
fn a_mean_follows_from_its_rows_or_it_is_told_which_would_make_it() {
    let found = |percent, first| found("a.csv", group(percent, first).as_bytes());
    assert_eq!(found("64 %", "85 %"), []);
    let all = ["908", "909", "910", "911", "912"].map(str::to_owned).to_vec();
    assert_eq!(found("65 %", "85 %"), [(FindingKind::Rounding, all.clone())]);
    assert_eq!(found("57 %", "85 %"), [(FindingKind::Mean, all.clone())]);
    // 85 % typed as 95 % lifts the mean of what is printed to 66 %.
    let both = [(FindingKind::Percentage, vec!["909".to_owned()]), (FindingKind::Mean, all)];
    assert_eq!(found("66 %", "95 %"), both);
}

/// What the program gives itself is a draft that agrees, in every form.
#[test]
fn the_table_itself_agrees_and_is_tied_whole() {
    with_table(|table, setting| {
        let state = state();
        let messages = Messages::new(Language::French);
        let csv = jalon::present::csv(table, None);
        let xlsx = workbook(&messages, &state, table, None).unwrap();
        let md = markdown(&printed_table(&messages, table, Supplement::Shown)).into_bytes();
        for (file, bytes) in [("a.csv", csv), ("a.xlsx", xlsx), ("a.md", md)] {
            let draft = read_draft(file, &bytes, table, setting).unwrap();
            let reconciled = reconcile(table, draft.printed).unwrap();
            assert_eq!(kinds(&reconciled), [], "{file}");
            let tied = |it: &&Printed| !it.indicator.is_empty();
            assert!(reconciled.printed.iter().filter(tied).count() >= 47, "{file}");
            // Of a Markdown document what stands around the table is text.
            let places = reconciled.untied.iter().map(|&at| reconciled.printed[at].place.as_str());
            assert!(places.into_iter().all(|place| place == "text" && file == "a.md"), "{file}");
        }
    });
}

#[test]
fn numbers_of_a_text_are_tied_where_their_words_are_a_label_and_told_otherwise() {
    with_table(|table, setting| {
        let text = "# Bilan\n\n\
            Au 31 mars 2024, 3 infolettres ont paru. Le budget annuel est de 4,2 M$.\n\
            Cette année, 4 infolettres.\n\
            En tout, 128 choses et 56 % des projets incluant un partenaire canadien/québécois.\n\
            Nombre de webinaires : 2\n";
        let draft = read_draft("a.md", text.as_bytes(), table, setting).unwrap();
        let tied: Vec<(&str, &str)> =
            draft.printed.iter().map(|it| (it.indicator.as_str(), it.shown().text.as_str())).collect();
        assert_eq!(
            tied,
            [
                ("newsletters", "3"),
                ("annual-budget", "4,2 M$"),
                ("newsletters", "4"),
                ("", "128"),
                ("canadian-partner-share", "56 %"),
                ("webinars", "2"),
            ]
        );
        assert!(matches!(draft.tied[&3], Tied::Perhaps(_)));
        let reconciled = reconcile(table, draft.printed).unwrap();
        assert_eq!(reconciled.untied, [3]);
        let kinds: Vec<FindingKind> = reconciled.findings.iter().map(|it| it.kind).collect();
        assert_eq!(kinds, [FindingKind::Entries, FindingKind::Cumulative]);
    });
}

fn printed(percent: Exact, decimals: u32, base: i64) -> Vec<Printed> {
    let read = Read { is_percent: true, ..Read::plain(percent, decimals) };
    let shown = |read: Read| Shown { text: read.value.round(decimals), read: Some(read) };
    let base = Shown { text: base.to_string(), read: Some(Read::plain(Exact::from(base), 0)) };
    vec![Printed { measure: "share".to_owned(), percent: shown(read), base, ..Printed::default() }]
}

fn rounded(part: i64, base: i64, decimals: u32) -> Exact {
    let ratio = Exact::from(part * 100).divided_by(&Exact::from(base)).unwrap();
    ratio.round(decimals).parse().unwrap()
}

fn is_found(percent: Exact, decimals: u32, base: i64) -> bool {
    with_table(|table, _| !reconcile(table, printed(percent, decimals, base)).unwrap().findings.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// A part of a base rounds to a percentage that it gives, and what is found to
    /// be given by none is given by none.
    #[test]
    fn a_percentage_of_a_base_is_found_where_no_part_gives_it(
        base in 1_i64..90, part in 0_i64..90, decimals in 0_u32..2, other in 0_i64..100,
    ) {
        prop_assert!(!is_found(rounded(part.min(base), base, decimals), decimals, base));
        let other = Exact::from(other);
        let is_given = (0..=base).any(|part| rounded(part, base, 0) == other);
        prop_assert_eq!(is_found(other, 0, base), !is_given);
    }

    /// A percentage as it is shown follows from its numbers, one unit more is
    /// rounding, and two are not.
    #[test]
    fn a_percentage_follows_from_its_numbers_as_it_is_rounded(value in 0_i64..400, target in 1_i64..90) {
        let percent = |away: i64| {
            let percent = rounded(value, target, 0) + Exact::from(away);
            let heads = "line,indicator,target,delivered,percent";
            format!("{heads}\n1,webinars,{target},{value},{} %\n", percent.round(0))
        };
        let of_own = |away: i64| -> Vec<FindingKind> {
            let all = found("a.csv", percent(away).as_bytes());
            let own = [FindingKind::Percentage, FindingKind::Rounding];
            all.into_iter().map(|(kind, _)| kind).filter(|kind| own.contains(kind)).collect()
        };
        prop_assert_eq!(of_own(0), vec![]);
        // What the entries give is taken as meant, whatever stands beside it.
        let entries = "14".parse::<Exact>().unwrap();
        let is_entries = |away: i64| rounded(value, target, 0) + Exact::from(away) == entries;
        if !is_entries(1) {
            prop_assert_eq!(of_own(1), vec![FindingKind::Rounding]);
        }
        if !is_entries(2) {
            prop_assert_eq!(of_own(2), vec![FindingKind::Percentage]);
        }
    }
}

/// What CEIMIA's report prints, as it is kept; `JALON_REWRITE=snapshots cargo
/// test` writes it anew.
#[test]
fn the_kept_reconciliation_of_the_report_is_reproduced() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let now = with_table(|table, setting| {
        let mut all = Draft::default();
        for name in ["published-2024.csv", "lists-2024.csv"] {
            let bytes = fs::read(root.join("events/ceimia").join(name)).unwrap();
            all = all.and(read_draft(name, &bytes, table, setting).unwrap());
        }
        let Draft { printed, tied, .. } = all;
        let found = reconcile(table, printed).unwrap();
        let of = |language| reconciliation_markdown(&Messages::new(language), table, &found, &tied);
        format!("{}\n---\n\n{}", of(Language::French), of(Language::English))
    });
    let path = root.join("snapshots/ceimia/reconciliation-2024.md");
    if std::env::var("JALON_REWRITE").is_ok_and(|what| what == "snapshots") {
        fs::write(&path, &now).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), now);
}

/// What is cited stands in the data, and every day and number that is noted can be
/// read.
#[test]
fn what_is_noted_of_the_report_is_read_whole() {
    with_table(|table, setting| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("events/ceimia/lists-2024.csv");
        let draft = read_draft("lists-2024.csv", &fs::read(path).unwrap(), table, setting).unwrap();
        let mut lists: BTreeMap<&str, usize> = BTreeMap::new();
        for it in &draft.printed {
            assert!(it.line.parse::<u32>().is_ok(), "{it:?}");
            assert!(!it.words.is_empty() || !it.indicator.is_empty(), "{it:?}");
            for shown in [&it.delivered, &it.change, &it.before, &it.after] {
                assert!(shown.is_empty() || shown.read.is_some(), "{it:?}");
            }
            it.lists.iter().for_each(|list| *lists.entry(list).or_default() += 1);
        }
        assert_eq!((lists["Annexe 2"], lists["gouvernements"]), (29, 23));
    });
}
