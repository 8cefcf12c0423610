//! What was promised and in which words: the catalogue of activity types, the
//! register, objectives, indicators with their rules, and targets.
//!
//! ```text
//! PLAN.toml ──file──▶ Definitions ──check──▶ data of jalon.*.defined, target.set, plan.adopted
//!                                                     │ read back by replay
//!                                                     ▼
//!                                   catalogue · lists · indicators · register
//! ```
//!
//! `plan` knows no store and no clock. TOML is input only: nothing that a value
//! needs lies outside the entries.

mod adoption;
mod attributes;
mod body_fact;
mod catalogue;
mod check;
mod country;
mod definition;
mod excerpt;
mod faults;
mod fields;
mod file;
mod file_trouble;
mod indicator;
mod naming;
mod nearest;
mod opened;
mod persons;
mod plan_trouble;
mod register;
mod register_file;
mod rule;
mod standing;
mod twice;
mod words;

pub use adoption::{Adoption, Approval, Columns};
pub use attributes::{
    Attributes, attribute_choices, attribute_label, attribute_values, attribute_words, field_called,
};
pub use catalogue::{ActivityType, Choice, Closes, Field, FieldKind, Synonyms, nearest_type};

pub use body_fact::{BodyFact, FactKind, RegisterError};
pub use check::{Surroundings, check};
pub use country::{COUNTRY, CountryError, check_country, country_code, country_codes, country_name};
pub use definition::{Definition, DefinitionError, DefinitionKind};
pub use excerpt::Excerpt;
pub use fields::{FieldProblem, Trouble, check_fields, is_value_of, nearest_field, precise};
pub use file::{FileGroup, FileObjective, Place, PlanFile, PlanFileError, PlanHead};
pub use file_trouble::{FileTrouble, Syntax, Wanted};
pub use indicator::{
    Direction, Group, Indicator, List, Number, Objective, Status, Target, Unit, indicators_called,
    nearest_indicator,
};
use nearest::likeness;

pub use naming::{Look, Spellings, is_same_name, near_body, new_body_id, same_names, slug};
pub use nearest::{Near, folded, nearest, nearest_of};
pub use opened::{Opened, OpeningTrouble, is_prefix};
pub use persons::{PersonNames, person_name};
pub use plan_trouble::{PlanProblem, PlanTrouble};
pub use register::{Body, Register};
pub use register_file::{Name, RegisterBody, RegisterFile};
pub use rule::{Condition, Kind, Rule, Source, Test, Window, root_of};
pub use twice::{Doubled, doubled};
pub use words::Words;
