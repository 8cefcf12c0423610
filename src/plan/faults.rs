//! All that is wrong with the shape of a file, in one go.
//!
//! A value is read as a whole and stops at its first fault. So what is at fault
//! is taken out and the rest is read again, until nothing more is found: a key
//! that is not known or holds what it may not, a definition that lacks what it
//! needs. What follows only from what was taken out is not told.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::file::Place;
use super::file_trouble::Plain;
use super::{FileTrouble, nearest};

/// Faults that are told of one file, at most.
const MOST: usize = 100;

/// A fault and where it stands.
pub(super) type Faults = Vec<(Place, FileTrouble)>;

/// The value as one of ours, or all that is wrong with it; of which `told` was
/// found before.
pub(super) fn read<T: DeserializeOwned>(value: Value, told: Faults) -> Result<T, Faults> {
    let mut reading = Reading { value, faults: Vec::new(), removed: BTreeSet::new() };
    for (place, trouble) in told {
        reading.take_out(&place);
        reading.faults.push((place, trouble));
    }
    while reading.faults.len() < MOST {
        match serde_path_to_error::deserialize(Plain(reading.value.clone())) {
            Ok(read) if reading.faults.is_empty() => return Ok(read),
            Ok(_) => break,
            Err(error) => {
                let place = reading.place(error.path());
                if !reading.find(place, error.into_inner()) {
                    break;
                }
            }
        }
    }
    Err(reading.faults)
}

/// A value of which more and more is taken out. What is taken out of an array
/// leaves `null` behind, which TOML has not and which is passed over.
struct Reading {
    value: Value,
    faults: Faults,
    /// What is no longer there, or was spelled as something else.
    removed: BTreeSet<Place>,
}

impl Reading {
    /// Notes a fault, unless it follows from an earlier one, and takes out what
    /// is at fault; whether anything was.
    fn find(&mut self, place: Place, trouble: FileTrouble) -> bool {
        let inner = |name: &str| -> Place { place.iter().cloned().chain([name.to_owned()]).collect() };
        let (out, follows) = match &trouble {
            FileTrouble::UnknownName { name, known } => {
                let table = place.strip_suffix(std::slice::from_ref(name)).unwrap_or(&place);
                let under =
                    |name: &str| -> Place { table.iter().cloned().chain([name.to_owned()]).collect() };
                let meant = nearest(name, known.iter().copied()).into_iter().map(under);
                self.removed.extend(meant);
                (under(name), false)
            }
            FileTrouble::Missing(name) => (place.clone(), self.removed.contains(&inner(name))),
            FileTrouble::Twice(name) => (inner(name), false),
            _ => (place.clone(), self.faults.iter().any(|(earlier, _)| earlier.starts_with(&place))),
        };
        if !follows {
            self.faults.push((place, trouble));
        }
        self.take_out(&out)
    }

    /// Takes out what stands at a place: a value by its key, a definition out of
    /// its array. A value out of an array of values takes the array along, which
    /// would be another without it.
    fn take_out(&mut self, place: &[String]) -> bool {
        let Some((last, holder)) = place.split_last() else { return false };
        self.removed.insert(place.to_vec());
        match at(&mut self.value, holder) {
            Some(Value::Object(members)) => members.remove(last).is_some(),
            Some(Value::Array(items)) => {
                let Some(item) = last.parse().ok().and_then(|index: usize| items.get_mut(index)) else {
                    return false;
                };
                if !item.is_object() {
                    return self.take_out(holder);
                }
                *item = Value::Null;
                true
            }
            _ => false,
        }
    }

    /// The place of a path in the file, in which nothing is passed over.
    fn place(&self, path: &serde_path_to_error::Path) -> Place {
        use serde_path_to_error::Segment;
        let mut place = Place::new();
        let mut value = Some(&self.value);
        for segment in path {
            let step = match segment {
                Segment::Seq { index } => {
                    let items = value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
                    let there = items.iter().enumerate().filter(|(_, item)| !item.is_null());
                    there.map(|(at, _)| at).nth(*index).unwrap_or(*index).to_string()
                }
                Segment::Map { key } => key.clone(),
                Segment::Enum { .. } | Segment::Unknown => continue,
            };
            value = value.and_then(|value| match value {
                Value::Array(items) => items.get(step.parse::<usize>().ok()?),
                other => other.get(&step),
            });
            place.push(step);
        }
        place
    }
}

fn at<'a>(value: &'a mut Value, place: &[String]) -> Option<&'a mut Value> {
    place.iter().try_fold(value, |value, step| match value {
        Value::Array(items) => items.get_mut(step.parse::<usize>().ok()?),
        other => other.get_mut(step),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::read;
    use crate::plan::{FileTrouble, PlanHead};

    fn places(value: Value) -> Vec<String> {
        let faults = read::<PlanHead>(value, vec![]).err().unwrap_or_default();
        faults.into_iter().map(|(place, _)| place.join(".")).collect()
    }

    #[test]
    fn what_has_no_fault_is_read() {
        assert!(read::<PlanHead>(json!({"plan": "p"}), vec![]).is_ok());
        // What was told before is a fault all the same.
        let told = vec![(vec!["plan".to_owned()], FileTrouble::Missing("x"))];
        assert_eq!(read::<PlanHead>(json!({"plan": "p"}), told).map_err(|it| it.len()).err(), Some(1));
    }

    #[test]
    fn places_are_those_of_the_file_whatever_was_taken_out_before_them() {
        let words = json!({"fr": "a", "en": "a"});
        let value = json!({"list": [
            {"id": "a", "edition": "1", "label": words},
            {"id": "b", "edition": "1", "label": {"fr": "b"}, "members": [1, 2]},
            {"id": "c", "edition": "1", "label": words, "members": ["x"]},
            {"id": "d", "edition": "1", "label": words, "members": ["x", {"y": []}], "z": 1},
            4,
        ]});
        let mut places = places(value);
        places.sort();
        assert_eq!(
            places,
            ["list.0", "list.1.label", "list.1.members.0", "list.3.members.1", "list.3.z", "list.4"]
        );
    }

    #[test]
    fn what_follows_from_an_earlier_fault_is_not_told() {
        // A name spelled otherwise does not lack; a condition without its test
        // has none because that was at fault.
        let words = json!({"fr": "a", "en": "a"});
        assert_eq!(
            places(json!({"list": [{"id": "a", "edition": "1", "lable": words, "members": ["x"]}]})).len(),
            1
        );
        let from = json!([{"type": "a.b", "where": [{"path": "x", "is": [1]}]}]);
        let rule = json!({"kind": "count", "from": from});
        let indicator = json!({"id": "a", "label": words, "status": "printed", "rule": rule});
        assert_eq!(places(json!({"indicator": [indicator]})), ["indicator.0.rule.from.0.where.0.is.0"]);
    }

    #[test]
    fn reading_ends_also_where_everything_is_at_fault() {
        for value in [json!(3), json!({"list": 3}), json!({"label": 3, "list": [[]], "type": {"a": 1}})] {
            assert!(!places(value.clone()).is_empty(), "{value}");
        }
        let many: Vec<Value> = (0..300).map(|_| json!({})).collect();
        assert_eq!(places(json!({"list": many})).len(), super::MOST);
    }
}
