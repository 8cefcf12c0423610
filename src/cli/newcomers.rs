//! `--new KIND`, perhaps several times: bodies that an activity names and the
//! register lacks are registered with it.

use super::Problem;
use super::context::Context;
use super::entry::{field_of, today};
use super::register::{distinct, kind_of, new_id};
use crate::event::{BodyId, BodyKind, MAX_NAME, Period, clean_line};
use crate::exchange::{BodyError, Remedy, Setting, typed_body};
use crate::figures::State;
use crate::ledger::Command;
use crate::plan::{ActivityType, BodyFact, FieldKind, Register, Words};

/// The register as it will be, and the commands that make it so.
pub(super) struct Newcomers<'a> {
    context: &'a Context,
    state: &'a State,
    kinds: Vec<BodyKind>,
    /// The register with the bodies that are new.
    pub register: Register,
    /// Their registrations.
    pub commands: Vec<Command>,
}

impl<'a> Newcomers<'a> {
    /// None so far; without a kind there will be none.
    pub(super) fn new(context: &'a Context, state: &'a State, kinds: &[String]) -> Result<Self, Problem> {
        let kinds: Vec<BodyKind> = kinds.iter().map(|kind| kind_of(kind)).collect::<Result<_, _>>()?;
        Ok(Self { context, state, kinds, register: state.register().clone(), commands: vec![] })
    }

    /// What typed values are read by: the register as it will be.
    pub(super) fn setting(&self) -> Setting<'_> {
        let setting = Setting::in_register(self.state, Some(today(self.state)), &self.register);
        setting.with(Remedy::New).opening(|| self.context.persons(self.state))
    }

    /// Makes what the references among typed fields name and the register
    /// lacks.
    pub(super) fn of_fields(&mut self, kind: &ActivityType, typed: &[String]) -> Result<(), Problem> {
        if self.kinds.is_empty() {
            return Ok(());
        }
        for (name, text) in typed.iter().filter_map(|pair| pair.split_once('=')) {
            let field = field_of(kind, name)?;
            if field.kind != FieldKind::Reference {
                continue;
            }
            let values: Vec<&str> = if field.many { text.split(';').collect() } else { vec![text] };
            for value in values {
                self.make(value, &field.refers)?;
            }
        }
        Ok(())
    }

    /// The body that people call so, made when the register lacks it.
    pub(super) fn body(&mut self, typed: &str) -> Result<BodyId, Problem> {
        self.make(typed, &[])?;
        typed_body(typed, &[], &self.setting()).map_err(Problem::Body)
    }

    /// Makes what the register lacks, of the one kind asked for that may stand
    /// here; which of two is meant is not ours to choose.
    fn make(&mut self, typed: &str, refers: &[String]) -> Result<(), Problem> {
        if !matches!(typed_body(typed, refers, &self.setting()), Err(BodyError::Unknown { .. })) {
            return Ok(());
        }
        let fits = |kind: &&BodyKind| refers.is_empty() || refers.iter().any(|word| word == kind.word());
        let kind = match self.kinds.iter().filter(fits).collect::<Vec<_>>().as_slice() {
            [] => return Ok(()),
            [kind] => **kind,
            _ => return Err(Problem::WhichKind(typed.trim().to_owned())),
        };
        let name = clean_line(typed, MAX_NAME)?;
        distinct(&self.register, &self.context.persons(self.state), kind, &name)?;
        let body = new_id(&self.register, kind, &name)?;
        let fact = BodyFact { name: Some(Words::both(&name)), ..BodyFact::default() };
        self.register.registered(body.clone(), self.state.size(), fact.clone());
        let occurred = Period::on(today(self.state));
        self.commands.push(Command::Register { body, occurred, fact });
        Ok(())
    }
}
