"""`make demo`: everything Baton needs, under one supervisor, from an empty folder to the first conversation."""

import argparse
import fcntl
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from types import FrameType
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import psycopg

from config import payments
from config.bootstrap import (
    ROOT,
    TroubleError,
    check_disk,
    explain,
    fingerprint,
    make_folder,
    port_of,
    step,
)
from config.children import Child, Log, Program, stop_all
from config.port import bind_host, listen
from config.welcome import Places, welcome
from conversations.demo.content import OPERATOR, company
from tenants.embedded.binaries import NoPostgresError
from tenants.embedded.postgres import Server

READY_SECONDS = 120.0
LOOK_EVERY = 0.2
CRASHES_BEFORE_READY = 3
ROOM_TO_RUN = 0.3  # GB
DEMO_MAIL_AFTER = "20"  # seconds
DEMO = {  # unless the environment says otherwise
    "BATON_OPERATOR": OPERATOR,
    "BATON_OPERATOR_PASSWORD": company().password,
    "BATON_SIGN_UPS": "50",  # an hour: all of the demo's visitors come from one address
}
MOST_BYTES_A_FRAME = "65536"
MOST_WEB = 64
FOLDERS = ("log", "mail", payments.FOLDER, "uploads")
LAST_REQUESTS_SECONDS = "8"  # of uvicorn when it is told to end; config/leaving.py says how daphne does


def web_command(file: int, *, server: str) -> tuple[str, ...]:
    """A web server on the open file of a listening socket; TroubleError when there is none of that name."""
    python = sys.executable
    commands = {
        "daphne": (
            *(python, "-m", "config.bounded", "--fd", str(file), "-v", "0", "--no-server-name"),
            *("--websocket-max-message-size", MOST_BYTES_A_FRAME, "--websocket-max-frame-size", MOST_BYTES_A_FRAME),
            "config.asgi:application",
        ),
        "uvicorn": (
            *(python, "-m", "uvicorn", "--fd", str(file), "--log-level", "warning"),
            *("--ws-max-size", MOST_BYTES_A_FRAME, "--ws-per-message-deflate", "false", "--no-server-header"),
            *("--timeout-graceful-shutdown", LAST_REQUESTS_SECONDS),
            "config.asgi:application",
        ),
    }
    if server not in commands:
        raise TroubleError(f"BATON_SERVER must be daphne or uvicorn, not {server!r}.")
    return commands[server]


def worker_command(name: str) -> tuple[str, ...]:
    """The worker that is called `name` on its machine."""
    return (
        *(sys.executable, "-m", "celery", "--quiet", "-A", "config", "worker", "--concurrency", "2"),
        *("--loglevel", "WARNING", "--without-gossip", "--without-mingle", "--without-heartbeat"),
        *("--hostname", f"{name}@%h"),
    )


def sweeper_command() -> tuple[str, ...]:
    """The sweeper."""
    return (sys.executable, str(ROOT / "manage.py"), "sweep")


def programs(listener: socket.socket, *, server: str = "daphne", web: int = 1) -> list[Program]:
    """The processes of one Baton: `web` web servers on one socket, worker, sweeper."""
    file, port = listener.fileno(), listener.getsockname()[1]
    serve = web_command(file, server=server)
    return [
        *(Program(f"web{number or ''}", serve, files=(file,)) for number in (0, *range(2, web + 1))),
        Program("worker", worker_command(f"worker{port}")),
        Program("sweeper", sweeper_command()),
    ]


def web_processes(env: Mapping[str, str]) -> int:
    """How many web servers to run, by BATON_WEB; TroubleError when that is no number from 1 to 64."""
    wanted = env.get("BATON_WEB", "").strip() or "1"
    if not wanted.isdecimal() or not 1 <= int(wanted) <= MOST_WEB:
        raise TroubleError(f"BATON_WEB must be a whole number from 1 to {MOST_WEB}, not {wanted!r}.")
    return int(wanted)


def mail_program(listener: socket.socket) -> Program:
    """The demo's mail server, which keeps what it gets on this machine."""
    file = listener.fileno()
    return Program("mail", (sys.executable, str(ROOT / "manage.py"), "demo_mail", "--fd", str(file)), files=(file,))


def mail_environment(listener: socket.socket, data_folder: Path) -> dict[str, str]:
    """What lets Baton send by the demo's mail server, soon, and take mail from the demo's mail pages."""
    return {
        "EMAIL_URL": f"smtp://127.0.0.1:{listener.getsockname()[1]}",
        "BATON_MAIL_AFTER": os.environ.get("BATON_MAIL_AFTER") or DEMO_MAIL_AFTER,
        "BATON_INBOUND_MAIL_SECRET": kept_secret(data_folder / "run" / "inbound-mail-secret"),
    }


