//! Serving on the loopback address until a signal comes.
//!
//! ```text
//! one thread for all that comes and goes ──each request──▶ a thread for its page
//!                                        ──each command──▶ a thread; those that name files one after the other
//! ```
//!
//! A request that does not come to its end is not waited for: neither its head nor
//! the rest of it.

use std::future::Future;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::office::Office;
use super::router;
use super::socket::{self, Answering};

/// How long answers that are under way may take once it is to end.
const PATIENCE: Duration = Duration::from_secs(3);

/// How long the head of a request may take.
const HEAD: Duration = Duration::from_secs(20);

/// How long a request may take with its answer, uploads among them: from the same
/// machine, they are there at once.
const WHOLE: Duration = Duration::from_mins(3);

/// Most pages, and commands, that are made beside each other. A browser asks for six
/// at once, and so many may wait for one group to be durable.
const MOST_THREADS: usize = 16;

/// How long a thread is kept that has nothing to do: it knows the sentences, which
/// takes longer than a page.
const KEPT: Duration = Duration::from_hours(8);

/// How long nobody is let in where the system has no room for one more.
const PAUSE: Duration = Duration::from_secs(1);

/// A port of the loopback address, taken.
pub struct Listening {
    runtime: Runtime,
    listener: TcpListener,
    port: u16,
}

/// How serving ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Served {
    /// Everything that was under way was answered.
    Whole,
    /// Something took too long.
    Cut,
}

impl Listening {
    /// Takes a port, any that is free where it is 0.
    pub fn on(port: u16) -> io::Result<Self> {
        let mut builder = Builder::new_current_thread();
        builder.max_blocking_threads(MOST_THREADS).thread_keep_alive(KEPT);
        let runtime = builder.enable_io().enable_time().build()?;
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let listener = runtime.block_on(TcpListener::bind(address))?;
        let port = listener.local_addr()?.port();
        Ok(Self { runtime, listener, port })
    }

    /// The port.
    pub const fn port(&self) -> u16 {
        self.port
    }
}

/// Serves until SIGINT or SIGTERM; what is asked over the socket meanwhile is
/// answered too. Once both doors are open it is said to be ready.
pub fn serve(
    listening: Listening,
    office: Office,
    answering: Answering,
    ready: impl FnOnce(),
) -> io::Result<Served> {
    let Listening { runtime, listener, .. } = listening;
    let ledger = office.committed();
    let outcome = runtime.block_on(async move {
        let (stop, stopped) = watch::channel(());
        let door = socket::listen(office.clone(), answering)?;
        // Both are waited for before anyone is told where it is.
        let [mut ended, mut interrupted] =
            [signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?];
        ready();
        let ending = async move {
            tokio::select! {
                _ = ended.recv() => {}
                _ = interrupted.recv() => {}
            }
            let _ = stop.send(());
        };
        let pages = router(office).layer(middleware::from_fn(aside));
        let all = async {
            answer(listener, pages, HEAD, ending).await;
            if let Some(door) = &door {
                door.is_quiet().await;
            }
        };
        Ok(within(all, stopped).await)
    });
    // What takes longer is given up where it has committed nothing; what is being
    // committed is there whole.
    runtime.shutdown_background();
    ledger.wait();
    outcome
}

/// Answers whoever comes until it is to end, then whoever is there still.
async fn answer(listener: TcpListener, pages: Router, head: Duration, ending: impl Future<Output = ()>) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(head);
    let open = GracefulShutdown::new();
    let mut ending = std::pin::pin!(ending);
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    let service = TowerToHyperService::new(pages.clone());
                    let connection = open.watch(http.serve_connection(TokioIo::new(stream), service));
                    // One that breaks off is nobody's any more.
                    tokio::spawn(async move { drop(connection.await) });
                }
                Err(_) => tokio::time::sleep(PAUSE).await,
            },
            () = &mut ending => break,
        }
    }
    drop(listener);
    open.shutdown().await;
}

/// An answer made in a thread of its own, so that none waits for another; or that
/// its request did not come to its end.
async fn aside(request: Request, next: Next) -> Response {
    let here = Handle::current();
    let made = spawn_blocking(move || here.block_on(timeout(WHOLE, next.run(request))));
    match made.await {
        Ok(Ok(answer)) => answer,
        Ok(Err(_)) => StatusCode::REQUEST_TIMEOUT.into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Waits for the end, and once it is to end no longer than is allowed.
async fn within(served: impl Future<Output = ()>, mut stopped: watch::Receiver<()>) -> Served {
    let late = async {
        let _ = stopped.changed().await;
        tokio::time::sleep(PATIENCE).await;
    };
    tokio::select! {
        () = served => Served::Whole,
        () = late => Served::Cut,
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::time::Duration;

    use axum::Router;
    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::{TcpListener, TcpStream};

    use super::answer;

    /// What is answered to these bytes until the connection is closed.
    fn answered(sent: &[u8]) -> io::Result<Vec<u8>> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await?;
            let address = listener.local_addr()?;
            let pages = Router::new().route("/", get(|| async { "page" }));
            let head = Duration::from_millis(50);
            tokio::spawn(answer(listener, pages, head, std::future::pending()));
            let mut stream = TcpStream::connect(address).await?;
            stream.write_all(sent).await?;
            let mut bytes = Vec::new();
            stream.read_to_end(&mut bytes).await?;
            Ok(bytes)
        })
    }

    #[test]
    fn half_a_head_is_not_waited_for() -> io::Result<()> {
        for sent in [&b""[..], b"GET / HT", b"GET / HTTP/1.1\r\nhost: a\r\nx: "] {
            assert!(!answered(sent)?.starts_with(b"HTTP/1.1 200"));
        }
        let whole = answered(b"GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n")?;
        assert!(whole.starts_with(b"HTTP/1.1 200") && whole.ends_with(b"page"));
        Ok(())
    }
}
