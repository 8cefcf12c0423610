//! The stored form of a sealed value: what it commits to, and whose it is.

use super::{BodyId, BodyKind, Hash, Json};

/// Whether a value is `{"person":"person/<uuid>","sealed":"<64 hex>"}` and
/// nothing more.
pub fn is_sealed(value: &Json) -> bool {
    let Some(members) = value.as_object() else {
        return false;
    };
    let word = |name: &str| members.get(name).and_then(Json::as_text);
    let hash = word("sealed").is_some_and(|text| text.parse::<Hash>().is_ok());
    let person = word("person").and_then(|text| text.parse::<BodyId>().ok());
    members.len() == 2 && hash && person.is_some_and(|id| id.kind() == BodyKind::Person)
}
