//! Where the members of an object stand in their line.

use std::collections::HashSet;

/// A member of an object, with its place.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Member {
    /// Which member it stands in.
    within: Option<usize>,
    /// What it adds to the path of that member: `source` in none, `.source`,
    /// `[0].name`.
    step: String,
    /// The byte at which its name begins.
    at: usize,
}

/// All members of a line that is JSON, in the order in which they stand. Each
/// keeps its own name only: together with the names around it a line of a long
/// name and many short ones within would take its length times their number.
pub(super) struct Members(Vec<Member>);

impl Members {
    /// Those of a line.
    pub(super) fn of(line: &str) -> Self {
        let mut reader = Reader { line, at: 0, within: None, found: Vec::new() };
        reader.value("");
        Self(reader.found)
    }

    /// How many there are.
    pub(super) const fn count(&self) -> usize {
        self.0.len()
    }

    /// The byte at which the name of a member begins; its path is its name after
    /// the names of those around it: `citation.source`, `evidence[0].name`.
    pub(super) fn place(&self, path: &str) -> Option<usize> {
        let mut all = 0..self.0.len();
        all.find(|member| self.is_at(*member, path)).map(|found| self.0[found].at)
    }

    /// The first that stands where one of the same name does: its path and place.
    pub(super) fn twice(&self) -> Option<(String, usize)> {
        let mut seen = HashSet::new();
        let mut all = (0..self.0.len()).map(|number| (number, &self.0[number]));
        let (number, member) = all.find(|(_, it)| !seen.insert((it.within, it.step.as_str())))?;
        Some((self.path(number), member.at))
    }

    /// Paths and places of those that stand in nothing else, or in one that does.
    pub(super) fn outer(&self) -> impl Iterator<Item = (String, usize)> {
        let is_outer = |member: &Member| member.within.is_none_or(|around| self.0[around].within.is_none());
        let all = self.0.iter().enumerate().filter(move |(_, member)| is_outer(member));
        all.map(|(number, member)| (self.path(number), member.at))
    }

    fn path(&self, member: usize) -> String {
        let Member { within, step, .. } = &self.0[member];
        within.map_or_else(|| step.clone(), |around| self.path(around) + step)
    }

    fn is_at(&self, member: usize, path: &str) -> bool {
        let Member { within, step, .. } = &self.0[member];
        let Some(around) = within else { return path == step };
        path.strip_suffix(step.as_str()).is_some_and(|before| self.is_at(*around, before))
    }
}

struct Reader<'a> {
    line: &'a str,
    at: usize,
    /// The member whose value is read.
    within: Option<usize>,
    found: Vec<Member>,
}

impl Reader<'_> {
    /// A value, which is this item of its member's.
    fn value(&mut self, item: &str) {
        self.blank();
        match self.peek() {
            Some(b'{') => self.object(item),
            Some(b'[') => self.array(item),
            Some(b'"') => {
                self.text();
            }
            _ => self.skip(|byte| !matches!(byte, b',' | b'}' | b']')),
        }
        self.blank();
    }

    fn object(&mut self, item: &str) {
        let within = self.within;
        self.at += 1;
        self.blank();
        while self.peek() == Some(b'"') {
            let at = self.at;
            let name = self.text();
            let step = if within.is_none() { name } else { format!("{item}.{name}") };
            self.within = Some(self.found.len());
            self.found.push(Member { within, step, at });
            self.blank();
            self.at += 1; // The colon.
            self.value("");
            self.comma();
        }
        self.within = within;
        self.at += 1;
    }

    fn array(&mut self, item: &str) {
        self.at += 1;
        self.blank();
        for at in 0.. {
            if self.peek().is_none_or(|byte| byte == b']') {
                break;
            }
            self.value(&format!("{item}[{at}]"));
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
    use super::Members;

    #[test]
    fn every_member_is_found_where_its_name_begins() {
        let line = r#" { "a" : [ {"b":1}, "x,]" ,{}] ,"é\"":{"c":"}","d":{"e":1}}, "d":-1, "e":{} }"#;
        let found = Members::of(line);
        let paths: Vec<String> = (0..found.count()).map(|member| found.path(member)).collect();
        assert_eq!(paths, ["a", "a[0].b", "é\"", "é\".c", "é\".d", "é\".d.e", "d", "e"]);
        for path in &paths {
            assert!(found.place(path).is_some_and(|at| line[at..].starts_with('"')), "{path}");
        }
        let outer: Vec<String> = found.outer().map(|(path, _)| path).collect();
        assert_eq!(outer, ["a", "a[0].b", "é\"", "é\".c", "é\".d", "d", "e"]);
        for none in ["", "b", "a.b", "a[0]", "a[1].b", "[0].b", ".c", "c"] {
            assert_eq!(found.place(none), None, "{none}");
        }
        assert_eq!(Members::of("[1,[2],\"a\"]").count() + Members::of("").count(), 0);
    }

    #[test]
    fn the_first_that_stands_twice_is_told() {
        let twice = |line: &str| Members::of(line).twice();
        assert_eq!(twice(r#"{"a":{"k":1},"b":{"k":1},"e":[{"k":1},{"k":1}]}"#), None);
        assert_eq!(twice(r#"{"e":[{},{"k":1,"k":2}],"n":1,"n":2}"#), Some(("e[1].k".to_owned(), 16)));
    }

    /// Paths were kept whole once: 10 GB of them for a line of 200 KB.
    #[test]
    fn a_line_takes_no_more_than_its_length_and_no_longer() {
        let (name, many) = ("x".repeat(100_000), 20_000);
        let short: Vec<String> = (0..many).map(|it| format!("\"{it}\":1")).collect();
        let line = format!("{{\"{name}\":{{{},\"7\":1}}}}", short.join(","));
        let found = Members::of(&line);
        assert!(found.0.iter().map(|it| it.step.len()).sum::<usize>() < line.len());
        assert_eq!(found.twice().map(|(path, _)| path.len()), Some(100_002));
    }
}