def environment(database_url: str, data_folder: Path) -> dict[str, str]:
    """What every process of this Baton sees; secrets travel here and never on a command line."""
    return {
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        **os.environ,
        "BATON_DATA": str(data_folder),
        "DATABASE_URL": database_url,
        "SECRET_KEY": os.environ.get("SECRET_KEY") or kept_secret(data_folder / "run" / "secret-key"),
        "PYTHONUNBUFFERED": "1",
    }


def kept_secret(file: Path) -> str:
    """The secret key of this data folder, made at the first start, readable by its owner alone."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48))
    return file.read_text()


class Baton:
    """The running application: its processes, and whether the whole story can be played."""

    def __init__(
        self,
        listener: socket.socket,
        env: Mapping[str, str],
        log: Log,
        *,
        mail: socket.socket | None = None,
        beside: Sequence[Child] = (),
    ) -> None:
        """Those `beside` run already, and are tended and ended with the rest."""
        self.port: int = listener.getsockname()[1]
        self.env, self.log = env, log
        server = env.get("BATON_SERVER", "") or "daphne"
        running = programs(listener, server=server, web=web_processes(env))
        wanted = [*running, *([] if mail is None else [mail_program(mail)])]
        self.children = [*(Child(program, env, log) for program in wanted), *beside]

    def start(self) -> None:
        """Start all processes that do not run yet."""
        for child in self.children:
            if child.pid is None:
                child.start()

    def tend(self) -> list[str]:
        """Start again what crashed; gives a line for each crash."""
        return [line for child in self.children if (line := child.tend())]

    def stop(self) -> None:
        """End all processes; nothing is left afterwards."""
        stop_all(self.children)

    def wait_until_ready(self) -> None:
        """Wait for /health/ready; TroubleError with what is missing when it does not come."""
        until = time.monotonic() + READY_SECONDS
        missing = "the web server does not answer"
        while time.monotonic() < until:
            for line in self.tend():
                self.log.write("baton", line)
            self._give_up_on_crashes()
            missing = self.missing()
            if not missing:
                return
            time.sleep(LOOK_EVERY)
        raise TroubleError(
            f"Baton did not become ready in {READY_SECONDS:.0f} s: {missing}. Its log is {self.log.file}."
        )

    def missing(self) -> str:
        """What keeps Baton from being ready; empty when it is."""
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/health/ready", timeout=2):
                return ""
        except HTTPError as error:
            checks = json.loads(error.read() or b"{}").get("checks", {})
            return ", ".join(f"{part}: {state}" for part, state in checks.items() if state != "ok")
        except (URLError, TimeoutError, ConnectionError, ValueError):
            return "the web server does not answer"

    def _give_up_on_crashes(self) -> None:
        for child in self.children:
            if child.crashes >= CRASHES_BEFORE_READY:
                said = "\n".join("    " + line for line in child.last_lines)
                raise TroubleError(f"{child.program.name} cannot start; it said:\n{said}\nThe log is {self.log.file}.")


def manage(env: Mapping[str, str], *arguments: str) -> None:
    """Run a management command quietly; TroubleError with the end of what it said when it fails."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), *arguments],
        env=dict(env),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        start_new_session=True,
    )
    if done.returncode != 0:
        raise TroubleError(explain(f"manage.py {arguments[0]}", done.stdout))


def once(mark: Path, state: str, what: str, env: Mapping[str, str], *arguments: str) -> None:
    """Run a management command unless it was run for this very state of the code."""
    if mark.exists() and mark.read_text() == state:
        return
    with step(what):
        manage(env, *arguments)
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.write_text(state)


def make_prices(env: Mapping[str, str], data_folder: Path) -> None:
    """Have the plans' prices at the sandbox, where there is one."""
    if env.get("STRIPE_API_BASE") and not payments.has_prices(data_folder):
        manage(env, "stripe_set_up")
        payments.got_prices(data_folder)


def prepare(env: Mapping[str, str], data_folder: Path) -> None:
    """Migrate the database, make the platform's company and the demo's, each only when something changed."""
    run = data_folder / "run"
    database = fingerprint(env["DATABASE_URL"])
    files = [*ROOT.glob("*/migrations/*.py"), *ROOT.glob("*/*/migrations/*.py"), ROOT / "requirements.lock"]
    migrations = fingerprint(database, *sorted(files))
    with ThreadPoolExecutor(max_workers=1) as meanwhile:
        prices = meanwhile.submit(make_prices, env, data_folder)
        once(run / "migrated", migrations, "Database migrated", env, "migrate_tenants", "--verbosity", "0")
        prices.result()
    platform = fingerprint(migrations, ROOT / "conversations" / "platform", ROOT / "conversations" / "management")
    once(run / "platform", platform, "Baton's own company filled in", env, "make_platform")
    demo = fingerprint(database, ROOT / "conversations" / "demo", ROOT / "conversations" / "management")
    once(run / "seeded", demo, "Demo company filled in", env, "seed_demo")
    with psycopg.connect(env["DATABASE_URL"]) as connection:  # those of before the start would look like ready
        connection.execute("DELETE FROM public.tenants_heartbeat")


