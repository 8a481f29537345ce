"""Plays each operation as the isolation table says, and keeps what was asked and answered as an example for readers."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from agents.models import Role
from config.reference import examples
from tenants.ids import ALPHABET
from tenants.openapi import document
from tests.isolation import listing, matrix, table
from tests.isolation.playing import Caller, Player, filled, plain_things
from tests.isolation.row import Row, Who
from tests.isolation.stage import VERIFIED, VISITOR

ID = re.compile(r"\b([a-z]{2,5})_([0-9a-hjkmnp-tv-z]{26})\b")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)")
SECRET = re.compile(r"\b(baton|whsec|sk|tkt)_[A-Za-z0-9_\-+/=]{20,}")
LONGEST = 300  # characters of a text
Json = dict[str, Any]


def rows() -> dict[tuple[str, str], list[Row]]:
    """The isolation table's rows by method and address, with {} for what varies."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in table.on_company_hosts():
        found.setdefault((row.method, listing.plain_of(row)), []).append(row)
    return found


def operations() -> Iterator[tuple[str, str, str, Json]]:
    """Each operation's id, its method, its address with {} for what varies, and what the document says of it."""
    for method, path, said in document.operations(document.whole()):
        yield said["operationId"], method, listing.NAMED.sub("{}", document.ROOT + path), said


def record(player: Player) -> dict[str, Json]:
    """An example of each operation that the table plays."""
    known = rows()
    found = {name: _example(player, known.get((method, address), [])) for name, method, address, _said in operations()}
    return {name: found[name] for name in sorted(found) if found[name]}


def write(found: Mapping[str, Json]) -> None:
    """Keep them in the repository."""
    text = json.dumps(found, indent=1, ensure_ascii=False, sort_keys=False)
    examples.FILE.write_text(f"{text}\n", "utf-8")


def _example(player: Player, choices: list[Row]) -> Json:
    for row in choices:
        caller = _caller(player, row)
        answer = player.play(row, caller)
        if 200 <= answer.status < 300:
            answered = {"answer": json.loads(answer.text)} if answer.text.startswith(("{", "[")) else {}
            return _tidy({**_asked(player, row, caller), "status": answer.status, **answered})
    return _tidy(_asked(player, choices[0], _caller(player, choices[0]))) if choices else {}


def _asked(player: Player, row: Row, caller: Caller) -> Json:
    """The call of the row, with the things of the company in their places."""
    company = player.company
    things = {**company.things, **plain_things(), **company.own[VERIFIED], **company.own[VISITOR], **(caller.own or {})}
    made: Json = {"path": row.address.format(**things).removeprefix(document.ROOT)}
    if row.body is not None:
        made["body"] = filled(row.body, things)
    if isinstance(made.get("body"), dict) and "epoch" in made["body"]:
        made["body"]["epoch"] = int(made["body"]["epoch"])  # the table's own are texts with a name in them
    if row.form is not None:
        made["body"] = {name: f"@{value[1:-1]}.txt" if value == "{file}" else value for name, value in row.form.items()}
    return made


def _caller(player: Player, row: Row) -> Caller:
    everybody = matrix.callers(player.company)
    return everybody[{Who.VISITOR: VISITOR, Who.VERIFIED: VERIFIED}.get(row.who, Role.OWNER.value)]


def _tidy(example: Json) -> Json:
    """The same with ids, times and words that are no test's."""
    text = json.dumps(_short(example), ensure_ascii=False)
    text = TIME.sub("2026-11-20T09:30:00Z", re.sub(r" ?for acme alone", "", text))
    text = SECRET.sub(lambda found: f"{found[1]}_…", UUID.sub("3f1c0d5e-8a52-4c7b-9d64-2e1f7b0a9c33", text))
    tidy: Json = json.loads(ID.sub(_made_up(), text).replace("acme.localhost", "acme.baton.example"))
    return tidy


def _made_up() -> Any:
    """Replaces ids by made-up ones that are the same in every run: by kind, and by when they come first."""
    seen: dict[str, str] = {}

    def replace(found: re.Match[str]) -> str:
        place = sum(one.startswith(f"{found[1]}_") for one in seen)
        digest = hashlib.sha256(f"{found[1]} {place}".encode()).digest()
        letters = "".join(ALPHABET[byte % 32] for byte in digest[:22])
        return seen.setdefault(found[0], f"{found[1]}_01ja{letters}")

    return replace


def _short(value: Any) -> Any:
    """Long lists by their first two, long texts by their beginning."""
    match value:
        case dict():
            return {name: _short(one) for name, one in value.items()}
        case list():
            return [_short(one) for one in value[:2]]
        case str() if len(value) > LONGEST:
            return f"{value[:LONGEST]}…"
        case _:
            return value
