//! Where a source says something, given with an entry.

use super::{Problem, Usage};
use crate::event::{Citation, MAX_TEXT, clean};

/// Where a source says it.
#[derive(clap::Args, Debug)]
pub(super) struct CitationArgs {
    /// The source that says it instead; an empty one takes the citation away.
    #[arg(long, value_name = "CITED")]
    source: Option<String>,
    /// The section of the source.
    #[arg(long, value_name = "TEXT")]
    section: Option<String>,
    /// The line of the source.
    #[arg(long, value_name = "TEXT")]
    line: Option<String>,
    /// What the source says, word for word.
    #[arg(long, value_name = "TEXT")]
    words: Option<String>,
}

impl CitationArgs {
    /// The citation with what was given; another source has its own sections,
    /// lines and words. An empty text takes away what may be lacking.
    pub(super) fn changed(&self, before: Option<&Citation>) -> Result<Option<Citation>, Problem> {
        let places = [&self.section, &self.line, &self.words];
        let mut citation = match (&self.source, before) {
            (Some(source), _) if source.trim().is_empty() => {
                return if places.iter().all(|it| it.is_none()) {
                    Ok(None)
                } else {
                    Err(Usage::NoSource.into())
                };
            }
            (Some(source), before) => {
                let source = clean(source, MAX_TEXT)?;
                let same = before.filter(|before| before.source == source).cloned();
                same.unwrap_or(Citation { source, ..Citation::default() })
            }
            (None, Some(before)) => before.clone(),
            (None, None) if places.iter().all(|it| it.is_none()) => return Ok(None),
            (None, None) => return Err(Usage::NoSource.into()),
        };
        for (kept, given) in [
            (&mut citation.section, &self.section),
            (&mut citation.line, &self.line),
            (&mut citation.words, &self.words),
        ] {
            if let Some(text) = given {
                *kept = if text.trim().is_empty() { None } else { Some(clean(text, MAX_TEXT)?) };
            }
        }
        Ok(Some(citation))
    }
}
