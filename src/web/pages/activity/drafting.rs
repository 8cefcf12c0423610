//! From what was typed into a form to what is asked of the ledger.

use std::collections::BTreeMap;

use super::inputs::{given_texts, stored_texts};
use crate::event::{
    Activity, BodyId, BodyKind, Evidence, EvidenceKind, MAX_NAME, MAX_TEXT, Object, Period, clean, clean_line,
};
use crate::exchange::{
    BodyError, FieldError, FieldTrouble, Remedy, Setting, TypedError, typed_body, typed_date, typed_fields,
};
use crate::ledger::{Command, Days};
use crate::plan::{
    ActivityType, BodyFact, FieldKind, Near, PersonNames, Register, Words, new_body_id, same_names,
};
use crate::web::chrome::View;
use crate::web::given::Given;
use crate::web::pages::entry::record_at;
use crate::web::shelf::Sent;
use crate::web::trouble::Trouble;

/// What a form asks of the ledger.
pub(in crate::web::pages) struct Draft {
    pub commands: Vec<Command>,
    pub activity: Activity,
    pub days: Days,
    pub subject: Option<BodyId>,
}

/// Why a form asks nothing of it.
#[derive(Clone, Default)]
pub(in crate::web::pages) struct Unclear {
    /// By the name of a field.
    pub fields: BTreeMap<String, String>,
    /// What is wrong with none of them alone.
    pub sentences: Vec<String>,
    /// Whether it may be recorded nonetheless.
    pub is_unfinished: bool,
    /// Names that the register lacks.
    pub newcomers: Vec<Newcomer>,
}

/// A name that the register lacks, and what it may become.
#[derive(Clone)]
pub(in crate::web::pages) struct Newcomer {
    pub name: String,
    /// What is chosen, and its words.
    pub kinds: Vec<(String, String)>,
    /// Names that may be of the same body.
    pub like: Vec<String>,
}

/// The activity of a form; what it replaces keeps the fields that were not
/// touched.
pub(in crate::web::pages) fn draft(
    view: &View<'_>,
    kind: &ActivityType,
    given: &Given,
    before: Option<&Activity>,
) -> Result<Draft, Unclear> {
    let mut unclear = Unclear::default();
    let (register, commands) = newcomers(view, given).unwrap_or_else(|trouble| {
        unclear.sentences.push(trouble.sentence(view.messages));
        (view.state.register().clone(), vec![])
    });
    let today = view.today();
    let setting = Setting::in_register(view.state, Some(today), &register).with(Remedy::None);
    let setting = setting.opening(|| view.office.persons(view.state));
    let fields = fields(view, kind, given, before, &setting, &mut unclear);
    let days = given.one("on").map_or(Ok(Period::on(today)), |on| typed_date(on, &setting.calendar));
    let days = days.map_err(Trouble::from).and_then(|days| Ok(Days::of(days, today, given.has("planned"))?));
    let days = days.map_err(|error| unclear.say(view, "on", error)).ok();
    let subject = given.one("subject").map(|typed| {
        typed_body(typed, &[], &setting).map_err(|error| {
            unclear.newcomer(view, &error, &[]);
            unclear.say(view, "subject", error);
        })
    });
    let remark = given.one("note").map(|note| clean(note, MAX_TEXT)).transpose();
    let remark = remark.map_err(|error| unclear.say(view, "note", error)).ok().flatten();
    let larger =
        given.one("partof").and_then(|place| place.parse().ok()).and_then(|place| record_at(view, place));
    match (days, unclear.is_empty()) {
        (Some(days), true) => Ok(Draft {
            commands,
            activity: Activity {
                fields,
                note: remark,
                partof: larger.map(|record| record.id).or_else(|| before.and_then(|it| it.partof)),
                ..before.cloned().unwrap_or_default()
            },
            days,
            subject: subject.and_then(Result::ok),
        }),
        _ => Err(unclear),
    }
}

