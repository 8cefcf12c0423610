//! On which paper a table is printed where the ledger's days are counted.
//!
//! Which territories use Letter is CLDR's `paperSize` (supplemental data, 48);
//! which zones are theirs the tz database's `zone.tab`, with the older names of
//! the same zones. All others use A4.

/// A size of paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Paper {
    /// 8.5 by 11 inches.
    Letter,
    /// 210 by 297 millimetres.
    A4,
}

impl Paper {
    /// That of a time zone.
    pub(super) fn of_zone(zone: &str) -> Self {
        let is_letter = LETTER.iter().any(|(_, zones)| zones.contains(&zone));
        if is_letter { Self::Letter } else { Self::A4 }
    }
}

/// Territories that use Letter, with their zones.
const LETTER: &[(&str, &[&str])] = &[
    ("BZ", &["America/Belize"]),
    (
        "CA",
        &[
            "America/Atikokan",
            "America/Blanc-Sablon",
            "America/Cambridge_Bay",
            "America/Creston",
            "America/Dawson",
            "America/Dawson_Creek",
            "America/Edmonton",
            "America/Fort_Nelson",
            "America/Glace_Bay",
            "America/Goose_Bay",
            "America/Halifax",
            "America/Inuvik",
            "America/Iqaluit",
            "America/Moncton",
            "America/Rankin_Inlet",
            "America/Regina",
            "America/Resolute",
            "America/St_Johns",
            "America/Swift_Current",
            "America/Toronto",
            "America/Vancouver",
            "America/Whitehorse",
            "America/Winnipeg",
            "America/Coral_Harbour",
            "America/Montreal",
            "America/Nipigon",
            "America/Pangnirtung",
            "America/Rainy_River",
            "America/Thunder_Bay",
            "America/Yellowknife",
            "Canada/Atlantic",
            "Canada/Central",
            "Canada/Eastern",
            "Canada/Mountain",
            "Canada/Newfoundland",
            "Canada/Pacific",
            "Canada/Saskatchewan",
            "Canada/Yukon",
        ],
    ),
    (
        "CL",
        &[
            "America/Coyhaique",
            "America/Punta_Arenas",
            "America/Santiago",
            "Pacific/Easter",
            "Chile/Continental",
            "Chile/EasterIsland",
        ],
    ),
    ("CO", &["America/Bogota"]),
    ("CR", &["America/Costa_Rica"]),
    ("GT", &["America/Guatemala"]),
    (
        "MX",
        &[
            "America/Bahia_Banderas",
            "America/Cancun",
            "America/Chihuahua",
            "America/Ciudad_Juarez",
            "America/Hermosillo",
            "America/Matamoros",
            "America/Mazatlan",
            "America/Merida",
            "America/Mexico_City",
            "America/Monterrey",
            "America/Ojinaga",
            "America/Tijuana",
            "America/Ensenada",
            "America/Santa_Isabel",
            "Mexico/BajaNorte",
            "Mexico/BajaSur",
            "Mexico/General",
        ],
    ),
    ("NI", &["America/Managua"]),
    ("PA", &["America/Panama"]),
    ("PH", &["Asia/Manila"]),
    ("PR", &["America/Puerto_Rico"]),
    ("SV", &["America/El_Salvador"]),
    (
        "US",
        &[
            "America/Adak",
            "America/Anchorage",
            "America/Boise",
            "America/Chicago",
            "America/Denver",
            "America/Detroit",
            "America/Indiana/Indianapolis",
            "America/Indiana/Knox",
            "America/Indiana/Marengo",
            "America/Indiana/Petersburg",
            "America/Indiana/Tell_City",
            "America/Indiana/Vevay",
            "America/Indiana/Vincennes",
            "America/Indiana/Winamac",
            "America/Juneau",
            "America/Kentucky/Louisville",
            "America/Kentucky/Monticello",
            "America/Los_Angeles",
            "America/Menominee",
            "America/Metlakatla",
            "America/New_York",
            "America/Nome",
            "America/North_Dakota/Beulah",
            "America/North_Dakota/Center",
            "America/North_Dakota/New_Salem",
            "America/Phoenix",
            "America/Sitka",
            "America/Yakutat",
            "Pacific/Honolulu",
            "America/Atka",
            "America/Fort_Wayne",
            "America/Indianapolis",
            "America/Knox_IN",
            "America/Louisville",
            "America/Shiprock",
            "Navajo",
            "Pacific/Johnston",
            "US/Alaska",
            "US/Aleutian",
            "US/Arizona",
            "US/Central",
            "US/East-Indiana",
            "US/Eastern",
            "US/Hawaii",
            "US/Indiana-Starke",
            "US/Michigan",
            "US/Mountain",
            "US/Pacific",
        ],
    ),
    ("VE", &["America/Caracas"]),
];

#[cfg(test)]
mod tests {
    use super::{LETTER, Paper};
    use crate::event::Zone;

    #[test]
    fn letter_is_for_the_territories_that_use_it() {
        for zone in
            ["America/Toronto", "America/Montreal", "America/Bogota", "America/Santiago", "Asia/Manila"]
        {
            assert_eq!(Paper::of_zone(zone), Paper::Letter, "{zone}");
        }
        for zone in ["America/Sao_Paulo", "America/Argentina/Buenos_Aires", "America/Lima", "America/Cayenne"]
        {
            assert_eq!(Paper::of_zone(zone), Paper::A4, "{zone}");
        }
        for zone in ["Europe/Paris", "UTC", "", "america/toronto"] {
            assert_eq!(Paper::of_zone(zone), Paper::A4, "{zone}");
        }
    }

    /// Each is a zone that a ledger can have, and stands once.
    #[test]
    fn every_zone_is_one() {
        let mut zones: Vec<&str> = LETTER.iter().flat_map(|(_, zones)| *zones).copied().collect();
        for zone in &zones {
            assert!(zone.parse::<Zone>().is_ok(), "{zone}");
        }
        let count = zones.len();
        zones.sort_unstable();
        zones.dedup();
        assert_eq!(zones.len(), count);
    }
}
