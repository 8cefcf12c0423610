//! `--new KIND`: bodies that an activity names and the register lacks are
//! registered with it.

use super::Problem;
use super::entry::{field_of, today};
use super::register::{kind_of, new_id};
use crate::event::{BodyId, BodyKind, MAX_NAME, Period, clean_line};
use crate::exchange::{BodyError, Setting, typed_body};
use crate::figures::State;
use crate::ledger::Command;
use crate::plan::{ActivityType, BodyFact, FieldKind, Register, Words, same_names};

/// The register as it will be, and the commands that make it so.
pub(super) struct Newcomers<'a> {
    state: &'a State,
    kind: Option<BodyKind>,
    /// The register with the bodies that are new.
    pub register: Register,
    /// Their registrations.
    pub commands: Vec<Command>,
}

impl<'a> Newcomers<'a> {
    /// None so far; without a kind there will be none.
    pub(super) fn new(state: &'a State, kind: Option<&str>) -> Result<Self, Problem> {
        let kind = kind.map(kind_of).transpose()?;
        Ok(Self { state, kind, register: state.register().clone(), commands: vec![] })
    }

    /// Makes what the references among typed fields name and the register
    /// lacks.
    pub(super) fn of_fields(&mut self, kind: &ActivityType, typed: &[String]) -> Result<(), Problem> {
        let Some(wanted) = self.kind else { return Ok(()) };
        for (name, text) in typed.iter().filter_map(|pair| pair.split_once('=')) {
            let field = field_of(kind, name)?;
            if field.kind != FieldKind::Reference || !field.may_refer(wanted) {
                continue;
            }
            let values: Vec<&str> = if field.many { text.split(';').collect() } else { vec![text] };
            for value in values {
                self.make(wanted, value, &field.refers)?;
            }
        }
        Ok(())
    }

    /// The body that people call so, made when the register lacks it.
    pub(super) fn body(&mut self, typed: &str) -> Result<BodyId, Problem> {
        if let Some(kind) = self.kind {
            self.make(kind, typed, &[])?;
        }
        let setting = Setting::in_register(self.state, Some(today(self.state)), &self.register);
        typed_body(typed, &[], &setting).map_err(Problem::Body)
    }

    fn make(&mut self, kind: BodyKind, typed: &str, refers: &[String]) -> Result<(), Problem> {
        let setting = Setting::in_register(self.state, Some(today(self.state)), &self.register);
        if !matches!(typed_body(typed, refers, &setting), Err(BodyError::Unknown { .. })) {
            return Ok(());
        }
        let name = clean_line(typed, MAX_NAME)?;
        let near = same_names(&self.register, kind, &name);
        if !near.is_empty() {
            return Err(Problem::LikeNames { typed: name, near });
        }
        let body = new_id(&self.register, kind, &name)?;
        let fact = BodyFact { name: Some(Words::both(&name)), ..BodyFact::default() };
        self.register.registered(body.clone(), self.state.size(), fact.clone());
        let occurred = Period::on(today(self.state));
        self.commands.push(Command::Register { body, occurred, fact });
        Ok(())
    }
}
