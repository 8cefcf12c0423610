//! Whether a plan makes sense: what its rules name exists, and may be read.

use std::collections::BTreeSet;

use super::{
    ActivityType, Condition, Field, FieldKind, FileGroup, Indicator, Kind, Place, PlanHead, Rule, Source,
    Test,
};
use crate::event::{is_definition_id, is_field_name, is_type_name, is_word};

/// Something in a plan that makes no sense, and where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlanProblem {
    /// The path of keys and indexes in the file.
    pub place: Place,
    /// What is wrong, and what to do.
    pub message: String,
}

/// What a plan file may name beside what it defines itself.
pub struct Surroundings<'a> {
    /// Types of the ledger and of all files read with this one.
    pub types: Vec<&'a ActivityType>,
    /// Ids of lists.
    pub lists: BTreeSet<&'a str>,
    /// Ids of indicators.
    pub indicators: BTreeSet<&'a str>,
}

/// All that makes no sense in one file.
pub fn check(head: &PlanHead, around: &Surroundings<'_>) -> Vec<PlanProblem> {
    let mut checker = Checker { around, place: Place::new(), problems: vec![] };
    for (index, kind) in head.types.iter().enumerate() {
        checker.at(["type", &index.to_string()], |it| it.kind(kind));
    }
    for (index, objective) in head.objective.iter().enumerate() {
        checker.at(["objective", &index.to_string()], |it| {
            it.id(&objective.id);
            it.groups(&objective.group);
        });
    }
    checker.groups(&head.group);
    checker.indicators(&head.indicator);
    for (index, kind) in head.approval.iter().enumerate() {
        if !around.types.iter().any(|known| known.id == *kind) {
            let message = format!("there is no activity type “{kind}”");
            checker.at(["approval", &index.to_string()], |it| it.tell(&message));
        }
    }
    checker.problems
}

struct Checker<'a> {
    around: &'a Surroundings<'a>,
    place: Place,
    problems: Vec<PlanProblem>,
}

