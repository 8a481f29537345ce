"""A wrong value of a setting stops the start with one line, which names the variable and shows no secret."""

import os
from collections.abc import Callable

import pytest
import stripe
from django.core.exceptions import ImproperlyConfigured

from billing import stripe_connection
from config import env, process
from config.bootstrap import TroubleError

NAME = "BATON_TRIED"
READERS: dict[str, Callable[[], object]] = {
    "secret": lambda: env.secret(NAME, least=24),
    "hosts": lambda: env.hosts(NAME),
    "web": lambda: env.web_address(NAME),
    "page": lambda: env.web_page(NAME),
    "service": lambda: env.service(NAME, "postgresql", "postgres"),
}
WRONG = [
    ("secret", "hunter2"),
    ("hosts", "https://support.example.com"),
    ("hosts", "support.example.com:443"),
    ("hosts", "support.example.com,two words"),
    ("web", "support.example.com"),
    ("web", "ftp://support.example.com"),
    ("web", "https://"),
    ("page", "javascript:alert(1)"),
    ("service", "mysql://baton:hunter2@db/baton"),
    ("service", "db:5432/hunter2"),
]
RIGHT: list[tuple[str, str, object]] = [
    ("secret", "x" * 24, "x" * 24),
    (
        "hosts",
        "localhost, 127.0.0.1,[::1]",
        ["localhost", "127.0.0.1", "[::1]"],
    ),
    ("web", "https://support.example.com:8443/", "https://support.example.com:8443"),
    ("page", "https://example.com/imprint/", "https://example.com/imprint/"),
    ("service", "postgresql://db/baton", "postgresql://db/baton"),
    ("service", "postgres://db/baton", "postgresql://db/baton"),  # as many hosters say it
]


@pytest.mark.parametrize(("reader", "value"), WRONG)
def test_a_wrong_value_is_refused_by_name_and_no_secret_is_shown(
    reader: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NAME, value)
    with pytest.raises(ImproperlyConfigured, match=NAME) as refused:
        READERS[reader]()
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize(("reader", "value", "read"), RIGHT)
def test_a_right_value_is_read(reader: str, value: str, read: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, value)
    assert READERS[reader]() == read


@pytest.mark.parametrize("reader", READERS)
def test_what_is_not_set_is_empty(reader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NAME, raising=False)
    assert not READERS[reader]()


def test_a_process_of_production_never_starts_with_the_key_for_development(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    with pytest.raises(TroubleError, match=r"DJANGO_SETTINGS_MODULE must be set, to config\.settings\.prod"):
        process.check_settings()


def test_no_library_tells_its_makers_of_this_machine() -> None:
    assert os.environ["ORT_DISABLE_TELEMETRY"] == "1"  # read when ONNX Runtime is loaded
    assert stripe_connection.WAITS, "the module that sets it is read"
    assert not stripe.enable_telemetry
