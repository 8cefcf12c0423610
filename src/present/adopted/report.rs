//! What is asked of a table, what was not taken of it, and where its
//! percentages do not follow from its numbers.

use super::value_words;
use crate::exchange::{
    Absence, Ask, Differing, DiffersIn, SeenAbsent, SeenGroup, SeenRow, Understood, Unit, Unread, Why,
};
use crate::present::problems::{amount_sentence, cell_sentence};
use crate::present::{Arg, Messages, day_words, on_lines, wrapped};

/// What was not taken, and the percentages.
pub(super) fn report_text(messages: &Messages, seen: &Understood, width: u16) -> String {
    let unread = seen.unread.iter().map(|it| format!("{}: {}", it.spot, unread_words(messages, it)));
    let differing = seen.differing.iter().map(|it| format!("{}: {}", it.spot, differing_words(messages, it)));
    let groups = seen.objectives.iter().flat_map(|objective| &objective.groups);
    let left_out = groups.filter(|group| !group.left_out.is_empty());
    let left_out = left_out.map(|group| left_out_words(messages, group));
    let rates =
        seen.rows().filter(|row| seen.adds_up && row.is_rate && !row.is_yearly && row.unit != Unit::Percent);
    let rates: Vec<&str> = rates.map(|row| row.label.as_str()).collect();
    let not_added = if rates.is_empty() {
        String::new()
    } else {
        let rows = rates.join("; ");
        format!("{}\n", messages.say("adopt-not-added", &[("rows", Arg::Text(&rows))]))
    };
    let down = seen.rows().filter_map(|row| Some((row, row.target.as_ref().filter(|it| it.is_most)?)));
    let down = down.map(|(row, target)| {
        format!("{} (≤ {})", row.numbered_label(), value_words(messages, row.unit, &target.value))
    });
    let down: Vec<String> = down.collect();
    let down = if down.is_empty() {
        String::new()
    } else {
        format!("{}\n", messages.say("adopt-down", &[("rows", Arg::Text(&down.join("; ")))]))
    };
    let absent = seen.rows().flat_map(|row| row.absent.iter().map(move |it| (row, it)));
    let absent = absent.map(|(row, it)| format!("{}: {}", it.spot, absent_words(messages, row, it)));
    let undated = seen.columns.iter().find_map(|column| Some((&column.head, column.undated.as_ref()?)));
    let undated = undated.map(|(head, undated)| {
        let ours = messages.word("column-delivered");
        let undated = if undated.is_empty() { &ours } else { undated };
        let head = head.split_whitespace().collect::<Vec<_>>().join(" ");
        let values = [("head", Arg::Text(&head)), ("undated", Arg::Text(undated))];
        format!("{}\n", messages.say("adopt-undated", &values))
    });
    let parts = [
        undated.unwrap_or_default(),
        down,
        not_added,
        unsure_words(messages, seen),
        listed(messages, "adopt-absent", &absent.collect::<Vec<_>>()),
        listed(messages, "adopt-unread", &unread.collect::<Vec<_>>()),
        listed(messages, "adopt-differing", &differing.collect::<Vec<_>>()),
        on_lines("", left_out),
    ];
    wrapped(&parts.concat(), width)
}

/// What a row says of days for which it has no total.
pub(super) fn absent_words(messages: &Messages, row: &SeenRow, it: &SeenAbsent) -> String {
    let not_stated = messages.word("not-stated");
    let typed = if it.typed.is_empty() { &not_stated } else { &it.typed };
    let language = messages.language();
    let (to, label) = (day_words(language, it.to), row.numbered_label());
    let earlier = row.totals.iter().map(|total| total.to).filter(|day| *day < it.to).max();
    let earlier = earlier.map(|day| day_words(language, day)).unwrap_or_default();
    let values = [
        ("label", Arg::Text(&label)),
        ("typed", Arg::Text(typed)),
        ("to", Arg::Text(&to)),
        ("earlier", Arg::Text(&earlier)),
    ];
    let id = match it.absence {
        Absence::NotStated => "adopt-absent-notstated",
        Absence::Earlier => "adopt-absent-earlier",
        Absence::Unadded => "adopt-absent-unadded",
    };
    messages.say(id, &values)
}

/// The headings of which nothing says where they end, and the rows below them
/// that are of another unit.
fn unsure_words(messages: &Messages, seen: &Understood) -> String {
    let groups = seen.objectives.iter().flat_map(|objective| &objective.groups);
    let shared = groups.flat_map(|group| group.rows.chunk_by(|one, next| one.heading == next.heading));
    let unsure: Vec<&[SeenRow]> = shared.filter(|rows| rows.iter().any(|row| row.is_unsure)).collect();
    if unsure.is_empty() {
        return String::new();
    }
    let heading = |rows: &[SeenRow]| rows.first().and_then(|row| row.heading.clone()).unwrap_or_default();
    let span = |rows: &&[SeenRow]| {
        let (from, to) = (rows.first()?.spot.line, rows.last()?.spot.line);
        let heading = heading(rows);
        let values = [("heading", Arg::Text(&heading)), ("from", Arg::Shown(&from)), ("to", Arg::Shown(&to))];
        Some(messages.say("adopt-unsure-rows", &values))
    };
    let spans: Vec<String> = unsure.iter().filter_map(span).collect();
    let spans = spans.join("; ");
    let other = unsure.iter().flat_map(|rows| rows.iter().map(|row| (heading(rows), &rows[0], row)));
    let other = other.filter(|(_, first, row)| row.is_unsure && row.unit != first.unit);
    let other = other.map(|(heading, _, row)| {
        let values = [
            ("line", Arg::Shown(&row.spot.line)),
            ("label", Arg::Text(&row.label)),
            ("heading", Arg::Text(&heading)),
        ];
        messages.say("adopt-unsure-unit", &values)
    });
    let all = messages.say("adopt-unsure", &[("rows", Arg::Text(&spans))]);
    format!("{all}\n{}", on_lines("", other))
}

