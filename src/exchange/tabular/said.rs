//! What people say of the tables of their files, beside what stands there.

/// Leaves a column out.
pub const LEFT_OUT: &str = "-";

/// Says that the rows of a table are bodies of the register.
pub const OF_REGISTER: &str = "jalon.register";

/// What people say that the tables of their files mean.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TablesSaid {
    /// Of columns, in whichever table they stand: the head, and the name of
    /// what it means.
    pub heads: Vec<(String, String)>,
    /// Of single tables.
    pub tables: Vec<TableSaid>,
}

/// What people say of one table.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TableSaid {
    /// Which sheet of its workbook, from 0; none where the file is the table.
    pub sheet: Option<usize>,
    /// Whether it is passed over.
    pub is_left: bool,
    /// The line on which its heads stand; 0 for the one that is found.
    pub line: usize,
    /// The type of all its rows, that of reported totals for those, or
    /// [`OF_REGISTER`]; an empty one where a column says it.
    pub holds: Option<String>,
    /// What columns mean: the place of each, from 0, and the name of what it
    /// means.
    pub columns: Vec<(usize, String)>,
}

impl TableSaid {
    /// The type of all its rows.
    pub(super) fn one(&self) -> Option<&str> {
        self.holds.as_deref().filter(|id| !id.is_empty())
    }
}

impl TablesSaid {
    /// What is said of a table.
    pub fn of(&self, sheet: Option<usize>) -> Option<&TableSaid> {
        self.tables.iter().find(|table| table.sheet == sheet)
    }
}

/// What names a column: its own head, or what is said in its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::exchange) struct Head<'a> {
    /// The name.
    pub text: &'a str,
    /// Whether it is said and does not stand in the file.
    pub is_said: bool,
}

impl Head<'_> {
    /// Whether it is said that the column is left out.
    pub(super) fn is_left_out(self) -> bool {
        self.is_said && self.text == LEFT_OUT
    }
}