@contextmanager
def alone(data_folder: Path) -> Iterator[None]:
    """Let one supervisor at a time use a data folder."""
    run = make_folder(data_folder / "run")
    with (run / "baton.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise TroubleError(
                f"Baton already runs on the data in {data_folder}. Stop it first, or give another BATON_DATA."
            ) from None
        yield


def demo(port: int, data_folder: Path) -> None:
    """Start everything, say so, and stay until told to stop."""
    began = time.monotonic()
    check_disk(ROOM_TO_RUN)
    given = os.environ.get("DATABASE_URL") or ""
    server = None if given else Server(data_folder)
    with ExitStack() as held:
        listener = held.enter_context(listen(bind_host(), port))
        held.enter_context(alone(data_folder))
        shutil.rmtree(data_folder / "run" / socket.gethostname(), ignore_errors=True)  # of processes that are gone
        if server is not None:
            with step("PostgreSQL"):
                given = held.enter_context(server.ensure_running())
        env = {**DEMO, **environment(given, data_folder), "BATON_DEMO": "1", "PORT": str(port)}
        env.setdefault("BATON_ORIGIN", f"http://localhost:{port}")
        mail = None if os.environ.get("EMAIL_URL") else held.enter_context(listen("127.0.0.1", 0))
        if mail is not None:
            env |= mail_environment(mail, data_folder)
        log = held.enter_context(closing(Log(data_folder / "log" / "baton.log")))
        beside = []
        if payments.wanted(env):
            till = held.enter_context(payments.opened(listen, bind_host()))
            env |= payments.environment(till, env["BATON_ORIGIN"], secret=kept_secret(payments.secret(data_folder)))
            beside = held.enter_context(payments.running(till, env, data_folder, log))
        prepare(env, data_folder)
        baton = Baton(listener, env, log, mail=mail, beside=beside)
        attend(baton, server, began=began)
    print("  Baton has ended.", flush=True)


def attend(baton: Baton, server: Server | None, *, began: float) -> None:
    """Start the processes, welcome the reader, and keep all alive until told to stop."""
    try:
        with step("Web server, worker and sweeper"):
            baton.start()
            baton.wait_until_ready()
        places = Places(baton.port, sandbox=baton.env.get("BATON_SANDBOX", ""), log=baton.log.file)
        print(welcome(places, seconds=time.monotonic() - began), flush=True)
        while True:
            time.sleep(LOOK_EVERY)
            for line in baton.tend():
                print(f"  ! {line}", flush=True)
                baton.log.write("baton", line)
            if server is not None and not server.running():
                print("  ! PostgreSQL ended; starting it again", flush=True)
                server.start()
    except KeyboardInterrupt:
        print("\n  Stopping …", flush=True)
    finally:
        baton.stop()


def reset(data_folder: Path) -> None:
    """Throw away the database, keys, uploads and logs of a data folder, so that the next start begins anew."""
    with alone(data_folder):
        server = Server(data_folder)
        server.stop()
        for folder in (server.launcher.home, *(data_folder / name for name in FOLDERS)):
            shutil.rmtree(folder, ignore_errors=True)
        for kept in (data_folder / "run").iterdir():
            if kept.is_dir():
                shutil.rmtree(kept, ignore_errors=True)
            elif kept.name != "baton.lock":
                kept.unlink()
    print(f"  The data in {data_folder} is gone; `make demo` begins anew.")


def interrupt(_number: int, _frame: FrameType | None) -> None:
    """Begin the end once; what comes while ending does not disturb it."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def main() -> int:
    """Run the demo, or reset it; 1 with one clear line when that cannot be done."""
    parser = argparse.ArgumentParser(description="Run Baton with its demo company.")
    parser.add_argument("--reset", action="store_true", help="throw the demo's data away")
    wanted = parser.parse_args()
    data_folder = Path(os.environ.get("BATON_DATA") or ROOT / ".data").resolve()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)
    try:
        if wanted.reset:
            reset(data_folder)
        else:
            demo(port_of(os.environ.get("PORT") or "8000"), data_folder)
    except (TroubleError, NoPostgresError) as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
