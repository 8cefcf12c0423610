//! Why a table cannot be read.

use crate::event::{Day, TextError};
use crate::exchange::{
    AttributeError, CsvTrouble, FieldTrouble, Spot, TypeError, TypedError, WorkbookTrouble,
};
use crate::plan::{Near, Words};

/// Why a place of a table cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{spot}: {trouble}")]
pub struct TableError {
    /// Where.
    pub spot: Spot,
    /// What is wrong there.
    pub trouble: TableTrouble,
}

/// What is wrong at a place of a table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableTrouble {
    /// The file is not CSV.
    #[error(transparent)]
    Csv(#[from] CsvTrouble),
    /// The file is no workbook that can be read.
    #[error(transparent)]
    Workbook(#[from] WorkbookTrouble),
    /// A cell that holds nothing that can be read.
    #[error(transparent)]
    Fault(#[from] CellFault),
    /// A text that cannot be kept.
    #[error(transparent)]
    Text(#[from] TextError),
    /// More lines than one import takes.
    #[error("the file has more than {limit} rows")]
    Rows {
        /// Rows that there may be.
        limit: usize,
    },
    /// No column says the type, and neither does the command.
    #[error("no column “type”, and no --type")]
    NoType,
    /// Both a column and the command say the type.
    #[error("both the column “{head}” and --type say the type; leave one out")]
    TypeTwice {
        /// The head.
        head: String,
    },
    /// A sheet without a row that names columns.
    #[error("no row of the sheet names the columns of activities or of published totals")]
    NoHeads,
    /// No sheet of a workbook has a row that names a column which is looked for.
    #[error("no row of any sheet names the columns that are looked for")]
    NoListHeads,
    /// A head that names nothing.
    #[error("“{head}” is no column known here; nearest: {}", near.join(", "))]
    Head {
        /// The head.
        head: String,
        /// The heads most like it.
        near: Vec<String>,
    },
    /// A head of two meanings.
    #[error("“{head}” can be the column “{column}” or the field “{field}”: write {column} or fields.{field}")]
    HeadTwoMeanings {
        /// The head.
        head: String,
        /// The column that every activity has.
        column: &'static str,
        /// The field of the type.
        field: String,
    },
    /// A head of which it is said what it means, and that no table has.
    #[error("no column is called “{head}”")]
    SaidHead {
        /// The head.
        head: String,
    },
    /// Two columns of one meaning.
    #[error("the column “{head}” stands twice")]
    HeadTwice {
        /// The head.
        head: String,
    },
    /// A column that a file of totals must have.
    #[error("a file of published totals needs the column “{head}”")]
    NoColumn {
        /// Its head.
        head: &'static str,
    },
    /// A cell under no head: in CSV perhaps what follows a decimal comma.
    #[error("“{typed}” stands under no head")]
    NoHead {
        /// What is written there.
        typed: String,
        /// Whether the table is a sheet of a workbook.
        in_sheet: bool,
    },
    /// A type that is not in the catalogue.
    #[error(transparent)]
    Type(#[from] TypeError),
    /// A cell that must not be empty.
    #[error("“{head}” is empty")]
    EmptyCell {
        /// The head of its column; the column's name where the file has none.
        head: String,
    },
    /// A field that the type requires.
    #[error("“{kind}” requires “{field}”")]
    Missing {
        /// The type.
        kind: String,
        /// The field's name.
        field: String,
        /// The field's label.
        label: Words,
    },
    /// Both `on` and `occurredfrom` or `occurredto`.
    #[error("the date stands twice: in “{}”", heads.join("” and in “"))]
    DateTwice {
        /// The heads of both columns.
        heads: [String; 2],
    },
    /// The last day lies before the first.
    #[error("it ends ({to}) before it begins ({from})")]
    EndBeforeStart {
        /// The first day.
        from: Day,
        /// The last day.
        to: Day,
    },
    /// A cell of a column that every activity has.
    #[error("{head}: {error}")]
    Cell {
        /// The head of its column.
        head: String,
        /// What is wrong with it.
        error: TypedError,
    },
    /// What is measured has an indicator and another name.
    #[error("“{typed}” is another name of what the indicator says already; leave one out")]
    TwoNames {
        /// The other name.
        typed: String,
    },
    /// A number in place of a date, which is the serial of a day.
    #[error("{head}: “{typed}” is the number by which spreadsheets count {day}")]
    Serial {
        /// The head of its column.
        head: String,
        /// What is written there.
        typed: String,
        /// The day.
        day: Day,
    },
    /// A cell of a field.
    #[error("{head}: {trouble}")]
    Field {
        /// The head of its column.
        head: String,
        /// What is wrong with it.
        trouble: FieldTrouble,
    },
    /// Not the id of an entry.
    #[error("“{typed}” is not an entry's id (a UUID in lower case)")]
    Id {
        /// What is written there.
        typed: String,
    },
    /// A citation whose source is not named.
    #[error("a citation without its source: write it under “{head}”")]
    NoSource {
        /// The head of its column; the column's name where the file has none.
        head: String,
    },
    /// None of the words for what the recorder had in hand.
    #[error("“{typed}” is none of: firsthand, document, report")]
    Basis {
        /// What is written there.
        typed: String,
    },
    /// No kind of body is called so.
    #[error("“{typed}” is none of: organisation, project, deliverable, person")]
    BodyKind {
        /// What is written there.
        typed: String,
    },
    /// Not the id of a body, or one of another kind than the line says.
    #[error("“{typed}” is no id of such a body")]
    BodyId {
        /// What is written there.
        typed: String,
    },
    /// No id can be made of a name.
    #[error("no id can be made of “{typed}”")]
    NoBodyId {
        /// The name.
        typed: String,
    },
    /// What is known of a body is not a value of its column.
    #[error("{head}: {error}")]
    Attribute {
        /// The head of its column.
        head: String,
        /// What is wrong with it.
        error: Box<AttributeError>,
    },
    /// A new name is like that of bodies that are there.
    #[error("the register has a name like “{typed}” already")]
    LikeBody {
        /// The name.
        typed: String,
        /// The bodies.
        near: Vec<Near>,
    },
    /// A new name is like another one of the same files.
    #[error("“{typed}” is like “{other}” in {place}")]
    LikeRow {
        /// The name.
        typed: String,
        /// The other name.
        other: String,
        /// Where that stands.
        place: Box<Spot>,
    },
    /// A new name may be of several kinds.
    #[error("“{typed}” can be of more than one of the kinds that --new gives")]
    WhichKind {
        /// The name.
        typed: String,
    },
    /// A new person may be one of those whose names cannot be opened here.
    #[error("“{typed}” may be a person whose name is sealed")]
    ClosedNames {
        /// The name.
        typed: String,
        /// How many they are.
        closed: usize,
    },
    /// No sheet of the workbook is called so, or has this number.
    #[error("no sheet is called “{typed}”")]
    NoSheet {
        /// What was said.
        typed: String,
        /// The sheets that there are.
        known: Vec<String>,
    },
    /// No indicator is called so, or several.
    #[error("there is no indicator “{typed}”, or several")]
    Indicator {
        /// What is written there.
        typed: String,
        /// The indicators called so, or those most like it.
        near: Vec<Near>,
    },
}

/// What a spreadsheet shows in a cell in place of a value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CellFault {
    /// An error value, such as `#REF!`.
    #[error("the cell shows {0}")]
    Error(String),
    /// A formula whose value was not saved with it.
    #[error("the formula has no value in the file; open it in a spreadsheet and save it again")]
    NoValue,
    /// A number that is shown as a date and is none.
    #[error("{0} is shown as a date and is none")]
    Date(String),
}
