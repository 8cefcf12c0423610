//! Why a request is not answered as it was meant.

use axum::http::StatusCode;

use crate::event::TextError;
use crate::exchange::{
    BodyError, DateError, FieldError, FieldTrouble, KnownError, NewTypeError, PersonError, TypeError,
};
use crate::figures::{RulingError, Unsampled};
use crate::ledger::{DeskError, LogError, Refusal, SigningError};
use crate::present::problems::{
    body_sentence, date_sentence, desk_sentence, log_sentence, new_type_sentence, person_sentence,
    ruling_sentence, signing_sentence, text_sentence, type_sentence, typed_field_sentence, typed_sentence,
    unsampled_sentence, vault_sentence, workbook_sentence,
};
use crate::present::{Arg, Messages, WorkbookError, day_words};
use crate::vault::VaultError;

/// Why a request is not answered as it was meant.
#[derive(Debug)]
pub(super) enum Trouble {
    /// There is nothing at this address.
    Missing,
    /// A form that is not one of ours, or cannot be read.
    Form,
    /// A form that is larger than it may be.
    TooLarge,
    /// A template that cannot be filled.
    Template,
    /// A sentence of its own, with what was typed.
    Typed(&'static str, String),
    Known(KnownError),
    Date(DateError),
    Body(BodyError),
    Person(PersonError),
    Type(TypeError),
    /// Of one field, which is named where it is told.
    Field(FieldError),
    Text(TextError),
    NewType(NewTypeError),
    Ruling(RulingError),
    Desk(DeskError),
    Log(LogError),
    Vault(VaultError),
    Workbook(WorkbookError),
    /// Nothing can be signed.
    Signing(Box<SigningError>),
    /// No sample can be drawn of a value.
    Unsampled(Unsampled),
}

impl Trouble {
    pub(super) const fn status(&self) -> StatusCode {
        match self {
            Self::Missing => StatusCode::NOT_FOUND,
            Self::Form => StatusCode::FORBIDDEN,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Template | Self::Log(_) | Self::Vault(_) | Self::Workbook(_) => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
            Self::Desk(error) if !matches!(error, DeskError::Refused(_)) => StatusCode::INTERNAL_SERVER_ERROR,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    /// The same of a form, which is shown again with what was typed into it.
    pub(super) fn status_of_form(&self) -> StatusCode {
        match self.status() {
            StatusCode::INTERNAL_SERVER_ERROR => StatusCode::INTERNAL_SERVER_ERROR,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    /// Whether what was to be recorded may be there nonetheless.
    pub(super) const fn is_unfinished(&self) -> bool {
        matches!(self, Self::Log(error) | Self::Desk(DeskError::Log(error)) if error.is_unfinished())
    }

    /// Whether it is about what was typed.
    pub(super) const fn is_typed(&self) -> bool {
        matches!(
            self,
            Self::Typed(..)
                | Self::Known(_)
                | Self::Date(_)
                | Self::Body(_)
                | Self::Person(_)
                | Self::Type(_)
                | Self::Ruling(_)
        )
    }

    /// The sentence: what, where, and what to do.
    pub(super) fn sentence(&self, messages: &Messages) -> String {
        match self {
            Self::Missing => messages.word("web-missing"),
            Self::Form => messages.word("web-form"),
            Self::TooLarge => messages.word("web-too-large"),
            Self::Template => messages.word("web-template"),
            Self::Typed(id, typed) => messages.say(id, &[("typed", Arg::Text(typed))]),
            Self::Known(KnownError::NoOffset(typed)) => {
                messages.say("usage-no-offset", &[("typed", Arg::Text(typed))])
            }
            Self::Known(KnownError::Unknown(typed)) => {
                messages.say("usage-known", &[("typed", Arg::Text(typed))])
            }
            Self::Known(KnownError::Date(error)) | Self::Date(error) => date_sentence(messages, error),
            Self::Body(error) => body_sentence(messages, error),
            Self::Person(error) => person_sentence(messages, error),
            Self::Type(error) => type_sentence(messages, error),
            Self::Field(FieldError { trouble: FieldTrouble::Value(error), .. }) => {
                typed_sentence(messages, error)
            }
            Self::Field(error) => typed_field_sentence(messages, &error.field, &error.trouble),
            Self::Text(error) => text_sentence(messages, error),
            Self::NewType(error) => new_type_sentence(messages, error),
            // Pages have no arguments that a hint could name.
            Self::Ruling(RulingError::NotInForce { plan, from }) => {
                let day = day_words(messages.language(), *from);
                messages.say("web-not-in-force", &[("plan", Arg::Text(plan)), ("day", Arg::Text(&day))])
            }
            Self::Ruling(error) => ruling_sentence(messages, error),
            Self::Desk(error) => desk_sentence(messages, error),
            Self::Log(error) => log_sentence(messages, error),
            Self::Vault(error) => vault_sentence(messages, error),
            Self::Workbook(error) => workbook_sentence(messages, error),
            Self::Signing(error) => signing_sentence(messages, error),
            Self::Unsampled(why) => unsampled_sentence(messages, why),
        }
    }
}

macro_rules! from {
    ($($error:ty => $variant:expr),+ $(,)?) => {
        $(impl From<$error> for Trouble {
            fn from(error: $error) -> Self {
                $variant(error)
            }
        })+
    };
}

from!(
    FieldError => Self::Field,
    KnownError => Self::Known,
    DateError => Self::Date,
    BodyError => Self::Body,
    PersonError => Self::Person,
    TypeError => Self::Type,
    TextError => Self::Text,
    RulingError => Self::Ruling,
    DeskError => Self::Desk,
    LogError => Self::Log,
    VaultError => Self::Vault,
    WorkbookError => Self::Workbook,
);

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Self::Desk(refusal.into())
    }
}

impl From<SigningError> for Trouble {
    /// What is refused, or cannot be read, is told as it is elsewhere.
    fn from(error: SigningError) -> Self {
        match error {
            SigningError::Desk(error) => error.into(),
            SigningError::Log(error) => error.into(),
            SigningError::Vault(error) => error.into(),
            SigningError::Ruling(error) => (*error).into(),
            other => Self::Signing(Box::new(other)),
        }
    }
}
