//! What is decided by, apart from all that is decided of.

use super::State;

impl State {
    /// The catalogue, the register and all else that is decided by, without activities,
    /// reported totals, notes and imports: enough to decide what looks at none of
    /// them. It costs little, and does not change with the other.
    #[must_use]
    pub fn of_rules(&self) -> Self {
        Self {
            without_records: true,
            opened: self.opened.clone(),
            days: self.days.clone(),
            size: self.size,
            head: self.head,
            recorded: self.recorded,
            definitions: self.definitions.clone(),
            latest: self.latest.clone(),
            adoptions: self.adoptions.clone(),
            register: self.register.clone(),
            closing: self.closing.clone(),
            users: self.users.clone(),
            program: self.program.clone(),
            ..Self::default()
        }
    }
}
