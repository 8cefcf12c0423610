//! One line of JSON Lines.

use std::cell::OnceCell;

use serde_json::Value;

use super::LineTrouble;
use super::members::Members;
use super::quick::quickly;
use crate::event::{
    BodyId, Citation, Day, EntryId, Evidence, Json, MAX_TEXT, Object, Period, TextError, clean, is_clean,
};
use crate::exchange::nearest;
use crate::exchange::typed::echo;

/// The members of a line that are not taken yet, and the line, in which each
/// stands somewhere.
pub(super) struct Line<'t> {
    text: &'t str,
    /// Where each stands, once that is asked for.
    places: OnceCell<Members>,
    /// What is not taken yet.
    pub members: Object,
}

/// A trouble with the byte of the line at which it stands.
pub(super) type Refused = (usize, LineTrouble);

impl<'t> Line<'t> {
    /// The line's object.
    pub(super) fn read(text: &'t str) -> Result<Self, Refused> {
        let mut line = Self { text, places: OnceCell::new(), members: Object::new() };
        let mut members = match quickly(text) {
            Some(members) => members,
            None => line.slowly()?,
        };
        for (name, value) in members.iter_mut() {
            clean_texts(value)
                .map_err(|error| line.wrong(name, LineTrouble::Text { member: echo(name), error }))?;
        }
        line.members = members;
        Ok(line)
    }

    /// The same, or what is wrong with it and where.
    fn slowly(&self) -> Result<Object, Refused> {
        let value: Value = serde_json::from_str(self.text).map_err(|error| syntax(self.text, &error))?;
        if !value.is_object() {
            return Err((0, LineTrouble::NotAnObject));
        }
        self.check_twice(&value)?;
        match Json::from_serde(&value) {
            Some(Json::Object(members)) => Ok(members),
            _ => Err(self.unkept(&value)),
        }
    }

    /// The byte at which a member's name begins, that of its array for an item
    /// without a name; 0 when it is not there.
    pub(super) fn place(&self, path: &str) -> usize {
        match (self.places().place(path), path.rsplit_once('[')) {
            (Some(at), _) => at,
            (None, Some((array, _))) => self.place(array),
            (None, None) => 0,
        }
    }

    /// A trouble with a member.
    pub(super) fn wrong(&self, path: &str, trouble: LineTrouble) -> Refused {
        (self.place(path), trouble)
    }

    /// The text of a member, which is taken.
    pub(super) fn text(&mut self, name: &'static str) -> Result<Option<String>, Refused> {
        match self.members.remove(name) {
            None => Ok(None),
            Some(Json::Text(text)) => Ok(Some(text)),
            Some(_) => Err(self.wrong(name, LineTrouble::NotText { member: name })),
        }
    }

    /// The text of a member that there must be.
    pub(super) fn needed(&mut self, name: &'static str) -> Result<String, Refused> {
        self.text(name)?.ok_or((0, LineTrouble::Missing { member: name }))
    }

    /// A day.
    pub(super) fn day(&mut self, name: &'static str) -> Result<Option<Day>, Refused> {
        self.parsed(name, |typed| LineTrouble::Date { typed })
    }

    /// A day that there must be.
    pub(super) fn needed_day(&mut self, name: &'static str) -> Result<Day, Refused> {
        self.day(name)?.ok_or((0, LineTrouble::Missing { member: name }))
    }

    /// The id of an entry.
    pub(super) fn id(&mut self, name: &'static str) -> Result<Option<EntryId>, Refused> {
        self.parsed(name, |typed| LineTrouble::Id { typed })
    }

    /// A register id.
    pub(super) fn body(&mut self, name: &'static str) -> Result<Option<BodyId>, Refused> {
        self.parsed(name, |typed| LineTrouble::Body { typed })
    }

    /// The days of a period whose first was read.
    pub(super) fn period(&self, from: Day, to: Day, last: &str) -> Result<Period, Refused> {
        Period::new(from, to).map_err(|_| self.wrong(last, LineTrouble::EndBeforeStart { from, to }))
    }

    /// The source of a total.
    pub(super) fn citation(&mut self) -> Result<Citation, Refused> {
        let value =
            self.members.remove("citation").ok_or((0, LineTrouble::Missing { member: "citation" }))?;
        let shape = || LineTrouble::Shape { member: "citation".to_owned() };
        Citation::read(value).ok_or_else(|| self.wrong("citation", shape()))
    }

