"""The reference as a Postman collection, format 2.1 (https://schema.postman.com/json/collection/v2.1.0)."""

import json
from typing import Any

from agents.acting import HEADER
from config.reference import operations
from config.reference.operations import Operation
from config.reference.sections import SECTIONS

FORMAT = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
Json = dict[str, Any]


def collection(host: str) -> Json:
    """A folder for each section; the host, the token and the agent are variables."""
    found = operations.by_section()
    return {
        "info": {"name": "Baton", "schema": FORMAT, "description": "All operations that a token may call."},
        "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "{{token}}", "type": "string"}]},
        "variable": [{"key": "host", "value": host}, {"key": "token", "value": ""}, {"key": "agent", "value": ""}],
        "item": [
            {"name": section.title, "item": [_item(one) for one in found[section.name] if one.is_for_tokens]}
            for section in SECTIONS
            if any(one.is_for_tokens for one in found[section.name])
        ],
    }


def _item(operation: Operation) -> Json:
    headers = [{"key": HEADER, "value": "{{agent}}"}] if operation.acts_for_agent else []
    if operation.method == "POST":
        headers.append({"key": "Idempotency-Key", "value": "{{$guid}}"})
    steps = [f":{step[1:-1]}" if step.startswith("{") else step for step in operation.path.strip("/").split("/")]
    query = [{"key": one.name, "value": "", "disabled": not one.required} for one in operation.query]
    url = {
        "raw": "/".join(["{{host}}/api/v1", *steps]),
        "host": ["{{host}}"],
        "path": ["api", "v1", *steps],
        "query": query,
        "variable": [{"key": name, "value": ""} for name in operation.ids],
    }
    request: Json = {"method": operation.method, "header": headers, "url": url, "description": operation.summary}
    body = operation.example.get("body")
    if operation.media_type == "application/json":
        text = json.dumps(body or {}, indent=2, ensure_ascii=False)
        request["body"] = {"mode": "raw", "raw": text, "options": {"raw": {"language": "json"}}}
    elif operation.media_type:
        parts = [{"key": one.name, "type": "file" if one.kind == "file" else "text"} for one in operation.body]
        request["body"] = {"mode": "formdata", "formdata": parts}
    return {"name": operation.summary, "request": request}
