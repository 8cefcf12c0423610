//! `datapackage.json`, by <https://datapackage.org> version 2: what the CSV
//! file is, of which bytes, and what each of its columns holds.

use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};

use super::columns::Column;
use crate::figures::{Comparison, Table};
use crate::present::json::words_json;
use crate::present::{Messages, notice_json};

/// The name of the file, which stands beside the CSV file.
pub const PACKAGE: &str = "datapackage.json";

/// What says that a description is of this program.
pub(super) const JALON: &str = "table/1";

/// What says that a CSV file of this name holds these bytes, the table. The
/// title and the description are in the language, everything else is the same
/// in both.
pub fn package_json(
    messages: &Messages,
    table: &Table<'_>,
    compared: Option<&Comparison<'_>>,
    file: &str,
    bytes: &[u8],
) -> Json {
    let language = messages.language();
    let adoption = &table.ruling.adopted.adoption;
    let title = match compared {
        Some(comparison) => crate::present::compared::comparison_title(messages, comparison),
        None => crate::present::table::table_title(messages, table),
    };
    let notice = adoption.notice.as_ref();
    let mut of_table = json!({
        "asat": table.as_at.to_string(),
        "comparedto": compared.map(|it| it.older.as_at.to_string()),
        "filter": table.filter.bodies.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "head": table.head.to_string(),
        "knownat": table.size.checked_sub(1),
        "notice": notice_json(notice),
        "plan": {"id": adoption.id, "label": words_json(&adoption.label), "version": adoption.version},
        "size": table.size,
        "title": title,
    });
    if let (Some(notice), Some(members)) = (notice, of_table.as_object_mut()) {
        members.insert("description".into(), language.of(notice).into());
    }
    // Each file says of which table it is: a package may hold several.
    let resource = resource(file, bytes, &super::columns(compared.is_some()));
    let package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "jalon": JALON,
        "name": format!("{}-{}", adoption.id, table.as_at),
        "resources": [with(resource, &of_table)],
    });
    with(package, &of_table)
}

/// An object with the members of another that it lacks.
pub(super) fn with(mut object: Json, other: &Json) -> Json {
    if let (Some(members), Some(others)) = (object.as_object_mut(), other.as_object()) {
        for (name, value) in others {
            members.entry(name).or_insert_with(|| value.clone());
        }
    }
    object
}

fn resource(file: &str, bytes: &[u8], columns: &[&Column]) -> Json {
    let fields: Vec<Json> =
        columns.iter().map(|column| json!({"name": column.name, "type": column.kind.word()})).collect();
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
        "bytes": bytes.len(),
        "dialect": {"delimiter": ",", "header": true, "lineTerminator": "\n", "quoteChar": "\""},
        "encoding": "utf-8",
        "format": "csv",
        "hash": format!("sha256:{}", hex(&Sha256::digest(bytes))),
        "mediatype": "text/csv",
        "name": super::beside::name_of(file),
        "path": file,
        "schema": {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": fields, "missingValues": [""], "primaryKey": ["indicator"],
        },
        "type": "table",
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}
