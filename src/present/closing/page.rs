//! The notice of a closed year as a page to print and to send: one file, with nothing
//! fetched.

use askama::Template;
use qrcode::QrCode;
use qrcode::render::{svg, unicode};

use super::ClosingNotice;
use crate::present::{Language, PAGE_STYLE};

/// What only this page has.
const OWN_STYLE: &str = include_str!("../templates/closing/closing.css");

#[derive(Template)]
#[template(path = "closing/page.html")]
struct Page<'a> {
    lang: &'static str,
    styles: [&'static str; 2],
    notice: &'a ClosingNotice,
    picture: String,
}

/// The notice as a page of its own, with the checkpoint as a picture too.
pub fn notice_html(language: Language, notice: &ClosingNotice) -> String {
    let page = Page {
        lang: language.tag(),
        styles: [PAGE_STYLE, OWN_STYLE],
        notice,
        picture: picture(&notice.checkpoint).unwrap_or_default(),
    };
    page.render().unwrap_or_default()
}

/// The checkpoint as a QR code of half blocks, light on dark as a terminal mostly is; none
/// where that is narrower.
pub(super) fn drawn(checkpoint: &str, width: u16) -> Option<String> {
    let code = QrCode::new(checkpoint.as_bytes()).ok()?;
    let [dark, light] = [unicode::Dense1x2::Light, unicode::Dense1x2::Dark];
    let drawn = code.render::<unicode::Dense1x2>().dark_color(dark).light_color(light).build();
    let fits = |line: &str| line.chars().count() <= width.into();
    drawn.lines().all(fits).then_some(drawn)
}

/// The checkpoint as a QR code.
fn picture(checkpoint: &str) -> Option<String> {
    let code = QrCode::new(checkpoint.as_bytes()).ok()?;
    let drawn = code.render::<svg::Color<'_>>().min_dimensions(180, 180).quiet_zone(true).build();
    // What stands before the picture is for a file of its own.
    drawn.find("<svg").map(|at| drawn[at..].to_owned())
}
