"""The entries of a file: of a JSON document, of JSON lines, or of a table. No line of them holds more than one."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext, gettext_noop

from assistant.knowledge.importing import texts
from assistant.knowledge.importing.texts import NoTextError
from conversations.models import MigrationSource
from tenants.errors import ParameterError

MOST = 50_000
LISTS = ("contacts", "users", "customers", "conversations", "data", "payload", "results")
DELIMITERS = (",", ";", "\t", "|")
EMPTY = gettext_noop("file: there is nothing in it that this source has. Look whether you chose the right one.")
TOO_MANY = gettext_noop("file: it has more than {most:,} entries. Part it into several.")


def lines_of(content: bytes, source: MigrationSource) -> tuple[str, int]:
    """What the file holds as JSON, an entry to a line with its place, and how many those are. ParameterError."""
    try:
        text = texts.decode(content).lstrip("\ufeff \n\t")
    except NoTextError as error:
        raise ParameterError(gettext("file: this is no text."), param="file") from error
    is_table = source == MigrationSource.CUSTOMERS and not text.startswith(("[", "{"))
    found = []
    for place, entry in enumerate(_of_table(text) if is_table else _of_json(text), start=1):
        if place > MOST:
            raise ParameterError(gettext(TOO_MANY).format(most=MOST), param="file")
        found.append((place, entry))
    if not found:
        raise ParameterError(gettext(EMPTY), param="file")
    found.sort(key=lambda one: not _is_contact(one[1]))  # conversations find their customers there
    try:
        return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in found), len(found)
    except (RecursionError, ValueError) as error:
        raise _not_json("it is nested too deep") from error


def _of_json(text: str) -> Iterator[Any]:
    """The values of a list, of the lists of a document, or of JSON lines."""
    decoder = json.JSONDecoder(parse_constant=lambda _name: None)
    at, end = 0, len(text)
    in_list = text.startswith("[")
    at += in_list
    while True:
        while at < end and (text[at].isspace() or text[at] == ","):
            at += 1
        if at >= end or (in_list and text[at] == "]"):
            return
        try:
            value, at = decoder.raw_decode(text, at)
        except RecursionError as error:
            raise _not_json("it is nested too deep") from error
        except ValueError as error:
            line = text.count("\n", 0, at) + 1
            raise _not_json(f"it breaks off at line {line}") from error
        yield from ([value] if in_list else _inside(value))


def _inside(document: Any) -> Iterator[Any]:
    """The entries of a document that holds lists of them; a document that is one gives itself."""
    if not isinstance(document, dict):
        yield document
        return
    held = document["data"] if isinstance(document.get("data"), dict) else document
    lists = [] if _is_one(held) else [held[name] for name in LISTS if isinstance(held.get(name), list)]
    for one in lists:
        yield from one
    if not lists and held:
        yield held


def _is_one(held: dict[str, Any]) -> bool:
    """Whether it is a conversation itself: one of Intercom's, or the answer to a question for Chatwoot's messages."""
    if "conversation_parts" in held or "messages" in held:
        return True
    payload = held.get("payload")
    first = payload[0] if isinstance(payload, list) and payload else None
    return isinstance(first, dict) and "message_type" in first


def _is_contact(entry: Any) -> bool:
    if not isinstance(entry, dict):
        return False
    return not {"messages", "payload", "conversation_parts", "source", "conversation_message"} & entry.keys()


def _of_table(text: str) -> Iterator[dict[str, str]]:
    """The lines of a table by the names of its columns, which the first line tells."""
    head = text.partition("\n")[0]
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=head.count), strict=False)
    columns: list[str] | None = None
    try:
        for line in lines:
            if columns is None:
                columns = [name.strip()[:60] for name in line]
            elif any(field.strip() for field in line):
                yield dict(zip(columns, line, strict=False))
    except csv.Error as error:
        raise ParameterError(
            gettext("file: line {line_num} cannot be read.").format(line_num=lines.line_num), param="file"
        ) from error


def _not_json(because: str) -> ParameterError:
    return ParameterError(
        gettext("file: this is no JSON that can be read: {because}.").format(because=because), param="file"
    )
