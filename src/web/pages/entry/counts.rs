//! The values in which an entry counts.

use crate::event::YearEnd;
use crate::figures::{Filter, PlanChoice, Question, Record, Ruling, counted_in};
use crate::present::{reason_words, remark_words, unit_words};
use crate::web::chrome::View;
use crate::web::given::{encoded, link};

/// The values that look at an entry, at a day.
pub(super) struct Counts {
    pub day: String,
    pub is_counted: bool,
    pub items: Vec<Count>,
}

/// A value, and what an entry is in it.
pub(super) struct Count {
    pub label: String,
    pub href: String,
    pub how: String,
}

/// The values that look at a record at the end of its fiscal year, or today
/// while that year lasts.
pub(super) fn counts(view: &View<'_>, record: &Record) -> Counts {
    let (state, today) = (view.state, view.today());
    let year_end = state.year_end().unwrap_or(YearEnd::december());
    let day = year_end.holding(record.latest().occurred.to).to.min(today);
    // A plan that was not in force yet counts nothing.
    let Ok(ruling) = Ruling::at(state, &PlanChoice::default(), day) else {
        return Counts { day: view.day(day), is_counted: false, items: vec![] };
    };
    let question = Question::new(state, &ruling, day, Filter::default());
    let all = counted_in(&question, record);
    let is_counted = all.iter().any(|it| it.how.is_ok());
    let items = all.into_iter().map(|it| {
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
        }
    });
    Counts { day: view.day(day), is_counted, items: items.collect() }
}
