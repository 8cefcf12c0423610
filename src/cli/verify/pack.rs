//! `jalon verify PACK`: a pack is checked with nothing but what lies in it, and what its
//! auditor has from elsewhere.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde_json::Value as Json;

use super::super::context::Context;
use super::super::pack::{CHECKPOINT, CLAIMS, Ground, LOG, sums_in, written_again};
use super::super::prove::read_checkpoint;
use super::super::waiting::Progress;
use super::super::{Problem, Unproved};
use super::{Named, check_others, check_years, sizes, told};
use crate::audit::{
    BesideCheck, Check, PackFinding, Trust, Verification, Verified, With, check_kept, check_values,
    members_apart,
};
use crate::event::Day;
use crate::figures::{Known, PlanChoice, State};
use crate::ledger::{Copies, MadeAgain, Reading};
use crate::present::{Language, SUMS, pack_json};
use crate::proof::{SignedCheckpoint, Verifier};
use crate::vault::{Documents, KeptNote};

/// Checks all of a pack.
pub(super) fn check(
    context: &Context,
    folder: &Path,
    key: Option<&Verifier>,
    given: &Named<String>,
) -> Result<(), Problem> {
    let pack = Pack::read(folder)?;
    let copies = Copies { store: None, twin: Reading::of_file(&folder.join(LOG))? };
    context.messages.at_home(copies.twin.opened().and_then(|opened| opened.currency()));
    let (verification, verified) = pack.looked_through(context, &copies, given);
    let mut verification = verification.of_pack();
    let notice = verified.state.notice().cloned();
    pack.check_files(&mut verification)?;
    if verification.end.is_some() {
        pack.check_entries(key, given, &copies.twin, (&mut verification, verified))?;
    }
    told(context, &verification, notice.as_ref())
}

struct Pack<'p> {
    folder: &'p Path,
    claims: Json,
    signed: SignedCheckpoint,
}

impl<'p> Pack<'p> {
    fn read(folder: &'p Path) -> Result<Self, Problem> {
        let path = folder.join(CLAIMS);
        let text =
            fs::read_to_string(&path).map_err(|source| Problem::File { path: path.clone(), source })?;
        let claims: Json = serde_json::from_str(&text).map_err(|_| Unproved::NoPack(path.clone()))?;
        if claims["jalon"] != "pack/1" {
            return Err(Unproved::NoPack(path).into());
        }
        Ok(Self { folder, claims, signed: read_checkpoint(&folder.join(CHECKPOINT))? })
    }

    /// The log read through, with its documents.
    fn looked_through(
        &self,
        context: &Context,
        copies: &Copies,
        given: &Named<String>,
    ) -> (Verification, Verified) {
        let mut progress = Progress::begun(context, "verify-progress", copies.twin.size());
        let with = With {
            made: MadeAgain::beside(copies.twin.dir()),
            // Nobody's key is in a pack.
            beside: Some(BesideCheck::new(Documents::of(self.folder), None)),
            told: Some(&mut |size| progress.reached(size)),
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
        let listed: BTreeMap<&str, &str> =
            listed.lines().filter_map(|line| Some((line.get(66..)?, line.get(..64)?))).collect();
        let there = sums_in(self.folder)?;
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
        }
        let unlisted = there.keys().filter(|name| !listed.contains_key(name.as_str()) && *name != SUMS);
        findings.extend(unlisted.map(|name| PackFinding::Unlisted(name.clone())));
        verification.add_pack(Check::Files, listed.len() as u64, 0, findings);
        Ok(())
    }

    /// What the entries give: checkpoints, closings, values, and all that the pack says.
    fn check_entries(
        &self,
        key: Option<&Verifier>,
        given: &Named<String>,
        twin: &Reading,
        (verification, verified): (&mut Verification, Verified),
    ) -> Result<(), Problem> {
        let size = self.signed.checkpoint.size;
        if let Some(own) = Trust::of(&verified.state, None) {
            verification.add_kept(check_kept(&verified.state, &own, &verified.roots, &self.kept()));
        }
        if verified.state.size() > size {
            verification.find_in_pack(vec![PackFinding::Unsigned(size)]);
        }
        check_others(verification, &verified, key, given);
        let Verified { state, beside, roots, .. } = verified;
        verification.add_unfinished(&state);
        check_years(verification, twin, &state, &roots, given)?;
        verification.add_beside(beside.map(|beside| beside.done(&state)).unwrap_or_default());
        let state = if state.is_short() { twin.replayed_for_values()? } else { state };
        let last = state.recorded().map_or(Day::FIRST, |moment| moment.today(state.zone()));
        verification.add_values(check_values(&state, last));
        drop(state);
        self.check_claims(twin, verification)
    }

    /// What is claimed, and what people read, made again from the entries.
    fn check_claims(&self, twin: &Reading, verification: &mut Verification) -> Result<(), Problem> {
        let Some(ground) = self.stated() else {
            verification.add_pack(Check::Claims, 0, 0, vec![PackFinding::Form]);
            return Ok(());
        };
        let state = twin.state(Known::Now)?;
        let ground = ground.with(&state, twin, &self.signed, Documents::of(self.folder));
        let mut made = ground.packed(|packing| Ok(pack_json(packing)))?;
        // In which language and by which program it was made is its own word.
        for name in ["language", "program"] {
            made[name] = self.claims[name].clone();
        }
        let apart = members_apart(&made, &self.claims);
        let values = self.claims["values"].as_array().map_or(0, Vec::len) as u64;
        let missing = members_apart(&self.claims, &made).into_iter().filter(|path| !apart.contains(path));
        let findings = apart.iter().cloned().chain(missing).map(PackFinding::Claim).collect();
        verification.add_pack(Check::Claims, values, 0, findings);
        self.check_written(&ground, verification)
    }

    /// What people read. Another version of the program may lay it out otherwise: then it
    /// is compared with the list of hashes alone.
    fn check_written(&self, ground: &Ground<'_>, verification: &mut Verification) -> Result<(), Problem> {
        let language = self.claims["language"].as_str().and_then(Language::from_tag).unwrap_or_default();
        let again = written_again(language, ground)?;
        let there = sums_in(self.folder)?;
        let differs = |(name, sum): &(&String, &String)| there.get(*name) != Some(*sum);
        let differing: Vec<&String> = again.iter().filter(differs).map(|(name, _)| name).collect();
        let same = (again.len() - differing.len()) as u64;
        if self.claims["program"] == env!("CARGO_PKG_VERSION") {
            let findings = differing.into_iter().cloned().map(PackFinding::Written).collect();
            verification.add_pack(Check::Written, same, 0, findings);
        } else {
            verification.add_pack(Check::Written, same, differing.len() as u64, vec![]);
        }
        Ok(())
    }

    /// Of what the pack says to be one; none where that cannot be read.
    fn stated(&self) -> Option<Stated> {
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
