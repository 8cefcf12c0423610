//! What is asked of an index before it is given anything.

use super::Index;
use crate::event::Json;

impl Index {
    /// Whether some rule reads a field of a type, whatever stands there.
    pub(in crate::figures) fn reads(&self, kind: &str, name: &str) -> bool {
        // A truth value names no body, for which any field would be kept.
        self.reads.keeps(kind, name, &Json::Bool(false))
    }
}
