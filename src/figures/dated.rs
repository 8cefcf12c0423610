//! On which days an entry can count.

use std::borrow::Cow;

use super::record::{Content, Record, Version};
use super::state::State;
use crate::event::{Day, Json, Period};

/// The days on which a version can count that happened within some days: the date
/// that its type's own field states, else those days.
pub(super) fn counting_days<'v>(
    date: Option<&str>,
    occurred: Period,
    field: impl Fn(&str) -> Option<Cow<'v, Json>>,
) -> Period {
    let stated = date.and_then(|name| field(name)?.as_text()?.parse::<Day>().ok());
    stated.map_or(occurred, Period::on)
}

/// The days on which a version of an entry can count; it counts on the last of them.
pub fn counts_on(state: &State, record: &Record, version: &Version) -> Period {
    let date = state.activity_type(&record.kind).and_then(|kind| kind.countson.as_deref());
    let field = |name: &str| match &version.content {
        Content::Activity(activity) => activity.fields.get(name).map(Cow::Borrowed),
        Content::Total(_) => None,
    };
    counting_days(date, version.occurred, field)
}
