//! The values in which an entry counts.

use crate::event::YearEnd;
use crate::figures::{Filter, PlanChoice, Question, Record, Ruling, counted_in};
use crate::present::{reason_words, remark_words, unit_words};
use crate::web::chrome::View;
use crate::web::given::{encoded, link};

/// A value, and what an entry is in it.
pub(super) struct Count {
    pub label: String,
    pub href: String,
    pub how: String,
    pub counts: bool,
}

/// The values that look at a record at the end of its fiscal year, or today
/// while that year lasts.
pub(super) fn counts(view: &View<'_>, record: &Record) -> (String, Vec<Count>) {
    let (state, today) = (view.state, view.today());
    let year_end = state.year_end().unwrap_or(YearEnd::december());
    let day = year_end.holding(record.latest().occurred.to).to.min(today);
    // A plan that was not in force yet counts nothing.
    let Ok(ruling) = Ruling::at(state, &PlanChoice::default(), day) else {
        return (view.day(day), vec![]);
    };
    let question = Question::new(state, &ruling, day, Filter::default());
    let counted = counted_in(&question, record).into_iter().map(|it| {
        let path = format!("/value/{}", encoded(&it.indicator.id));
        let how = match &it.how {
            Ok(counts) => {
                let amount = unit_words(view.messages, it.indicator, &counts.amount);
                let remark =
                    counts.remark.map(|remark| format!(" · {}", remark_words(view.messages, remark)));
                amount + &remark.unwrap_or_default()
            }
            Err(left) => reason_words(view.messages, state, state.activity_type(&record.kind), &left.reason),
        };
        Count {
            label: view.language().of(&it.indicator.near().label).to_owned(),
            href: link(&path, [("as-at", day.to_string().as_str())]),
            how,
            counts: it.how.is_ok(),
        }
    });
    (view.day(day), counted.collect())
}
