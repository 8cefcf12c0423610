//! In which form a table was sent.

/// A form of a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SentFormat {
    /// Plain text.
    Text,
    /// JSON.
    Json,
    /// Markdown.
    Md,
    /// A web page.
    Html,
    /// Comma-separated values.
    Csv,
    /// A workbook.
    Xlsx,
    /// Something else that holds it, such as a report.
    Other,
}

impl SentFormat {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Text, Self::Json, Self::Md, Self::Html, Self::Csv, Self::Xlsx, Self::Other];

    /// The stored word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Md => "md",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Other => "other",
        }
    }

    /// What a file is by its name.
    pub fn of_name(name: &str) -> Self {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
        match ending.as_str() {
            "txt" => Self::Text,
            "htm" => Self::Html,
            other => Self::from_word(other).unwrap_or(Self::Other),
        }
    }

    /// Whether it holds words of one language.
    pub const fn has_words(self) -> bool {
        !matches!(self, Self::Json | Self::Csv | Self::Other)
    }

    /// The form of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}
