//! Other people's formats, in and out.

mod bundle;
mod csv;
mod encoding;
mod incoming;
mod jsonl;
mod spot;
mod typed;

pub use crate::plan::{folded, nearest};
pub use bundle::{Bundle, BundleError, Named};
pub use csv::{CsvError, CsvTrouble, read_csv};
pub use encoding::{EncodingError, EncodingTrouble};
pub use incoming::{ImportProblem, ImportRow, ImportTrouble, Incoming, all_problems, read_import};
pub use jsonl::{ImportLine, JsonlError, LineTrouble, Refs, read_jsonl};
pub use spot::{Spot, spot};
pub use typed::{
    Amount, AmountError, BodyError, Calendar, DateError, FieldError, FieldTrouble, Setting, TypeError,
    TypedError, Unit, field_named, typed_amount, typed_body, typed_date, typed_day, typed_fields, typed_type,
    typed_value,
};
