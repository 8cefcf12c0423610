//! A ledger in which a command writes: opened here, or lent by the server that
//! holds it.

use super::Problem;
use super::context::Context;
use crate::figures::State;
use crate::ledger::{AllRefused, Alone, Command, Committed, Desk, LogError, Receipt, Writer};
use crate::web::Office;

/// A ledger that is open.
pub(super) enum Held<'a> {
    /// Opened here: no other process writes meanwhile.
    Own(Box<Desk>),
    /// Lent by the server: nobody else writes meanwhile.
    Alone(Alone<'a>),
    /// Lent by the server beside whoever else writes, as it was last seen. What is
    /// asked is decided on the ledger as it is by then.
    Shared(&'a Office, Box<Committed>),
}

impl<'a> Held<'a> {
    /// What a server lends.
    pub(super) fn shared(office: &'a Office) -> Self {
        Self::Shared(office, Box::new(office.committed()))
    }

    /// The ledger, where it was opened here.
    pub(super) fn into_own(self) -> Result<Desk, Problem> {
        match self {
            Self::Own(desk) => Ok(*desk),
            _ => Err(LogError::Held { pid: None, since: None }.into()),
        }
    }

    /// What its entries say.
    pub(super) fn state(&self) -> &State {
        match self {
            Self::Own(desk) => desk.state(),
            Self::Alone(desk) => desk.state(),
            Self::Shared(_, seen) => seen.state(),
        }
    }

    /// One entry as it is stored.
    pub(super) fn line(&self, sequence: u64) -> Result<Option<Vec<u8>>, LogError> {
        match self {
            Self::Own(desk) => desk.line(sequence),
            Self::Alone(desk) => desk.line(sequence),
            Self::Shared(_, seen) => seen.line(sequence),
        }
    }

    /// Does what is asked, or refuses.
    pub(super) fn execute(&mut self, context: &Context, command: Command) -> Result<Vec<Receipt>, Problem> {
        let writer = context.writer()?;
        let Writer { author, now, accept_clock } = writer;
        let done = match self.desk_or_office() {
            Ok(desk) => desk.execute(command, author, now, accept_clock, &mut Context::new_id),
            Err(office) => office.execute(command, writer),
        };
        self.look_again();
        Ok(done?)
    }

    /// Does all that is asked or nothing, and says which of it is refused.
    pub(super) fn execute_all(
        &mut self,
        context: &Context,
        commands: Vec<Command>,
    ) -> Result<Result<Vec<Receipt>, AllRefused>, Problem> {
        let writer = context.writer()?;
        let Writer { author, now, accept_clock } = writer;
        let done = match self.desk_or_office() {
            Ok(desk) => desk.execute_all(commands, author, now, accept_clock, &mut Context::new_id),
            Err(office) => office.execute_all(commands, writer),
        };
        self.look_again();
        Ok(done)
    }

    /// The ledger itself, where nobody else writes meanwhile.
    pub(super) fn desk(&mut self) -> Result<&mut Desk, Problem> {
        self.desk_or_office().map_err(|_| LogError::Held { pid: None, since: None }.into())
    }

    /// What is written in: the ledger itself, or the server's beside others.
    fn desk_or_office(&mut self) -> Result<&mut Desk, &Office> {
        match self {
            Self::Own(desk) => Ok(desk),
            Self::Alone(desk) => Ok(desk),
            Self::Shared(office, _) => Err(office),
        }
    }

    fn look_again(&mut self) {
        if let Self::Shared(office, seen) = self {
            **seen = office.committed();
        }
    }
}
