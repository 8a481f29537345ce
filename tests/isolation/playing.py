"""Plays one row of the table at a company's host, takes it back, and says what was answered and what was written."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http.response import HttpResponseBase
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from agents import acting
from tenants import hosts
from tenants.current import connection
from tests import cast
from tests.attachments import files
from tests.clients import HostClient
from tests.isolation.row import Row, Who
from tests.isolation.stage import OPERATOR, VERIFIED, VISITOR, Company, Things

# As the view pg_stat_xact_user_tables counts, without its joins: it is asked thousands of times.
WRITTEN = """
SELECT relnamespace::regnamespace || '.' || relname, rows FROM (
  SELECT relnamespace, relname, pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
    + pg_stat_get_xact_tuples_deleted(oid) AS rows
  FROM pg_class WHERE relkind = 'r' AND oid >= 16384
) counted WHERE rows > 0
"""
TOLD = "SELECT md5(coalesce(string_agg(t::text, ' ' ORDER BY t::text), ''))"
# A look leaves these traces: a session's last sign of life, a brake, when a token was used, that somebody tried.
TRACES = {"agents_browsersession", "baton_cache", "agents_apitoken", "agents_signinfailure", "agents_socketticket"}


@dataclass(frozen=True)
class Caller:
    """Who comes: with a session's key, a bearer token and the agent for whom it acts, or nothing."""

    name: str
    session: str = ""
    bearer: str = ""
    agent: str = ""
    own: Things | None = None


@dataclass(frozen=True)
class Answer:
    """What came back, and the tables that were written to meanwhile (`schema.table`)."""

    status: int
    location: str
    text: str
    written: frozenset[str]

    @property
    def refused(self) -> bool:
        """Whether the caller was turned away."""
        return self.status in {401, 403, 404, 405} or (self.status == 302 and self.location.startswith("/sign-in/"))

    def succeeded(self, row: Row) -> bool:
        """Whether this is what somebody gets who may."""
        if row.answers:
            return self.status in row.answers
        return 200 <= self.status < 400 and (row.who is Who.ANYONE or not self.refused)


class Player:
    """Plays rows; nothing of what they do stays."""

    def __init__(self, company: Company, *, host: str = "") -> None:
        self.company, self.host = company, host or company.host
        self.counted = counts()

    def play(self, row: Row, caller: Caller, *, things: Things | None = None, strict: bool = False) -> Answer:
        """Call the row's address as the caller, with the company's things but for those in `things`."""
        somebodys = {**self.company.own[VERIFIED], **self.company.own[VISITOR], **self.company.own[OPERATOR]}
        known = {**self.company.things, **plain_things(), **somebodys, **(caller.own or {}), **(things or {})}
        client = HostClient(self.host, enforce_csrf_checks=strict)
        client.raise_request_exception = False
        if caller.session:
            client.cookies["sessionid"] = caller.session
        headers = {"authorization": f"Bearer {caller.bearer}"} if caller.bearer else {}
        headers |= {acting.HEADER: caller.agent} if caller.agent else {}
        hosts.forget()
        address, content = row.address.format(**known), _content(row, known)
        with transaction.atomic():
            response: Any = client.generic(row.method, address, headers=headers, **content)
            text, touched = _text(response), self._touched()
            after = {table: digest(table) for table in touched}
            transaction.set_rollback(True)
        written = frozenset(table for table in touched if after[table] != digest(table))
        return Answer(response.status_code, response.get("Location", ""), text, written)

    def _touched(self) -> list[str]:
        """The tables of which a row was written since last asked, for good or not, but for traces."""
        before, self.counted = self.counted, counts()
        moved = [table for table, count in self.counted.items() if count != before.get(table, 0)]
        return [table for table in moved if table.partition(".")[2] not in TRACES]


def counts() -> dict[str, int]:
    """How many rows were written to each table in the transaction under way, also those that were taken back."""
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN)
        return dict(cursor.fetchall())


def digest(table: str) -> str:
    """What stands in a table, as one short text."""
    schema, name = map(connection.ops.quote_name, table.split("."))
    with connection.cursor() as cursor:
        cursor.execute(f"{TOLD} FROM {schema}.{name} t")
        return str(cursor.fetchone()[0])


def filled(body: Any, things: Things) -> Any:
    """The body with the things in the places of their names."""
    match body:
        case dict():
            return {name: filled(value, things) for name, value in body.items()}
        case list():
            return [filled(value, things) for value in body]
        case str():
            return body.format(**things)
        case _:
            return body


def plain_things() -> Mapping[str, str]:
    """What is nobody's."""
    return {
        "uuid": str(uuid4()),
        "password": cast.PASSWORD,
        "rest": "inbox",
        "other_company": "globex",
        "row": "0",
        "name": "nothing",
        "skill": "recommend",
        "file": "{file}",
        "picture": "{picture}",
    }


def _content(row: Row, things: Things) -> dict[str, Any]:
    if row.form is not None:
        form = {name: _file(value) or value.format(**things) for name, value in row.form.items()}
        return {"data": encode_multipart(BOUNDARY, form), "content_type": MULTIPART_CONTENT}
    if row.body is not None:
        return {"data": json.dumps(filled(row.body, things)), "content_type": "application/json"}
    return {}


def _file(value: str) -> SimpleUploadedFile | None:
    known = {"{file}": ("x.txt", b"some text"), "{picture}": ("x.png", files.picture("PNG"))}
    return SimpleUploadedFile(*known[value]) if value in known else None


def _text(response: HttpResponseBase) -> str:
    content: Any = response.getvalue()
    return bytes(content).decode("utf-8", "replace")
