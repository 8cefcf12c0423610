//! Where the members of an object stand in their line.

/// A member of an object, with its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Member {
    /// Its name after the names of those around it: `citation.source`,
    /// `evidence[0].name`.
    pub path: String,
    /// The byte at which its name begins.
    pub at: usize,
}

/// All members of a line that is JSON, in the order in which they stand.
pub(super) fn members(line: &str) -> Vec<Member> {
    let mut reader = Reader { line, at: 0, found: Vec::new() };
    reader.value("");
    reader.found
}

struct Reader<'a> {
    line: &'a str,
    at: usize,
    found: Vec<Member>,
}

impl Reader<'_> {
    fn value(&mut self, path: &str) {
        self.blank();
        match self.peek() {
            Some(b'{') => self.object(path),
            Some(b'[') => self.array(path),
            Some(b'"') => {
                self.text();
            }
            _ => self.skip(|byte| !matches!(byte, b',' | b'}' | b']')),
        }
        self.blank();
    }

    fn object(&mut self, path: &str) {
        self.at += 1;
        self.blank();
        while self.peek() == Some(b'"') {
            let at = self.at;
            let name = self.text();
            let path = if path.is_empty() { name } else { format!("{path}.{name}") };
            self.found.push(Member { path: path.clone(), at });
            self.blank();
            self.at += 1; // The colon.
            self.value(&path);
            self.comma();
        }
        self.at += 1;
    }

    fn array(&mut self, path: &str) {
        self.at += 1;
        self.blank();
        for at in 0.. {
            if self.peek().is_none_or(|byte| byte == b']') {
                break;
            }
            self.value(&format!("{path}[{at}]"));
            self.comma();
        }
        self.at += 1;
    }

    /// The text of a string.
    fn text(&mut self) -> String {
        let start = self.at;
        self.at += 1;
        while self.peek().is_some_and(|byte| byte != b'"') {
            self.at += if self.peek() == Some(b'\\') { 2 } else { 1 };
        }
        self.at += 1;
        let quoted = self.line.get(start..self.at).unwrap_or_default();
        serde_json::from_str(quoted).unwrap_or_default()
    }

    fn comma(&mut self) {
        if self.peek() == Some(b',') {
            self.at += 1;
            self.blank();
        }
    }

    fn blank(&mut self) {
        self.skip(|byte| byte.is_ascii_whitespace());
    }

    fn skip(&mut self, passes: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&passes) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.line.as_bytes().get(self.at).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::members;

    #[test]
    fn every_member_is_found_where_its_name_begins() {
        let line = r#" { "a" : [ {"b":1}, "x,]" ,{}] ,"é\"":{"c":"}"}, "d":-1, "e":{} }"#;
        let found = members(line);
        let paths: Vec<&str> = found.iter().map(|it| it.path.as_str()).collect();
        assert_eq!(paths, ["a", "a[0].b", "é\"", "é\".c", "d", "e"]);
        assert!(found.iter().all(|it| line[it.at..].starts_with('"')));
        assert!(members("[1,[2],\"a\"]").is_empty());
        assert!(members("").is_empty());
    }
}
