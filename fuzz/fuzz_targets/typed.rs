#![no_main]

use jalon_fuzz::targets::{amount, date};

// Every input as a date and as an amount: what people type may be either.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    date(bytes);
    amount(bytes);
});
