//! A table that is marked as sent: to whom, when, and which bytes.

use std::path::{Path, PathBuf};

use super::super::context::Context;
use super::super::entry::{last_day, today};
use super::super::{Problem, Usage};
use super::output::Answer;
use crate::event::{EvidenceKind, Hash, MAX_NAME, SentFormat, clean_line};
use crate::figures::{Sending, SentTable, State};
use crate::ledger::{Command, Refusal, may_be_named, may_be_sent};
use crate::present::receipt_text;
use crate::vault::Documents;

/// To whom it was sent.
#[derive(clap::Args, Debug)]
pub(super) struct SentArgs {
    /// Mark the table as sent, to this organisation or office.
    #[arg(long = "sent-to", value_name = "RECIPIENT", aliases = ["envoyé-à", "envoye-a"])]
    to: Option<String>,
    /// The day on which it was sent; today otherwise.
    #[arg(long, requires = "to")]
    on: Option<String>,
    /// What was sent, where it is another file, such as a report that holds the
    /// table; it is kept beside the ledger.
    #[arg(long, requires = "to", value_name = "FILE")]
    document: Option<PathBuf>,
}

impl SentArgs {
    /// What is to be recorded of these bytes, or of the document, when that is
    /// asked and nothing speaks against it.
    pub(super) fn marked(
        &self,
        context: &Context,
        state: &State,
        answer: &Answer<'_>,
        bytes: &[u8],
    ) -> Result<Option<Command>, Problem> {
        let Some(to) = &self.to else { return Ok(None) };
        check_recipient(context, state, to)?;
        let sent = self.sent(context, state, answer, (to, bytes))?;
        let last = answer.table().scope.last;
        may_be_sent(state, today(state), &sent, last).map_err(Refusal::from)?;
        Ok(Some(Command::Publish { sent, last }))
    }

    /// Records it.
    pub(super) fn record(context: &Context, command: Command) -> Result<(), Problem> {
        let mut desk = context.open()?;
        let done = desk.execute(context, command)?;
        // The table is on standard output.
        for receipt in &done {
            context.tell(receipt_text(&context.messages, desk.state(), receipt).trim_end());
        }
        if done.iter().all(|it| it.repeated) {
            context.tell(&context.messages.word("receipt-nothing"));
        }
        Ok(())
    }

    fn sent(
        &self,
        context: &Context,
        state: &State,
        answer: &Answer<'_>,
        (to, bytes): (&str, &[u8]),
    ) -> Result<SentTable, Problem> {
        let document = self.document.as_deref();
        let documents = Documents::of(&context.ledger);
        let kept = document.map(|path| documents.keep(path, EvidenceKind::Other)).transpose()?;
        let of_name = |path: &Path| SentFormat::of_name(&path.to_string_lossy());
        let on = match &self.on {
            Some(on) => last_day(state, on)?,
            None => today(state),
        };
        let sending = Sending {
            format: document.map_or_else(|| context.table.sent(), of_name),
            language: context.messages.language().word(),
            blake3: kept.as_ref().map_or_else(|| Hash::of(bytes), |it| it.blake3),
            to: clean_line(to, MAX_NAME).map_err(Usage::Text)?,
            on,
            evidence: kept,
        };
        Ok(sending.of(answer.table(), answer.older_day()))
    }
}

/// No person is named in the clear, as far as their names can be read here.
fn check_recipient(context: &Context, state: &State, to: &str) -> Result<(), Problem> {
    if context.persons(state).are_in(to) {
        return Err(Usage::SentToPerson(to.to_owned()).into());
    }
    may_be_named(to).map_err(|refused| Refusal::from(refused).into())
}
