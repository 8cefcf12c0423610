//! Several CSV files in one folder: one description has room for all of them,
//! for there can be only one of its name.

use serde_json::{Map, Value as Json};

use super::package::{JALON, with};

/// Members of a description that are about a table.
const OF_TABLE: [&str; 10] =
    ["asat", "comparedto", "description", "filter", "head", "knownat", "notice", "plan", "size", "title"];

/// The description of a file, with what another says of the files beside it that
/// are kept: one of the same path is described anew. None where the other is not
/// of this program.
pub fn package_with(mut package: Json, there: &Json, is_kept: impl Fn(&str) -> bool) -> Option<Json> {
    if there.get("jalon")?.as_str()? != JALON {
        return None;
    }
    let about = about_table(there);
    let mut all: Vec<Json> = Vec::new();
    for resource in there.get("resources")?.as_array()? {
        resource.get("name")?.as_str()?;
        if is_kept(path_of(resource)?) {
            all.push(with(resource.clone(), &about));
        }
    }
    for mut resource in package.get_mut("resources")?.as_array_mut()?.drain(..) {
        let place = all.iter().position(|it| path_of(it) == path_of(&resource));
        let others = all.iter().enumerate().filter(|(at, _)| Some(*at) != place).map(|(_, it)| it);
        let name = free_name(resource.get("name")?.as_str()?, &others.collect::<Vec<_>>());
        *resource.get_mut("name")? = name.into();
        match place.and_then(|at| all.get_mut(at)) {
            Some(same) => *same = resource,
            None => all.push(resource),
        }
    }
    *package.get_mut("resources")? = all.into();
    Some(package)
}

/// What a package says of its table, for files that do not say it themselves.
fn about_table(package: &Json) -> Json {
    let members = OF_TABLE.iter().filter_map(|name| Some(((*name).to_owned(), package.get(name)?.clone())));
    Json::Object(members.collect::<Map<_, _>>())
}

fn path_of(resource: &Json) -> Option<&str> {
    resource.get("path")?.as_str()
}

/// The name, with a number behind it where another file has it.
fn free_name(name: &str, others: &[&Json]) -> String {
    let is_free = |name: &str| others.iter().all(|it| it.get("name").and_then(Json::as_str) != Some(name));
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| is_free(name)).unwrap_or_default()
}

/// What a file is called within a description: of small letters, digits, dots,
/// hyphens and underscores, as the first version of the format demands.
pub(super) fn name_of(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_lowercase();
    let fits = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
    let name: String = stem.chars().map(|letter| if fits(letter) { letter } else { '-' }).collect();
    if name.trim_matches('-').is_empty() { "table".to_owned() } else { name }
}
