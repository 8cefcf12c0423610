//! Outline and index made again while a log is read through, and compared with
//! what is kept in its folder.
//!
//! Nothing is gathered for that: each line that should stand there is compared
//! with the next one that does.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::desk::DeskError;
use super::outline::Outline;
use super::saved::{self, Kept};
use super::stock::BesideLog;
use super::tree::KeptTree;
use crate::figures::{State, TakenUp};
use crate::log::{Log, LogError};
use crate::proof::Node;

/// How far something derived goes, and whether it says what the log says.
pub type Derived = (u64, bool);

/// What is derived, and how far it was made again.
#[derive(Default)]
pub struct MadeAgain {
    /// The folder of the log.
    dir: Option<PathBuf>,
    outline: Option<Again>,
    index: Option<IndexAgain>,
    tree: Option<TreeAgain>,
}

/// The tree that is kept, and whether its root is that of the log; none before that is
/// known.
struct TreeAgain {
    kept: KeptTree,
    same: Option<bool>,
}

/// Lines that are kept, and those that should be.
struct Again {
    kept: Outline,
    /// Up to which byte they are the same.
    at: usize,
    same: bool,
}

/// The index that is kept.
struct IndexAgain {
    lines: Again,
    kept: Kept,
    /// Whether its sections are the same; none before that is known.
    same: Option<bool>,
}

impl MadeAgain {
    /// Nothing that is kept; what is known of activities lies in a folder meanwhile, in a
    /// file without a name.
    pub fn beside(dir: &Path) -> Self {
        Self { dir: Some(dir.to_owned()), ..Self::default() }
    }

    /// What is kept in a folder of the log that is there.
    pub(super) fn of(dir: &Path, log: &dyn Log) -> Result<Self, LogError> {
        let outline = match Outline::kept(dir) {
            Some(kept) if kept.is_of(log)? => Some(Again::of(kept)),
            _ => None,
        };
        let index = match Kept::open(dir) {
            Some(kept) if kept.lines.is_of(log)? => Some(IndexAgain::of(kept)),
            _ => None,
        };
        let tree = match KeptTree::kept(dir) {
            Some(kept) if kept.is_of(log)? => Some(TreeAgain { kept, same: None }),
            _ => None,
        };
        Ok(Self { dir: Some(dir.to_owned()), outline, index, tree })
    }

    /// A state for values that keeps from the start what the lines of the index
    /// say that rules read: made in one go, unless that changes later.
    pub fn state(&self) -> State {
        let Some(dir) = &self.dir else { return State::for_values() };
        let Some(index) = &self.index else { return State::for_values_on(Arc::new(BesideLog::of(dir))) };
        let stock = index.kept.stock(dir);
        let state = State::for_values_on(Arc::clone(&stock));
        let mut told = State::for_values_on(stock);
        // Whatever is wrong with them is found when they are compared.
        match super::replaying::read_apart(index.lines.kept.lines(), &mut told) {
            Ok(()) => told.again(),
            Err(_) => state,
        }
    }

    /// Takes in the line of an entry of the program's own, which a state has just
    /// taken up, and what it was about.
    pub fn line(&mut self, line: &[u8], state: &State, taken_up: TakenUp) {
        let place = state.size() - 1;
        if let Some(outline) = self.outline.as_mut().filter(|_| taken_up == TakenUp::Apart) {
            outline.take(place, line);
        }
        if let Some(index) = self.index.as_mut().filter(|_| taken_up != TakenUp::Indexed) {
            index.lines.take(place, line);
        }
    }

    /// Compares what goes up to here with what a state says.
    pub fn reach(&mut self, state: &State) {
        if let Some(outline) = self.outline.as_mut().filter(|it| it.kept.size() == state.size()) {
            outline.same &= outline.is_whole() && outline.kept.head() == state.head();
        }
        if let Some(index) = self.index.as_mut().filter(|it| it.lines.kept.size() == state.size()) {
            index.reach(state);
        }
    }

    /// Up to where a state has to be looked at next.
    pub fn next_end(&self, size: u64) -> u64 {
        let ends = [self.outline.as_ref(), self.index.as_ref().map(|it| &it.lines)];
        let ends = ends.into_iter().flatten().map(|it| it.kept.size());
        ends.filter(|end| *end > size).min().unwrap_or(u64::MAX)
    }

    /// Up to where the tree goes, whose root is asked for there.
    pub fn tree_size(&self) -> Option<u64> {
        self.tree.as_ref().map(|it| it.kept.size())
    }

    /// Compares the tree with the root of the log at its size, from which all of it
    /// follows.
    pub fn check_tree(&mut self, roots: &BTreeMap<u64, Node>) {
        if let Some(TreeAgain { kept, same }) = &mut self.tree {
            *same = roots.get(&kept.size()).map(|root| Some(*root) == kept.root());
        }
    }

    /// What was found of the tree; none where there is none of this log.
    pub fn tree(&self) -> Option<Derived> {
        self.tree.as_ref().map(|it| (it.kept.size(), it.same == Some(true)))
    }

    /// What was found of the outline; none where there is none of this log.
    pub fn outline(&self) -> Option<Derived> {
        self.outline.as_ref().map(|it| (it.kept.size(), it.same))
    }

    /// What was found of the index. Where rules came later than what they read, it
    /// is made once more from the start.
    pub fn index(&self, dir: &Path, log: &dyn Log) -> Result<Option<Derived>, DeskError> {
        match &self.index {
            None => Ok(None),
            Some(IndexAgain { lines, same: Some(same), .. }) => {
                Ok(Some((lines.kept.size(), *same && lines.same)))
            }
            Some(_) => saved::check(dir, log),
        }
    }
}

impl Again {
    const fn of(kept: Outline) -> Self {
        Self { kept, at: 0, same: true }
    }

    /// Takes in the next line that should be there.
    fn take(&mut self, place: u64, line: &[u8]) {
        if place >= self.kept.size() {
            return;
        }
        let rest = self.kept.bytes().get(self.at..).and_then(|rest| rest.strip_prefix(line));
        self.same &= rest.is_some_and(|rest| rest.starts_with(b"\n"));
        self.at += line.len() + 1;
    }

    /// Whether nothing else is kept.
    fn is_whole(&self) -> bool {
        self.at == self.kept.bytes().len()
    }
}

impl IndexAgain {
    fn of(kept: Kept) -> Self {
        Self { lines: Again::of(kept.lines.clone()), kept, same: None }
    }

    fn reach(&mut self, state: &State) {
        if state.is_short() {
            return;
        }
        self.lines.same &= self.lines.is_whole();
        self.same = Some(self.kept.says(state, &self.lines.kept));
    }
}
