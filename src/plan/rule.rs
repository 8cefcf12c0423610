//! Rules: how an indicator's value follows from entries.

use serde::{Deserialize, Serialize};

use crate::event::{Day, is_decimal, is_definition_id, is_field_name, is_type_name};

/// How a value is made.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// What is done with the entries.
    pub kind: Kind,
    /// Which entries by their date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
    /// The indicator's first day; the plan's first day in force when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Day>,
    /// The types it draws on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<Source>,
    /// `latest` only: the latest of each key, added up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<String>,
    /// `share` only: the indicator above the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// `share` only: the indicator below the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whole: Option<String>,
    /// `distinct` only: what all entries of one key together must meet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub having: Option<Condition>,
}

/// The field at which a path begins.
pub fn root_of(path: &str) -> &str {
    path.split_once('.').map_or(path, |(root, _)| root)
}

impl Rule {
    /// The paths that it reads of activities of a type, the names of fields
    /// among them.
    pub fn paths<'a>(&'a self, source: &'a Source) -> impl Iterator<Item = &'a str> {
        let own = [&source.field, &source.key, &self.per].into_iter().flatten().map(String::as_str);
        let tests = source.conditions.iter().chain(&self.having).map(|it| it.path.as_str());
        own.chain(tests)
    }

    /// Whether it asks anything of what it draws on.
    pub fn has_conditions(&self) -> bool {
        self.from.iter().any(|source| !source.conditions.is_empty())
    }

    /// The window that it names, or that of its kind.
    pub fn own_window(&self) -> Window {
        self.window.unwrap_or(if self.kind.is_state() { Window::State } else { Window::Cumulative })
    }

    /// Whether a share by this rule may be made of what another counts: their
    /// windows are the same.
    pub fn has_window_of(&self, part: &Self) -> bool {
        let part = part.own_window();
        self.window.map_or(matches!(part, Window::State | Window::Cumulative), |own| own == part)
    }

    /// The first of its members that a rule of its kind does not read: written
    /// all the same, it would be ignored without a word.
    pub fn idle_member(&self) -> Option<&'static str> {
        let kind = self.kind;
        let is_state = kind.is_state();
        let since = self.since.is_some() && !matches!(self.window, None | Some(Window::Cumulative));
        let key = self.from.iter().any(|source| source.key.is_some());
        let field = self.from.iter().any(|source| source.field.is_some());
        let idle = [
            ("since", self.since.is_some() && (is_state || kind == Kind::Share) || since),
            // A share has the window of its parts, which are not known here.
            (
                "window",
                kind != Kind::Share && self.window.is_some_and(|it| is_state != (it == Window::State)),
            ),
            ("per", self.per.is_some() && kind != Kind::Latest),
            ("part", self.part.is_some() && kind != Kind::Share),
            ("whole", self.whole.is_some() && kind != Kind::Share),
            ("having", self.having.is_some() && kind != Kind::Distinct),
            ("key", key && kind != Kind::Distinct),
            ("from", !self.from.is_empty() && kind == Kind::Share),
            ("field", field && matches!(kind, Kind::Distinct | Kind::Narrative)),
        ];
        idle.into_iter().find_map(|(name, is_idle)| is_idle.then_some(name))
    }

    /// Whether its paths, types and numbers are spelled as format 1 has them.
    pub(super) fn is_sound(&self) -> bool {
        let sources = self.from.iter().all(|source| {
            is_type_name(&source.kind)
                && source.field.as_deref().is_none_or(is_field_name)
                && source.key.as_deref().is_none_or(is_path)
                && source.conditions.iter().all(Condition::is_sound)
        });
        let parts = [&self.part, &self.whole];
        sources
            && self.per.as_deref().is_none_or(is_path)
            && self.having.as_ref().is_none_or(Condition::is_sound)
            && parts.into_iter().flatten().all(|id| is_definition_id(id))
    }
}

/// Whether the text is a field, or an attribute of what a field names.
fn is_path(text: &str) -> bool {
    let mut steps = text.splitn(2, '.');
    steps.all(is_field_name)
}

/// What is done with the entries.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// How many, or the sum of a count field.
    Count,
    /// The sum of a money or number field.
    Sum,
    /// How many different keys.
    Distinct,
    /// The value of the latest.
    Latest,
    /// One indicator over another, in percent.
    Share,
    /// The largest value of a field.
    Max,
    /// The mean of a field.
    Mean,
    /// 1 when a dated yes/no fact is yes.
    Attained,
    /// Words and links, no number.
    Narrative,
}

impl Kind {
    /// Whether it tells the state at a date and adds nothing up.
    pub const fn is_state(self) -> bool {
        matches!(self, Self::Latest | Self::Attained)
    }

