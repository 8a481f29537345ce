"""Examples of calls and answers, as the tests play them: `docs/api/examples.json`, by operation."""

import json
from functools import cache
from typing import Any

from django.conf import settings

FILE = settings.BASE_DIR / "docs" / "api" / "examples.json"
Json = dict[str, Any]


@cache
def known() -> dict[str, Json]:
    """By the operation's id: `path` with ids in it, `body`, `status` and `answer`, as far as it has them."""
    found: dict[str, Json] = json.loads(FILE.read_text("utf-8"))
    return found


def of(operation_id: str) -> Json:
    """The example of an operation; empty where there is none."""
    return known().get(operation_id, {})
