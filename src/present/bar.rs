//! A bar that shows how much of a target is reached.

use crate::event::Exact;

/// A bar of `width` cells for an exact ratio (1 = full). What goes beyond the
/// target ends in `▸`; nothing is capped silently.
pub fn bar(ratio: &Exact, width: usize) -> String {
    if *ratio > Exact::one() {
        return "█".repeat(width.saturating_sub(1)) + "▸";
    }
    let eighths = (ratio.clone() * Exact::from(width * 8)).round(0).parse::<usize>().unwrap_or(0);
    let full = (eighths / 8).min(width);
    let mut cells: String = "█".repeat(full);
    if full < width {
        let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8];
        cells.push_str(part);
    }
    let used = cells.chars().count();
    cells + &"·".repeat(width.saturating_sub(used))
}

#[cfg(test)]
mod tests {
    use super::bar;
    use crate::event::Exact;

    #[test]
    fn a_bar_shows_parts_and_excess() {
        let shown = |text: &str| bar(&text.parse::<Exact>().unwrap_or_else(|_| Exact::zero()), 4);
        assert_eq!(shown("0"), "····");
        assert_eq!(shown("0.5"), "██··");
        assert_eq!(shown("1"), "████");
        assert_eq!(shown("6.25"), "███▸");
        assert_eq!(shown("-1"), "····");
    }
}
