//! What was given with a request, as names and texts: a query or a form.

/// Names and texts in the order in which they were given.
#[derive(Clone, Debug, Default)]
pub(super) struct Given(pub(super) Vec<(String, String)>);

impl Given {
    /// The text of a name, when there is more than blanks.
    pub(super) fn one(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// All texts of a name, without the empty ones.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        let of_name = self.0.iter().filter(move |(it, _)| it == name);
        of_name.map(|(_, text)| text.trim()).filter(|text| !text.is_empty())
    }

    /// What was given under some names alone.
    pub(super) fn only(&self, names: &[&str]) -> Self {
        Self(self.0.iter().filter(|(name, _)| names.contains(&name.as_str())).cloned().collect())
    }

    /// Whether a name was given, empty or not.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(it, _)| it == name)
    }

    /// A path with what was given but one name, which has this text instead;
    /// without it where there is none.
    pub(super) fn link(&self, path: &str, name: &str, text: Option<&str>) -> String {
        let kept = self.0.iter().filter(|(it, text)| it != name && it != "lang" && !text.is_empty());
        let pairs = kept.map(|(name, text)| (name.as_str(), text.as_str()));
        link(path, pairs.chain(text.map(|text| (name, text))))
    }
}

/// An address with one name more.
pub(super) fn and(address: &str, name: &str, text: &str) -> String {
    let mark = if address.contains('?') { '&' } else { '?' };
    format!("{address}{mark}{}={}", encoded(name), encoded(text))
}

/// A path with a query.
pub(super) fn link<'a>(path: &str, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let pairs = pairs.into_iter().filter(|(_, text)| !text.is_empty());
    let query: Vec<String> =
        pairs.map(|(name, text)| format!("{}={}", encoded(name), encoded(text))).collect();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
}

/// A text within a path or a query.
pub(super) fn encoded(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            all.push(char::from(byte));
        } else {
            all.push_str(&format!("%{byte:02X}"));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{Given, link};

    #[test]
    fn links_keep_what_was_given_and_escape_it() {
        let given = |pairs: &[(&str, &str)]| {
            Given(pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
        };
        let asked = given(&[("as-at", "2024-03-31"), ("with", "A&B"), ("lang", "en"), ("to", " ")]);
        assert_eq!(asked.link("/table", "as-at", Some("FY2023")), "/table?with=A%26B&to=%20&as-at=FY2023");
        assert_eq!(asked.one("to"), None);
        assert_eq!(link("/", [("a", "")]), "/");
    }
}
