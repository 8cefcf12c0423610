//! Whether a plan makes sense: what its rules name exists, and may be read.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    ActivityType, Closes, Condition, Field, FieldKind, FileGroup, Indicator, Kind, Number, Place, PlanHead,
    PlanProblem, PlanTrouble, Rule, Source, Status, Test, nearest_field, nearest_type,
};
use crate::event::{is_definition_id, is_type_name, is_word};

/// What a plan file may name beside what it defines itself.
pub struct Surroundings<'a> {
    /// Types of the ledger and of all files read with this one.
    pub types: Vec<&'a ActivityType>,
    /// Ids of lists.
    pub lists: BTreeSet<&'a str>,
    /// Indicators by id, with what their rules do.
    pub indicators: BTreeMap<&'a str, Kind>,
    /// How long the name of a type can be under the ledger's prefix.
    pub room: usize,
}

/// All that makes no sense in one file.
pub fn check(head: &PlanHead, around: &Surroundings<'_>) -> Vec<PlanProblem> {
    let mut checker = Checker { around, place: Place::new(), problems: vec![] };
    for (index, list) in head.list.iter().enumerate() {
        checker.at(["list", &index.to_string()], |it| {
            it.id(&list.id);
            it.unless(!list.members.is_empty(), || PlanTrouble::NoMembers(list.id.clone()));
        });
    }
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
            checker.at(["approval", &index.to_string()], |it| it.unknown_type(kind));
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

    fn tell(&mut self, trouble: PlanTrouble) {
        self.problems.push(PlanProblem { place: self.place.clone(), trouble });
    }

    fn unless(&mut self, sound: bool, trouble: impl FnOnce() -> PlanTrouble) {
        if !sound {
            self.tell(trouble());
        }
    }

    fn unknown_type(&mut self, kind: &str) {
        let near = nearest_type(kind, self.around.types.iter().copied());
        self.tell(PlanTrouble::UnknownType { kind: kind.to_owned(), near });
    }

    fn unknown_field(&mut self, kind: &ActivityType, field: &str) {
        let near = nearest_field(kind, field);
        self.tell(PlanTrouble::UnknownField { kind: kind.id.clone(), field: field.to_owned(), near });
    }

    fn id(&mut self, id: &str) {
        if !is_definition_id(id) {
            self.at(["id"], |it| it.tell(PlanTrouble::Id(id.to_owned())));
        }
    }

    fn kind(&mut self, kind: &ActivityType) {
        if !is_type_name(&kind.id) {
            self.at(["id"], |it| it.tell(PlanTrouble::TypeName(kind.id.clone())));
        } else if kind.id.len() > self.around.room {
            let (typed, room) = (kind.id.clone(), self.around.room);
            self.at(["id"], |it| it.tell(PlanTrouble::LongTypeName { typed, room }));
        }
        let mut names = BTreeSet::new();
        for (index, field) in kind.fields.iter().enumerate() {
            let twice = !names.insert(field.name.as_str());
            self.at(["field", &index.to_string()], |it| it.field(field, twice));
        }
        if let Some(name) = &kind.countson
            && !kind.field(name).is_some_and(Field::is_one_date)
        {
            self.at(["countson"], |it| it.tell(PlanTrouble::NotADate(name.clone())));
        }
        if let Some(closes) = &kind.closes {
            self.at(["closes"], |it| it.closes(kind, closes));
        }
    }

    fn closes(&mut self, kind: &ActivityType, closes: &Closes) {
        let stranger = closes.keys.iter().find(|key| kind.field(key).is_none());
        if !self.around.types.iter().any(|known| known.id == closes.kind) {
            self.unknown_type(&closes.kind);
        } else if let Some(key) = stranger {
            self.unknown_field(kind, key);
        } else {
            self.unless(!closes.keys.is_empty(), || PlanTrouble::NoKeys);
        }
    }

    fn field(&mut self, field: &Field, twice: bool) {
        let bad_word = field.choices.iter().find(|choice| !is_word(&choice.word));
        let name = || field.name.clone();
        if twice {
            self.tell(PlanTrouble::FieldTwice(name()));
        } else if !field.is_named() {
            self.tell(PlanTrouble::FieldName(name()));
        } else if field.kind == FieldKind::Choice && field.choices.is_empty() {
            self.tell(PlanTrouble::NoChoices(name()));
        } else if let Some(choice) = bad_word {
            self.tell(PlanTrouble::ChoiceWord(choice.word.clone()));
        }
    }

    fn groups(&mut self, groups: &[FileGroup]) {
        for (index, group) in groups.iter().enumerate() {
            self.at(["group", &index.to_string()], |it| {
                it.id(&group.id);
                it.unless(!group.indicator.is_empty(), || PlanTrouble::NoRows(group.id.clone()));
                it.indicators(&group.indicator);
                let rows: BTreeSet<&str> = group.indicator.iter().map(|row| row.id.as_str()).collect();
                let stranger = group.mean.iter().flatten().find(|id| !rows.contains(id.as_str()));
                if let Some(id) = stranger {
                    it.at(["mean"], |it| it.tell(PlanTrouble::NotARow(id.clone())));
                }
            });
        }
    }

    fn indicators(&mut self, indicators: &[Indicator]) {
        for (index, indicator) in indicators.iter().enumerate() {
            self.at(["indicator", &index.to_string()], |it| {
                it.id(&indicator.id);
                it.at(["rule"], |it| it.rule(indicator, &indicator.rule));
                let in_words = indicator.rule.kind == Kind::Narrative && indicator.target.is_some();
                it.unless(!in_words, || PlanTrouble::TargetInWords(indicator.id.clone()));
                for (key, number) in [("target", &indicator.target), ("baseline", &indicator.baseline)] {
                    if let Some(number) = number {
                        it.decimals(key, number, indicator.decimals);
                    }
                }
            });
        }
    }

    fn decimals(&mut self, key: &'static str, number: &Number, decimals: u32) {
        if !number.exact().has_decimals(decimals) {
            let number = number.as_str().to_owned();
            self.at([key], |it| it.tell(PlanTrouble::TooFine { key, number, decimals }));
        }
    }

    fn rule(&mut self, indicator: &Indicator, rule: &Rule) {
        if let Some(key) = rule.idle_member() {
            self.tell(PlanTrouble::Idle { key, kind: rule.kind });
        }
        if rule.kind == Kind::Share {
            for (key, id) in [("part", &rule.part), ("whole", &rule.whole)] {
                match id {
                    None => self.tell(PlanTrouble::ShareLacks(key)),
                    Some(id) => self.at([key], |it| it.part(id)),
                }
            }
            return;
        }
        // Without a type only reported totals count, which a reader is told.
        let is_reported = matches!(rule.kind, Kind::Latest | Kind::Sum)
            && indicator.status == Status::Supposed
            && indicator.words.is_some();
        if rule.from.is_empty() && !is_reported {
            self.tell(PlanTrouble::NoSource);
        }
        if rule.having.as_ref().is_some_and(|it| matches!(it.test, Test::Min(_) | Test::Max(_))) {
            self.at(["having"], |it| it.tell(PlanTrouble::NumberOfKey));
        }
        for (index, source) in rule.from.iter().enumerate() {
            self.at(["from", &index.to_string()], |it| it.source(indicator, rule, source));
        }
    }

    /// What a share is made of is no share itself, so that none is made of
    /// itself.
    fn part(&mut self, id: &str) {
        match self.around.indicators.get(id) {
            None => self.tell(PlanTrouble::UnknownIndicator(id.to_owned())),
            Some(kind) => self.unless(kind.is_a_part(), || PlanTrouble::NoPart(id.to_owned())),
        }
    }

    fn source(&mut self, indicator: &Indicator, rule: &Rule, source: &Source) {
        let Some(kind) = self.around.types.iter().copied().find(|known| known.id == source.kind) else {
            self.at(["type"], |it| it.unknown_type(&source.kind));
            return;
        };
        self.number(indicator, rule.kind, kind, source);
        if rule.kind == Kind::Distinct {
            match &source.key {
                Some(path) => self.at(["key"], |it| it.path(kind, path)),
                None => self.tell(PlanTrouble::NoKey),
            }
        }
        rule.per.iter().for_each(|path| self.path(kind, path));
        if let Some(having) = &rule.having {
            self.at(["having"], |it| it.condition(kind, having));
        }
        for (index, condition) in source.conditions.iter().enumerate() {
            self.at(["where", &index.to_string()], |it| it.condition(kind, condition));
        }
    }

    fn number(&mut self, indicator: &Indicator, rule: Kind, kind: &ActivityType, source: &Source) {
        let Some(name) = &source.field else {
            if matches!(rule, Kind::Sum | Kind::Latest | Kind::Max | Kind::Mean | Kind::Attained) {
                self.tell(PlanTrouble::NoField(rule));
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
            let (field, currency) = (name.clone(), indicator.currency.clone());
            self.at(["field"], |it| match found {
                None => it.unknown_field(kind, name),
                Some(holds) => it.tell(PlanTrouble::WrongField { rule, field, holds, currency }),
            });
        }
    }

    fn condition(&mut self, kind: &ActivityType, condition: &Condition) {
        self.at(["path"], |it| it.path(kind, &condition.path));
        let list = match &condition.test {
            Test::List(list) | Test::NotList(list) => Some(list),
            _ => None,
        };
        if let Some(list) = list.filter(|list| !self.around.lists.contains(list.as_str())) {
            self.tell(PlanTrouble::UnknownList(list.clone()));
        }
        let (Test::Is(words) | Test::IsNot(words)) = &condition.test else { return };
        let Some(field) = kind.field(&condition.path).filter(|field| field.kind == FieldKind::Choice) else {
            return;
        };
        let stranger = words.iter().find(|word| !field.choices.iter().any(|choice| choice.word == **word));
        if let Some(word) = stranger {
            let (word, name) = (word.clone(), field.name.clone());
            self.tell(PlanTrouble::NotAChoice { word, field: name, choices: field.choices.clone() });
        }
    }

    fn path(&mut self, kind: &ActivityType, path: &str) {
        let (root, attribute) = path.split_once('.').map_or((path, None), |(root, rest)| (root, Some(rest)));
        if root == "subject" {
            return;
        }
        match kind.field(root).map(|field| field.kind) {
            None => self.unknown_field(kind, root),
            Some(FieldKind::Sealed) => self.tell(PlanTrouble::Sealed(root.to_owned())),
            Some(found) if attribute.is_some() && found != FieldKind::Reference => {
                self.tell(PlanTrouble::NoReference { field: root.to_owned(), path: path.to_owned() });
            }
            Some(_) => {}
        }
    }
}