impl Checker<'_> {
    fn at<const N: usize>(&mut self, steps: [&str; N], check: impl FnOnce(&mut Self)) {
        let depth = self.place.len();
        self.place.extend(steps.map(str::to_owned));
        check(self);
        self.place.truncate(depth);
    }

    fn tell(&mut self, message: &str) {
        self.problems.push(PlanProblem { place: self.place.clone(), message: message.to_owned() });
    }

    fn id(&mut self, id: &str) {
        if !is_definition_id(id) {
            self.at(["id"], |it| {
                it.tell(&format!("“{id}” is not an id: a-z, 0-9 and -, at most 64 characters"));
            });
        }
    }

    fn kind(&mut self, kind: &ActivityType) {
        if !is_type_name(&kind.id) {
            self.at(["id"], |it| it.tell(&format!("“{}” is not a type such as newsletter.sent", kind.id)));
        }
        let mut names = BTreeSet::new();
        for (index, field) in kind.fields.iter().enumerate() {
            let twice = !names.insert(field.name.as_str());
            self.at(["field", &index.to_string()], |it| it.field(field, twice));
        }
        if let Some(name) = &kind.countson
            && !kind.field(name).is_some_and(|field| field.kind == FieldKind::Date)
        {
            self.at(["countson"], |it| it.tell(&format!("“{name}” is not a date field of the type")));
        }
        if let Some(closes) = &kind.closes
            && !self.around.types.iter().any(|known| known.id == closes.kind)
        {
            self.at(["closes"], |it| it.tell(&format!("there is no activity type “{}”", closes.kind)));
        }
    }

    fn field(&mut self, field: &Field, twice: bool) {
        let bad_word = field.choices.iter().find(|choice| !is_word(&choice.word));
        let message = match field.kind {
            _ if twice => format!("the field “{}” stands twice", field.name),
            _ if !is_field_name(&field.name) || field.name == "subject" => {
                format!("“{}” is not a field name: a-z, 0-9 and _, not “subject”", field.name)
            }
            FieldKind::Choice if field.choices.is_empty() => "a choice needs its words".to_owned(),
            _ if bad_word.is_some() => "a choice word is a-z, 0-9, - and _".to_owned(),
            _ => return,
        };
        self.tell(&message);
    }

    fn groups(&mut self, groups: &[FileGroup]) {
        for (index, group) in groups.iter().enumerate() {
            self.at(["group", &index.to_string()], |it| {
                it.id(&group.id);
                it.indicators(&group.indicator);
                let rows: BTreeSet<&str> = group.indicator.iter().map(|row| row.id.as_str()).collect();
                let stranger = group.mean.iter().flatten().find(|id| !rows.contains(id.as_str()));
                if let Some(id) = stranger {
                    it.at(["mean"], |it| it.tell(&format!("“{id}” is not a row of the group")));
                }
            });
        }
    }

    fn indicators(&mut self, indicators: &[Indicator]) {
        for (index, indicator) in indicators.iter().enumerate() {
            self.at(["indicator", &index.to_string()], |it| {
                it.id(&indicator.id);
                it.at(["rule"], |it| it.rule(indicator, &indicator.rule));
            });
        }
    }

    fn rule(&mut self, indicator: &Indicator, rule: &Rule) {
        if rule.kind == Kind::Share {
            for (key, id) in [("part", &rule.part), ("whole", &rule.whole)] {
                let known = id.as_deref().is_some_and(|id| self.around.indicators.contains(id));
                if !known {
                    let id = id.as_deref().unwrap_or_default();
                    self.at([key], |it| {
                        it.tell(&format!("a share needs two indicators; there is no “{id}”"));
                    });
                }
            }
            return;
        }
        if rule.from.is_empty() {
            self.tell("a rule draws on at least one activity type (from)");
        }
        for (index, source) in rule.from.iter().enumerate() {
            self.at(["from", &index.to_string()], |it| it.source(indicator, rule, source));
        }
    }

    fn source(&mut self, indicator: &Indicator, rule: &Rule, source: &Source) {
        let Some(kind) = self.around.types.iter().copied().find(|known| known.id == source.kind) else {
            self.at(["type"], |it| it.tell(&format!("there is no activity type “{}”", source.kind)));
            return;
        };
        self.number(indicator, rule.kind, kind, source);
        if rule.kind == Kind::Distinct {
            match &source.key {
                Some(path) => self.at(["key"], |it| it.path(kind, path)),
                None => self.tell("distinct needs a key"),
            }
        }
        let inner = rule.per.iter().chain(rule.having.iter().map(|having| &having.path));
        inner.for_each(|path| self.path(kind, path));
        for (index, condition) in source.conditions.iter().enumerate() {
            self.at(["where", &index.to_string()], |it| it.condition(kind, condition));
        }
    }

    fn number(&mut self, indicator: &Indicator, rule: Kind, kind: &ActivityType, source: &Source) {
        let Some(name) = &source.field else {
            if matches!(rule, Kind::Sum | Kind::Latest | Kind::Max | Kind::Mean | Kind::Attained) {
                self.tell(&format!("{} needs a field", rule.word()));
            }
            return;
        };
        let found = kind.field(name).map(|field| field.kind);
        let fits = match (rule, found) {
            (Kind::Count, Some(found)) => found == FieldKind::Count,
            (Kind::Attained, Some(found)) => found == FieldKind::YesNo,
            (_, Some(FieldKind::Money)) => indicator.currency.is_some(),
            (_, Some(FieldKind::Count | FieldKind::Decimal)) => indicator.currency.is_none(),
            _ => false,
        };
        if !fits {
            let names: Vec<&str> = kind.fields.iter().map(|field| field.name.as_str()).collect();
            let message = match found {
                None => format!("“{}” has no field “{name}”; it has {}", kind.id, names.join(", ")),
                Some(_) => format!("the field “{name}” cannot give the value of a {} here", rule.word()),
            };
            self.at(["field"], |it| it.tell(&message));
        }
    }

    fn condition(&mut self, kind: &ActivityType, condition: &Condition) {
        self.at(["path"], |it| it.path(kind, &condition.path));
        let list = match &condition.test {
            Test::List(list) | Test::NotList(list) => Some(list),
            _ => None,
        };
        if let Some(list) = list.filter(|list| !self.around.lists.contains(list.as_str())) {
            self.tell(&format!("there is no list “{list}”"));
        }
        let (Test::Is(words) | Test::IsNot(words)) = &condition.test else { return };
        let Some(field) = kind.field(&condition.path).filter(|field| field.kind == FieldKind::Choice) else {
            return;
        };
        let stranger = words.iter().find(|word| !field.choices.iter().any(|choice| choice.word == **word));
        if let Some(word) = stranger {
            self.tell(&format!("“{word}” is not a choice of “{}”", field.name));
        }
    }

    fn path(&mut self, kind: &ActivityType, path: &str) {
        let (root, attribute) = path.split_once('.').map_or((path, None), |(root, rest)| (root, Some(rest)));
        if root == "subject" {
            return;
        }
        let message = match kind.field(root).map(|field| field.kind) {
            None => format!("“{}” has no field “{root}”", kind.id),
            Some(FieldKind::Sealed) => format!("the field “{root}” is sealed; no indicator may read it"),
            Some(found) if attribute.is_some() && found != FieldKind::Reference => {
                format!("“{root}” refers to nothing, so “{path}” has no meaning")
            }
            Some(_) => return,
        };
        self.tell(&message);
    }
}
