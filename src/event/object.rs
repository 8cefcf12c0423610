//! The members of an object, in the one order that they have.

use super::Json;

/// An object's members in byte order of their names, which is canonical order
/// because names are ASCII.
///
/// They lie side by side: objects of entries have a handful of members, are
/// read once in that order and seldom changed, and replay makes many of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Object(Vec<(String, Json)>);

/// An object from pairs.
pub fn object<const N: usize>(members: [(&str, Json); N]) -> Object {
    members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

impl Object {
    /// Without members.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The object of members that are in order already, each name once.
    pub(super) fn in_order(members: Vec<(String, Json)>) -> Self {
        debug_assert!(members.is_sorted_by(|(one, _), (next, _)| one < next), "names are in order");
        Self(members)
    }

    /// How many members there are.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&Json> {
        // Of a handful of names few are as long as the one looked for, and
        // only those are compared.
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The value of a name, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Json> {
        self.0.iter_mut().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Whether there is a member of this name.
    pub fn contains_key(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Sets the value of a name; the one that it replaces.
    pub fn insert(&mut self, name: String, value: Json) -> Option<Json> {
        match self.place(&name) {
            Ok(at) => Some(std::mem::replace(&mut self.0[at].1, value)),
            Err(at) => {
                self.0.insert(at, (name, value));
                None
            }
        }
    }

    /// Takes a member out.
    pub fn remove(&mut self, name: &str) -> Option<Json> {
        self.place(name).ok().map(|at| self.0.remove(at).1)
    }

    /// All members in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&String, &Json)> {
        self.0.iter().map(|(name, value)| (name, value))
    }

    /// All members in order, their values to be changed.
    pub fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = (&String, &mut Json)> {
        self.0.iter_mut().map(|(name, value)| (&*name, value))
    }

    /// All values in order of their names, to be changed.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut Json> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// All names in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &String> {
        self.0.iter().map(|(name, _)| name)
    }

    /// All values in order of their names.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Json> {
        self.0.iter().map(|(_, value)| value)
    }

    /// Whether the members of a `serde_json` object are the same.
    pub fn is_spelled(&self, members: &serde_json::Map<String, serde_json::Value>) -> bool {
        self.len() == members.len()
            && self.iter().all(|(name, value)| members.get(name).is_some_and(|other| value.is_spelled(other)))
    }

    /// Where a name stands, or would stand.
    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(name))
    }
}

/// Of two members with one name the later one counts.
impl FromIterator<(String, Json)> for Object {
    fn from_iter<I: IntoIterator<Item = (String, Json)>>(members: I) -> Self {
        let mut object = Self::new();
        object.extend(members);
        object
    }
}

impl Extend<(String, Json)> for Object {
    fn extend<I: IntoIterator<Item = (String, Json)>>(&mut self, members: I) {
        for (name, value) in members {
            self.insert(name, value);
        }
    }
}

impl IntoIterator for Object {
    type Item = (String, Json);
    type IntoIter = std::vec::IntoIter<(String, Json)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// A member by reference.
type Member<'a> = (&'a String, &'a Json);

impl<'a> IntoIterator for &'a Object {
    type Item = Member<'a>;
    type IntoIter =
        std::iter::Map<std::slice::Iter<'a, (String, Json)>, fn(&'a (String, Json)) -> Member<'a>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(|(name, value)| (name, value))
    }
}
