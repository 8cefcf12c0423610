//! The program's own types. The catalogue's carry the ledger's prefix instead
//! of `jalon.`

/// Whether an entry of this type makes a record or is about one: an activity, a
/// reported total, and what is said of them later; documents added to a note count
/// as such, for nothing is decided by them. A withdrawal is not told
/// apart, for notes and merges are withdrawn too.
pub fn is_of_records(kind: &str) -> bool {
    let about =
        [TOTAL_REPORTED, ENTRY_CORRECTED, ENTRY_CONFIRMED, ENTRY_APPROVED, ENTRY_REJECTED, EVIDENCE_ADDED];
    !kind.starts_with(PREFIX) || about.contains(&kind)
}

/// Whether an entry of this type is one of those that close a fiscal year, which name the
/// tree before the first of them.
pub fn closes_a_year(kind: &str) -> bool {
    kind == FISCALYEAR_VALUED || kind == FISCALYEAR_CLOSED
}

/// What every type of the program's own begins with.
pub const PREFIX: &str = "jalon.";

macro_rules! types {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        $($(#[$doc])* pub const $name: &str = concat!("jalon.", $word);)*
        /// All of them.
        pub const ALL: &[&str] = &[$($name),*];
    };
}

types! {
    /// Entry 0.
    LEDGER_OPENED = "ledger.opened";
    /// A recorder, by UUID, the name sealed.
    USER_REGISTERED = "user.registered";
    /// The clock's gap to the last entry was accepted.
    CLOCK_ACCEPTED = "clock.accepted";
    /// First entry written by another version of the program.
    PROGRAM_CHANGED = "program.changed";
    /// One copy of the log was rebuilt from the other.
    LEDGER_REPAIRED = "ledger.repaired";
    /// The log was laid down again from an export.
    LEDGER_RESTORED = "ledger.restored";
    /// Another key signs checkpoints from here on.
    KEY_ROTATED = "key.rotated";
    /// A ledger that lost entries goes on, with another key.
    LEDGER_RESUMED = "ledger.resumed";
    /// A type of activity.
    ACTIVITYTYPE_DEFINED = "activitytype.defined";
    /// A named list of values.
    LIST_DEFINED = "list.defined";
    /// A strategic objective.
    OBJECTIVE_DEFINED = "objective.defined";
    /// A group of rows.
    GROUP_DEFINED = "group.defined";
    /// An indicator and its rule.
    INDICATOR_DEFINED = "indicator.defined";
    /// A target.
    TARGET_SET = "target.set";
    /// A plan in force from a day.
    PLAN_ADOPTED = "plan.adopted";
    /// An organisation of the register.
    ORGANISATION_REGISTERED = "organisation.registered";
    /// Its attributes from a day.
    ORGANISATION_CHANGED = "organisation.changed";
    /// Two ids named one organisation all along.
    ORGANISATION_MERGED = "organisation.merged";
    /// A project of the register.
    PROJECT_REGISTERED = "project.registered";
    /// Its attributes from a day.
    PROJECT_CHANGED = "project.changed";
    /// Two ids named one project all along.
    PROJECT_MERGED = "project.merged";
    /// A deliverable of the register.
    DELIVERABLE_REGISTERED = "deliverable.registered";
    /// Its attributes from a day.
    DELIVERABLE_CHANGED = "deliverable.changed";
    /// Two ids named one deliverable all along.
    DELIVERABLE_MERGED = "deliverable.merged";
    /// A person of the register, the name sealed.
    PERSON_REGISTERED = "person.registered";
    /// Their attributes from a day.
    PERSON_CHANGED = "person.changed";
    /// Two ids named one person all along.
    PERSON_MERGED = "person.merged";
    /// What is sealed for a person is to be made unreadable.
    PERSON_ERASUREREQUESTED = "person.erasurerequested";
    /// It was done.
    PERSON_ERASED = "person.erased";
    /// A total as a source printed it.
    TOTAL_REPORTED = "total.reported";
    /// A table was sent.
    TABLE_PUBLISHED = "table.published";
    /// Which items of a value an auditor tests, by what draws them.
    SAMPLE_DRAWN = "sample.drawn";
    /// What an auditor found of one of them.
    SAMPLE_TESTED = "sample.tested";
    /// Documents were added to an entry that was there.
    EVIDENCE_ADDED = "evidence.added";
    /// Values with which the closing of a fiscal year begins, where they do not fit into
    /// one entry.
    FISCALYEAR_VALUED = "fiscalyear.valued";
    /// A fiscal year is closed.
    FISCALYEAR_CLOSED = "fiscalyear.closed";
    /// Somebody was sent the notice of a closing.
    FISCALYEAR_NOTIFIED = "fiscalyear.notified";
    /// Another version of an entry.
    ENTRY_CORRECTED = "entry.corrected";
    /// An entry, or one correction of it, no longer stands.
    ENTRY_WITHDRAWN = "entry.withdrawn";
    /// A planned activity took place.
    ENTRY_CONFIRMED = "entry.confirmed";
    /// A second person approved a version.
    ENTRY_APPROVED = "entry.approved";
    /// A second person rejected a version.
    ENTRY_REJECTED = "entry.rejected";
    /// Text whose type is not known yet.
    NOTE_RECORDED = "note.recorded";
    /// The activity that a note became.
    NOTE_RESOLVED = "note.resolved";
    /// An import begins.
    BATCH_STARTED = "batch.started";
    /// An import is complete.
    BATCH_COMPLETED = "batch.completed";
    /// An import is taken back.
    BATCH_WITHDRAWN = "batch.withdrawn";
}
