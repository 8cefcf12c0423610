//! Serving on the loopback address until a signal comes.

use std::future::{Future, IntoFuture};
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use super::office::Office;
use super::router;
use super::socket::{self, Answering};

/// How long answers that are under way may take once it is to end.
const PATIENCE: Duration = Duration::from_secs(3);

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
        let runtime = Builder::new_current_thread().enable_io().enable_time().build()?;
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
    runtime.block_on(async move {
        let (stop, stopped) = watch::channel(());
        let door = socket::listen(office.clone(), answering)?;
        // Both are waited for before anyone is told where it is.
        let [mut ended, mut interrupted] =
            [signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?];
        ready();
        let served = axum::serve(listener, router(office)).with_graceful_shutdown(async move {
            tokio::select! {
                _ = ended.recv() => {}
                _ = interrupted.recv() => {}
            }
            let _ = stop.send(());
        });
        let outcome = within(served.into_future(), stopped).await;
        drop(door);
        outcome
    })
}

/// Waits for the end, and once it is to end no longer than is allowed.
async fn within(
    served: impl Future<Output = io::Result<()>>,
    mut stopped: watch::Receiver<()>,
) -> io::Result<Served> {
    let late = async {
        let _ = stopped.changed().await;
        tokio::time::sleep(PATIENCE).await;
    };
    tokio::select! {
        outcome = served => outcome.map(|()| Served::Whole),
        () = late => Ok(Served::Cut),
    }
}
