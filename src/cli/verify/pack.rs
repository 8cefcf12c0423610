//! `jalon verify PACK`: a pack is checked with nothing but what lies in it, and what its
//! auditor has from elsewhere.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde_json::Value as Json;

use super::super::context::Context;
use super::super::pack::{CHECKPOINT, CLAIMS, Ground, LOG, document_names, spelt, sums_in, written_again};
use super::super::prove::read;
use super::super::{Problem, Unproved};
use super::{Steps, told};
use crate::audit::{
    BesideCheck, Check, Finding, Given, Headway, PackFinding, Step, Trust, Verification, Verified, With,
    check_given, check_others, check_said, members_apart, sizes,
};
use crate::event::Day;
use crate::figures::{Known, PlanChoice, Ruling, State};
use crate::ledger::{Copies, MadeAgain, Reading};
use crate::present::{Language, SUMS, pack_json};
use crate::proof::{SignedCheckpoint, Verifier};
use crate::vault::{Documents, KeptNote};

/// Checks all of a pack.
pub(super) fn check(
    context: &Context,
    folder: &Path,
    key: Option<&Verifier>,
    given: &[Given],
) -> Result<(), Problem> {
    let missing: Vec<&str> =
        NEEDED.into_iter().filter(|name| matches!(folder.join(name).try_exists(), Ok(false))).collect();
    // A checkpoint alone may lie beside a tree.
    let is_one = [CLAIMS, LOG].iter().any(|name| !missing.contains(name));
    if !missing.is_empty() && is_one {
        return without(context, &missing);
    }
    let pack = Pack::read(folder)?;
    let log = folder.join(LOG);
    let copies = Copies { store: None, twin: Reading::of_file(&log)? };
    context.messages.at_home(copies.twin.opened().and_then(|opened| opened.currency()));
    let (verification, verified) = pack.looked_through(context, &copies, given);
    let mut verification = verification.of_pack();
    let notice = verified.state.notice().cloned();
    if !copies.twin.notices().is_empty() {
        verification.find_in_pack(vec![PackFinding::Rest]);
    }
    pack.check_files(&mut verification)?;
    if verification.end.is_some() {
        let steps = &mut Steps::of(context);
        pack.check_entries((key, given), &copies.twin, (&mut verification, verified), steps)?;
    }
    told(context, &verification, notice.as_ref())
}

/// Without these nothing of a pack can be checked.
const NEEDED: [&str; 3] = [CLAIMS, CHECKPOINT, LOG];

/// Says which of them are not there.
fn without(context: &Context, missing: &[&str]) -> Result<(), Problem> {
    let mut verification = Verification::of_no_pack();
    let missing = missing.iter().map(|name| PackFinding::Missing((*name).to_owned()));
    verification.find_in_pack(missing.collect());
    told(context, &verification, None)
}

/// The checkpoint of a pack, which nothing stands around.
fn read_alone(path: &Path) -> Result<SignedCheckpoint, Problem> {
    let signed = SignedCheckpoint::read(&read(path)?);
    Ok(signed.map_err(|source| Unproved::Checkpoint { path: path.to_owned(), source })?)
}

struct Pack<'p> {
    folder: &'p Path,
    claims: Json,
    /// The same as it is written.
    text: String,
    signed: SignedCheckpoint,
    /// The hash of each file that is there, by its path.
    sums: BTreeMap<String, String>,
}

