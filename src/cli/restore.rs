//! `jalon restore`: lay down a ledger from its export, byte for byte.

use std::path::PathBuf;

use super::Problem;
use super::context::Context;
use super::entry::receipts;
use crate::audit::verify_lines;
use crate::event::{Json, json_text, object, types};

/// An export.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// What `jalon export jsonl` printed.
    file: PathBuf,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let text = Context::read(&args.file)?;
    let lines: Vec<Vec<u8>> = text.split_terminator('\n').map(|line| line.as_bytes().to_vec()).collect();
    let sound = verify_lines(lines.iter().cloned().map(Ok))
        .map_err(|source| Problem::Fault { path: Some(args.file.clone()), source: Box::new(source) })?;
    let mut desk = context.with_custody(context.folder().create()?.lay(&lines)?)?;
    let data = object([
        ("head", json_text(sound.head.to_string())),
        ("size", Json::Int(i64::try_from(sound.size).unwrap_or(i64::MAX))),
    ]);
    let author = context.author()?;
    let done =
        desk.administer(types::LEDGER_RESTORED, data, author, Context::moment(), &mut Context::new_id)?;
    receipts(context, desk.state(), &done)
}
