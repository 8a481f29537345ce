"""Cases for one operation: what schemathesis makes of its schema, sent with ids that there are, and as the caller."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from django.db import transaction
from django.http.response import HttpResponseBase
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.core import NotSet

from agents import acting
from tenants.openapi import document
from tests.clients import HostClient
from tests.isolation.playing import Caller, filled
from tests.isolation.row import Row

KINDS = {"application/json", "multipart/form-data"}
EITHER = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]


@dataclass(frozen=True)
class Call:
    """A request as it is sent."""

    method: str
    address: str
    content: Mapping[str, Any]


def of(operation: Any, rows: list[Row], things: Mapping[str, str]) -> st.SearchStrategy[Call]:
    """Calls of the operation, most with things that there are; `rows` are the table's for it."""
    made = st.one_of(*(operation.as_strategy(generation_mode=mode) for mode in EITHER))
    known = [(row.address.format(**things), filled(row.body, things)) for row in rows]
    return st.builds(_call, made, st.sampled_from([*known, *known, (None, None)]), st.booleans())


def send(call: Call, caller: Caller, host: str) -> Any:
    """The response to the call; nothing of what it did stays. Whatever a view raises rises."""
    client = HostClient(host)
    if caller.session:
        client.cookies["sessionid"] = caller.session
    headers = {"authorization": f"Bearer {caller.bearer}"} if caller.bearer else {}
    headers |= {acting.HEADER: caller.agent} if caller.agent else {}
    with transaction.atomic():
        response: HttpResponseBase = client.generic(call.method, call.address, headers=headers, **call.content)
        transaction.set_rollback(True)
    return response


def _call(case: Any, known: tuple[str | None, Any], mixed: bool) -> Call:  # noqa: FBT001  drawn
    address, body = known
    path = case.formatted_path if address is None else address.partition("?")[0].removeprefix(document.ROOT)
    query = {name: value for name, value in (case.query or {}).items() if not isinstance(value, NotSet)}
    asked = f"?{urlencode(query, doseq=True)}" if query else ""
    return Call(case.method, quote(f"{document.ROOT}{path}", safe="/%") + asked, _content(case, body, mixed=mixed))


def _content(case: Any, known: Any, *, mixed: bool) -> dict[str, Any]:
    """The made body; or one of the table's of which one field is as it was made."""
    if isinstance(case.body, NotSet):
        return {}
    if case.media_type == "multipart/form-data":
        parts = case.body if isinstance(case.body, dict) else {}
        form = {
            name: value if isinstance(value, bytes | str) else json.dumps(value, default=repr)
            for name, value in parts.items()
        }
        return {"data": encode_multipart(BOUNDARY, form), "content_type": MULTIPART_CONTENT}
    body = case.body
    if mixed and isinstance(known, dict) and isinstance(body, dict):
        name = next(iter(body), None)
        body = {**known, **({} if name is None else {name: body[name]})}
    data = body if isinstance(body, bytes) else json.dumps(body, default=repr)  # what is no JSON is sent, too
    return {"data": data, "content_type": "application/json"}