impl<'p> Pack<'p> {
    fn read(folder: &'p Path) -> Result<Self, Problem> {
        let path = folder.join(CLAIMS);
        let text = fs::read_to_string(&path).map_err(|source| match source.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Unproved::NoPack(folder.to_owned()).into(),
            _ => Problem::File { path: path.clone(), source },
        })?;
        let claims: Json = serde_json::from_str(&text).map_err(|_| Unproved::NoPack(path.clone()))?;
        if claims["jalon"] != "pack/1" {
            return Err(Unproved::NoPack(path).into());
        }
        let signed = read_alone(&folder.join(CHECKPOINT))?;
        Ok(Self { folder, claims, text, signed, sums: sums_in(folder)? })
    }

    /// The log read through, with its documents.
    fn looked_through(
        &self,
        context: &Context,
        copies: &Copies,
        given: &[Given],
    ) -> (Verification, Verified) {
        let (mut steps, all) = (Steps::of(context), copies.twin.size());
        let with = With {
            made: MadeAgain::beside(copies.twin.dir()),
            // Nobody's key is in a pack.
            beside: Some(BesideCheck::new(Documents::of(self.folder), None)),
            told: Some(&mut |done| steps.reached(Headway { step: Step::Entries, done, all })),
            wanted: sizes(&self.kept(), given),
            ..With::default()
        };
        Verification::of(copies, with)
    }

    /// What was signed, as a ledger keeps it.
    fn kept(&self) -> Vec<KeptNote> {
        let size = self.signed.checkpoint.size;
        vec![(self.folder.join(CHECKPOINT), size, self.signed.note.to_string())]
    }

    /// All files, by the list of their hashes.
    fn check_files(&self, verification: &mut Verification) -> Result<(), Problem> {
        let path = self.folder.join(SUMS);
        let listed = match fs::read_to_string(&path) {
            Ok(listed) => listed,
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            Err(source) => return Err(Problem::File { path, source }),
        };
        let text = listed;
        let listed: BTreeMap<&str, &str> =
            text.lines().filter_map(|line| Some((line.get(66..)?, line.get(..64)?))).collect();
        let there = &self.sums;
        let mut findings = Vec::new();
        for (name, sum) in &listed {
            match there.get(*name) {
                None => findings.push(PackFinding::Missing((*name).to_owned())),
                Some(found) if found != sum => findings.push(PackFinding::Changed((*name).to_owned())),
                Some(_) => {}
            }
        }
        if listed.is_empty() {
            findings.push(PackFinding::Missing(SUMS.to_owned()));
        } else if spelt(&listed) != text {
            findings.push(PackFinding::Changed(SUMS.to_owned()));
        }
        let unlisted = there.keys().filter(|name| !listed.contains_key(name.as_str()) && *name != SUMS);
        findings.extend(unlisted.map(|name| PackFinding::Unlisted(name.clone())));
        verification.add_pack(Check::Files, listed.len() as u64, 0, findings);
        Ok(())
    }

    /// What the entries give: checkpoints, closings, values, and all that the pack says.
    fn check_entries(
        &self,
        (key, given): (Option<&Verifier>, &[Given]),
        twin: &Reading,
        (verification, verified): (&mut Verification, Verified),
        steps: &mut Steps<'_>,
    ) -> Result<(), Problem> {
        let size = self.signed.checkpoint.size;
        let own = Trust::of(&verified.state, None);
        if let Some(own) = &own {
            let signed = [(CHECKPOINT.to_owned(), self.signed.clone())];
            verification.add_own(size, check_given(&verified.state, own, &verified.roots, &signed));
        }
        if own.is_none() || verified.state.size() > size {
            verification.find_in_pack(vec![PackFinding::Unsigned(size)]);
        }
        check_others(verification, &verified, key, given);
        check_said(twin, verification, verified, given, &mut |headway| steps.reached(headway))?;
        self.check_claims(twin, verification)
    }

    /// What is claimed, and what people read, made again from the entries.
    fn check_claims(&self, twin: &Reading, verification: &mut Verification) -> Result<(), Problem> {
        let state = twin.state(Known::Now)?;
        let Some(stated) = self.stated().filter(|stated| stated.can_be(&state)) else {
            verification.add_pack(Check::Claims, 0, 0, vec![PackFinding::Form]);
            return Ok(());
        };
        let ground = stated.with(&state, twin, &self.signed, Documents::of(self.folder));
        let mut made = ground.packed(|packing| Ok(pack_json(packing)))?;
        // In which language and by which program it was made is its own word.
        for name in ["language", "program"] {
            made[name] = self.claims[name].clone();
        }
        let apart = members_apart(&made, &self.claims);
        let values = self.claims["values"].as_array().map_or(0, Vec::len) as u64;
        let missing = members_apart(&self.claims, &made).into_iter().filter(|path| !apart.contains(path));
        let mut findings: Vec<_> = apart.iter().cloned().chain(missing).map(PackFinding::Claim).collect();
        // A member that stands twice is read one way here and another way there.
        let spelling = made.to_string();
        if findings.is_empty() && self.is_of_this_program() && self.text != spelling {
            findings.push(PackFinding::Written(CLAIMS.to_owned()));
        }
        verification.add_pack(Check::Claims, values, 0, findings);
        self.check_written(&ground, verification)
    }

    fn is_of_this_program(&self) -> bool {
        self.claims["program"] == env!("CARGO_PKG_VERSION")
    }

    /// What people read. Another version of the program may lay it out otherwise: then
    /// what differs was compared with the list of hashes alone, which is no check.
    fn check_written(&self, ground: &Ground<'_>, verification: &mut Verification) -> Result<(), Problem> {
        let again = written_again(self.language().unwrap_or_default(), ground)?;
        let differs = |(name, sum): &(&String, &String)| self.sums.get(*name) != Some(*sum);
        let differing: Vec<&String> = again.iter().filter(differs).map(|(name, _)| name).collect();
        let same = (again.len() - differing.len()) as u64;
        let own = [LOG, CLAIMS, CHECKPOINT, SUMS];
        let named = document_names(ground.state);
        let is_ours = |name: &str| own.contains(&name) || again.contains_key(name) || named.contains(name);
        let is_told = |name: &String| {
            let unlisted = PackFinding::Unlisted(name.clone());
            verification.findings.iter().any(|found| matches!(found, Finding::Pack(it) if *it == unlisted))
        };
        let strange = self.sums.keys().filter(|name| !is_ours(name) && !is_told(name)).cloned();
        let strange = strange.map(PackFinding::Strange).collect();
        verification.find_in_pack(strange);
        // What this version writes is what there has to be; a file that is not there was not
        // compared with anything.
        let missing: Vec<PackFinding> = differing
            .iter()
            .filter(|name| !self.is_of_this_program() && !self.sums.contains_key(**name))
            .map(|name| PackFinding::Missing((*name).clone()))
            .collect();
        verification.find_in_pack(missing);
        if self.is_of_this_program() {
            let findings = differing.into_iter().cloned().map(PackFinding::Written).collect();
            verification.add_pack(Check::Written, same, 0, findings);
        } else {
            let compared = if differing.is_empty() { same } else { 0 };
            let others = differing.iter().filter(|name| self.sums.contains_key(**name)).count();
            verification.add_pack(Check::Written, compared, others as u64, vec![]);
        }
        Ok(())
    }

    /// In which language its page opens; none where that is no language.
    fn language(&self) -> Option<Language> {
        self.claims["language"].as_str().and_then(Language::from_tag)
    }

    /// Of what the pack says to be one; none where that cannot be read.
    fn stated(&self) -> Option<Stated> {
        self.language()?;
        let text = |value: &Json| value.as_str().map(str::to_owned);
        Some(Stated {
            choice: PlanChoice { id: Some(text(&self.claims["plan"]["id"])?), version: None },
            as_at: text(&self.claims["asat"])?.parse().ok()?,
            made: text(&self.claims["made"])?.parse().ok()?,
        })
    }
}

/// Of what a pack says to be one.
struct Stated {
    choice: PlanChoice,
    as_at: Day,
    made: Day,
}

impl Stated {
    /// Whether entries can give such a pack: its plan rules on the last day of a year that
    /// was over, and it was made no sooner than they were recorded.
    fn can_be(&self, state: &State) -> bool {
        let ruling = Ruling::at(state, &self.choice, self.as_at);
        let last = state.recorded().map_or(Day::FIRST, |moment| moment.today(state.zone()));
        let is_year = ruling.is_ok_and(|ruling| ruling.fiscal_year(self.as_at).to == self.as_at);
        is_year && self.as_at < self.made && last <= self.made
    }

    fn with<'g>(
        self,
        state: &'g State,
        reading: &'g Reading,
        signed: &'g SignedCheckpoint,
        documents: Documents,
    ) -> Ground<'g> {
        let Self { choice, as_at, made } = self;
        Ground { state, reading, choice, as_at, signed, made, documents }
    }
}