    /// The stored word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Sum => "sum",
            Self::Distinct => "distinct",
            Self::Latest => "latest",
            Self::Share => "share",
            Self::Max => "max",
            Self::Mean => "mean",
            Self::Attained => "attained",
            Self::Narrative => "narrative",
        }
    }

    /// Whether a reported total leaves a remainder, so that items under it
    /// count too.
    pub const fn adds_up(self) -> bool {
        matches!(self, Self::Count | Self::Sum)
    }

    /// Whether a share can be made of such an indicator: never of another
    /// share, so that none is made of itself.
    pub const fn is_a_part(self) -> bool {
        !matches!(self, Self::Share | Self::Narrative)
    }

    /// Whether its items can contradict a reported total.
    pub const fn can_contradict(self) -> bool {
        matches!(self, Self::Count | Self::Sum | Self::Distinct)
    }
}

/// Which entries by their counting date.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Window {
    /// From the indicator's first day to the date asked for.
    Cumulative,
    /// Within the fiscal year that holds the date, up to it.
    FiscalYear,
    /// Opened by the date and not closed between.
    Open,
    /// The state at the date.
    State,
}

impl Window {
    /// The stored word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Cumulative => "cumulative",
            Self::FiscalYear => "fiscalyear",
            Self::Open => "open",
            Self::State => "state",
        }
    }
}

/// One type that an indicator draws on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The activity type.
    #[serde(rename = "type")]
    pub kind: String,
    /// The field that is added, compared or read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// `distinct` only: the path of the key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// What an entry must meet, all of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty", rename = "where")]
    pub conditions: Vec<Condition>,
}

impl Source {
    /// The path of the keys, where the rule tells keys apart.
    pub fn key_path(&self) -> &str {
        self.key.as_deref().unwrap_or("subject")
    }
}

/// A test of what stands at a path.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "WrittenCondition", into = "WrittenCondition")]
pub struct Condition {
    /// A field, `field.attribute` of what a reference names, `subject` or
    /// `subject.attribute`.
    pub path: String,
    /// What must hold there.
    pub test: Test,
}

impl Condition {
    fn is_sound(&self) -> bool {
        let test = match &self.test {
            Test::Min(number) | Test::Max(number) => is_decimal(number),
            Test::List(list) | Test::NotList(list) => is_definition_id(list),
            Test::Is(_) | Test::IsNot(_) | Test::AtLeast(_) | Test::Yes(_) => true,
        };
        is_path(&self.path) && test
    }
}

/// What must hold of the values at a path.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Test {
    /// One of them is one of these words.
    Is(Vec<String>),
    /// None of them is one of these words.
    IsNot(Vec<String>),
    /// One of them is a member of the list.
    List(String),
    /// None of them is a member of the list.
    NotList(String),
    /// There are at least so many different ones.
    AtLeast(u32),
    /// The number is no smaller.
    Min(String),
    /// The number is no larger.
    Max(String),
    /// The truth value is this.
    Yes(bool),
}

/// What a condition is made of.
pub(super) const CONDITION: &str =
    "a condition has `path` and exactly one of is, isnot, list, notlist, atleast, min, max, yes";

/// A condition as it is written, one key for each test.
#[derive(Clone, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct WrittenCondition {
    path: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    is: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    isnot: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    list: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    notlist: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    atleast: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    min: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    max: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    yes: Option<bool>,
}

impl TryFrom<WrittenCondition> for Condition {
    type Error = &'static str;

    fn try_from(written: WrittenCondition) -> Result<Self, Self::Error> {
        if written.is.as_ref().or(written.isnot.as_ref()).is_some_and(Vec::is_empty) {
            return Err("`is` and `isnot` name at least one word");
        }
        let tests = [
            written.is.map(Test::Is),
            written.isnot.map(Test::IsNot),
            written.list.map(Test::List),
            written.notlist.map(Test::NotList),
            written.atleast.map(Test::AtLeast),
            written.min.map(Test::Min),
            written.max.map(Test::Max),
            written.yes.map(Test::Yes),
        ];
        let mut given = tests.into_iter().flatten();
        match (given.next(), given.next()) {
            (Some(test), None) => Ok(Self { path: written.path, test }),
            _ => Err(CONDITION),
        }
    }
}

impl From<Condition> for WrittenCondition {
    fn from(condition: Condition) -> Self {
        let mut written = Self { path: condition.path, ..Self::default() };
        match condition.test {
            Test::Is(words) => written.is = Some(words),
            Test::IsNot(words) => written.isnot = Some(words),
            Test::List(list) => written.list = Some(list),
            Test::NotList(list) => written.notlist = Some(list),
            Test::AtLeast(number) => written.atleast = Some(number),
            Test::Min(number) => written.min = Some(number),
            Test::Max(number) => written.max = Some(number),
            Test::Yes(truth) => written.yes = Some(truth),
        }
        written
    }
}
