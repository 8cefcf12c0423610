//! Questions at a terminal, for what a command was not given.

use std::io::IsTerminal;

use inquire::autocompletion::Replacement;
use inquire::ui::{RenderConfig, Styled};
use inquire::{Autocomplete, Confirm, CustomUserError, InquireError, Text};

use super::context::Context;
use super::{Format, Problem};
use crate::plan::{folded, nearest};

/// A question and what may answer it.
pub(super) struct Question {
    /// What is asked for.
    pub label: String,
    /// What helps to answer.
    pub help: Option<String>,
    /// Answers that there are, as people read them.
    pub known: Vec<String>,
    /// The answer when nothing is typed.
    pub default: Option<String>,
}

/// Whether someone is there to answer.
pub(super) fn is_someone_there(context: &Context) -> bool {
    // Within a server the terminal is another's.
    !context.is_within_a_server()
        && context.format == Format::Text
        && std::io::stdin().is_terminal()
        && std::io::stderr().is_terminal()
}

/// Asks until the answer is taken; what is wrong with one is told.
pub(super) fn ask<T>(
    context: &Context,
    question: &Question,
    read: impl Fn(&str) -> Result<T, Problem>,
) -> Result<T, Problem> {
    let keys = context.messages.word("ask-keys");
    let help = question.help.as_ref().map_or_else(|| keys.clone(), |help| format!("{help} · {keys}"));
    loop {
        let mut text = Text::new(&question.label)
            .with_render_config(quiet())
            .with_autocomplete(Known(question.known.clone()))
            .with_help_message(&help);
        if let Some(default) = &question.default {
            text = text.with_default(default);
        }
        match read(&text.prompt().map_err(unanswered)?) {
            Ok(answer) => return Ok(answer),
            Err(problem) => context.tell(&problem.sentence(&context.messages)),
        }
    }
}

/// Asks whether something is to be done; yes when nothing is typed.
pub(super) fn confirm(context: &Context, question: &str) -> Result<bool, Problem> {
    confirm_or(context, question, true)
}

/// The same of what cannot be undone: no when nothing is typed.
pub(super) fn confirm_for_good(context: &Context, question: &str) -> Result<bool, Problem> {
    confirm_or(context, question, false)
}

fn confirm_or(context: &Context, question: &str, otherwise: bool) -> Result<bool, Problem> {
    let [yes, no] = ["yes", "no"].map(|id| context.messages.word(id));
    let initial = |word: &str| word.chars().next().map(|first| first.to_lowercase().to_string());
    let initials = [initial(&yes).unwrap_or_default(), initial(&no).unwrap_or_default()];
    let hint = if otherwise {
        format!("{}/{}", initials[0].to_uppercase(), initials[1])
    } else {
        format!("{}/{}", initials[0], initials[1].to_uppercase())
    };
    let read = |typed: &str| match typed.trim().to_lowercase() {
        typed if typed.starts_with(&initials[0]) => Ok(true),
        typed if typed.starts_with(&initials[1]) => Ok(false),
        _ => Err(()),
    };
    let words = [yes.clone(), no.clone()];
    let say = move |truth: bool| words[usize::from(!truth)].clone();
    let answer = Confirm::new(question)
        .with_render_config(quiet())
        .with_default(otherwise)
        .with_parser(&read)
        .with_formatter(&say)
        .with_default_value_formatter(&|_| hint.clone())
        .with_error_message(&hint)
        .prompt();
    answer.map_err(unanswered)
}

/// What is given up is told once, in the reader's language, by the command.
fn quiet() -> RenderConfig<'static> {
    RenderConfig::default().with_canceled_prompt_indicator(Styled::new(""))
}

fn unanswered(error: InquireError) -> Problem {
    match error {
        InquireError::IO(error) => Problem::Print(error),
        _ => Problem::Unanswered,
    }
}

/// Answers that there are, of which those like what is typed are offered.
#[derive(Clone)]
struct Known(Vec<String>);

impl Known {
    fn like(&self, typed: &str) -> Vec<String> {
        let wanted = folded(typed);
        let holds = |known: &&String| folded(known).contains(&wanted);
        let found: Vec<String> = self.0.iter().filter(holds).cloned().collect();
        if found.is_empty() {
            return nearest(typed, self.0.iter().map(String::as_str))
                .into_iter()
                .map(str::to_owned)
                .collect();
        }
        found
    }
}

impl Autocomplete for Known {
    fn get_suggestions(&mut self, typed: &str) -> Result<Vec<String>, CustomUserError> {
        Ok(self.like(last(typed)))
    }

    fn get_completion(
        &mut self,
        typed: &str,
        chosen: Option<String>,
    ) -> Result<Replacement, CustomUserError> {
        let first = || self.like(last(typed)).into_iter().next();
        let Some(chosen) = chosen.or_else(first) else { return Ok(Replacement::None) };
        let before = typed.rsplit_once(';').map(|(before, _)| format!("{before}; "));
        Ok(Some(before.unwrap_or_default() + &chosen))
    }
}

/// Of several values the last, which is the one that is being typed.
fn last(typed: &str) -> &str {
    typed.rsplit(';').next().unwrap_or_default().trim()
}

#[cfg(test)]
mod tests {
    use inquire::Autocomplete;

    use super::Known;

    fn known() -> Known {
        Known(["Infolettre envoyée", "Conférence donnée", "Webinaire tenu"].map(str::to_owned).to_vec())
    }

    #[test]
    fn what_holds_the_letters_is_offered_without_case_and_accents() {
        assert_eq!(known().like("CONFERENCE"), ["Conférence donnée"]);
        assert_eq!(known().like("").len(), 3);
    }

    #[test]
    fn otherwise_what_is_nearest_is() {
        assert_eq!(known().like("infoletre envoyee"), ["Infolettre envoyée"]);
        assert!(known().like("zzzz").is_empty());
    }

    #[test]
    fn the_last_of_several_values_is_completed() {
        let completed = known().get_completion("Infolettre envoyée; web", None).ok().flatten();
        assert_eq!(completed.as_deref(), Some("Infolettre envoyée; Webinaire tenu"));
        assert_eq!(known().get_completion("zzzz", None).ok().flatten(), None);
        let completed = known().get_completion("a; web", Some("Webinaire tenu".to_owned())).ok().flatten();
        assert_eq!(completed.as_deref(), Some("a; Webinaire tenu"));
    }
}
