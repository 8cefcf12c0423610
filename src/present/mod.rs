//! How it looks: a value in; text or JSON out, in French and in English.
//!
//! ```text
//! Table, RowTable ──▶ table.rs / explain.rs   text for a terminal, by language
//!                └──▶ json.rs / explained.rs  the contract, in both languages
//! ```
//!
//! `present` knows no store and no clock. Every sentence stands in
//! `messages/fr.ftl` and `messages/en.ftl`; numbers and dates are CLDR's.

mod activity;
mod amounts;
mod bar;
mod breadth;
mod checks;
mod compared;
mod dates;
mod explain;
mod explained;
mod grid;
mod journal;
mod json;
mod laid;
mod language;
mod lines;
mod messages;
mod notice;
mod numbers;
mod paths;
mod plan;
pub mod problems;
mod reasons;
mod receipt;
mod reconciled;
mod recorders;
mod register;
mod rules;
mod scope;
mod show;
mod table;
mod verify;

pub use activity::{activity_words, body_words, field_value, plain_money_words, type_words, version_words};
pub use amounts::shown_amounts;
pub use bar::bar;
pub use checks::{checks_json, checks_text};
pub use compared::comparison_text;
pub use dates::{day_words, moment_words, period_words};
pub use explain::{Grounds, citation_words, explain_text};
pub use explained::explain_json;
pub use journal::{all_words, journal_json, journal_marks, journal_text};
pub use json::{comparison_json, kpi_json};
pub use laid::{Repair, opened_json, repair_json, restored_json};
pub use language::{Language, LanguageError};
use lines::on_lines;
pub use lines::wrapped;
pub use messages::{Arg, Messages};
pub use notice::{notice_json, notice_text};
pub use numbers::{count_words, number_words, percent_words, signed_words, unit_words};
pub use plan::{changes_json, changes_text};
pub use reasons::{reason_words, remark_words};
pub use receipt::{entry_words, receipt_json, receipt_text};
pub use reconciled::{reconciliation_json, reconciliation_text};
pub use recorders::Recorders;
pub use register::{BodyNames, ShownBody, body_json, body_text, register_json, register_text};
pub use rules::rule_sentence;
pub use scope::{filter_words, known_words};
pub use show::{Act, Shown, ShownEntry, Subject, sealed_value, show_json, show_text};
pub use table::{
    Supplement, certain_words, grade_marks, group_percent, heads, plan_heads, table_text, target_words,
    value_words, with_headings,
};
pub use verify::{verification_json, verification_text};
