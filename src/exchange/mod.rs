//! Other people's formats, in and out: files that people write, and the places
//! where they are wrong.
//!
//! ```text
//! JSON Lines ──read_jsonl──▶ Commands            each with its line
//! CSV, XLSX ──▶ tables ────▶ Commands            each with the places of its cells
//! drafts, texts ──Draft────▶ what is printed     tied to indicators where that is sure
//! name=value ──typed_value──▶ Json               what people type, never guessed
//! a folder of files ──Bundle──▶ lines of a log   ids and times are in the files
//! ```
//!
//! `exchange` knows no store and no clock, and decides nothing: what it reads
//! becomes commands, and the ledger says what of them may be.

mod adopt;
mod bundle;
mod csv;
mod draft;
mod encoding;
mod incoming;
mod jsonl;
mod outside;
mod paper;
mod settled;
mod spot;
mod tabular;
mod typed;
mod workbook;

pub use crate::plan::{folded, nearest};
pub use adopt::{
    Absence, AdoptError, AdoptSaid, AdoptTrouble, Ask, ColumnSaid, Differing, DiffersIn, Level, PlanWords,
    Role, SeenAbsent, SeenColumn, SeenGroup, SeenObjective, SeenPercent, SeenRow, SeenTarget, SeenTotal,
    Understood, Unread, Why, Years, adopted_plan, adopted_totals, column_said, level_said, target_said,
    understand,
};
pub use bundle::{Bundle, BundleError, Named, Part};
pub use csv::CsvTrouble;
pub use draft::{Draft, DraftError, Tied, read_draft};
pub use encoding::{EncodingError, EncodingTrouble};
pub use incoming::{
    AlikeName, ImportProblem, ImportRow, ImportSaid, ImportTrouble, Incoming, LineGroup, LineGroups, Looked,
    Remaining, RowPlaces, RowRead, Scouted, StreamedPlace, StreamedRow, all_problems, in_order,
    is_table_file, is_unsure, read_import, read_import_as, shorten, without_refused,
};
pub use jsonl::{ImportLine, JsonlError, LineTrouble, Refs, read_jsonl};
pub use outside::{OutsideRow, outside_setting, read_outside};
pub use paper::{Filled, Paper, PaperError, PaperRow, PaperTrouble, held_to, read_paper};
pub use settled::{SettleError, Settled, Unsettled, newly_used, settled, unsettled};
pub use spot::{SheetPlace, Spot, spot, spotted};
pub use tabular::{
    CellFault, Choice, ColumnLook, Holds, LEFT_OUT, Lack, LinePlace, LinesOf, Look, Meaning, OF_REGISTER,
    TableError, TableLines, TableLook, TableSaid, TableTrouble, TablesSaid, is_activity_column,
    is_body_column, is_like_a_formula, lines_at, look, marked,
};
pub use typed::{
    Amount, AmountError, AttributeError, BodyError, Calendar, DateError, FIELD_WORDS, FieldError,
    FieldTrouble, KnownAttributes, KnownError, NewFieldSaid, NewTypeError, NewTypeSaid, PersonError, Remedy,
    Setting, TypeError, TypedError, Unit, field_named, label_of_field, lacks_offset, name_of_field,
    printed_number, typed_amount, typed_attributes, typed_body, typed_date, typed_day, typed_fields,
    typed_known, typed_moment, typed_new_field, typed_new_type, typed_person, typed_total, typed_total_value,
    typed_type, typed_value, typed_words, typed_yes_no,
};
pub use workbook::{MAX_SHEET_NAME, SheetNotice, WorkbookTrouble, sheet_name};
