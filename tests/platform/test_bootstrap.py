"""Setting up: clear lines for what goes wrong, and nothing done twice."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from config import bootstrap
from config.bootstrap import Stamp, TroubleError
from tests.database import ROOT


def test_a_port_in_use_is_one_clear_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, str(ROOT / "config" / "bootstrap.py"), "--port", str(port)],
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.strip() == (
        f"Port {port} is in use (does Baton run already?). Stop it, or take another: make demo PORT={port + 1}"
    )


@pytest.mark.parametrize("text", ["0", "65536", "-1", "eight", "80 80"])
def test_what_is_no_port_is_one_clear_line(text: str) -> None:
    with pytest.raises(TroubleError, match=r"PORT must be a whole number from 1 to 65535, not "):
        bootstrap.port_of(text)


def test_a_full_disk_is_one_clear_line() -> None:
    with pytest.raises(TroubleError, match=r"The disk is nearly full: .* GB free"):
        bootstrap.check_disk(1e9)


def test_an_old_python_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "PYTHON_AT_LEAST", (99, 0))
    monkeypatch.setattr(bootstrap, "NEWER_PYTHONS", ())
    with pytest.raises(TroubleError, match=r"Baton needs Python 3\.11 or newer; this is 3\.\d+ \("):
        bootstrap.check_python()


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("error: failed to fetch\n  Caused by: dns error: failed to lookup address", "No network: "),
        ("npm error code EAI_AGAIN", "No network: "),
        ("OSError: [Errno 28] No space left on device", "The disk is full. "),
        ("npm error code ENOSPC", "The disk is full. "),
    ],
)
def test_known_failures_are_one_clear_line(said: str, line: str) -> None:
    told = bootstrap.explain("npm", said)
    assert told.startswith(line)
    assert "\n" not in told


def test_an_unknown_failure_shows_what_the_program_said() -> None:
    assert bootstrap.explain("npm", "one\ntwo") == "npm failed:\n    one\n    two"


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("uv", "ModuleNotFoundError: No module named 'baton'"),
        ("manage.py migrate", "connection to server: Connection refused"),
    ],
)
def test_what_is_no_missing_network_is_not_called_so(program: str, said: str) -> None:
    assert bootstrap.explain(program, said) == f"{program} failed:\n    {said}"


def test_without_network_uv_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / "some.lock"
    lock.write_text("nothing-of-this-name==1.0 --hash=sha256:" + "0" * 64 + "\n")
    monkeypatch.setenv("UV_DEFAULT_INDEX", "http://127.0.0.1:1/simple")
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")
    with pytest.raises(TroubleError, match=r"^No network: the package registry cannot be reached"):
        bootstrap.uv_install(lock)


def test_a_finished_step_is_skipped_until_what_it_was_made_from_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "STAMPS", tmp_path / "stamps")
    source = tmp_path / "source"
    source.mkdir()
    (source / "file").write_text("one")
    assert not Stamp("step", source).fresh()
    Stamp("step", source).set()
    assert Stamp("step", source).fresh()
    (source / "file").write_text("two")
    assert not Stamp("step", source).fresh()
