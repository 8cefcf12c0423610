//! What happened: an entry, its dates, money and ids, its canonical bytes and
//! its hash.
//!
//! ```text
//! Draft ──(sequence, prevhash, recordedtime)──▶ Entry ──encode──▶ bytes ──BLAKE3──▶ Hash
//!                                                 ▲                 │
//!                                                 └──── decode ◀────┘   refuses every other spelling
//! ```
//!
//! `event` knows no clock, no file and no store: a moment is an argument, and
//! so is every identifier. Its bytes are described in `docs/format.md` and
//! never change within format 1.

mod activity;
mod auth;
mod day;
mod decode;
mod encode;
mod entry;
mod evidence;
mod glance;
mod hash;
mod ids;
mod json;
mod limits;
mod moment;
mod money;
mod number;
mod object;
mod precise;
mod reader;
mod sample_method;
mod sealed;
mod sent_format;
mod shape;
mod skim;
mod spelling;
mod text;
pub mod types;
mod unplaced;
mod zone;

pub use activity::{Activity, Basis, Citation, read_activity};
pub use auth::{Author, AuthorType};
pub use day::{Day, Period, PeriodError, YearEnd};
pub use decode::{DecodeError, Misspelt, decode, decode_value};
pub use encode::{encode, encode_value};
pub use entry::{Draft, Entry, EntryError, link};
pub use evidence::{Evidence, EvidenceKind};
pub use glance::Glance;
pub use hash::{Hash, HashError, Hashing};
pub use ids::{
    BodyId, BodyKind, EntryId, IdError, is_body_id, is_definition_id, is_field_name, is_type_name, is_word,
};
pub use json::{Json, strings, text as json_text};
pub use limits::*;
pub use moment::{Moment, MomentError};
pub use money::{Currency, Money, MoneyError};
pub use number::{Exact, NumberError, is_decimal};
pub use object::{Object, object};
pub use precise::{Precise, Precision};
pub use sample_method::SampleMethod;
pub use sealed::{KeyFate, Sealed};
pub use sent_format::SentFormat;
pub use skim::{Member, Skim, Skimmed, names_a_body, plain_text, value_of};
pub use text::{TextError, clean, clean_line, is_clean, is_unseen, turns};
pub use unplaced::{Open, Shared};
pub use zone::{Days, Zone, ZoneError};
