//! The canonical form and the replay, held against oracles.

use jalon::event::{Json, Object, decode, encode};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

fn value() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Json::Bool),
        (-9_007_199_254_740_991_i64..=9_007_199_254_740_991).prop_map(Json::Int),
        "[^\\p{Cc}]{0,12}".prop_map(Json::Text),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![vec(inner.clone(), 0..4).prop_map(Json::Array), members(inner, 4).prop_map(Json::Object),]
    })
}

fn members(value: impl Strategy<Value = Json>, most: usize) -> impl Strategy<Value = Object> {
    btree_map("[a-z][a-z0-9_]{0,6}", value, 0..most).prop_map(Object::from_iter)
}

fn object() -> impl Strategy<Value = Object> {
    members(value(), 5)
}

fn bytes(object: &Object) -> Vec<u8> {
    let mut out = Vec::new();
    encode(object, &mut out);
    out
}

proptest! {
    #[test]
    fn the_canonical_form_reads_back_and_is_the_oracles(object in object()) {
        let own = bytes(&object);
        prop_assert_eq!(&decode(&own).unwrap(), &object);
        let oracle = serde_json_canonicalizer::to_vec(&Json::Object(object).to_serde()).unwrap();
        prop_assert_eq!(own, oracle);
    }

    #[test]
    fn any_other_byte_is_refused_or_read_as_itself(object in object(), at in any::<prop::sample::Index>(), byte: u8) {
        let mut other = bytes(&object);
        let place = at.index(other.len());
        other[place] = byte;
        if let Ok(read) = decode(&other) {
            prop_assert_eq!(bytes(&read), other);
        }
    }

    #[test]
    fn no_bytes_make_the_reader_panic(noise in vec(any::<u8>(), 0..64)) {
        if let Ok(read) = decode(&noise) {
            prop_assert_eq!(bytes(&read), noise);
        }
    }
}

#[test]
fn other_spellings_are_refused() {
    let spellings = [
        r#"{"a":1.0}"#,
        r#"{"a":1e3}"#,
        r#"{"a":-0}"#,
        r#"{"a":01}"#,
        r#"{"a":null}"#,
        r#"{"b":1,"a":1}"#,
        r#"{"a":1,"a":1}"#,
        r#"{"a": 1}"#,
        r#"{"A":1}"#,
        r#"{"a":9007199254740992}"#,
        "{\"a\":\"\\u00e9\"}",
        "{\"a\":\"\\/\"}",
        "{\"a\":\"\t\"}",
        "{\"a\":1} ",
        "\u{feff}{\"a\":1}",
        "[1]",
        r#"{"a":[[[[[[[[1]]]]]]]]}"#,
        "{\"a\":\"\u{7f}\"}",
        "{\"a\":1,}",
        "{\"a\":\"",
    ];
    for spelling in spellings {
        assert!(decode(spelling.as_bytes()).is_err(), "{spelling}");
    }
    assert!(decode(br#"{"a":1}"#).is_ok());
}
