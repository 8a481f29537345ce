"""Two web servers on one port: both serve, and one goes on alone while the other starts again."""

import os
import signal
from pathlib import Path
from urllib.request import urlopen

import pytest
from pytest_django.plugin import DjangoDbBlocker

from config.bootstrap import TroubleError
from config.supervisor import web_processes
from tests import database
from tests.running import running


def test_one_serves_alone_while_the_other_starts_again(
    database_server: str, django_db_blocker: DjangoDbBlocker, tmp_path: Path
) -> None:
    with (
        django_db_blocker.unblock(),
        database.cloned(database_server) as url,
        running(url, tmp_path, env={"BATON_WEB": "2"}) as whole,
    ):
        first, second = whole.child("web"), whole.child("web2")
        assert first.pid is not None
        assert second.pid is not None
        os.kill(first.pid, signal.SIGKILL)
        for _ in range(10):
            with urlopen(f"http://127.0.0.1:{whole.port}/health/live", timeout=5) as answer:
                assert answer.status == 200


@pytest.mark.parametrize("wanted", ["0", "65", "two", "-1"])
def test_a_wrong_number_of_web_servers_is_refused_by_name(wanted: str) -> None:
    with pytest.raises(TroubleError, match="BATON_WEB"):
        web_processes({"BATON_WEB": wanted})
