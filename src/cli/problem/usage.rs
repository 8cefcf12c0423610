//! What was typed and is not taken, before anything is looked up.

use super::sentence::{attributes_sentence, fields_sentence};
use crate::event::{BodyId, Day, MoneyError, PeriodError, TextError};
use crate::exchange::{AmountError, AttributeError, DateError, FieldError, NewTypeError};
use crate::present::problems::{
    amount_sentence, date_sentence, day_sentence, money_sentence, new_type_sentence, text_sentence,
};
use crate::present::{Arg, Messages};

/// Why what was typed is not taken.
#[derive(Debug)]
pub enum Usage {
    /// A date or a period.
    Date(DateError),
    /// Values of fields.
    Fields(Vec<FieldError>),
    /// A text.
    Text(TextError),
    /// The days of a body.
    Days {
        /// The body.
        body: BodyId,
        /// Why.
        source: PeriodError,
    },
    /// No type of activity.
    NoType,
    /// A change of a body that changes nothing.
    NoChange,
    /// Not a kind of body.
    Kind(String),
    /// A name of which no id can be made.
    NoIdOfName(String),
    /// A proof without what it is of, or with too much.
    ProofOfWhat,
    /// A proof of a value with what it is of, which it holds itself.
    ProofOfValue,
    /// Several verifier keys where one signed.
    OneKey,
    /// Not a verifier key.
    Verifier(String),
    /// Not name=value.
    Pair(String),
    /// A place of a source, without the source.
    NoSource,
    /// A new type of activity.
    NewType(NewTypeError),
    /// Days given for a total, which has a last day.
    TotalOn(u64),
    /// Not a date, a moment or a number.
    Known(String),
    /// A moment without its offset.
    NoOffset(String),
    /// The number of an entry that is not there.
    BeyondLast {
        /// What was typed.
        typed: String,
        /// The number of the last.
        last: u64,
    },
    /// A first day after the last.
    FromAfterTo {
        /// The first day.
        from: Day,
        /// The last day.
        to: Day,
    },
    /// Not a number of days around another.
    AroundDays(String),
    /// A file for a population that is called neither .xlsx nor .csv.
    PopulationFile(String),
    /// Attributes of a body.
    Attributes(Vec<AttributeError>),
    /// Not PLAN or PLAN@VERSION.
    Plan(String),
    /// Not a URI of a ledger.
    Source(String),
    /// Not a prefix of activity types.
    Prefix(String),
    /// Not a time zone.
    Zone(String),
    /// Not the end of a fiscal year.
    YearEnd(String),
    /// Not a port.
    Port(String),
    /// Not a currency.
    Currency(MoneyError),
    /// A format that only tables have.
    TableFormat(&'static str),
    /// A file called otherwise than by the format asked for.
    NamedOtherwise {
        /// The file.
        out: String,
        /// The format asked for.
        asked: &'static str,
        /// The format that its name promises.
        named: &'static str,
    },
    /// A file whose name is that of no format, and none is asked for.
    NameTellsNothing(String),
    /// A recipient who is a person of the register.
    SentToPerson(String),
    /// A workbook where text is shown.
    WorkbookOnTerminal,
    /// Not what a column holds.
    Column(String),
    /// Not what a row is.
    Level(String),
    /// Not the target of a row.
    Target(String),
    /// Not what columns of years hold.
    Years(String),
    /// Not a mark between thousands.
    Thousands(String),
    /// Neither a row of a table nor none.
    LeftOut(String),
    /// Not an amount.
    Amount(AmountError),
    /// A list, and nothing of the ledger to compare it with.
    NothingToMatch,
    /// No number of items, or none.
    SampleSize,
    /// Nothing that decides which items are drawn.
    SampleSeed,
    /// Not an amount above which items are taken.
    SampleAbove(String),
    /// A working paper of no sample.
    NoSampleAsked,
    /// No kind of document.
    EvidenceKind(String),
    /// What cannot be undone, to which nobody agreed.
    NotAgreed,
    /// Neither a ledger's address and prefix, nor that none is to be opened.
    NoOpening,
}

impl Usage {
    /// The sentence: what, and what to write instead.
    pub(super) fn sentence(&self, messages: &Messages) -> String {
        let (id, typed) = match self {
            Self::NoOpening => return messages.word("usage-no-opening"),
            Self::NotAgreed => return messages.word("usage-not-agreed"),
            Self::EvidenceKind(typed) => ("usage-evidence-kind", typed),
            Self::Column(typed) => ("usage-column", typed),
            Self::Level(typed) => ("usage-level", typed),
            Self::Target(typed) => ("usage-target", typed),
            Self::Years(typed) => ("usage-years", typed),
            Self::Thousands(typed) => ("usage-thousands", typed),
            Self::LeftOut(typed) => ("usage-left-out", typed),
            Self::NoType => return messages.word("usage-no-type"),
            Self::NoChange => return messages.word("usage-no-change"),
            Self::WorkbookOnTerminal => return messages.word("usage-workbook-on-terminal"),
            Self::Amount(error) => return amount_sentence(messages, error),
            Self::NothingToMatch => return messages.word("usage-nothing-to-match"),
            Self::SampleSize => return messages.word("usage-sample-size"),
            Self::SampleSeed => return messages.word("usage-sample-seed"),
            Self::NoSampleAsked => return messages.word("usage-no-sample"),
            Self::SampleAbove(typed) => ("usage-sample-above", typed),
            Self::TableFormat(word) => {
                return messages.say("usage-table-format", &[("format", Arg::Text(word))]);
            }
            Self::NamedOtherwise { out, asked, named } => {
                let values = [("out", out.as_str()), ("asked", asked), ("named", named)];
                let values = values.map(|(name, value)| (name, Arg::Text(value)));
                return messages.say("usage-named-otherwise", &values);
            }
            Self::NameTellsNothing(out) => ("usage-name-tells-nothing", out),
            Self::Date(error) => return date_sentence(messages, error),
            Self::Fields(errors) => return fields_sentence(messages, errors),
            Self::Text(error) => return text_sentence(messages, error),
            Self::Days { body, source } => {
                let cause = day_sentence(messages, source);
                return messages
                    .say("usage-days", &[("body", Arg::Shown(body)), ("cause", Arg::Text(&cause))]);
            }
            Self::Currency(error) => return money_sentence(messages, error),
            Self::NewType(error) => return new_type_sentence(messages, error),
            Self::NoSource => return messages.word("usage-no-source"),
            Self::TotalOn(entry) => return messages.say("usage-total-on", &[("entry", Arg::Shown(entry))]),
            Self::Kind(typed) => ("usage-kind", typed),
            Self::NoIdOfName(typed) => ("usage-no-id-of-name", typed),
            Self::Pair(typed) => ("usage-pair", typed),
            Self::Known(typed) => ("usage-known", typed),
            Self::PopulationFile(typed) => ("usage-population-file", typed),
            Self::AroundDays(typed) => ("usage-around-days", typed),
            Self::NoOffset(typed) => ("usage-no-offset", typed),
            Self::BeyondLast { typed, last } => {
                return messages
                    .say("usage-beyond-last", &[("typed", Arg::Text(typed)), ("last", Arg::Shown(last))]);
            }
            Self::FromAfterTo { from, to } => {
                return messages
                    .say("usage-from-after-to", &[("from", Arg::Shown(from)), ("to", Arg::Shown(to))]);
            }
            Self::Attributes(errors) => return attributes_sentence(messages, errors),
            Self::Plan(typed) => ("usage-plan", typed),
            Self::Source(typed) => ("usage-source", typed),
            Self::Prefix(typed) => ("usage-prefix", typed),
            Self::Port(typed) => ("usage-port", typed),
            Self::ProofOfWhat => return messages.word("usage-proof-of-what"),
            Self::ProofOfValue => return messages.word("usage-proof-of-value"),
            Self::OneKey => return messages.word("usage-one-key"),
            Self::Verifier(typed) => ("usage-verifier", typed),
            Self::Zone(typed) => ("usage-zone", typed),
            Self::YearEnd(typed) => ("usage-year-end", typed),
            Self::SentToPerson(typed) => ("usage-sent-to-person", typed),
        };
        messages.say(id, &[("typed", Arg::Text(typed))])
    }
}
