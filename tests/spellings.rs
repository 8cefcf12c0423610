//! Every other spelling of a canonical object is refused.

use std::ops::Range;

use jalon::event::{Json, Object, decode, encode};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

fn value() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Json::Bool),
        prop_oneof![Just(0), -9_007_199_254_740_991_i64..=9_007_199_254_740_991].prop_map(Json::Int),
        "[a-zéœ€😂\"\\\\\n]{0,8}".prop_map(Json::Text),
    ];
    leaf.prop_recursive(4, 20, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Json::Array),
            members(inner, 0..4).prop_map(Json::Object),
        ]
    })
}

/// An object with two members at least, so that they can change places.
fn members(value: impl Strategy<Value = Json>, count: Range<usize>) -> impl Strategy<Value = Object> {
    btree_map("[a-z][a-z0-9_]{0,5}", value, count).prop_map(Object::from_iter)
}

fn object() -> impl Strategy<Value = Object> {
    members(value(), 2..5)
}

fn spelled(object: &Object) -> String {
    let mut out = Vec::new();
    encode(object, &mut out);
    String::from_utf8(out).unwrap()
}

/// Where the text stands between tokens, and where each letter of a string is.
fn places(text: &str) -> (Vec<usize>, Vec<usize>) {
    let (mut between, mut letters) = (vec![0, text.len()], vec![]);
    let (mut inside, mut escaped) = (false, false);
    for (at, letter) in text.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if inside => escaped = true,
            '"' => {
                between.push(if inside { at + 1 } else { at });
                inside = !inside;
            }
            _ if inside => letters.push(at),
            '{' | '}' | '[' | ']' | ',' | ':' => between.extend([at, at + 1]),
            _ => {}
        }
    }
    (between, letters)
}

/// Where each integer begins and ends.
fn integers(text: &str) -> Vec<(usize, usize)> {
    let (between, _) = places(text);
    let mut ends: Vec<usize> = between;
    ends.sort_unstable();
    let pairs = ends.windows(2).map(|pair| (pair[0], pair[1]));
    pairs.filter(|(from, to)| text[*from..*to].parse::<i64>().is_ok()).collect()
}

fn refused(text: &str) -> Result<(), TestCaseError> {
    prop_assert!(decode(text.as_bytes()).is_err(), "{}", text);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn white_space_is_refused(object in object(), at: prop::sample::Index, space in "[ \t\r\n\u{feff}\u{a0}]") {
        let text = spelled(&object);
        let at = *at.get(&places(&text).0);
        refused(&format!("{}{space}{}", &text[..at], &text[at..]))?;
    }

    #[test]
    fn an_escape_where_none_is_needed_is_refused(object in object(), at: prop::sample::Index, capital: bool) {
        let text = spelled(&object);
        let letters = places(&text).1;
        prop_assume!(!letters.is_empty());
        let at = *at.get(&letters);
        let letter = text[at..].chars().next().unwrap();
        let mut units = [0; 2];
        let escape = |unit: &u16| if capital { format!("\\u{unit:04X}") } else { format!("\\u{unit:04x}") };
        let escapes: String = letter.encode_utf16(&mut units).iter().map(escape).collect();
        refused(&format!("{}{escapes}{}", &text[..at], &text[at + letter.len_utf8()..]))?;
    }

    #[test]
    fn an_integer_has_one_spelling(object in object(), at: prop::sample::Index) {
        let text = spelled(&object);
        let integers = integers(&text);
        prop_assume!(!integers.is_empty());
        let (from, to) = *at.get(&integers);
        let digits = &text[from..to];
        let zero = if digits == "0" { "-0".to_owned() } else { format!("0{digits}") };
        for other in [format!("{digits}.0"), format!("{digits}e0"), format!("+{digits}"), zero, format!("\"{digits}")] {
            refused(&format!("{}{other}{}", &text[..from], &text[to..]))?;
        }
    }

    #[test]
    fn members_have_one_order_and_stand_once(object in object()) {
        let member = |(name, value): (&String, &Json)| {
            let alone = spelled(&Object::from_iter([(name.clone(), value.clone())]));
            alone[1..alone.len() - 1].to_owned()
        };
        let members: Vec<String> = object.iter().map(member).collect();
        prop_assert_eq!(format!("{{{}}}", members.join(",")), spelled(&object));
        let reversed: Vec<String> = members.iter().rev().cloned().collect();
        refused(&format!("{{{}}}", reversed.join(",")))?;
        refused(&format!("{{{},{}}}", members[0], members.join(",")))?;
        refused(&format!("{{{},}}", members.join(",")))?;
    }
}
