//! Rows of an import that say what an entry says already, without its id: they
//! may be the same activity, which only people can tell.

use std::collections::HashMap;

use super::command::{Command, NewActivity};
use super::desk::Desk;
use crate::event::Period;
use crate::figures::{Content, Record, Version};

impl Desk {
    /// Of each row the place of an entry of the same type, days, subject and
    /// fields, where there is one and the row gives no id.
    pub fn alike(&self, rows: &[Command]) -> Vec<Option<u64>> {
        let mut known: HashMap<(&str, Period), Vec<&Record>> = HashMap::new();
        for record in self.state().records().iter().filter(|record| record.withdrawn.is_none()) {
            let occurred = record.latest().occurred;
            known.entry((&record.kind, occurred)).or_default().push(record);
        }
        let alike = |row: &Command| {
            let Command::Record(new) = row else { return None };
            let same = known.get(&(new.kind.as_str(), new.occurred)).filter(|_| new.id.is_none())?;
            same.iter().find(|record| says(record.latest(), new)).map(|record| record.sequence)
        };
        rows.iter().map(alike).collect()
    }
}

fn says(version: &Version, new: &NewActivity) -> bool {
    let Content::Activity(activity) = &version.content else { return false };
    version.subject == new.subject && activity.fields == new.activity.fields
}
