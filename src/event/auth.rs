//! Who recorded an entry: a claim, not a proof.

use uuid::Uuid;

use super::ids::read_uuid;

/// How the recorder was known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AuthorType {
    /// Signed in to the application.
    AppUser,
    /// By the account of the operating system.
    User,
    /// A service or a tool.
    ServiceAccount,
    /// The program itself.
    System,
}

impl AuthorType {
    const ALL: [Self; 4] = [Self::AppUser, Self::User, Self::ServiceAccount, Self::System];

    /// The word stored in entries.
    pub const fn word(self) -> &'static str {
        match self {
            Self::AppUser => "app_user",
            Self::User => "user",
            Self::ServiceAccount => "service_account",
            Self::System => "system",
        }
    }

    /// The type of a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// The recorder of an entry, `user/<uuid>`, never a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Author {
    /// The user's UUID.
    pub user: Uuid,
    /// How the user was known.
    pub kind: AuthorType,
}

impl Author {
    /// The `authid` of entries, `user/<uuid>`.
    pub fn id(&self) -> String {
        format!("user/{}", self.user.hyphenated())
    }

    /// The author of stored words.
    pub fn read(id: &str, kind: &str) -> Option<Self> {
        // A UUID has one spelling wherever it stands.
        let user = read_uuid(id.strip_prefix("user/")?)?;
        Some(Self { user, kind: AuthorType::from_word(kind)? })
    }
}
