//! What the files of an import are read by.

use super::{Remedy, Setting, TablesSaid};
use crate::figures::State;
use crate::plan::{ActivityType, PersonNames, Register};

/// What the files of an import are read by.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The ledger's state.
    pub state: &'a State,
    /// Its register, or one in which bodies stand that are about to be
    /// registered.
    pub register: &'a Register,
    /// What opens the names of persons.
    pub open: &'a dyn Fn() -> PersonNames,
    /// What can be done about a body that the register lacks.
    pub remedy: Remedy,
    /// The type of the rows that nothing else says.
    pub kind: Option<&'a ActivityType>,
    /// What people say of tables.
    pub said: &'a TablesSaid,
}

impl<'a> Reader<'a> {
    /// What the meaning of typed values rests on.
    pub(super) fn setting(&self) -> Setting<'a> {
        Setting::in_register(self.state, None, self.register).with(self.remedy).opening(self.open)
    }
}
