//! Pages over a ledger: a router, tested without a port.
//!
//! ```text
//! request ──guard──▶ handler ──▶ Command or Question ──▶ ledger, figures ──▶ page ──template──▶ answer
//!            │ refused: host, origin, session
//! ```
//!
//! `web` holds no rule: handlers translate what was typed and what is answered.
//! A page is a struct of words with a template (`templates/`), which escapes
//! all of it. The clock and the source of ids are arguments. Nothing is fetched
//! from elsewhere: style, script and pictures travel in the program.

mod asked;
mod assets;
mod chart;
mod chrome;
mod found;
mod given;
mod guard;
mod office;
mod pages;
mod secret;
mod seen;
mod serving;
mod shelf;
mod socket;
mod tray;
mod trouble;
mod upload;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use axum::routing::{get, post};

use pages::{activity, table};

pub use office::{Office, Setup};
pub use serving::{Listening, Served, serve};
pub use socket::{Answering, Asking, Reply, SocketError, ask, is_served, socket_path};

/// Bytes that a form without documents may have.
const MAX_FORM: usize = 1 << 20;

/// Bytes that a form with documents may have.
const MAX_UPLOAD: usize = 64 << 20;

/// The pages over the ledger that an office holds.
pub fn router(office: Office) -> Router {
    let uploads = Router::new()
        .route("/entry/{place}/correct", get(activity::correct).post(activity::save_correction))
        .route("/entry/{place}/document", get(pages::addition::form).post(pages::addition::save))
        .route("/record/{kind}", get(activity::record).post(activity::save))
        .route("/type", get(pages::new_type::form).post(pages::new_type::save))
        .route("/note", get(pages::note::form).post(pages::note::save))
        .route("/table/sent", get(table::sending::form).post(table::sending::send))
        .route("/value/{id}/total", get(pages::total::form).post(pages::total::save))
        .route("/samples", get(pages::sample::list).post(pages::sample::take))
        .route("/import", get(pages::import::choose).post(pages::import::take))
        .route("/reconcile", get(pages::reconcile::choose).post(pages::reconcile::take))
        .layer(DefaultBodyLimit::max(MAX_UPLOAD));
    Router::new()
        .route("/", get(pages::home::page))
        .route("/part/{name}", get(pages::home::part))
        .route("/trend.svg", get(pages::home::trend::chart))
        .route("/trend.csv", get(pages::home::trend::series))
        .route("/table", get(table::page))
        .route("/table/file/{format}", get(table::file::send))
        .route("/group/{id}", get(pages::group::page))
        .route("/value/{id}", get(pages::value::page))
        .route("/value/{id}/published", get(pages::value::published))
        .route("/value/{id}/chart.svg", get(pages::value::chart))
        .route("/value/{id}/series.csv", get(pages::value::series_csv))
        .route("/value/{id}/total/preview", post(pages::total::preview))
        .route("/value/{id}/sample", get(pages::sample::form))
        .route("/value/{id}/sample/paper", get(pages::sample::paper))
        .route("/sample/{place}", get(pages::sample::page))
        .route("/sample/{place}/paper", get(pages::sample::paper_of_record))
        .route("/journal", get(pages::journal::page))
        .route("/entry/{place}", get(pages::entry::page))
        .route("/entry/{place}/correct/preview", post(activity::preview_correction))
        .route("/entry/{place}/{act}", get(pages::judge::form).post(pages::judge::say))
        .route("/documents", get(pages::papers::page))
        .route("/document/{hash}", get(pages::document::send))
        .route("/register", get(pages::register::list))
        .route("/register/{kind}/{slug}", get(pages::body::page))
        .route("/names", get(pages::names::names))
        .route("/checks", get(pages::checks::page))
        .route("/audit", get(pages::audit::page))
        .route("/audit/cutoff", get(pages::audit::cutoff::page))
        .route("/audit/coverage", get(pages::audit::coverage::page))
        .route("/verify", get(pages::verify::page).post(pages::verify::begin))
        .route("/verify/run", get(pages::verify::part))
        .route("/forget", get(pages::forget::find))
        .route("/register/{kind}/{slug}/forget", get(pages::forget::form).post(pages::forget::forget))
        .route("/years", get(pages::year::list))
        .route("/year/{year}", get(pages::year::page).post(pages::year::close))
        .route("/year/{year}/notice", get(pages::year::notice))
        .route("/year/{year}/revisions", get(pages::year::revisions))
        .route("/year/{year}/sent", post(pages::year::note))
        .route("/value/{id}/quality", get(pages::audit::quality::page))
        .route("/record", get(activity::types::page))
        .route("/type/preview", post(pages::new_type::preview))
        .route("/record/{kind}/preview", post(activity::preview))
        .route("/reconcile/{file}", get(pages::reconcile::show))
        .route("/reconcile/{file}/{form}", get(pages::reconcile::file))
        .route("/import/{file}", get(pages::import::columns::page).post(pages::import::columns::save))
        .route("/import/{file}/rows", get(pages::import::rows::page).post(pages::import::names::settle))
        .route("/import/{file}/left.csv", get(pages::import::left::file))
        .route("/import/{file}/append", post(pages::import::rows::append))
        .merge(uploads)
        .route("/assets/{name}", get(assets::send))
        .fallback(pages::missing)
        .layer(DefaultBodyLimit::max(MAX_FORM))
        .layer(middleware::from_fn_with_state(office.clone(), guard::guard))
        .with_state(office)
}
