//! Lines that say something of an entry before them: what a ledger's own
//! files hold beside activities and totals. An import holds none.

use super::line::{Line, Refused};
use super::{LineTrouble, activity_of};
use crate::event::{EntryId, Json, Object, types};
use crate::ledger::{Command, Correction};
use crate::plan::{BodyFact, FactKind};

/// The members that an amendment may have beside those of an activity.
pub(super) const MEMBERS: &[&str] = &["correctedid", "entry", "into", "reason", "text"];

/// What a line of this type asks for; none when it is no amendment.
pub(super) fn amendment(line: &mut Line<'_>, kind: &str) -> Result<Option<Command>, Refused> {
    let command = match kind {
        types::ENTRY_CORRECTED => correction(line)?,
        types::ENTRY_WITHDRAWN => {
            Command::Withdraw { entry: about(line)?, correction: None, reason: line.needed("reason")? }
        }
        types::ENTRY_CONFIRMED => Command::Confirm { entry: about(line)? },
        types::NOTE_RECORDED => note(line)?,
        types::NOTE_RESOLVED => {
            let entry = line.id("entry")?.ok_or((0, LineTrouble::Missing { member: "entry" }))?;
            Command::Resolve { note: about(line)?, entry }
        }
        kind => match FactKind::of_entry(kind) {
            Some((_, FactKind::Changed)) => change(line)?,
            Some((_, FactKind::Merged)) => merge(line)?,
            _ => return Ok(None),
        },
    };
    Ok(Some(command))
}

fn about(line: &mut Line<'_>) -> Result<EntryId, Refused> {
    line.id("correctedid")?.ok_or((0, LineTrouble::Missing { member: "correctedid" }))
}

fn correction(line: &mut Line<'_>) -> Result<Command, Refused> {
    let (entry, reason) = (about(line)?, line.needed("reason")?);
    let (occurred, subject, activity) = activity_of(line)?;
    Ok(Command::Correct(Correction { entry, replaces: None, occurred, subject, activity, reason }))
}

fn note(line: &mut Line<'_>) -> Result<Command, Refused> {
    let text = line.needed("text")?;
    let from = line.day("occurredfrom")?;
    let to = line.day("occurredto")?;
    let occurred = match from {
        Some(from) => Some(line.period(from, to.unwrap_or(from), "occurredto")?),
        None => None,
    };
    let evidence = line.evidence()?;
    Ok(Command::Note { text, occurred, evidence })
}

/// A fact of the register from a day; its `data` stand in `fields`.
fn change(line: &mut Line<'_>) -> Result<Command, Refused> {
    let from = line.needed_day("occurredfrom")?;
    let to = line.day("occurredto")?.unwrap_or(from);
    let occurred = line.period(from, to, "occurredto")?;
    let body = line.body("subject")?.ok_or((0, LineTrouble::Missing { member: "subject" }))?;
    let data = match line.members.remove("fields") {
        Some(Json::Object(data)) => data,
        _ => Object::new(),
    };
    let shape = LineTrouble::Shape { member: "fields".to_owned() };
    let fact = BodyFact::read(body.kind(), &data).map_err(|_| line.wrong("fields", shape))?;
    Ok(Command::Change { body, occurred, fact })
}

fn merge(line: &mut Line<'_>) -> Result<Command, Refused> {
    let missing = |member| (0, LineTrouble::Missing { member });
    let gone = line.body("subject")?.ok_or(missing("subject"))?;
    let kept = line.body("into")?.ok_or(missing("into"))?;
    Ok(Command::Merge { gone, kept, reason: line.needed("reason")? })
}
