//! The rows of a working paper, as they are filled in.

use super::{Filled, Paper, PaperError, PaperRow, PaperTrouble};
use crate::event::{Day, EntryId, Exact, MAX_TEXT, clean, decode_value};
use crate::exchange::tabular::{ListColumn, Listed, read_listed};
use crate::exchange::typed::echo;
use crate::exchange::{
    AmountError, Setting, Spot, TableError, TableTrouble, TypedError, Unit, typed_amount, typed_day,
    typed_yes_no,
};
use crate::figures::Sampling;

/// The columns that are read of a working paper; the others are there to be read by
/// people. Its heads are those that [`crate::present`] writes, in either language.
const COLUMNS: &[ListColumn] = &[
    ("entry", &["n", "no"]),
    ("id", &["identifiant de l inscription", "entry s id"]),
    ("amount", &["montant", "apport"]),
    ("tested", &["teste"]),
    ("exception", &["ecart constate", "ecart"]),
    ("audited", &["montant constate", "amount audited"]),
    ("remark", &["remarque de l auditeur", "auditor s remark"]),
    ("on", &["teste le", "tested on"]),
    ("sample", &["echantillon"]),
];

/// Columns without which a paper cannot be taken, each with the message that is its
/// head.
const NEEDED: [(&str, &str); 4] = [
    ("id", "column-entry-id"),
    ("tested", "paper-tested"),
    ("exception", "paper-exception"),
    ("sample", "paper-sample"),
];

/// Reads a working paper, a workbook or CSV; all that is wrong with it is told.
pub fn read_paper(file: &str, bytes: &[u8], setting: &Setting<'_>) -> Result<Paper, Vec<PaperError>> {
    let listed = read_listed(file, bytes, COLUMNS, &[], &[]).map_err(|error| vec![(*error).into()])?;
    let lacks: Vec<PaperError> = NEEDED
        .into_iter()
        .filter(|(name, _)| !listed.has(name))
        .map(|(_, head)| PaperError { spot: listed.spot(), trouble: PaperTrouble::NoColumn(head) })
        .collect();
    if !lacks.is_empty() {
        return Err(lacks);
    }
    if listed.len() == 0 {
        return Err(vec![PaperError { spot: listed.spot(), trouble: PaperTrouble::NoRows }]);
    }
    let sampling = sampling(&listed, 0).map_err(|error| vec![*error])?;
    let (mut rows, mut errors) = (Vec::new(), Vec::new());
    for line in 0..listed.len() {
        match row(&listed, line, &sampling, setting) {
            Ok(row) => rows.push(row),
            Err(error) => errors.push(*error),
        }
    }
    if errors.is_empty() { Ok(Paper { sampling, rows, spot: listed.spot() }) } else { Err(errors) }
}

fn told(spot: Spot, trouble: TableTrouble) -> Box<PaperError> {
    Box::new(TableError { spot, trouble }.into())
}

/// What draws the sample of a row.
fn sampling(listed: &Listed, line: usize) -> Result<Sampling, Box<PaperError>> {
    let spot = listed.cell_spot(line, "sample");
    let text = listed.cell(line, "sample").map(|cell| cell.text.trim());
    let value = text.and_then(|text| decode_value(text.as_bytes()).ok());
    let read = value.as_ref().and_then(|value| value.as_object()).and_then(Sampling::read);
    read.ok_or_else(|| Box::new(PaperError { spot, trouble: PaperTrouble::NoSample }))
}

