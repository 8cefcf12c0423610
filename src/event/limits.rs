//! The limits of format 1. `docs/format.md` lists them for readers in other
//! languages.

/// Bytes of one entry, without its line feed.
pub const MAX_ENTRY_BYTES: usize = 61_440;
/// Depth of nesting, the entry's own object being 1.
pub const MAX_DEPTH: usize = 8;
/// Largest integer that every JSON reader keeps exactly, 2^53−1.
pub const MAX_INTEGER: i64 = 9_007_199_254_740_991;
/// Characters of any text.
pub const MAX_TEXT: usize = 4_000;
/// Characters of an identifier.
pub const MAX_ID: usize = 64;
/// Characters of the prefix of a ledger's types, so that 31 remain for theirs.
pub const MAX_PREFIX: usize = 32;
/// Fields of one activity type.
pub const MAX_FIELDS: usize = 64;
/// Items of an array in an activity's fields.
pub const MAX_ITEMS: usize = 200;
/// Items of any array.
pub const MAX_DEFINITION_ITEMS: usize = 4_000;
/// Decimals that a field or an indicator may declare.
pub const MAX_DECIMALS: u32 = 18;
/// Indicators of one plan.
pub const MAX_INDICATORS: usize = 500;
/// Activity types of one ledger.
pub const MAX_TYPES: usize = 300;
/// Characters of a person's or a document's name.
pub const MAX_NAME: usize = 200;
/// Characters of a reason.
pub const MAX_REASON: usize = 1_000;
/// Bytes of one document, 4 GiB.
pub const MAX_DOCUMENT_BYTES: u64 = 4 << 30;
/// Rows of one import.
pub const MAX_IMPORT_ROWS: usize = 1_000_000;
