//! A list that somebody else keeps: a funder's payments, a partner's events.
//!
//! Of its columns a few are known by the words that people use, and the others are
//! shown as they are. A cell that can be read two ways is asked back.

use super::tabular::{ListColumn, Listed, read_listed};
use super::typed::{echo, typed_body};
use super::{
    AmountError, Remedy, Setting, Spot, TableError, TableTrouble, TypedError, Unit, typed_amount, typed_date,
};
use crate::event::{BodyId, EntryId, Exact, Period};

/// A row of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OutsideRow {
    /// Where it begins.
    pub spot: Spot,
    /// The id of an entry, where it gives one.
    pub id: Option<EntryId>,
    /// When.
    pub days: Option<Period>,
    /// How much.
    pub amount: Option<Exact>,
    /// Whom it names.
    pub name: Option<String>,
    /// The body of the register that is called so.
    pub body: Option<BodyId>,
    /// What it is, in words.
    pub title: Option<String>,
    /// What identifies it there.
    pub reference: Option<String>,
}

/// The columns that are known, with the words that people use for them.
const COLUMNS: &[ListColumn] = &[
    (
        "date",
        &[
            "dates",
            "jour",
            "day",
            "quand",
            "when",
            "periode",
            "period",
            "date de paiement",
            "date du paiement",
            "date de versement",
            "date du versement",
            "payment date",
            "date paid",
            "paid on",
            "paye le",
            "verse le",
            "date de l evenement",
            "event date",
        ],
    ),
    (
        "amount",
        &[
            "montant",
            "somme",
            "sum",
            "valeur",
            "value",
            "total",
            "versement",
            "paiement",
            "payment",
            "montant verse",
            "montant paye",
            "amount paid",
            "nombre",
            "number",
            "quantite",
            "quantity",
        ],
    ),
    (
        "name",
        &[
            "nom",
            "organisation",
            "organization",
            "partenaire",
            "partner",
            "beneficiaire",
            "payee",
            "recipient",
            "bailleur",
            "bailleur de fonds",
            "funder",
            "donor",
            "fournisseur",
            "supplier",
            "projet",
            "project",
            "membre",
            "member",
        ],
    ),
    (
        "title",
        &[
            "titre",
            "intitule",
            "evenement",
            "event",
            "description",
            "libelle",
            "label",
            "objet",
            "subject",
            "activite",
            "activity",
            "details",
            "detail",
        ],
    ),
    ("reference", &["no", "numero", "ref", "reference number", "facture", "invoice", "code"]),
    ("id", &["identifiant", "identifier", "identifiant de l inscription", "entry id", "entry s id"]),
];

/// The rows of a list, a workbook or CSV; what is said of heads comes before what
/// they say. All that is wrong with it is told.
pub fn read_outside(
    file: &str,
    bytes: &[u8],
    sheets: &[String],
    said: &[(String, String)],
    setting: &Setting<'_>,
) -> Result<Vec<OutsideRow>, Vec<TableError>> {
    let listed = read_listed(file, bytes, COLUMNS, sheets, said).map_err(|error| vec![*error])?;
    let tells = ["id", "date", "amount", "name", "title"];
    if !tells.iter().any(|name| listed.has(name)) {
        return Err(vec![TableError { spot: listed.spot(), trouble: TableTrouble::NoListHeads }]);
    }
    let (mut rows, mut errors) = (Vec::new(), Vec::new());
    for line in 0..listed.len() {
        match (Reader { listed: &listed, at: line, setting }).row() {
            Ok(row) if row.says_something() => rows.push(row),
            // A line of totals or of words alone is no row of the list.
            Ok(_) => {}
            Err(error) => errors.push(*error),
        }
    }
    if errors.is_empty() { Ok(rows) } else { Err(errors) }
}

impl OutsideRow {
    /// Whether it says anything by which it could be found.
    const fn says_something(&self) -> bool {
        self.id.is_some()
            || self.days.is_some()
            || self.name.is_some()
            || self.title.is_some()
            || self.reference.is_some()
    }
}

struct Reader<'l, 's> {
    listed: &'l Listed,
    at: usize,
    setting: &'l Setting<'s>,
}

impl Reader<'_, '_> {
    fn row(&self) -> Result<OutsideRow, Box<TableError>> {
        for (name, _) in COLUMNS {
            self.listed.fault(self.at, name).map_or(Ok(()), |error| Err(Box::new(error)))?;
        }
        let name = self.text("name");
        let body = name.as_deref().and_then(|name| self.body(name));
        Ok(OutsideRow {
            spot: self.listed.line_spot(self.at),
            id: self.text("id").and_then(|text| text.parse().ok()),
            days: self.days()?,
            amount: self.amount()?,
            body,
            name,
            title: self.text("title"),
            reference: self.text("reference"),
        })
    }

    fn text(&self, name: &str) -> Option<String> {
        Some(self.listed.cell(self.at, name)?.text.trim().to_owned())
    }

    fn typed(&self, name: &str) -> Option<String> {
        Some(self.listed.cell(self.at, name)?.typed().trim().to_owned())
    }

    fn refused(&self, name: &str, error: TypedError) -> Box<TableError> {
        let trouble = TableTrouble::Cell { head: self.listed.head(name), error };
        Box::new(TableError { spot: self.listed.cell_spot(self.at, name), trouble })
    }

    fn days(&self) -> Result<Option<Period>, Box<TableError>> {
        let Some(typed) = self.typed("date") else { return Ok(None) };
        let days = typed_date(&typed, &self.setting.calendar);
        days.map(Some).map_err(|error| self.refused("date", error.into()))
    }

    fn amount(&self) -> Result<Option<Exact>, Box<TableError>> {
        let Some(typed) = self.typed("amount") else { return Ok(None) };
        let refused = |error: AmountError| self.refused("amount", error.into());
        let amount = typed_amount(&typed, self.setting.currency).map_err(refused)?;
        match amount.unit {
            Unit::Percent => Err(refused(AmountError::Percent { typed: echo(&typed) })),
            _ => Ok(Some(amount.value)),
        }
    }

    /// The one body that is called so.
    fn body(&self, name: &str) -> Option<BodyId> {
        typed_body(name, &[], self.setting).ok()
    }
}

/// What names of a list are looked up by: nothing is done about what the register lacks.
pub fn outside_setting(setting: Setting<'_>) -> Setting<'_> {
    setting.with(Remedy::None)
}
