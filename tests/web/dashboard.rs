//! The dashboard: its figures, its trend and its files are of one filter.

use axum::http::StatusCode;
use jalon::event::link;
use jalon::ledger::Desk;
use jalon::log::{Log, MemoryLog};

use super::recording::recorded;
use super::refusals::visitor;
use super::visitor::Visitor;
use crate::place::Place;

/// How many targets are reached by the last line of the file.
fn reached(visitor: &Visitor, query: &str) -> String {
    let csv = visitor.read(&format!("/trend.csv{query}"));
    csv.lines().last().unwrap().to_owned()
}

#[test]
fn the_dashboard_its_chart_and_its_file_agree_with_the_filter() {
    let visitor = visitor();
    for at in 0..10 {
        let partner = if at < 5 { "algue" } else { "dune" };
        visitor.done(
            "/record/workshop.held",
            &[("on", "2024-01-15"), ("f.attendees", &format!("1{at}")), ("f.partners", partner)],
        );
    }
    let all = reached(&visitor, "");
    let one = reached(&visitor, "?with=algue");
    assert_ne!(all, one);
    let page = visitor.read("/?with=algue");
    for part in ["/trend.svg?with=algue", "/trend.csv?with=algue", "/trend.svg?with=algue&#38;keep=1"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(page.contains("value=\"algue\"") && page.contains("class=\"scope\""));
    assert!(page.contains("/table?with=algue&#38;as-at="), "{page}");
    let lead = |page: &str| {
        page.split("<p class=\"lead\">").nth(1).unwrap().split("</p>").next().unwrap().to_owned()
    };
    let parts: Vec<&str> = one.split(',').collect();
    assert!(lead(&page).contains(&format!("{} des {} indicateurs", parts[1], parts[2])), "{}", lead(&page));
    assert!(visitor.read("/part/trend?with=algue").contains("/trend.csv?with=algue"));
    let charts = ["", "?with=algue"].map(|query| visitor.read(&format!("/trend.svg{query}")));
    assert_ne!(charts[0], charts[1]);
    // What counts something is what the table of the same filter shows a value of.
    let english = visitor.read("/?with=algue&lang=en");
    assert!(english.contains(&format!("{} of {} indicators count", parts[1], parts[2])));
}

/// Where nothing is known the trend says so in its table, its line and its file.
#[test]
fn what_is_not_known_is_no_zero() {
    let visitor = visitor();
    let csv = visitor.read("/trend.csv");
    let first = csv.lines().nth(1).unwrap();
    let cells: Vec<&str> = first.split(',').collect();
    assert_eq!((cells[1], cells[2]), ("", cells[3]), "{csv}");
    let page = visitor.read("/");
    assert!(page.contains("\">n/d</a>") && visitor.read("/trend.svg").contains("n/d"), "{page}");
}

/// A table without objectives has a line for each of its groups, and says how many
/// targets are reached, on the terminal and on pages.
#[test]
fn a_flat_table_has_its_dashboard() {
    let place = Place::with_ledger("ledger.jalon");
    let table = "Indicateur,Cible,Réalisé au 31 décembre 2023\nAteliers,10,7\nArticles,5,6\nLivres,3,\n";
    place.file("a.csv", table);
    let opening = ["--source", "https://registre.exemple.org/a", "--prefix", "org.exemple"];
    place.done(&[&["adopt", "a.csv", "--since", "2023-04-01"], &opening[..]].concat());
    let shown = place.done(&["kpi", "--as-at", "2024-02-10"]);
    assert!(shown.contains("1 cible atteinte sur 3"), "{shown}");
    let export = place.done(&["export", "jsonl"]);
    let lines: Vec<Vec<u8>> = export.lines().map(|line| line.as_bytes().to_vec()).collect();
    let mut log = MemoryLog::new(link);
    log.append(&lines).unwrap();
    let visitor = Visitor::of(Desk::open(Box::new(log)).unwrap());
    let (home, table) = (visitor.read("/"), visitor.read("/table?as-at=2024-02-10"));
    let trend = visitor.read("/part/trend");
    for (page, words) in
        [(&trend, "Groupes d’indicateurs"), (&trend, "1/3"), (&home, "1 cible"), (&table, "1 cible")]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(trend.contains("1\u{a0}n/d") && !trend.contains("<h2>Objectifs</h2>"), "{trend}");
    assert_eq!(visitor.read("/trend.csv").lines().last(), Some("2024-02-10,1,3,1"));
}

#[test]
fn a_filter_that_cannot_be_read_is_told() {
    let visitor = visitor();
    for path in ["/?with=zzz", "/?plan=@", "/?plan=zzz", "/trend.svg?with=zzz", "/part/trend?plan=zzz"] {
        assert_eq!(visitor.get(path).status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
    }
    // The dashboard is of today and of all that is known, whatever is asked.
    recorded(&visitor);
    assert_eq!(reached(&visitor, "?as-at=2020-01-01&known-at=1"), reached(&visitor, ""));
}

/// The links below the heading of what was never reported.
fn never(visitor: &Visitor) -> String {
    let page = visitor.read("/");
    let part =
        page.split_once("Jamais renseignés").map(|(_, rest)| rest.split_once("</ul>").unwrap().0.to_owned());
    part.unwrap_or_default()
}

#[test]
fn never_is_at_no_year_end_and_not_today() {
    let visitor = visitor();
    let listed = |id: &str| never(&visitor).contains(&format!("/value/{id}\""));
    for id in ["workshops", "attendees", "score", "share-quay"] {
        assert!(listed(id), "{id}");
    }
    assert!(!listed("studies-told"), "a row in words is none of them");
    // In the fiscal year that ends on 30 June 2023, which is not today's.
    visitor.done("/record/workshop.held", &[("on", "2023-01-15"), ("f.attendees", "7")]);
    let today = visitor.read("/value/attendees");
    assert!(today.contains("class=\"figure\">0<") || today.contains("class=\"figure\">n/d<"), "{today}");
    for (id, is_listed) in
        [("workshops", false), ("attendees", false), ("workshops-quay", false), ("score", true)]
    {
        assert_eq!(listed(id), is_listed, "{id}");
    }
}

#[test]
fn what_is_not_known_is_no_result() {
    let visitor = visitor();
    let value = visitor.read("/value/score");
    assert!(value.contains("n/d") && value.contains("pas encore connu"), "{value}");
    assert!(!value.contains("certaine") && !value.contains("<dd>non</dd>"), "{value}");
    assert!(visitor.read("/value/score?lang=en").contains("not known yet"));
    for (path, words) in [("/", "11\u{a0}n/d"), ("/table", "11\u{a0}n/d"), ("/table?lang=en", "11\u{a0}n/a")]
    {
        let page = visitor.read(path);
        let lead = page.split_once("<p class=\"lead\">").unwrap().1.split_once("</p>").unwrap().0;
        assert!(lead.ends_with(words), "{path}: {lead}");
    }
    assert!(visitor.read("/table").contains("pas de moyenne"));
}
