//! Entries are read in one pass over their bytes. Here they are read slowly,
//! as a tree whose members are taken out one by one, and both must agree on
//! every line: on those of CEIMIA's ledger and on what becomes of them.

use std::str::FromStr;
use std::sync::LazyLock;

use jalon::cli::CEIMIA;
use jalon::event::{
    Author, BodyId, Draft, Entry, EntryId, Json, Moment, Object, Period, Skim, decode, is_type_name,
    read_activity, value_of,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// Those of CEIMIA's ledger, and of one with an entry of every type.
static LINES: LazyLock<Vec<Vec<u8>>> =
    LazyLock::new(|| [CEIMIA.bundle.lines().unwrap(), crate::format::committed()].concat());

/// The entry of these bytes, none when they are not one.
fn slowly(bytes: &[u8]) -> Option<Entry> {
    if bytes.len() > 61_440 {
        return None;
    }
    let members = &mut decode(bytes).ok()?;
    (text(members, "specversion")? == "1.0").then_some(())?;
    (text(members, "datacontenttype")? == "application/json").then_some(())?;
    let (source, kind) = (text(members, "source")?, text(members, "type")?);
    let address = text(members, "dataschema")?;
    let version: u32 = address.strip_prefix(&format!("{source}/schema/{kind}/"))?.parse().ok()?;
    (address == format!("{source}/schema/{kind}/{version}") && version > 0).then_some(())?;
    is_type_name(&kind).then_some(())?;
    let days = (optional(members, "occurredfrom")?, optional(members, "occurredto")?);
    let occurred = match days {
        (None, None) => None,
        (Some(from), Some(to)) => Some(Period::new(from, to).ok()?),
        _ => return None,
    };
    let Some(Json::Object(data)) = members.remove("data") else { return None };
    let sequence = text(members, "sequence")?;
    let number: u64 = sequence.parse().ok()?;
    (sequence == format!("{number:020}") && number < 1 << 53).then_some(())?;
    let author = Author::read(&text(members, "authid")?, &text(members, "authtype")?)?;
    let draft = Draft {
        id: text(members, "id")?.parse().ok()?,
        kind,
        version,
        occurred,
        subject: optional(members, "subject")?,
        corrected: optional(members, "correctedid")?,
        batch: optional(members, "correlationid")?,
        data,
    };
    let recorded = text(members, "recordedtime")?.parse().ok()?;
    let previous = text(members, "prevhash")?.parse().ok()?;
    let entry = Entry { draft, source, author, recorded, sequence: number, previous };
    // What stands on an entry of each type is checked in writing too.
    (members.is_empty() && entry.to_bytes().is_ok()).then_some(entry)
}

/// Takes out a member that is one line of text.
fn text(members: &mut Object, name: &str) -> Option<String> {
    members.remove(name)?.into_text().filter(|text| !text.is_empty() && !text.contains('\n'))
}

/// The same for a member that may be absent.
#[expect(clippy::option_option, reason = "refused, absent or there")]
fn optional<T: FromStr>(members: &mut Object, name: &str) -> Option<Option<T>> {
    if !members.contains_key(name) {
        return Some(None);
    }
    text(members, name)?.parse().ok().map(Some)
}

/// Both ways agree, and what is read is written as it was.
fn agree(bytes: &[u8]) -> Result<(), TestCaseError> {
    let quickly = Entry::read(bytes).ok();
    if let Some(entry) = &quickly {
        prop_assert_eq!(&entry.to_bytes().unwrap(), bytes);
        prop_assert!(entry.is_spelled(bytes));
    }
    skims(bytes, quickly.as_ref())?;
    prop_assert_eq!(quickly, slowly(bytes));
    Ok(())
}

/// A line that is skimmed is an entry that records an activity, and both say the same.
fn skims(bytes: &[u8], entry: Option<&Entry>) -> Result<(), TestCaseError> {
    // Lines of a group share what was found in them.
    let mut members = Vec::new();
    prop_assert!(LINES.iter().rev().any(|line| Skim::read(line, &mut members).is_some()));
    let before = members.len();
    let Some(skim) = Skim::read(bytes, &mut members) else {
        prop_assert_eq!(members.len(), before);
        return Ok(());
    };
    prop_assert!(entry.is_some());
    let Some(entry) = entry else { return Ok(()) };
    let (said, draft) = (skim.of(bytes, &members), &entry.draft);
    prop_assert!(!draft.kind.starts_with("jalon."));
    prop_assert_eq!((said.kind(), skim.id), (draft.kind.as_str(), draft.id));
    prop_assert_eq!((skim.sequence, skim.previous), (entry.sequence, entry.previous));
    prop_assert_eq!((skim.recorded, Some(skim.occurred)), (entry.recorded, draft.occurred));
    prop_assert_eq!((skim.batch, None), (draft.batch, draft.corrected));
    prop_assert_eq!(said.subject(), draft.subject.as_ref().map(BodyId::as_str));
    let activity = read_activity(draft.data.clone());
    prop_assert!(activity.is_ok());
    let activity = activity.unwrap_or_default();
    prop_assert_eq!(skim.is_documented, !activity.evidence.is_empty());
    prop_assert_eq!((skim.user, skim.version), (entry.author.user, draft.version));
    prop_assert_eq!((skim.partof, said.documents()), (activity.partof, activity.evidence));
    prop_assert_eq!(said.source(), &entry.source);
    let fields = said.fields().map(|(name, spelt)| (name.to_owned(), value_of(spelt).unwrap()));
    prop_assert_eq!(fields.collect::<Object>(), activity.fields);
    Ok(())
}

fn any_line() -> impl Strategy<Value = Vec<u8>> {
    any::<Index>().prop_map(|at| at.get(&LINES).clone())
}

/// What may stand where a value stood.
fn other_value() -> impl Strategy<Value = String> {
    let texts = ["\"\"", "\"a\\nb\"", "\"é\"", "1", "true", "{}", "[]", "null", "\"1.0\"", "\"a\"b"];
    let days = ["\"2024-02-30\"", "\"2024-01-01\"", "\"0000-01-01\""];
    proptest::sample::select([&texts[..], &days].concat()).prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn a_changed_byte(line in any_line(), at in any::<Index>(), byte: u8) {
        let mut line = line;
        *at.get_mut(&mut line[..]) = byte;
        agree(&line)?;
    }

    #[test]
    fn bytes_cut_out_or_put_in(line in any_line(), at in any::<Index>(), cut in 0..40_usize, put in vec(any::<u8>(), 0..3)) {
        let mut line = line;
        let from = at.index(line.len());
        line.splice(from..line.len().min(from + cut), put);
        agree(&line)?;
    }

    #[test]
    fn a_member_without_its_value(line in any_line(), at in any::<Index>(), value in other_value()) {
        let line = String::from_utf8(line).unwrap();
        let starts: Vec<usize> = line.match_indices("\":").map(|(at, _)| at + 2).collect();
        let from = *at.get(&starts);
        let to = line[from..].find(",\"").map_or(line.len() - 1, |length| from + length);
        agree(format!("{}{value}{}", &line[..from], &line[to..]).as_bytes())?;
    }

    #[test]
    fn a_member_taken_out_or_renamed(line in any_line(), at in any::<Index>(), name in "(,\"[a-z]{1,3}\":1)?") {
        let line = String::from_utf8(line).unwrap();
        let starts: Vec<usize> = line.match_indices(",\"").map(|(at, _)| at).collect();
        let from = *at.get(&starts);
        let to = line[from + 1..].find(",\"").map_or(line.len() - 1, |length| from + 1 + length);
        agree(format!("{}{name}{}", &line[..from], &line[to..]).as_bytes())?;
    }
}

#[test]
fn every_line_of_a_ledger() {
    for line in LINES.iter() {
        let entry = Entry::read(line).unwrap();
        agree(line).unwrap();
        // Of a ledger as it is written nothing is left to be read in full.
        let is_activity = !entry.draft.kind.starts_with("jalon.");
        assert_eq!(Skim::read(line, &mut vec![]).is_some(), is_activity, "{}", entry.sequence);
    }
}

/// Nothing is written that no reader accepts, whatever made it.
#[test]
fn what_cannot_be_read_is_not_written() {
    let line = crate::format::committed()
        .into_iter()
        .find(|line| line.windows(7).any(|it| it == b"\"note\":"))
        .unwrap();
    let sound = Entry::read(&line).unwrap();
    assert_eq!(sound.to_bytes().as_deref(), Ok(&line[..]));
    let draft = || sound.draft.clone();
    let long = Draft { kind: format!("example.quai.{}", "x".repeat(60)), ..draft() };
    let nil = Draft { id: EntryId::new(uuid::Uuid::nil()), ..draft() };
    let random = Draft { id: EntryId::new(uuid::Uuid::from_u128(4 << 76 | 8 << 60)), ..draft() };
    let unversioned = Draft { version: 0, ..draft() };
    let backwards = sound.draft.occurred.map(|it| Period { from: it.to.next(), to: it.to });
    let ends_first = Draft { occurred: backwards, ..draft() };
    for draft in [long, nil, random, unversioned, ends_first] {
        let entry = Entry { draft, ..sound.clone() };
        assert!(Entry::read(&entry.spelling()).is_err() && entry.to_bytes().is_err(), "{:?}", entry.draft);
    }
    let far = Entry { sequence: 1 << 53, ..sound.clone() };
    let before = Entry { recorded: Moment::from_micros(-70_000_000_000_000_000), ..sound.clone() };
    let nowhere = Entry { source: String::new(), ..sound };
    assert!([far, before, nowhere].iter().all(|entry| entry.to_bytes().is_err()));
}
