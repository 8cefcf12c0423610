//! Charts, drawn as SVG without style and script, once for light and once for
//! dark pages.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::given::Given;
use crate::event::Exact;

/// What is drawn: a value at each of some days, and the target beside it.
pub(super) struct Plot<'p> {
    /// Words below each place.
    pub places: Vec<String>,
    /// Of each place, the value; none where it is not known.
    pub values: Vec<Option<Exact>>,
    /// Of each place, the target.
    pub targets: Vec<Option<Exact>>,
    /// The words for the target.
    pub target: String,
    /// The words for a value that is not known.
    pub absent: String,
    /// A value in words.
    pub words: &'p dyn Fn(&Exact) -> String,
}

/// The colours of a page.
#[derive(Clone, Copy)]
struct Palette {
    ink: RGBColor,
    faint: RGBColor,
    line: RGBColor,
    aim: RGBColor,
}

const LIGHT: Palette = Palette {
    ink: RGBColor(0x3b, 0x41, 0x45),
    faint: RGBColor(0xd9, 0xd6, 0xcc),
    line: RGBColor(0x0b, 0x5c, 0x6b),
    aim: RGBColor(0x8a, 0x5a, 0x12),
};

const DARK: Palette = Palette {
    ink: RGBColor(0xc9, 0xcd, 0xcc),
    faint: RGBColor(0x3a, 0x41, 0x44),
    line: RGBColor(0x6f, 0xc3, 0xd0),
    aim: RGBColor(0xd9, 0xa8, 0x58),
};

/// How large a chart is drawn: its letters keep their size on a phone.
#[derive(Clone, Copy)]
pub(super) enum Size {
    Wide,
    Narrow,
}

impl Size {
    /// What an address asks for.
    pub(super) fn of(given: &Given) -> Self {
        if given.one("size") == Some("narrow") { Self::Narrow } else { Self::Wide }
    }

    const fn pixels(self) -> (u32, u32) {
        match self {
            Self::Wide => (720, 280),
            Self::Narrow => (360, 260),
        }
    }

    /// How many places have room for their words.
    const fn room(self) -> usize {
        match self {
            Self::Wide => 7,
            Self::Narrow => 4,
        }
    }
}

const FONT: &str = "system-ui, sans-serif";

/// The chart as SVG; none where nothing can be drawn.
pub(super) fn svg(plot: &Plot<'_>, is_dark: bool, size: Size) -> Option<String> {
    let mut text = String::new();
    let palette = if is_dark { DARK } else { LIGHT };
    draw(&mut text, plot, palette, size).ok()?;
    Some(text)
}

/// A number on its way to a picture, where a float is near enough.
fn float(number: &Exact) -> f64 {
    number.round(6).parse().unwrap_or_default()
}

