//! Where two documents part.

use serde_json::Value as Json;

/// The members in which two documents differ, each by its path, such as
/// `contributions/3/amount`. What only the first has is passed over: later programs may
/// say more.
pub fn members_apart(made: &Json, given: &Json) -> Vec<String> {
    let mut found = Vec::new();
    walk(made, given, &mut String::new(), &mut found);
    found
}

fn walk(made: &Json, given: &Json, path: &mut String, found: &mut Vec<String>) {
    match (made, given) {
        (Json::Object(made), Json::Object(given)) => {
            for (name, value) in given {
                within(path, name, |path| match made.get(name) {
                    Some(made) => walk(made, value, path, found),
                    None => found.push(path.clone()),
                });
            }
        }
        (Json::Array(made), Json::Array(given)) if made.len() == given.len() => {
            for (at, (made, given)) in made.iter().zip(given).enumerate() {
                within(path, &at.to_string(), |path| walk(made, given, path, found));
            }
        }
        (made, given) if made == given => {}
        _ => found.push(path.clone()),
    }
}

fn within(path: &mut String, name: &str, walk: impl FnOnce(&mut String)) {
    let before = path.len();
    if !path.is_empty() {
        path.push('/');
    }
    path.push_str(name);
    walk(path);
    path.truncate(before);
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::members_apart;

    #[test]
    fn each_difference_is_named_by_its_path() {
        let made = json!({"a": [{"b": 1, "more": 2}, 3], "c": null, "later": true});
        assert!(members_apart(&made, &json!({"a": [{"b": 1}, 3], "c": null})).is_empty());
        assert_eq!(members_apart(&made, &json!({"a": [{"b": 2}, 3], "d": null})), ["a/0/b", "d"]);
        assert_eq!(members_apart(&made, &json!({"a": [{"b": 1}]})), ["a"], "a length");
    }
}
