"""A call as people try it: for curl, and for the Python client."""

import json
import keyword
import re
from collections.abc import Mapping
from typing import Any

ID = re.compile(r"\{(\w+)\}")


def curl(method: str, path: str, body: Any, *, host: str, agent: bool, multipart: bool) -> str:
    """The call for a shell, with the token in `$BATON_TOKEN`."""
    lines = [f"curl {host}/api/v1{path}", '-H "Authorization: Bearer $BATON_TOKEN"']
    if method != "GET":
        lines[0] = f"curl -X {method} {host}/api/v1{path}"
    if agent:
        lines.append('-H "Baton-Agent: $BATON_AGENT"')
    if method == "POST":
        lines.append('-H "Idempotency-Key: $(uuidgen)"')
    if multipart:
        lines += [f"-F {name}={value}" for name, value in (body or {}).items()]
    elif body is not None:
        lines += ['-H "Content-Type: application/json"', f"-d '{_quoted(json.dumps(body, ensure_ascii=False))}'"]
    return " \\\n  ".join(lines)


def python(chain: str, ids: Mapping[str, str], body: Any, *, agent: bool) -> str:
    """The call by the Python client, where `baton` is one, and `agent` the id of who does it."""
    given = [repr(value) for value in ids.values()]
    for name, value in body.items() if isinstance(body, dict) else ():
        safe = f"{name}_" if name in ids or keyword.iskeyword(name) else name
        given.append(f"{safe}={value!r}")
    given += ["agent=agent"] if agent else []
    short = f"baton.{chain}({', '.join(given)})"
    return short if len(short) <= 88 else f"baton.{chain}(\n" + "".join(f"    {one},\n" for one in given) + ")"


def _quoted(text: str) -> str:
    return text.replace("'", "'\\''")
