//! The ledger verified beside all else, one run at a time: how far it is, and what
//! was found.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};
use std::thread::Builder;
use std::time::{Duration, SystemTime};

use super::Office;
use crate::audit::{Elsewhere, Headway, Verification, verify_ledger};
use crate::event::Moment;
use crate::ledger::{Folder, LogError};
use crate::web::found::locked;
use crate::web::trouble::Trouble;

/// A verification, under way or done.
#[derive(Clone)]
pub(in crate::web) struct Verifying {
    /// When it was begun.
    pub begun: Moment,
    /// With how many checkpoints from elsewhere.
    pub given: usize,
    far: Arc<Mutex<Reached>>,
}

/// How far a verification is.
#[derive(Clone, Default)]
pub(in crate::web) struct Reached {
    /// Each step that was begun, the last of them perhaps not done.
    pub steps: Vec<Headway>,
    /// How it ended; none as long as it is under way.
    pub ended: Option<Ended>,
}

/// How a verification ended.
#[derive(Clone)]
pub(in crate::web) enum Ended {
    /// What was found, and when.
    Found(Arc<Verification>, Moment),
    /// Why nothing could be.
    Failed(Arc<Trouble>),
    /// It broke off.
    Broken,
}

impl Verifying {
    /// How far it is.
    pub(in crate::web) fn reached(&self) -> Reached {
        locked(&self.far).clone()
    }

    fn take(&self, headway: Headway) {
        let steps = &mut locked(&self.far).steps;
        match steps.last_mut() {
            Some(last) if (last.step, last.all) == (headway.step, headway.all) => *last = headway,
            _ => steps.push(headway),
        }
    }
}

impl Office {
    /// The verification that was begun last, if any.
    pub(in crate::web) fn verifying(&self) -> Option<Verifying> {
        locked(&self.0.verifying).clone()
    }

    /// Begins one; where one is under way that goes on, and nothing is begun.
    pub(in crate::web) fn begin_verifying(&self, elsewhere: Elsewhere) {
        let mut last = locked(&self.0.verifying);
        if last.as_ref().is_some_and(|it| it.reached().ended.is_none()) {
            return;
        }
        let verifying = Verifying { begun: self.now(), given: elsewhere.given.len(), far: Arc::default() };
        *last = Some(verifying.clone());
        drop(last);
        let (office, begun) = (self.clone(), verifying.clone());
        let run = move || {
            // Whatever happens, whoever waits is told.
            let found = catch_unwind(AssertUnwindSafe(|| office.verify(elsewhere, &begun)));
            let ended = match found {
                Ok(Ok(verification)) => Ended::Found(Arc::new(verification), office.now()),
                Ok(Err(trouble)) => Ended::Failed(Arc::new(trouble)),
                Err(_) => Ended::Broken,
            };
            locked(&begun.far).ended = Some(ended);
        };
        if Builder::new().name("jalon-verifying".into()).spawn(run).is_err() {
            locked(&verifying.far).ended = Some(Ended::Broken);
        }
    }

    /// Checks the ledger as it lies in its folder, whatever is known of it here.
    fn verify(&self, elsewhere: Elsewhere, run: &Verifying) -> Result<Verification, Trouble> {
        let since = Duration::from_micros(self.now().micros().unsigned_abs());
        let folder = Folder::new(self.folder(), SystemTime::UNIX_EPOCH + since);
        let mut copies = match folder.copies() {
            Ok(copies) => copies,
            Err(error @ LogError::Missing { .. }) => return Err(error.into()),
            Err(error) => return Ok(Verification::unreadable(error)),
        };
        let elsewhere = Elsewhere { vault: self.vault().cloned(), ..elsewhere };
        let (verification, _) =
            verify_ledger::<Trouble>(&folder, &mut copies, elsewhere, &mut |headway| run.take(headway))?;
        Ok(verification)
    }
}