/// A head with their number, and a line for each.
fn listed(messages: &Messages, id: &str, lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let head = messages.say(id, &[("count", Arg::Count(lines.len()))]);
    format!("{head}\n{}", on_lines("  ", lines))
}

/// A printed percentage beside the one that follows.
pub(super) fn differing_words(messages: &Messages, it: &Differing) -> String {
    let values = [
        ("label", Arg::Text(&it.label)),
        ("printed", Arg::Text(&it.printed)),
        ("follows", Arg::Text(&it.follows)),
    ];
    messages.say(
        match it.of {
            DiffersIn::Row => "adopt-differs-row",
            DiffersIn::Group => "adopt-differs-group",
            DiffersIn::GroupOfPrinted => "adopt-differs-printed",
        },
        &values,
    )
}

/// The rows that the mean of a group leaves out, and who says so.
fn left_out_words(messages: &Messages, group: &SeenGroup) -> String {
    let name = |at: &usize| {
        let row = group.rows.get(*at)?;
        let heading = row.heading.as_ref().map(|heading| format!("{heading} — ")).unwrap_or_default();
        Some(format!("{}: {heading}{}", row.spot.line, row.label))
    };
    let rows: Vec<String> = group.left_out.iter().filter_map(name).collect();
    let rows = rows.join("; ");
    let label = group.label.clone().unwrap_or_default();
    let printed = group.percent.as_ref().map(|it| it.printed.clone()).unwrap_or_default();
    let values = [("group", Arg::Text(&label)), ("rows", Arg::Text(&rows)), ("printed", Arg::Text(&printed))];
    messages.say(if group.is_deduced { "adopt-leftout-deduced" } else { "adopt-leftout-said" }, &values)
}

/// Why something was not taken.
pub(super) fn unread_words(messages: &Messages, unread: &Unread) -> String {
    let typed = [("typed", Arg::Text(&unread.typed))];
    match &unread.why {
        Why::Amount(error) => amount_sentence(messages, error),
        Why::Fault(fault) => cell_sentence(messages, fault),
        why => messages.say(&format!("adopt-why-{}", why_word(why)), &typed),
    }
}

pub(super) const fn why_word(why: &Why) -> &'static str {
    match why {
        Why::Amount(_) => "amount",
        Why::Unit => "unit",
        Why::Fault(_) => "fault",
        Why::Column => "column",
        Why::Sum => "sum",
        Why::SumColumn => "sumcolumn",
        Why::EarlierTarget => "earliertarget",
        Why::NoLabel => "nolabel",
        Why::Idle => "idle",
        Why::Strict => "strict",
        Why::Above => "above",
        Why::Level => "level",
        Why::Note => "note",
    }
}

/// What is asked, for whoever answers it at once.
pub fn ask_question(messages: &Messages, ask: &Ask) -> String {
    let typed = match ask {
        Ask::Currency { typed, .. }
        | Ask::YearEnd { typed, .. }
        | Ask::Thousands { typed, .. }
        | Ask::Target { typed, .. }
        | Ask::Row { typed, .. }
        | Ask::Column { typed, .. } => typed.as_str(),
        Ask::AsAt { .. } | Ask::Since { .. } | Ask::Years { .. } => "",
    };
    messages.say(&format!("adopt-question-{}", ask_word(ask)), &[("typed", Arg::Text(typed))])
}

/// What is asked, with the option that answers it.
pub fn ask_sentence(messages: &Messages, ask: &Ask) -> String {
    let typed = |id: &str, typed: &str| messages.say(id, &[("typed", Arg::Text(typed))]);
    let (spot, words) = match ask {
        Ask::AsAt { spot } => (spot, messages.word("adopt-ask-asat")),
        Ask::Since { spot } => (spot, messages.word("adopt-ask-since")),
        Ask::Currency { spot, typed: it } => (spot, typed("adopt-ask-currency", it)),
        Ask::YearEnd { spot, typed: it } => (spot, typed("adopt-ask-yearend", it)),
        Ask::Years { spot } => (spot, messages.word("adopt-ask-years")),
        Ask::Thousands { spot, typed: it } => (spot, typed("adopt-ask-thousands", it)),
        Ask::Column { spot, typed: it } => (spot, typed("adopt-ask-column", it)),
        Ask::Target { spot, typed: it, row } | Ask::Row { spot, typed: it, row } => {
            let values = [("typed", Arg::Text(it.as_str())), ("row", Arg::Shown(row))];
            (spot, messages.say(&format!("adopt-ask-{}", ask_word(ask)), &values))
        }
    };
    format!("{spot}: {words}")
}

pub(super) const fn ask_word(ask: &Ask) -> &'static str {
    match ask {
        Ask::AsAt { .. } => "asat",
        Ask::Since { .. } => "since",
        Ask::Currency { .. } => "currency",
        Ask::YearEnd { .. } => "yearend",
        Ask::Years { .. } => "years",
        Ask::Thousands { .. } => "thousands",
        Ask::Column { .. } => "column",
        Ask::Target { .. } => "target",
        Ask::Row { .. } => "row",
    }
}
