//! Other people's formats, in and out.

mod bundle;
mod csv;
mod encoding;
mod incoming;
mod jsonl;
mod nearest;
mod spot;
mod typed;

pub use bundle::{Bundle, BundleError, Named};
pub use csv::{CsvError, CsvTrouble, read_csv};
pub use encoding::{EncodingError, EncodingTrouble};
pub use incoming::{ImportProblem, ImportRow, ImportTrouble, Incoming, all_problems, read_import};
pub use jsonl::{ImportLine, JsonlError, LineTrouble, Refs, read_jsonl};
pub use nearest::{folded, nearest};
pub use spot::{Spot, spot};
pub use typed::{
    Amount, AmountError, BodyError, Calendar, Called, DateError, FieldError, FieldTrouble, Setting,
    TypeError, TypedError, Unit, field_named, nearest_bodies, typed_amount, typed_body, typed_date,
    typed_day, typed_fields, typed_type, typed_value,
};