    /// The documents of a line that is no activity's.
    pub(super) fn evidence(&mut self) -> Result<Vec<Evidence>, Refused> {
        let items = match self.members.remove("evidence") {
            None => return Ok(vec![]),
            Some(Json::Array(items)) => items,
            Some(_) => vec![],
        };
        let read: Option<Vec<Evidence>> = items.iter().map(Evidence::read).collect();
        let shape = || LineTrouble::Shape { member: "evidence".to_owned() };
        read.filter(|read| !read.is_empty()).ok_or_else(|| self.wrong("evidence", shape()))
    }

    /// Refuses what no one took.
    pub(super) fn done(&self, known: &'static [&'static str]) -> Result<(), Refused> {
        let Some(unknown) = self.members.keys().next() else { return Ok(()) };
        let near = nearest(unknown, known.iter().copied());
        let near = known.iter().filter(|name| near.is_empty() || near.contains(name)).copied().collect();
        Err(self.wrong(unknown, LineTrouble::Unknown { member: echo(unknown), near }))
    }

    fn parsed<T: std::str::FromStr>(
        &mut self,
        name: &'static str,
        trouble: impl Fn(String) -> LineTrouble,
    ) -> Result<Option<T>, Refused> {
        let Some(text) = self.text(name)? else { return Ok(None) };
        text.parse().map(Some).map_err(|_| self.wrong(name, trouble(echo(&text))))
    }

    /// Of a member that stands twice a reader of JSON keeps the last without
    /// a word.
    fn check_twice(&self, value: &Value) -> Result<(), Refused> {
        if self.places().count() == count(value) {
            return Ok(());
        }
        let told = |(path, at): (String, usize)| Err((at, LineTrouble::Twice { member: echo(&path) }));
        self.places().twice().map_or(Ok(()), told)
    }

    /// The first null or fraction.
    fn unkept(&self, value: &Value) -> Refused {
        let mut path = String::new();
        let trouble = unkept(value, &mut path).unwrap_or(LineTrouble::NotAnObject);
        (self.place(&path), trouble)
    }

    /// Where its members stand.
    fn places(&self) -> &Members {
        self.places.get_or_init(|| Members::of(self.text))
    }

    /// The column of a byte, in characters from 1.
    pub(super) fn column(text: &str, byte: usize) -> usize {
        crate::exchange::spot("", text, byte).column
    }
}

/// The members of a line that is JSON and those within them by their paths, and the
/// column of each.
pub(super) fn columns(text: &str) -> Vec<(String, usize)> {
    let (mut byte, mut column) = (0, 1);
    let column_of = |(path, at): (String, usize)| {
        // Members stand in the order of the line, so each letter is counted once.
        column += text.get(byte..at).map_or(0, |between| between.chars().count());
        byte = at;
        (path, column)
    };
    Members::of(text).outer().map(column_of).collect()
}

fn syntax(text: &str, error: &serde_json::Error) -> Refused {
    if error.is_eof() {
        return (text.len(), LineTrouble::Unfinished);
    }
    (error.column().saturating_sub(1), LineTrouble::Syntax)
}

/// Puts every text within as the ledger keeps texts; an empty one is left for
/// the ledger to refuse.
fn clean_texts(value: &mut Json) -> Result<(), TextError> {
    match value {
        Json::Text(text) if text.is_empty() || is_clean(text, MAX_TEXT) => Ok(()),
        Json::Text(text) => clean(text, MAX_TEXT).map(|kept| *text = kept),
        Json::Array(items) => items.iter_mut().try_for_each(clean_texts),
        Json::Object(members) => members.values_mut().try_for_each(clean_texts),
        Json::Bool(_) | Json::Int(_) => Ok(()),
    }
}

/// How many members a value has, with those of its members.
fn count(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(members) => members.len() + members.values().map(count).sum::<usize>(),
        _ => 0,
    }
}

/// What an entry cannot hold, and the path of its member.
fn unkept(value: &Value, path: &mut String) -> Option<LineTrouble> {
    match value {
        Value::Null => Some(LineTrouble::Null { member: echo(path) }),
        Value::Number(number) if number.as_i64().is_none() => {
            Some(LineTrouble::Fraction { member: echo(path) })
        }
        Value::Array(items) => {
            items.iter().enumerate().find_map(|(at, item)| within(path, &format!("[{at}]"), item))
        }
        Value::Object(members) => members.iter().find_map(|(name, value)| {
            let step = if path.is_empty() { name.clone() } else { format!(".{name}") };
            within(path, &step, value)
        }),
        _ => None,
    }
}

/// The same one step further; the path stays where something was found.
fn within(path: &mut String, step: &str, value: &Value) -> Option<LineTrouble> {
    let outer = path.len();
    path.push_str(step);
    let found = unkept(value, path);
    if found.is_none() {
        path.truncate(outer);
    }
    found
}
