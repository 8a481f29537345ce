"""Requests with JSON, and what is wrong with one that was refused."""

from typing import Any

from django.test import Client

API = "/api/v1"
JSON = "application/json"


def patch(client: Client, path: str, **fields: Any) -> Any:
    """PATCH with JSON."""
    return client.patch(f"{API}/{path}", fields, content_type=JSON)


def put(client: Client, path: str, **fields: Any) -> Any:
    """PUT with JSON."""
    return client.put(f"{API}/{path}", fields, content_type=JSON)


def post(client: Client, path: str, **fields: Any) -> Any:
    """POST with JSON."""
    return client.post(f"{API}/{path}", fields, content_type=JSON)


def get(client: Client, path: str) -> Any:
    """The body of a good answer to GET."""
    reply = client.get(f"{API}/{path}")
    assert reply.status_code == 200, reply.content
    return reply.json()


def refused(reply: Any) -> tuple[int, str | None]:
    """The status of a refusal and the field that it names."""
    assert reply.status_code >= 400, reply.content
    return reply.status_code, reply.json()["error"]["param"]
