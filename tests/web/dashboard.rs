//! The dashboard: its figures, its trend and its files are of one filter.

use axum::http::StatusCode;

use super::recording::recorded;
use super::refusals::visitor;
use super::visitor::Visitor;

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
