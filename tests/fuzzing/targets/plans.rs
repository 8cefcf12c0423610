//! Plan and register files.

use jalon::exchange::{spot, spotted};
use jalon::figures::State;
use jalon::ledger::{Changes, Command, PlanText};
use jalon::plan::{
    ActivityType, DefinitionKind, Opened, PlanFile, PlanHead, RegisterFile, Surroundings, check, doubled,
};
use jalon::present::changes_text;
use jalon::present::problems::{plan_file_sentence, plan_sentence};

use super::house::{self, Fixture, now, show_table};
use super::sentences::{TOLD, tell_spot};
use crate::invented::author;

/// Plan files: read, checked, compared with the ledger's, adopted in memory; the
/// same text is read as a register too.
pub fn plan(bytes: &[u8]) {
    let text = &*String::from_utf8_lossy(bytes);
    house::with(|fixture| {
        match PlanFile::parse(text) {
            Ok(file) => adopt(fixture, text, &file),
            Err(errors) => {
                for (spot, error) in spotted("a.toml", text, errors).iter().take(TOLD) {
                    assert!(text.is_char_boundary(error.span.start), "{:?}", error.span);
                    fixture.say(|messages| plan_file_sentence(messages, spot, error));
                }
            }
        }
        match RegisterFile::parse(text) {
            Ok(file) => file.body.iter().for_each(|body| drop(body.fact())),
            Err(errors) => spotted("a.toml", text, errors).iter().for_each(|(spot, _)| tell_spot(spot)),
        }
    });
}

fn adopt(fixture: &Fixture, text: &str, file: &PlanFile) {
    let (head, state) = (&file.head, fixture.state());
    for twice in doubled(&[head]) {
        tell_spot(&spot("a.toml", text, file.span(&twice.place).start));
    }
    let problems = check(head, &around(head, state));
    for problem in problems.iter().take(TOLD) {
        tell_spot(&spot("a.toml", text, file.span(&problem.place).start));
        fixture.say(|messages| plan_sentence(messages, &problem.trouble));
    }
    if !problems.is_empty() {
        return;
    }
    let plan = PlanText { head: head.clone() };
    if let Ok(changes) = Changes::of(state, &plan) {
        fixture.say(|messages| changes_text(messages, &changes));
    }
    let adopted = fixture.ledger.rehearsed(vec![Command::Plan(plan)], author(1), now(), &mut house::ids());
    if let Ok(state) = adopted {
        show_table(&state);
    }
}

/// What a plan may name, as `jalon plan` has it.
fn around<'a>(head: &'a PlanHead, state: &'a State) -> Surroundings<'a> {
    let newer = |kind: &&ActivityType| !head.types.iter().any(|it| it.id == kind.id);
    let groups = head.objective.iter().flat_map(|it| &it.group).chain(&head.group);
    let indicators = groups.flat_map(|group| &group.indicator).chain(&head.indicator);
    let lists = state.definitions().filter(|(_, it)| it.kind() == DefinitionKind::List);
    Surroundings {
        types: head.types.iter().chain(state.catalogue().into_iter().filter(newer)).collect(),
        lists: head.list.iter().map(|it| it.id.as_str()).chain(lists.map(|(_, it)| it.id())).collect(),
        indicators: indicators.map(|it| (it.id.as_str(), it.rule.kind)).collect(),
        room: state.opened().map_or(0, Opened::room_for_types),
    }
}
