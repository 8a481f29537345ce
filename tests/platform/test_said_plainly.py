"""What ends a command or a start, and the reader can put right, is one line that says how."""

from pathlib import Path

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, ProgrammingError
from psycopg import errors

from config import plainly
from config.bootstrap import ROOT, TroubleError, make_folder
from config.port import listen
from config.welcome import Places, welcome
from tenants.role import RoleError


def caused(error: Exception, cause: Exception) -> Exception:
    """The error, as Django raises it for one of the database."""
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (ImproperlyConfigured("SECRET_KEY must be set."), "SECRET_KEY must be set."),
        (RoleError("Let an administrator run: CREATE ROLE"), "Let an administrator run: CREATE ROLE"),
        (caused(ProgrammingError(), errors.UndefinedTable()), "run `manage.py migrate_tenants`"),
        (caused(OperationalError(), psycopg.OperationalError("refused\n\tIs it running?")), "refused Is it running?"),
        (psycopg.OperationalError("refused"), "The database of DATABASE_URL cannot be reached: refused"),
    ],
)
def test_what_the_reader_can_put_right_is_one_line(error: Exception, line: str) -> None:
    assert line in plainly.said(error)
    assert "\n" not in plainly.said(error)


@pytest.mark.parametrize(
    "error", [ValueError("a bug"), caused(OperationalError(), errors.LockNotAvailable()), ProgrammingError("a bug")]
)
def test_a_fault_of_the_code_is_shown_as_a_whole(error: Exception) -> None:
    assert not plainly.said(error)


def test_a_folder_that_cannot_be_is_named_with_who_tried(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(TroubleError, match=r"This user \(.+\) cannot use .*/file/run: Not a directory\. .*BATON_DATA"):
        make_folder(file / "run")


def test_an_address_that_this_machine_does_not_have_is_said_with_its_setting() -> None:
    with pytest.raises(TroubleError, match=r"Nobody can listen at 192\.0\.2\.1, port \d+: .*BATON_BIND"):
        listen("192.0.2.1", 59_999)


def test_the_command_for_traffic_finds_the_demo_that_runs() -> None:
    usual = welcome(Places(8000, "", ROOT / ".data" / "log" / "baton.log"), seconds=1)
    assert "make demo-traffic\n" in usual
    moved = welcome(Places(8001, "", Path("/srv/a b/log/baton.log")), seconds=1)
    assert "make demo-traffic PORT=8001 BATON_DATA='/srv/a b'\n" in moved
