"""A line of the log says what happened, where and to which ids; what libraries and errors quote is left out."""

import json
import logging
from collections.abc import Callable

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured

from tenants.observing import about, logs, plain

SECRET = "carol-canary@example.org"
CONVERSATION = "conv_01jd3k00000000000000000000"


def line(name: str, said: str, *args: object, error: BaseException | None = None, **extra: object) -> dict[str, object]:
    """The line that a logger's record becomes in production."""
    info = None if error is None else (type(error), error, error.__traceback__)
    record = logging.LogRecord(name, logging.ERROR, __file__, 1, said, args, info)
    record.__dict__.update(extra)
    written = logs.formatter(as_json=True).format(record)
    assert "\n" not in written
    told: dict[str, object] = json.loads(written)
    return told


def raised(kind: type[BaseException], work: Callable[[], object]) -> BaseException:
    """The error of the work."""
    with pytest.raises(kind) as caught:
        work()
    return caught.value


def test_a_line_names_the_ids_that_are_known() -> None:
    about.forget()
    about.request("req_1")
    about.tenant("acme")
    about.conversation(SECRET)  # a client may send anything
    told = line("conversations.turn", "A turn ended unsaid: %s.", "taken over")
    assert (told["message"], told["request"], told["tenant"]) == ("A turn ended unsaid: taken over.", "req_1", "acme")
    assert "conversation" not in told
    with about.job(kind="turn", job_id="1", tenant="globex", conversation=CONVERSATION):
        inside = line("conversations.turn", "Hello.")
    assert (inside["tenant"], inside["conversation"], inside["kind"]) == ("globex", CONVERSATION, "turn")
    assert "kind" not in line("conversations.turn", "Hello.")
    about.forget()


@pytest.mark.parametrize(
    ("name", "said", "args", "left"),
    [
        ("django.request", "Not Found: %s", ("/files/" + SECRET,), "A request failed."),
        ("daphne.server", "%s at %d", ("/files/" + SECRET, 8000), "… at 8000"),
        ("django.security.DisallowedHost", SECRET, (), "A request was refused as suspicious."),
        ("celery.app.trace", "Task %(name)s: %(exc)s in %(s)s s", ({"name": "x", "exc": SECRET, "s": 2},), None),
        (
            "asyncio",
            f"Task exception was never retrieved\nfuture: {SECRET!r}",
            (),
            "Task exception was never retrieved",
        ),
        ("pypdf", f"invalid object: {SECRET}", (), "invalid object"),
        ("other", f"'{SECRET}'", (), "…"),
        ("other", "%d %d", (SECRET,), None),
    ],
)
def test_of_a_library_only_the_constant_words_are_written(
    name: str, said: str, args: tuple[object, ...], left: str | None
) -> None:
    told = line(name, said, *args)
    assert "carol" not in json.dumps(told)
    if left is not None:
        assert told["message"] == left


def test_an_error_is_its_kind_and_its_places_without_its_words() -> None:
    def fail() -> None:
        try:
            int(SECRET)
        except ValueError as error:
            raise KeyError(SECRET) from error

    told = line("conversations.listening", "A job failed.", error=raised(KeyError, fail))
    assert "carol" not in json.dumps(told)
    errors = told["errors"]
    assert isinstance(errors, list)
    assert [one["kind"] for one in errors] == ["KeyError", "ValueError"]
    assert errors[0]["at"][0].startswith("tests/observing/test_lines.py:")


def test_what_an_error_says_of_the_code_and_the_database_is_kept() -> None:
    (own,) = plain.troubles(
        (AttributeError, raised(AttributeError, lambda: object().__getattribute__("missing")), None)
    )
    (setting,) = plain.troubles((ImproperlyConfigured, ImproperlyConfigured("PORT must be set."), None))
    (lost,) = plain.troubles((OSError, ConnectionRefusedError(111, SECRET), None))
    assert "missing" in own.detail
    assert (setting.detail, lost.detail) == ("PORT must be set.", "ECONNREFUSED")
    broken = plain.troubles((psycopg.Error, psycopg.errors.UniqueViolation(f"Key ({SECRET}) exists"), None))[0]
    assert broken.kind == "psycopg.errors.UniqueViolation"
    assert SECRET not in broken.detail


def test_the_same_line_can_be_read_in_development() -> None:
    record = logging.LogRecord("tenants.jobs", logging.ERROR, __file__, 1, "Dead: %s", ("turn",), None)
    record.__dict__.update(route="api/v1/me", status=500)
    written = logs.formatter(as_json=False).format(record)
    assert written.startswith("ERROR    tenants.jobs: Dead: turn  route=api/v1/me  status=500")
