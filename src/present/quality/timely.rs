//! Of the sheet: how soon what happened was recorded.

use super::{Fact, Teller};
use crate::present::{Arg, number_words};

impl Teller<'_, '_> {
    /// How often the value is reported, and how soon what happened was recorded.
    pub(super) fn timeliness(&self) -> Vec<Fact> {
        let quality = self.quality;
        let mut facts = vec![self.said("quality-frequency", self.indicator().frequency.as_ref())];
        match &quality.delay {
            None => facts.push(self.fact("quality-delay", self.messages.word("quality-no-delay"))),
            Some(delay) => {
                let median = delay.median.to_decimal().unwrap_or_else(|| delay.median.round(1));
                let median = number_words(self.messages.language(), &median);
                let most = number_words(self.messages.language(), &delay.most.to_string());
                let values = [
                    ("count", Arg::Count(delay.count)),
                    ("median", Arg::Text(median.as_str())),
                    ("most", Arg::Text(&most)),
                    ("entry", Arg::Shown(&delay.most_of)),
                ];
                facts.push(self.fact("quality-delay", self.messages.say("quality-delay-is", &values)));
            }
        }
        let late: Vec<u64> = quality.late.iter().map(|it| it.sequence).collect();
        let count = self.count(late.len());
        let name = self.messages.say("quality-late", &[("count", Arg::Text(&count))]);
        facts.push((name, self.places(&late)));
        facts
    }
}
