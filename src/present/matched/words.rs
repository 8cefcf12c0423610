//! Rows, entries and why they are one, in words.

use super::ShownMatch;
use crate::audit::{Criterion, LedgerItem, Pair, Why};
use crate::event::Exact;
use crate::exchange::OutsideRow;
use crate::present::amounts::exact;
use crate::present::{Arg, Messages, day_words, number_words, period_words, type_words, version_words};

/// What is compared: the list, and what of the ledger.
pub fn match_title(messages: &Messages, shown: &ShownMatch<'_>) -> String {
    let language = messages.language();
    let of = match (shown.indicator, shown.kind) {
        (Some((indicator, day)), _) => {
            let title = indicator.title();
            let (label, day) = (language.of(&title), day_words(language, day));
            messages.say("match-of-indicator", &[("label", Arg::Text(label)), ("day", Arg::Text(&day))])
        }
        (None, Some(kind)) => {
            let label = type_words(language, shown.state.activity_type(kind), kind);
            messages.say("match-of-type", &[("label", Arg::Text(label))])
        }
        (None, None) => messages.word("match-of-all"),
    };
    let [from, to] = shown.days.map(|day| day.map(|day| day_words(language, day)));
    let days = match (&from, &to) {
        (Some(from), Some(to)) => {
            messages.say("match-days", &[("from", Arg::Text(from)), ("to", Arg::Text(to))])
        }
        (Some(from), None) => messages.say("match-days-from", &[("from", Arg::Text(from))]),
        (None, Some(to)) => messages.say("match-days-to", &[("to", Arg::Text(to))]),
        (None, None) => String::new(),
    };
    let values = [("file", Arg::Text(shown.file)), ("of", Arg::Text(&of)), ("days", Arg::Text(&days))];
    messages.say("match-title", &values)
}

/// What a row says, in one line.
pub fn row_words(messages: &Messages, row: &OutsideRow) -> String {
    let number = |amount: &Exact| number_words(messages.language(), &exact(amount));
    let said = [
        row.days.map(|days| period_words(messages, days)),
        row.amount.as_ref().map(number),
        row.name.clone(),
        row.title.clone(),
        row.reference.clone(),
        row.id.map(|id| id.to_string()),
    ];
    said.into_iter().flatten().map(|it| it.replace('\n', " ")).collect::<Vec<_>>().join(" · ")
}

/// What an entry says, in one line.
pub(super) fn item_words(messages: &Messages, shown: &ShownMatch<'_>, item: &LedgerItem) -> String {
    let days = period_words(messages, item.occurred);
    format!("#{} · {days} · {}", item.sequence, said_words(messages, shown, item))
}

/// The same without its place and its days.
pub(super) fn said_words(messages: &Messages, shown: &ShownMatch<'_>, item: &LedgerItem) -> String {
    let record = shown.state.record(item.id);
    let words = record.map(|record| version_words(messages, shown.state, record, record.latest()));
    words.unwrap_or_default()
}

/// Why a row and an entry are one.
pub fn why_words(messages: &Messages, pair: &Pair) -> String {
    pair.likeness.why.iter().map(|why| one(messages, why)).collect::<Vec<_>>().join(" · ")
}

fn one(messages: &Messages, why: &Why) -> String {
    let number = |amount: &Exact| number_words(messages.language(), &exact(amount));
    let days = |id: &str, days: u32| {
        messages.say(id, &[("count", Arg::Count(usize::try_from(days).unwrap_or(usize::MAX)))])
    };
    match why {
        Why::Same(criterion) => messages.word(&format!("match-same-{}", word(*criterion))),
        Why::NotStated(criterion) => messages.word(&format!("match-not-stated-{}", word(*criterion))),
        Why::Within => messages.word("match-within"),
        Why::Rounded => messages.word("match-rounded"),
        Why::DaysApart(apart) => days("match-days-apart", *apart),
        Why::OtherDate(apart) => days("match-other-date", *apart),
        Why::NamesAlike(listed, own) => {
            messages.say("match-names-alike", &[("listed", Arg::Text(listed)), ("own", Arg::Text(own))])
        }
        Why::OtherName(listed) => messages.say("match-other-name", &[("listed", Arg::Text(listed))]),
        Why::OtherAmount(listed, own) => {
            let (listed, own) = (number(listed), number(own));
            messages.say("match-other-amount", &[("listed", Arg::Text(&listed)), ("own", Arg::Text(&own))])
        }
    }
}

/// The word of what is compared.
pub(super) const fn word(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Id => "id",
        Criterion::Date => "date",
        Criterion::Amount => "amount",
        Criterion::Name => "name",
    }
}

/// How many there are of each, and what the amounts of the list come to.
pub(super) fn count_lines(messages: &Messages, shown: &ShownMatch<'_>) -> Vec<String> {
    let matched = shown.matched;
    let count = |id: &str, count: usize| messages.say(id, &[("count", Arg::Count(count))]);
    let sum = |rows: &mut dyn Iterator<Item = usize>| -> Exact {
        rows.filter_map(|at| shown.rows[at].amount.clone()).sum()
    };
    let with_sum = |words: String, sum: Exact| {
        if sum.is_zero() {
            return words;
        }
        let sum = number_words(messages.language(), &exact(&sum));
        messages.say("match-with-sum", &[("words", Arg::Text(&words)), ("sum", Arg::Text(&sum))])
    };
    let all = sum(&mut (0..shown.rows.len()));
    let missing = sum(&mut matched.missing_in_ledger.iter().copied());
    vec![
        with_sum(count("match-rows", shown.rows.len()), all),
        count("match-items", shown.items.len()),
        count("match-exact", matched.exact()),
        count("match-near", matched.pairs.len() - matched.exact()),
        with_sum(count("match-missing-in-ledger", matched.missing_in_ledger.len()), missing),
        count("match-missing-in-list", matched.missing_in_list.len()),
    ]
}
