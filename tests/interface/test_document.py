"""The OpenAPI document names every operation, says something of each, and says the truth about what is read."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.test import Client

from agents.tokens import SCOPES
from config.asgi import POLLS
from tenants.openapi import document
from tenants.openapi.operation import said_of
from tests.interface import reading

ITSELF = "api/v1/openapi.json"
EPOCH = ".epoch"  # is only compared, and may be any
BOUNDED_ELSEWHERE = (
    "SnoozeAct.properties.minutes",  # a year at most, in conversations/desk_acts/parsing.py
    "PatchedCustomerChangeForm.properties.attributes",  # any JSON, kept as JSON
)


def test_every_operation_is_described() -> None:
    missing = [f"{name.upper()} {route}" for route, name, method in reading.methods() if said_of(method) is None]
    assert not missing, "\n".join(["", *missing])


def test_the_document_names_every_address() -> None:
    there = {re.sub(r"<\w+:", "<str:", route) for route, _view in reading.views()} - {ITSELF}
    there |= {path.removeprefix("/") for path in POLLS}
    named = {"api/v1" + re.sub(r"\{(\w+)\}", r"<str:\1>", path) for path in document.whole()["paths"]}
    assert (there - named, named - there) == (set(), set()), "not in the document, and in the document alone"


def test_a_method_reads_the_form_that_it_declares() -> None:
    wrong = []
    for route, name, method in reading.methods():
        said = said_of(method)
        declared = {form.__name__ for form in (said and said.asks, said and said.query) if isinstance(form, type)}
        if said is not None and isinstance(said.asks, Mapping):
            declared |= reading.covered_by(method, set(said.asks))
        undeclared = reading.forms_read(method) - declared
        wrong += [f"{name.upper()} {route} reads {', '.join(undeclared)}"] if undeclared else []
    assert not wrong, "\n".join(["", *wrong])


def test_each_operation_has_a_name_of_its_own_and_a_summary() -> None:
    operations = document.operations(document.whole())
    names = [said["operationId"] for _method, _path, said in operations]
    assert sorted(names) == sorted(set(names))
    unsaid = [path for _method, path, said in operations if not said.get("summary")]
    assert not unsaid


def test_every_scope_that_the_document_names_can_be_given_to_a_token() -> None:
    asked = {
        scope
        for _method, _path, said in document.operations(document.whole())
        for way in said["security"]
        for scope in way.get("token", [])
    }
    assert asked <= set(SCOPES)
    assert set(SCOPES) <= asked, "a scope that opens nothing"


def test_what_the_document_refers_to_is_there() -> None:
    whole = document.whole()
    for pointer in set(re.findall(r'"#/([^"]+)"', json.dumps(whole))):
        found = whole
        for step in pointer.split("/"):
            assert step in found, pointer
            found = found[step]


def test_programs_and_other_sites_may_read_it(acme_client: Client) -> None:
    first = acme_client.get("/api/v1/openapi.json", headers={"accept-encoding": "gzip"})
    assert first.status_code == 200
    assert first["Access-Control-Allow-Origin"] == "*"
    assert first["Content-Encoding"] == "gzip"
    again = acme_client.get("/api/v1/openapi.json", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    plain = acme_client.get("/api/v1/openapi.json")
    assert json.loads(plain.content)["openapi"].startswith("3.1")
    assert acme_client.post("/api/v1/openapi.json").status_code in {403, 405}


def test_every_number_that_is_sent_has_its_range() -> None:
    whole = document.whole()
    sent = {path: [said.get("requestBody", {}), said.get("parameters", [])] for path, said in _by_name(whole)}
    found = [(name, at) for name, parts in sent.items() for at in _unbounded(parts, whole, seen=set())]
    wrong = [f"{name}: {at}" for name, at in found if not at.startswith(BOUNDED_ELSEWHERE) and not at.endswith(EPOCH)]
    assert not wrong, "\n".join(["", *wrong])


def _by_name(whole: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for method, path, said in document.operations(whole):
        yield f"{method.upper()} {path}", said


def _unbounded(part: Any, whole: dict[str, Any], *, seen: set[str], at: str = "") -> Iterator[str]:
    """Where in a part of the document a whole number is, that may be as large as one likes."""
    if isinstance(part, list):
        for one in part:
            yield from _unbounded(one, whole, seen=seen, at=at)
    elif isinstance(part, dict):
        refers = str(part.get("$ref", "")).rpartition("/")[2]
        if refers and refers not in seen:
            yield from _unbounded(whole["components"]["schemas"][refers], whole, seen=seen | {refers}, at=refers)
        if part.get("type") in ("integer", ["integer", "null"]) and "maximum" not in part and "enum" not in part:
            yield at
        for name, value in part.items():
            if name not in ("example", "examples", "default", "enum"):
                yield from _unbounded(value, whole, seen=seen, at=f"{at}.{name}")
