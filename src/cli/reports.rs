//! What commands share that give a report: its formats, and the file that it goes
//! into.

use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use super::context::Context;
use super::written::write_file;
use super::{Problem, TableFormat};
use crate::figures::{Filter, Known, Scope, State};
use crate::present::{Report, report_markdown, report_page, report_text};

/// Where a report goes.
#[derive(clap::Args, Debug)]
pub(super) struct Destination {
    /// The file to write it into, whose ending is that of a format: text, JSON,
    /// Markdown or HTML.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Destination {
    /// The file to write it into.
    pub(super) fn out(&self) -> Option<&Path> {
        self.out.as_deref()
    }

    /// Gives a report, or its document, in the format asked for.
    pub(super) fn give(
        &self,
        context: &Context,
        report: impl FnOnce() -> Report,
        document: impl FnOnce() -> Json,
    ) -> Result<(), Problem> {
        let text = match context.table {
            TableFormat::Json => serde_json::to_string_pretty(&document()).unwrap_or_default() + "\n",
            TableFormat::Md => report_markdown(&report()),
            TableFormat::Html => report_page(&report()),
            _ => report_text(&context.messages, &report(), Context::width()),
        };
        match &self.out {
            None => context.print(&text),
            Some(out) => write_file(context, out, anstream::adapter::strip_str(&text).to_string().as_bytes()),
        }
    }
}

/// What of the ledger a report looks at.
pub(super) fn scope(state: &State, known: Known) -> Scope {
    Scope { known, ..Scope::of(state, &Filter::default()) }
}