impl Unclear {
    pub(in crate::web::pages) fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.sentences.is_empty()
    }

    /// What the ledger said of it.
    pub(in crate::web::pages) fn refused(view: &View<'_>, trouble: &Trouble) -> Self {
        Self {
            sentences: vec![trouble.sentence(view.messages)],
            is_unfinished: trouble.is_unfinished(),
            ..Self::default()
        }
    }

    /// That something is wrong with a field.
    pub(in crate::web::pages) fn say(&mut self, view: &View<'_>, name: &str, trouble: impl Into<Trouble>) {
        let sentence = trouble.into().sentence(view.messages);
        self.fields.insert(name.to_owned(), sentence);
    }

    /// What can be registered of a name that the register lacks.
    fn newcomer(&mut self, view: &View<'_>, error: &BodyError, kinds: &[String]) {
        let BodyError::Unknown { typed, .. } = error else { return };
        let named = BodyKind::ALL.into_iter().filter(|kind| *kind != BodyKind::Person);
        let fits = named.filter(|kind| kinds.is_empty() || kinds.iter().any(|word| word == kind.word()));
        // No person is made here, so no person's name is looked at.
        let nobody = PersonNames::default();
        let like = |kind: BodyKind| same_names(view.state.register(), &nobody, kind, typed);
        let words = |near: Near| view.language().of(&near.label).to_owned();
        let kinds: Vec<BodyKind> = fits.collect();
        if self.newcomers.iter().any(|it| it.name == *typed) {
            return;
        }
        self.newcomers.push(Newcomer {
            name: typed.clone(),
            like: kinds.iter().flat_map(|kind| like(*kind)).map(words).collect(),
            kinds: kinds
                .into_iter()
                .map(|kind| (format!("{}:{typed}", kind.word()), view.word(&format!("body-{}", kind.word()))))
                .collect(),
        });
    }
}

/// The fields: what was not touched stays as it is stored.
fn fields(
    view: &View<'_>,
    kind: &ActivityType,
    given: &Given,
    before: Option<&Activity>,
    setting: &Setting<'_>,
    unclear: &mut Unclear,
) -> Object {
    let texts = given_texts(given);
    let stored = before.map(|it| stored_texts(view, kind, &it.fields)).unwrap_or_default();
    let mut fields = Object::new();
    let kept = before.map(|it| &it.fields).into_iter().flatten();
    fields.extend(
        kept.filter(|(name, _)| texts.get(*name).is_some_and(|text| stored.get(*name) == Some(text)))
            .map(|(name, value)| (name.clone(), value.clone())),
    );
    let typed = texts.iter().filter(|(name, _)| !fields.contains_key(name.as_str()));
    let typed: Vec<(&str, &str)> = typed.map(|(name, text)| (name.as_str(), text.as_str())).collect();
    match typed_fields(kind, &typed, setting) {
        Ok(read) => fields.extend(read),
        Err(errors) => errors.into_iter().for_each(|error| unclear.typed(view, kind, error)),
    }
    fields
}

impl Unclear {
    fn typed(&mut self, view: &View<'_>, kind: &ActivityType, error: FieldError) {
        let field = kind.field(&error.field).filter(|field| field.kind == FieldKind::Reference);
        if let (Some(field), FieldTrouble::Value(TypedError::Body(body))) = (field, &error.trouble) {
            self.newcomer(view, body, &field.refers);
        }
        let name = error.field.clone();
        self.say(view, &name, error);
    }
}

/// The register with what was chosen to be registered, and what makes it so.
fn newcomers(view: &View<'_>, given: &Given) -> Result<(Register, Vec<Command>), Trouble> {
    let mut register = view.state.register().clone();
    let mut commands = Vec::new();
    for (kind, name) in given.all("new").filter_map(|it| it.split_once(':')) {
        let Some(kind) = BodyKind::from_word(kind).filter(|kind| *kind != BodyKind::Person) else { continue };
        let name = clean_line(name, MAX_NAME)?;
        let body = new_body_id(&register, kind, &name)
            .map_err(|_| Trouble::Typed("usage-no-id-of-name", name.clone()))?;
        let fact = BodyFact { name: Some(Words::both(&name)), ..BodyFact::default() };
        register.registered(body.clone(), view.state.size(), fact.clone());
        commands.push(Command::Register { body, occurred: Period::on(view.today()), fact });
    }
    Ok((register, commands))
}

/// Keeps the documents that were sent, each once.
pub(in crate::web::pages) fn evidence(
    view: &View<'_>,
    given: &Given,
    sent: &[Sent],
    known: &[Evidence],
) -> Result<Vec<Evidence>, Trouble> {
    let kind = given.one("documentkind").and_then(EvidenceKind::from_word).unwrap_or(EvidenceKind::Other);
    let documents = view.office.documents();
    let mut all = known.to_vec();
    for Sent { name, bytes, .. } in sent {
        let document = documents.keep_bytes(name, bytes, kind)?;
        if all.iter().all(|it| it.blake3 != document.blake3) {
            all.push(document);
        }
    }
    Ok(all)
}
