"""A backup goes back into a server that is older than the program that reads it in; what really fails still does."""

import pytest

from tenants.backups.programs import harmless

UNKNOWN = """pg_restore: error: could not execute query: ERROR:  unrecognized parameter "transaction_timeout"
Command was: SET transaction_timeout = 0;
pg_restore: warning: errors ignored on restore: 1"""
TORN = "pg_restore: error: could not read from input file: end of file"


def test_a_setting_that_an_older_server_does_not_know_harms_nothing() -> None:
    assert harmless(UNKNOWN)


@pytest.mark.parametrize("said", ["", TORN, f"{UNKNOWN}\n{TORN}", "pg_restore: warning: errors ignored on restore: 1"])
def test_whatever_else_fails_is_told(said: str) -> None:
    assert not harmless(said)
