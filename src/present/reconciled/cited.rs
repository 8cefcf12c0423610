//! Places and what they say.

use crate::audit::{Choice, Detail, Figure, Printed, PrintedFinding, Reconciliation, Shown};
use crate::present::{Arg, Messages, period_words};

/// Items of a list that are told one by one.
const MOST_ITEMS: usize = 8;

/// The places of a finding, each with what it says; many items of a list as one.
pub(super) fn places(
    messages: &Messages,
    all: &Reconciliation<'_>,
    finding: &PrintedFinding<'_>,
) -> Vec<String> {
    let places: Vec<&Printed> = finding.cites.iter().filter_map(|&at| all.printed.get(at)).collect();
    let told = told(finding);
    let (claims, items) = places.split_at(told.min(places.len()));
    let cite = |it: &&Printed| cited(messages, all, finding, it);
    let mut lines: Vec<String> = claims.iter().map(cite).collect();
    lines.extend(claims.iter().map(|it| &it.announced).filter(|it| !it.is_empty()).cloned());
    if let Detail::Mean { rests_on, without, .. } = &finding.detail {
        lines.push(range(messages, items, "settle-rows"));
        let left = chosen(without).iter().filter_map(|&at| items.get(at).copied());
        let off = rests_on.iter().filter_map(|&at| all.printed.get(at));
        lines.extend(left.chain(off).map(|it| cite(&it)));
        return lines;
    }
    if items.len() > MOST_ITEMS {
        lines.push(range(messages, items, "settle-items"));
    } else {
        lines.extend(items.iter().map(cite));
    }
    lines
}

/// How many of the cited places are told one by one.
fn told(finding: &PrintedFinding<'_>) -> usize {
    match &finding.detail {
        Detail::Sum { items, .. } | Detail::Count { items, .. } => *items,
        Detail::Mean { .. } => 1,
        _ => usize::MAX,
    }
}

fn chosen(choice: &Choice) -> &[usize] {
    match choice {
        Choice::One(left) => left,
        Choice::Several(_) | Choice::None | Choice::GaveUp(_) => &[],
    }
}

/// Many places as one: from which line to which, and how many.
fn range(messages: &Messages, items: &[&Printed], id: &str) -> String {
    let count = messages.say(id, &[("count", Arg::Count(items.len()))]);
    let lines: Option<Vec<u64>> = items.iter().map(|it| it.line.parse().ok()).collect();
    let lines = lines.unwrap_or_default();
    let (Some(first), Some(last)) = (lines.iter().min(), lines.iter().max()) else { return count };
    if first == last {
        return count;
    }
    let values = [("from", Arg::Shown(first)), ("to", Arg::Shown(last)), ("what", Arg::Text(&count))];
    messages.say("settle-range", &values)
}

/// A place with what stands there, as far as the finding is about it.
fn cited(
    messages: &Messages,
    all: &Reconciliation<'_>,
    finding: &PrintedFinding<'_>,
    it: &Printed,
) -> String {
    let is_arithmetic = matches!(finding.detail, Detail::Ratio { .. } | Detail::Mean { .. });
    let label = all.comparisons.iter().find(|other| other.printed.indicator == it.indicator);
    let label = label.map(|other| messages.language().of(&other.label).to_owned());
    let own = finding.label.as_ref().map(|own| messages.language().of(own));
    let is_other = |label: &String| own.is_some_and(|own| !own.ends_with(label.as_str()));
    let label = label.filter(|label| it.words.is_empty() && is_other(label));
    let what = what(messages, it, is_arithmetic, finding.figure());
    let what: Vec<String> = label.into_iter().chain([what]).filter(|it| !it.is_empty()).collect();
    at_place(messages, it, &what.join(" – "))
}

/// A number at its place, with the words around it: these may hold several.
pub(super) fn numbered(messages: &Messages, it: &Printed) -> String {
    let figures = [&it.delivered, &it.target, &it.percent].into_iter().filter(|it| !it.is_empty());
    // Of a row whose indicator nobody knows all of its numbers.
    if figures.count() > 1 {
        return at_place(messages, it, &what(messages, it, true, None));
    }
    let number = it.shown().text.clone();
    let words =
        (!it.words.is_empty()).then(|| messages.say("settle-words", &[("words", Arg::Text(&it.words))]));
    let what: Vec<String> = std::iter::once(number).chain(words).filter(|it| !it.is_empty()).collect();
    at_place(messages, it, &what.join(" · "))
}

fn at_place(messages: &Messages, it: &Printed, what: &str) -> String {
    match (place(messages, it), what) {
        (place, "") => place,
        (place, what) if place.is_empty() => what.to_owned(),
        (place, what) => {
            messages.say("settle-cite", &[("place", Arg::Text(&place)), ("what", Arg::Text(what))])
        }
    }
}

/// Where something stands: `texte, ligne 409`; of which days where it says them.
pub(super) fn place(messages: &Messages, it: &Printed) -> String {
    let place = messages.find(&format!("place-{}", it.place)).unwrap_or_else(|| it.place.clone());
    let line = Some(&it.line).filter(|line| !line.is_empty());
    let line = line.map(|line| messages.say("reconcile-line", &[("line", Arg::Text(line))]));
    let days = it.period.map(|days| period_words(messages, days));
    let all = [Some(place), line, days].into_iter().flatten().filter(|it| !it.is_empty());
    all.collect::<Vec<_>>().join(", ")
}

/// The number that a finding is about, where it is about one figure: else the first there is.
pub(super) fn shown(it: &Printed, figure: Option<Figure>) -> &Shown {
    figure.map(|figure| it.figure(figure)).filter(|shown| !shown.is_empty()).unwrap_or_else(|| it.shown())
}

/// What stands there: its words, and the numbers that these do not hold; of a row
/// all of them, or its value alone.
fn what(messages: &Messages, it: &Printed, is_whole: bool, figure: Option<Figure>) -> String {
    let words =
        (!it.words.is_empty()).then(|| messages.say("settle-words", &[("words", Arg::Text(&it.words))]));
    let named = |id: &str, text: &str| {
        let name = messages.word(id);
        messages.say("settle-figure", &[("figure", Arg::Text(&name)), ("shown", Arg::Text(text))])
    };
    let is_row = is_whole && !it.delivered.is_empty() && !(it.target.is_empty() && it.percent.is_empty());
    let figures = if is_row {
        let all = [
            ("figure-target", &it.target),
            ("figure-delivered", &it.delivered),
            ("figure-percent", &it.percent),
        ];
        all.iter().filter(|(_, it)| !it.is_empty()).map(|(id, it)| named(id, &it.text)).collect()
    } else {
        vec![shown(it, figure).text.clone()]
    };
    let figures = figures.into_iter().filter(|text| !text.is_empty() && !it.words.contains(text.as_str()));
    words.into_iter().chain(figures).collect::<Vec<_>>().join(" · ")
}