#[expect(clippy::float_arithmetic, reason = "places in a picture, no figure")]
#[expect(clippy::cast_precision_loss, reason = "a handful of places")]
fn draw(
    text: &mut String,
    plot: &Plot<'_>,
    palette: Palette,
    size: Size,
) -> Result<(), Box<dyn std::error::Error>> {
    let root = SVGBackend::with_string(text, size.pixels()).into_drawing_area();
    // Words stand below each place, or below every other where they have no room;
    // those of the last are always there.
    let step = plot.places.len().div_ceil(size.room()).max(1);
    let has_words = |index: usize| (plot.places.len() - 1 - index).is_multiple_of(step);
    let at = |index: usize| index as f64;
    let known = plot.values.iter().chain(&plot.targets).flatten().map(float);
    let [low, high] = known.fold([0.0_f64, 0.0], |[low, high], it| [low.min(it), high.max(it)]);
    let high = if high > low { high + (high - low) * 0.12 } else { low + 1.0 };
    let label = (FONT, 15).into_font().color(&palette.ink);
    let span = -0.5..at(plot.places.len()) - 0.5;
    let mut chart =
        ChartBuilder::on(&root).margin(10).x_label_area_size(34).build_cartesian_2d(span, low..high)?;
    chart.configure_mesh().disable_mesh().disable_axes().draw()?;
    // The line on which nothing stands, and the words below each place.
    let base: [(f64, f64); 2] = [(-0.5, 0.0), (at(plot.places.len()) - 0.5, 0.0)];
    chart.draw_series(LineSeries::new(base, palette.faint.stroke_width(1)))?;
    let below = label.clone().pos(Pos::new(HPos::Center, VPos::Top));
    for (index, words) in plot.places.iter().enumerate().filter(|(index, _)| has_words(*index)) {
        let (x, _) = chart.backend_coord(&(at(index), low));
        root.draw(&Text::new(
            words.clone(),
            (x, i32::try_from(size.pixels().1).unwrap_or(0) - 28),
            below.clone(),
        ))?;
    }
    draw_targets(&mut chart, plot, palette)?;
    if let Some(target) = plot.targets.iter().rev().flatten().next() {
        let (_, y) = chart.backend_coord(&(0.0, float(target)));
        // Where there is little room, values stand close below the line of the target:
        // its words stand above.
        let (anchor, y) = match size {
            Size::Wide => (VPos::Top, y + 6),
            Size::Narrow => (VPos::Bottom, y - 5),
        };
        let beside = (FONT, 15).into_font().color(&palette.aim).pos(Pos::new(HPos::Left, anchor));
        root.draw(&Text::new(format!("{} {}", plot.target, (plot.words)(target)), (12, y), beside))?;
    }
    let points: Vec<(f64, f64, String)> = (plot.values.iter().enumerate())
        .filter_map(|(index, value)| Some((at(index), float(value.as_ref()?), (plot.words)(value.as_ref()?))))
        .collect();
    // No line leads over a place of which nothing is known.
    for points in points.chunk_by(|before, after| after.0 - before.0 < 1.5) {
        let line = points.iter().map(|(x, y, _)| (*x, *y));
        chart.draw_series(LineSeries::new(line, palette.line.stroke_width(3)))?;
    }
    let beneath = label.pos(Pos::new(HPos::Center, VPos::Bottom));
    for (index, _) in plot.values.iter().enumerate().filter(|(_, value)| value.is_none()) {
        let (x, y) = chart.backend_coord(&(at(index), 0.0));
        root.draw(&Text::new(plot.absent.clone(), (x, y - 6), beneath.clone()))?;
    }
    let above = (FONT, 18).into_font().color(&palette.line).pos(Pos::new(HPos::Center, VPos::Bottom));
    for (x, y, words) in points {
        chart.draw_series([Circle::new((x, y), 4, palette.line.filled())])?;
        let (left, top) = chart.backend_coord(&(x, y));
        root.draw(&Text::new(words, (left, top - 8), above.clone()))?;
    }
    root.present()?;
    Ok(())
}

/// Of each place a dashed line at its target.
#[expect(clippy::float_arithmetic, reason = "places in a picture, no figure")]
#[expect(clippy::cast_precision_loss, reason = "a handful of places")]
fn draw_targets<B>(
    chart: &mut ChartContext<
        '_,
        B,
        Cartesian2d<plotters::coord::types::RangedCoordf64, plotters::coord::types::RangedCoordf64>,
    >,
    plot: &Plot<'_>,
    palette: Palette,
) -> Result<(), Box<dyn std::error::Error>>
where
    B: DrawingBackend,
    B::ErrorType: 'static,
{
    for (index, target) in plot.targets.iter().enumerate() {
        let Some(target) = target.as_ref().map(float) else { continue };
        let middle = index as f64;
        let ends = (0..=10).map(|step| (middle - 0.5 + f64::from(step) / 10.0, target));
        chart.draw_series(DashedLineSeries::new(ends, 6, 5, palette.aim.stroke_width(2)))?;
    }
    Ok(())
}
