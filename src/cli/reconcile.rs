//! `jalon reconcile`: printed figures beside what the numbers give.

use std::path::PathBuf;

use serde_json::json;

use super::context::Context;
use super::kpi::Asked;
use super::{Format, Problem};
use crate::audit::{Comparison, Printed, Verdict, reconcile};
use crate::figures::{Filter, Question, Ruling, table};
use crate::present::{Arg, notice_json, notice_text};

/// What was printed.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// CSV with place, line, indicator, target, delivered, percent as printed.
    file: PathBuf,
    #[command(flatten)]
    asked: Asked,
    /// Also print what agrees.
    #[arg(long)]
    all: bool,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let printed = read(args)?;
    let state = args.asked.state(context)?;
    let day = args.asked.day(&state)?;
    let choice = args.asked.choice()?;
    let ruling = Ruling::at(&state, &choice, day)?;
    let table = table(&Question::new(&state, &ruling, day, Filter::default()));
    let compared = reconcile(&table, &printed);
    let notice = ruling.adopted.adoption.notice.as_ref();
    if context.format == Format::Json {
        let all: Vec<_> = compared.iter().map(comparison_json).collect();
        return context.print_json(&json!({
            "asat": day.to_string(), "comparisons": all, "head": table.head.to_string(),
            "jalon": "reconcile/1", "notice": notice_json(notice), "size": table.size,
        }));
    }
    let shown = compared.iter().filter(|it| args.all || it.verdict != Verdict::Agrees);
    for it in shown {
        let verdict = context.messages.word(&format!("verdict-{}", it.verdict.word()));
        let values = [
            ("line", Arg::Text(&it.printed.line)),
            ("indicator", Arg::Text(&it.printed.indicator)),
            ("figure", Arg::Text(&context.messages.word(&format!("figure-{}", it.figure)))),
            ("shown", Arg::Text(&it.shown)),
            ("computed", Arg::Text(it.computed.as_deref().unwrap_or("–"))),
            ("verdict", Arg::Text(&verdict)),
        ];
        context.print(&(context.messages.say("reconcile-line", &values) + "\n"))?;
    }
    let count = |verdict| compared.iter().filter(|it| it.verdict == verdict).count();
    let totals = [
        ("agrees", Arg::Count(count(Verdict::Agrees))),
        ("differs", Arg::Count(count(Verdict::Differs))),
        ("unchecked", Arg::Count(count(Verdict::Unchecked))),
    ];
    context.print(&(context.messages.say("reconcile-totals", &totals) + "\n"))?;
    context.print(&notice_text(&context.messages, notice, Context::width()))
}

fn read(args: &Args) -> Result<Vec<Printed>, Problem> {
    let refuse = |source: csv::Error| Problem::Csv { path: args.file.clone(), source };
    let mut reader = csv::Reader::from_path(&args.file).map_err(refuse)?;
    let heads = reader.headers().map_err(refuse)?.clone();
    let column = |name: &str| heads.iter().position(|head| head == name);
    for name in ["indicator", "delivered"] {
        column(name).ok_or_else(|| Problem::Column { path: args.file.clone(), column: name })?;
    }
    let mut printed = Vec::new();
    for record in reader.records() {
        let record = record.map_err(refuse)?;
        let cell =
            |name: &str| column(name).and_then(|at| record.get(at)).unwrap_or_default().trim().to_owned();
        printed.push(Printed {
            place: cell("place"),
            line: cell("line"),
            indicator: cell("indicator"),
            target: cell("target"),
            delivered: cell("delivered"),
            percent: cell("percent"),
        });
    }
    Ok(printed)
}

fn comparison_json(it: &Comparison) -> serde_json::Value {
    json!({
        "computed": it.computed, "figure": it.figure, "indicator": it.printed.indicator, "line": it.printed.line,
        "place": it.printed.place, "printed": it.shown, "verdict": it.verdict.word(),
    })
}
