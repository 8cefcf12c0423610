//! What people type: dates, numbers, money, yes or no, words of a choice,
//! names of the register. What can be read two ways is asked back, never
//! guessed; every refusal carries what was typed and what to write instead.
//!
//! ```text
//! "environ 4,2 M$" ──amount──▶ about 4200000 CAD ──┐
//! "27 sept. 2023"  ──date────▶ a period            ├─value─▶ the stored value of a field
//! "OCDE"           ──body────▶ organisation/ocde ──┘
//! ```

mod activity_type;
mod amount;
mod amount_error;
mod attribute;
mod body;
mod calendar_words;
mod choice;
mod currency;
mod date;
mod date_error;
mod digits;
mod fields;
mod known;
mod moment;
mod new_type;
mod numeric_date;
mod person;
mod plain;
mod precision;
mod printed;
mod scale;
mod setting;
mod total;
mod value;
mod word_date;
mod yes_no;

pub use activity_type::{TypeError, typed_type};
pub use amount::{Amount, Unit, typed_amount};
pub use amount_error::AmountError;
pub use attribute::{AttributeError, KnownAttributes, typed_attributes};
pub use body::{BodyError, Remedy, typed_body};
pub use date::{Calendar, typed_date, typed_day};
pub use date_error::DateError;
pub use fields::{FieldError, FieldTrouble, field_named, label_of_field, name_of_field, typed_fields};
pub use known::{KnownError, typed_known};
pub use moment::{lacks_offset, typed_moment};
pub use new_type::{
    FIELD_WORDS, NewFieldSaid, NewTypeError, NewTypeSaid, typed_new_field, typed_new_type, typed_words,
};
pub use person::{PersonError, typed_person};
pub use printed::printed_number;
pub use setting::Setting;
pub use total::{typed_total, typed_total_value};
pub use value::{TypedError, typed_value};
pub use yes_no::yes_no as typed_yes_no;

pub(super) use plain::echo;
