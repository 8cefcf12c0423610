//! How it looks: a value in; text or JSON out, in French and in English.
//!
//! ```text
//! Table, RowTable ──▶ table.rs / explain.rs   text for a terminal, by language
//!                └──▶ json.rs / explained.rs  the contract, in both languages
//! Table           ──▶ printed/                its words, ──▶ markdown.rs, page.rs
//!                └──▶ tabular/, workbook/     its numbers, as CSV and XLSX
//! ```
//!
//! `present` knows no store and no clock. Every sentence stands in
//! `messages/fr.ftl` and `messages/en.ftl`; numbers and dates are CLDR's.

mod activity;
mod adopted;
mod amounts;
mod bar;
mod both;
mod breadth;
mod checks;
mod closing;
mod compared;
mod counting;
mod coverage;
mod currencies;
mod cutoff;
mod dates;
mod evidence;
mod explain;
mod explained;
mod files;
mod grid;
mod harmless;
mod itemised;
mod journal;
mod json;
mod laid;
mod language;
mod left;
mod lines;
mod markdown;
mod matched;
mod messages;
mod notice;
mod numbers;
mod pack;
mod page;
mod paper;
mod parts;
mod paths;
mod plan;
mod population;
mod preview;
mod printed;
pub mod problems;
mod proving;
mod published;
mod quality;
mod reasons;
mod receipt;
mod reconciled;
mod recorders;
mod register;
mod report;
mod revisions;
mod rules;
mod sampled;
mod scope;
mod show;
mod table;
mod tabular;
mod template;
mod verify;
mod workbook;

pub use activity::{
    activity_words, body_words, field_value, plain_money_words, total_words, type_words, version_words,
};
pub use adopted::{AdoptMade, ask_question, ask_sentence, understood_json, understood_text};
pub use amounts::{shown_amounts, shown_in_excerpt};
pub use bar::bar;
pub use checks::{checks_json, checks_text, unreported_words};
pub use closing::{
    ClosedRow, ClosingNotice, closing_json, closing_notice, closing_text, notice_html, other_closed_rows,
};
pub use compared::comparison_text;
pub use counting::counting_words;
pub use coverage::{coverage_json, coverage_report};
pub use cutoff::{CutOffGrounds, cutoff_json, cutoff_report};
pub use dates::{day_words, moment_words, period_words};
pub use evidence::{
    Given, SUMS, backed_words, evidence_json, evidence_names, evidence_text, file_name, given_json,
    given_text, orphans_json, orphans_text, sums,
};
pub use explain::{Grounds, citation_words, explain_text, gap_words};
pub use explained::explain_json;
pub use files::{FILES, table_bytes};
pub use itemised::{ShownItem, ShownItems, itemised_json, itemised_text, unsound_item_words};
pub use journal::{all_words, journal_json, journal_marks, journal_text};
pub use json::{comparison_json, kpi_json};
pub use laid::{Repair, opened_json, rebuilt_json, repair_json, restored_json};
pub use language::{Language, LanguageError};
pub use left::{LeftReason, left_csv};
use lines::on_lines;
pub use lines::wrapped;
pub use markdown::markdown;
pub use matched::{
    ShownMatch, match_title, matched_json, matched_text, matched_workbook, row_words, why_words,
};
pub use messages::{Arg, Messages, Opener};
pub use notice::{notice_json, notice_text};
pub use numbers::{count_words, number_words, percent_words, signed_words, unit_words};
pub use pack::{AuditPage, Packing, audit_page, pack_json, representation_page};
use page::PAGE_STYLE;
pub use page::{Linked, Links, TABLE_STYLE, html_page, html_rows};
pub use plan::{changes_json, changes_text};
pub use population::{Columns, ControlGrounds, PopulationCsv, control_json, control_report};
pub use preview::{
    PreviewRow, Verdict, command_words, preview_json, preview_rows, preview_text, verdict_words,
};
pub use printed::{
    Bar, Block, Column, Holds, Line, Parameter, Part, Printed, printed_comparison, printed_table,
};
pub use proving::{
    Proved, checkpoint_json, consistency_json, inclusion_json, packed_json, proved_json, proved_text,
    proved_value_json, proved_value_text, published_tree_json, verifier_json,
};
pub use published::{publication_said, publication_words, stood_then_words};
pub use quality::{quality_json, quality_report};
pub use reasons::{part_words, reason_words, remark_words};
pub use receipt::{entry_words, receipt_json, receipt_text};
pub use reconciled::{
    SettlingLine, reconciliation_json, reconciliation_markdown, reconciliation_text, settling_lines,
    settling_totals, settling_unread, settling_untied,
};
pub use recorders::Recorders;
pub use register::{ShownBody, body_json, body_text, register_json, register_text};
pub use report::{
    Basis, Lead, REPORT_STYLE, Report, To, report_markdown, report_page, report_parts, report_text,
};
pub use revisions::{
    ShownChange, ShownRevision, ShownRevisions, revisions_json, revisions_text, shown_revisions,
};
pub use rules::rule_sentence;
pub use sampled::{
    PAPER_HEADS, ShownSample, item_lines, projection_lines, reference, sample_counts, sample_indicator,
    sample_json, sample_parameters, sample_text, sample_words, samples_json, samples_text, stratum_lines,
    test_words, tests_json, tests_words, workpaper,
};
pub use scope::{filter_words, known_words};
pub use show::{Act, Shown, ShownAddition, ShownEntry, Subject, sealed_value, show_json, show_text};
pub use table::{
    Supplement, certain_words, grade_marks, heads, plan_heads, reached_words, summary, table_text,
    table_title, target_words, value_words,
};
pub use tabular::{PACKAGE, csv, package_json, package_with};
pub use template::{Template, ToFill, field_words, template};
pub use verify::{ShownVerification, shown_verification, verification_json, verification_text};
pub use workbook::{PopulationBook, WorkbookError, reconciliation_workbook, workbook};
