"""The embedded PostgreSQL: shared by processes, left as found, and started again after any kind of crash."""

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tenants.embedded import binaries
from tenants.embedded.postgres import UNREACHABLE, Server, url_of
from tests.database import ROOT


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of the test's own."""
    mine = Server(tmp_path / "data", durable=False)
    yield mine
    mine.stop()


def answer(url: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT current_setting('server_encoding')").fetchone()
    return row and row[0]


def other_process(server: Server) -> subprocess.Popen[str]:
    """A process that is inside `ensure_running` until its input ends."""
    code = (
        "import sys; from pathlib import Path; from tenants.embedded.postgres import Server\n"
        "with Server(Path(sys.argv[1]), durable=False).ensure_running(): print('in', flush=True); sys.stdin.read()"
    )
    started = subprocess.Popen(
        [sys.executable, "-c", code, str(server.data_folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert started.stdout is not None
    assert started.stdout.readline() == "in\n"
    return started


def end(process: subprocess.Popen[str]) -> None:
    process.communicate("", timeout=30)


def pid_of(server: Server) -> int:
    return int((server.cluster / "postmaster.pid").read_text().splitlines()[0])


def test_is_started_for_a_block_and_stopped_after_it(server: Server) -> None:
    assert url_of(server.data_folder) == UNREACHABLE
    with server.ensure_running() as url:
        assert answer(url) == "UTF8"
        assert url_of(server.data_folder) == url
    assert not server.running()


def test_a_server_that_was_running_is_left_running(server: Server) -> None:
    server.start()
    with server.ensure_running() as url:
        answer(url)
    assert server.running()


def test_the_last_of_two_processes_stops_it(server: Server) -> None:
    with server.ensure_running() as url:
        other = other_process(server)
        assert answer(url) == "UTF8"
    assert server.running(), "the other process is still inside"
    end(other)
    assert not server.running()


def test_a_killed_process_does_not_keep_it_running(server: Server) -> None:
    with server.ensure_running():
        other = other_process(server)
        other.kill()
        other.wait()
        for pipe in (other.stdin, other.stdout):
            assert pipe is not None
            pipe.close()
    assert not server.running()


def test_starts_again_after_kill_9_with_its_data(tmp_path: Path) -> None:
    server = Server(tmp_path / "data")
    server.start()
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept (it int)")
    os.kill(pid_of(server), signal.SIGKILL)
    while server.running():
        time.sleep(0.01)
    server.start()
    with psycopg.connect(server.url()) as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)
    server.stop()


@pytest.mark.parametrize("number", [1, os.getpid(), 4_000_000], ids=["of init", "of another program", "of nobody"])
def test_a_pid_file_of_before_a_reboot_is_no_obstacle(server: Server, number: int) -> None:
    server.start()
    server.stop()
    (server.cluster / "postmaster.pid").write_text(f"{number}\n{server.cluster}\n0\n5432\n\n127.0.0.1\n\nready   \n")
    assert not server.running()
    server.start()
    assert answer(server.url()) == "UTF8"


def test_two_folders_are_two_servers(server: Server, tmp_path: Path) -> None:
    beside = Server(tmp_path / "beside", durable=False)
    with server.ensure_running() as one, beside.ensure_running() as other:
        assert one != other
        assert answer(one) == answer(other)


def test_the_password_is_kept_from_others_and_from_process_listings(server: Server) -> None:
    server.start()
    password = server.url().split(":")[2].split("@")[0]
    kept = server.data_folder / "run" / "postgres.json"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert password not in Path(f"/proc/{pid_of(server)}/cmdline").read_text()
    assert password not in server.log.read_text()
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(server.url().replace(password, "wrong"))


def test_listens_on_this_machine_only(server: Server) -> None:
    server.start()
    with psycopg.connect(server.url()) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("127.0.0.1",)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root needs another user")
def test_root_without_user_namespaces_runs_it_as_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries, "_may_unshare", lambda: False)
    monkeypatch.setattr(binaries, "SHARED_PARENT", Path("/var/tmp"))  # noqa: S108
    server = Server(tmp_path / "data", durable=False)
    with server.ensure_running() as url:
        assert answer(url) == "UTF8"
        assert Path(f"/proc/{pid_of(server)}").stat().st_uid == binaries.NOBODY
    subprocess.run(["rm", "-rf", str(server.launcher.home.parent)], check=True)  # noqa: S607


def test_manage_py_runs_on_its_own_and_leaves_nothing_running(tmp_path: Path) -> None:
    env = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    done = subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "showmigrations", "tenants", "--plan"],
        env={**env, "BATON_DATA": str(tmp_path / "data")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "tenants.0001" in done.stdout, done.stderr
    assert not Server(tmp_path / "data").running()
