//! `jalon population`: every activity and published total once, or what one value is
//! made of, with totals to control it by.

use std::fs::File;
use std::io::{BufWriter, Error, Write};
use std::path::{Path, PathBuf};

use super::context::Context;
use super::explain::indicator_of;
use super::kpi::Asked;
use super::reports::scope;
use super::written::write_through;
use super::{Format, Problem, TableFormat, Usage};
use crate::audit::{Control, Population};
use crate::figures::{Filter, Question, RowTable, Ruling, explain};
use crate::ledger::Reading;
use crate::present::{
    Basis, Columns, ControlGrounds, Messages, PopulationBook, PopulationCsv, control_json, control_report,
    report_text,
};

/// Which population, and where to.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The file to write it into: .xlsx or .csv.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Only what the value of this indicator is made of, by id or label.
    #[arg(long)]
    indicator: Option<String>,
    #[command(flatten)]
    asked: Asked,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let format = TableFormat::of_file(&args.file);
    let Some(format @ (TableFormat::Xlsx | TableFormat::Csv)) = format else {
        return Err(Usage::PopulationFile(args.file.display().to_string()).into());
    };
    let (state, known) = args.asked.state(context)?;
    let day = args.asked.day(&state)?;
    let ruling = Ruling::at(&state, &args.asked.choice()?, day)?;
    let indicator = args.indicator.as_deref().map(|typed| indicator_of(&ruling, typed)).transpose()?;
    let question = Question::new(&state, &ruling, day, Filter::default());
    let row = indicator.map(|indicator| explain(&question, indicator));
    let population = match &row {
        None => Population::of_all(&state, Some(&ruling)),
        Some(row) => Population::of_value(&state, &ruling, row),
    };
    let columns = Columns::of(&state, &population, row.is_some());
    let scope = scope(&state, known);
    let basis = Basis { state: &state, ruling: &ruling, as_at: day, scope: &scope };
    let file = args.file.display().to_string();
    let reading = context.reading()?;
    let wanted = Wanted {
        reading: &reading,
        messages: &context.messages,
        population: &population,
        columns: &columns,
        basis,
        row: row.as_ref(),
        file,
    };
    let control = match format {
        TableFormat::Xlsx => wanted.workbook(&args.file)?,
        _ => wanted.csv(&args.file)?,
    };
    let grounds = wanted.grounds(&control);
    match context.format {
        Format::Json => context.print_json(&control_json(&grounds)),
        Format::Text => {
            let report = control_report(&context.messages, &grounds);
            context.print(&report_text(&context.messages, &report, Context::width()))
        }
    }
}

/// Writes all entries into a file.
pub(super) fn write_all(
    reading: &Reading,
    messages: &Messages,
    basis: Basis<'_>,
    path: &Path,
    format: TableFormat,
) -> Result<(), Problem> {
    let population = Population::of_all(basis.state, Some(basis.ruling));
    let columns = Columns::of(basis.state, &population, false);
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let wanted =
        Wanted { reading, messages, population: &population, columns: &columns, basis, row: None, file };
    match format {
        TableFormat::Xlsx => wanted.workbook(path),
        _ => wanted.csv(path),
    }
    .map(drop)
}

struct Wanted<'w> {
    reading: &'w Reading,
    messages: &'w Messages,
    population: &'w Population<'w>,
    columns: &'w Columns<'w>,
    basis: Basis<'w>,
    row: Option<&'w RowTable<'w>>,
    file: String,
}

impl Wanted<'_> {
    fn grounds<'g>(&'g self, control: &'g Control) -> ControlGrounds<'g> {
        let agrees = self.population.agrees(control);
        ControlGrounds { basis: self.basis, control, row: self.row, agrees, file: &self.file }
    }

    /// As a workbook, where it has room for all rows.
    fn workbook(&self, path: &Path) -> Result<Control, Problem> {
        let (rows, most) = (self.population.rows(), PopulationBook::most_rows());
        if rows > most {
            return Err(Problem::TooManyRows { rows, most });
        }
        let mut book = PopulationBook::begin(self.messages, self.columns).map_err(Problem::Workbook)?;
        let control =
            self.population.each(self.reading.lines()?, |it| book.row(it).map_err(Problem::Workbook))?;
        write_through(path, |file| book.finish(&self.grounds(&control), file).map_err(Problem::Workbook))?;
        Ok(control)
    }

    /// As CSV, of any length.
    fn csv(&self, path: &Path) -> Result<Control, Problem> {
        let failed = |source: Error| Problem::File { path: path.to_owned(), source };
        let write = |file: &mut BufWriter<File>| {
            let mut csv = PopulationCsv::begin(self.messages, self.columns, file.by_ref()).map_err(failed)?;
            let control = self.population.each(self.reading.lines()?, |it| csv.row(it).map_err(failed))?;
            csv.finish().map_err(failed)?;
            Ok(control)
        };
        write_through(path, write)
    }
}
