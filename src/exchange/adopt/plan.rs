//! A plan file of what a table shows, and its totals as commands.

use std::collections::BTreeSet;

use super::roles::Role;
use super::table::{SeenGroup, SeenRow, SeenTotal, Understood};
use crate::event::{Citation, Day, Exact, Json, MAX_ID, MAX_TEXT, YearEnd, clean_line, json_text, object};
use crate::exchange::{Spot, Unit};
use crate::figures::Total;
use crate::ledger::{Command, NewTotal};
use crate::plan::{Words, slug};

/// What the plan file says beside what the table does.
pub struct PlanWords {
    /// The plan's id.
    pub id: String,
    /// What people read of it.
    pub label: String,
    /// The last day of its fiscal year.
    pub year_end: YearEnd,
    /// That a value is the last total that was reported, for a reader.
    pub as_reported: Words,
    /// That it is the one of the fiscal year.
    pub as_of_year: Words,
    /// That it is the sum of the totals of years.
    pub as_added: Words,
    /// The heads of targets, totals and percentages where the table has none.
    pub heads: [Words; 3],
    /// The label of a group where the table has none.
    pub group: Words,
    /// What the plan says of itself with every output.
    pub notice: Words,
}

/// The text of a plan file, and each row with the id that it has there.
pub fn adopted_plan<'a>(
    seen: &'a Understood,
    since: Day,
    words: &PlanWords,
) -> (String, Vec<(String, &'a SeenRow)>) {
    let mut ids = Ids::default();
    let mut rows = Vec::new();
    let mut text = head(seen, since, words);
    for objective in &seen.objectives {
        let path = match &objective.label {
            Some(label) => {
                let number = objective.number.as_ref().map(|it| format!("number = {}\n", quoted(it)));
                let id = ids.new_id(&format!("o{}", objective.number.as_deref().unwrap_or(label)));
                text.push_str(&format!("\n[[objective]]\nid = {}\n", quoted(&id)));
                text.push_str(&format!("{}label = {}\n", number.unwrap_or_default(), both(label)));
                "objective.group"
            }
            None => "group",
        };
        for group in &objective.groups {
            let id = ids.new_id(group.label.as_deref().unwrap_or("g"));
            let label = group.numbered_label().map_or_else(|| each(&words.group), |label| both(&label));
            text.push_str(&format!("\n[[{path}]]\nid = {}\nlabel = {label}\n", quoted(&id)));
            let named: Vec<String> = group.rows.iter().map(|row| ids.of_row(row)).collect();
            text.push_str(&mean(group, &named));
            for (id, row) in named.into_iter().zip(&group.rows) {
                text.push_str(&indicator(path, &id, row, seen, words));
                rows.push((id, row));
            }
        }
    }
    (text, rows)
}

/// The rows in the mean of a group, where some are left out.
fn mean(group: &SeenGroup, ids: &[String]) -> String {
    if group.left_out.is_empty() {
        return String::new();
    }
    let kept = ids.iter().enumerate().filter(|(at, _)| !group.left_out.contains(at));
    let kept: Vec<String> = kept.map(|(_, id)| quoted(id)).collect();
    format!("mean = [{}]\n", kept.join(", "))
}

fn head(seen: &Understood, since: Day, words: &PlanWords) -> String {
    let mut text = format!("plan = {}\nlabel = {}\n", quoted(&words.id), both(&words.label));
    text.push_str(&format!(
        "inforce = {}\nfiscalyearend = {}\n",
        quoted(&since.to_string()),
        quoted(&words.year_end.to_string())
    ));
    text.push_str(&format!("notice = {}\n", each(&words.notice)));
    let head = |role: Role| {
        let column = seen.columns.iter().find(|column| column.role == role && !column.head.is_empty());
        column.map(|column| column.head.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let delivered = delivered_head(seen);
    let theirs = [head(Role::Target), delivered, head(Role::Percent)];
    if theirs.iter().all(Option::is_none) {
        return text;
    }
    let each_head = ["target", "delivered", "percent"].into_iter().zip(theirs).zip(&words.heads);
    let written: Vec<String> = each_head
        .map(|((name, theirs), ours)| {
            format!("{name} = {}", theirs.map_or_else(|| each(ours), |head| both(&head)))
        })
        .collect();
    text.push_str(&format!("columns = {{ {} }}\n", written.join(", ")));
    text
}

/// The head of the column of totals, for values at every date: without the days
/// that it names. Of several such columns none is the head of all.
fn delivered_head(seen: &Understood) -> Option<String> {
    let mut totals = seen.columns.iter().filter(|column| column.role == Role::Total);
    let (Some(column), None) = (totals.next(), totals.next()) else { return None };
    let head = column.undated.as_ref().unwrap_or(&column.head);
    let head = head.split_whitespace().collect::<Vec<_>>().join(" ");
    (!head.is_empty()).then_some(head)
}

fn indicator(path: &str, id: &str, row: &SeenRow, seen: &Understood, words: &PlanWords) -> String {
    let mut text = format!("\n[[{path}.indicator]]\nid = {}\n", quoted(id));
    if let Some(heading) = &row.heading {
        text.push_str(&format!("heading = {}\n", both(heading)));
    }
    text.push_str(&format!("label = {}\n", both(&row.numbered_label())));
    match row.unit {
        Unit::Currency(currency) => text.push_str(&format!("currency = {}\n", quoted(currency.code()))),
        Unit::Percent => text.push_str("unit = { fr = \"%\", en = \"%\" }\n"),
        Unit::Bare => {
            if let Some(counted) = &row.counted {
                text.push_str(&format!("unit = {}\n", both(counted)));
            }
        }
    }
    let values = row.target.iter().map(|it| &it.value).chain(row.totals.iter().map(|it| &it.value));
    let decimals = match (values.map(decimals).max().unwrap_or(0), row.unit) {
        (1.., Unit::Currency(currency)) => currency.digits(),
        (decimals, _) => decimals,
    };
    if decimals > 0 {
        text.push_str(&format!("decimals = {decimals}\n"));
    }
    if let Some(target) = &row.target {
        text.push_str(&format!("target = {}\n", quoted(&target.value.to_decimal().unwrap_or_default())));
        if target.is_most {
            text.push_str("direction = \"down\"\n");
        }
    }
    // What each year added is added up; a percentage never is.
    let adds_up = seen.adds_up && row.adds_up();
    let said = match (adds_up, row.is_yearly) {
        (true, _) => &words.as_added,
        (false, true) => &words.as_of_year,
        (false, false) => &words.as_reported,
    };
    text.push_str(&format!("status = \"supposed\"\nwords = {}\n", each(said)));
    text.push_str(&format!("citation = {}\n", citation_text(&citation(&row.spot, &row.label))));
    let rule = match (adds_up, row.is_yearly) {
        (true, _) => ("sum", "cumulative"),
        // Only a sum has a window of a fiscal year; of one total it is that.
        (false, true) => ("sum", "fiscalyear"),
        (false, false) => ("latest", "state"),
    };
    text.push_str(&format!("\n[{path}.indicator.rule]\nkind = \"{}\"\nwindow = \"{}\"\n", rule.0, rule.1));
    // Days before the first year of the table are none that a total is missing of.
    let first = seen.columns.iter().filter_map(|column| column.days?.0).min();
    if let Some(first) = first.filter(|_| adds_up) {
        text.push_str(&format!("since = {}\n", quoted(&first.to_string())));
    }
    text
}

/// The decimals that a number has, as far as an indicator shows them.
fn decimals(value: &Exact) -> u32 {
    (0..6).find(|decimals| value.has_decimals(*decimals)).unwrap_or(6)
}

fn citation(spot: &Spot, words: &str) -> Citation {
    let file = std::path::Path::new(&spot.file).file_name().map(|name| name.to_string_lossy().into_owned());
    let text = |text: &str| clean_line(text, MAX_TEXT).ok();
    Citation {
        source: file.as_deref().and_then(text).unwrap_or_else(|| spot.file.clone()),
        section: spot.sheet.as_ref().and_then(|sheet| text(&sheet.name)),
        line: Some(spot.line.to_string()),
        words: text(words),
    }
}

fn citation_text(citation: &Citation) -> String {
    let members = [
        ("source", Some(&citation.source)),
        ("section", citation.section.as_ref()),
        ("line", citation.line.as_ref()),
        ("words", citation.words.as_ref()),
    ];
    let members: Vec<String> =
        members.into_iter().filter_map(|(name, text)| Some(format!("{name} = {}", quoted(text?)))).collect();
    format!("{{ {} }}", members.join(", "))
}

/// The totals of rows as commands, each with where it stands.
pub fn adopted_totals(rows: &[(String, &SeenRow)]) -> Vec<(Spot, Command)> {
    let of_row = |(id, row): &(String, &SeenRow)| -> Vec<(Spot, Command)> {
        let total = |total: &SeenTotal| {
            let new = Total {
                indicator: id.clone(),
                from: total.from,
                to: total.to,
                value: stored(row.unit, total),
                citation: citation(&total.spot, &total.printed),
                evidence: vec![],
                note: None,
            };
            (total.spot.clone(), Command::Report(NewTotal { id: None, total: new }))
        };
        row.totals.iter().map(total).collect()
    };
    rows.iter().flat_map(of_row).collect()
}

/// The stored value of a total.
fn stored(unit: Unit, total: &SeenTotal) -> Json {
    let decimal = total.value.to_decimal().unwrap_or_default();
    let mut members = match unit {
        Unit::Currency(currency) => {
            let amount = json_text(total.value.round(currency.digits()));
            object([("amount", amount), ("currency", json_text(currency.code()))])
        }
        _ if total.precision.is_some() => object([("value", json_text(decimal))]),
        _ => return json_text(decimal),
    };
    if let Some(precision) = total.precision {
        members.insert("precision".to_owned(), json_text(precision.word()));
    }
    Json::Object(members)
}

/// Ids that were given out.
#[derive(Default)]
struct Ids(BTreeSet<String>);

impl Ids {
    fn is_free(&self, label: &str) -> bool {
        !self.0.contains(&of(label))
    }

    /// That of a row: of its label, or of its heading too where that is taken.
    fn of_row(&mut self, row: &SeenRow) -> String {
        let name = row.heading.as_ref().map_or(row.label.clone(), |it| format!("{it} {}", row.label));
        self.new_id(if self.is_free(&row.label) { &row.label } else { &name })
    }

    fn new_id(&mut self, label: &str) -> String {
        let first = of(label);
        let numbered = (2..).map(|number| format!("{first}-{number}"));
        let free = std::iter::once(first.clone()).chain(numbered).find(|id| !self.0.contains(id));
        let id = free.unwrap_or(first);
        self.0.insert(id.clone());
        id
    }
}

/// An id made of the letters and digits of a label, with room for a number.
fn of(label: &str) -> String {
    let slug = slug(label, MAX_ID - 6);
    if slug.is_empty() { "i".to_owned() } else { slug }
}

/// A text as TOML writes it, which is as JSON does.
fn quoted(text: &str) -> String {
    json_text(text).to_serde().to_string().replace('\u{7f}', "\\u007f")
}

/// The same words in both languages.
fn both(text: &str) -> String {
    let text = clean_line(text, MAX_TEXT).unwrap_or_default();
    format!("{{ fr = {0}, en = {0} }}", quoted(&text))
}

fn each(words: &Words) -> String {
    format!("{{ fr = {}, en = {} }}", quoted(&words.fr), quoted(&words.en))
}