fn row(
    listed: &Listed,
    line: usize,
    sample: &Sampling,
    setting: &Setting<'_>,
) -> Result<PaperRow, Box<PaperError>> {
    for (name, _) in COLUMNS {
        listed.fault(line, name).map_or(Ok(()), |error| Err(Box::new(error.into())))?;
    }
    if sampling(listed, line)? != *sample {
        let spot = listed.cell_spot(line, "sample");
        return Err(Box::new(PaperError { spot, trouble: PaperTrouble::OtherSample }));
    }
    let reader = Reader { listed, line, setting };
    let typed = listed.cell(line, "id").map(|cell| cell.text.trim().to_owned()).unwrap_or_default();
    let id: EntryId = typed
        .parse()
        .map_err(|_| told(listed.cell_spot(line, "id"), TableTrouble::Id { typed: echo(&typed) }))?;
    Ok(PaperRow {
        spot: listed.line_spot(line),
        amount_spot: listed.cell_spot(line, "amount"),
        audited_spot: listed.cell_spot(line, "audited"),
        entry_spot: listed.cell_spot(line, "entry"),
        id,
        entry: reader.typed("entry"),
        amount: reader.amounts(),
        found: reader.found()?,
    })
}

struct Reader<'r, 's> {
    listed: &'r Listed,
    line: usize,
    setting: &'r Setting<'s>,
}

impl Reader<'_, '_> {
    /// What was filled in; none where the item is not marked as tested.
    fn found(&self) -> Result<Option<Filled>, Box<PaperError>> {
        let tested = self.yes_no("tested")?.unwrap_or(false);
        let exception = self.yes_no("exception")?;
        let (audited, remark, on) = (self.audited()?, self.remark()?, self.on()?);
        let says = exception.is_some() || audited.is_some() || remark.is_some() || on.is_some();
        let trouble = match (tested, exception) {
            (true, Some(exception)) => return Ok(Some(Filled { exception, audited, remark, on })),
            (false, _) if !says => return Ok(None),
            (false, _) => PaperTrouble::NotMarked,
            (true, None) => PaperTrouble::NoVerdict,
        };
        let column = if tested { "exception" } else { "tested" };
        Err(Box::new(PaperError { spot: self.listed.cell_spot(self.line, column), trouble }))
    }

    fn typed(&self, name: &str) -> Option<String> {
        Some(self.listed.cell(self.line, name)?.typed().trim().to_owned())
    }

    fn refused(&self, name: &str, error: TypedError) -> Box<PaperError> {
        let trouble = TableTrouble::Cell { head: self.listed.head(name), error };
        told(self.listed.cell_spot(self.line, name), trouble)
    }

    fn yes_no(&self, name: &str) -> Result<Option<bool>, Box<PaperError>> {
        let Some(typed) = self.typed(name) else { return Ok(None) };
        let read = typed_yes_no(&typed).map(Some);
        read.ok_or_else(|| self.refused(name, TypedError::YesNo { typed: echo(&typed) }))
    }

    fn audited(&self) -> Result<Option<Exact>, Box<PaperError>> {
        let Some(typed) = self.typed("audited") else { return Ok(None) };
        let refused = |error: AmountError| self.refused("audited", error.into());
        let amount = typed_amount(&typed, self.setting.currency).map_err(refused)?;
        let is_exact = amount.precision.is_none() && amount.unit != Unit::Percent;
        if is_exact {
            Ok(Some(amount.value))
        } else {
            Err(refused(AmountError::NotANumber { typed: echo(&typed) }))
        }
    }

    fn remark(&self) -> Result<Option<String>, Box<PaperError>> {
        let Some(cell) = self.listed.cell(self.line, "remark") else { return Ok(None) };
        clean(&cell.text, MAX_TEXT).map(Some).map_err(|error| self.refused("remark", error.into()))
    }

    fn on(&self) -> Result<Option<Day>, Box<PaperError>> {
        let Some(typed) = self.typed("on") else { return Ok(None) };
        let day = typed_day(&typed, &self.setting.calendar);
        day.map(Some).map_err(|error| self.refused("on", error.into()))
    }

    /// The ways in which the amount of the ledger can be read: a spreadsheet may have
    /// written it as its language does.
    fn amounts(&self) -> Vec<Exact> {
        let Some(typed) = self.typed("amount") else { return vec![] };
        match typed_amount(&typed, self.setting.currency) {
            Ok(amount) => vec![amount.value],
            Err(AmountError::TwoReadings { readings, .. }) => {
                readings.iter().filter_map(|plain| plain.parse().ok()).collect()
            }
            Err(_) => vec![],
        }
    }
}
