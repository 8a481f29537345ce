"""The rows of the list, its filters, the search and acts on many, and what each company has of them."""

from collections.abc import Mapping

from agents.models import Agent
from conversations.models import BulkRun, SavedFilter
from tests.isolation.row import Row, Who

WRITES = "conversations:write"
TAG = [{"do": "tag", "add": ["spring"]}]


def rows() -> list[Row]:
    """Kept filters and runs are personal: even within the company only their owner changes them."""
    talk, kept, run = "/api/v1/conversations/{conversation}", "/api/v1/filters/{kept_filter}", "/api/v1/bulk/{bulk_run}"
    new = {"name": "New", "filter": {"tag": ["late"]}}
    return [
        Row("POST", "/api/v1/conversations/bulk", Who.AGENT, WRITES, body={"ids": ["{conversation}"], "acts": TAG}),
        Row("GET", run, Who.AGENT, WRITES, personal=("bulk_run",)),
        Row("POST", f"{run}/undo", Who.AGENT, WRITES, answers=(200, 409), personal=("bulk_run",)),
        Row("PUT", f"{talk}/priority", Who.AGENT, WRITES, body={"priority": "high"}, answers=(200, 409)),
        Row("GET", "/api/v1/filters", Who.VIEWER),
        Row("POST", "/api/v1/filters", Who.VIEWER, body=new, answers=(201, 409)),
        Row("PATCH", kept, Who.VIEWER, body={"name": "Other"}, personal=("kept_filter",)),
        Row("DELETE", kept, Who.VIEWER, personal=("kept_filter",)),
        Row("GET", "/api/v1/search?q=hello", Who.VIEWER, "conversations:read"),
    ]


def own(told: str, owner: Agent) -> Mapping[str, str]:
    """A kept filter and a run of this person."""
    kept = SavedFilter.objects.create(owner=owner, name=told[:60], filter={"tag": ["late"]})
    return {"kept_filter": str(kept.id), "bulk_run": str(BulkRun.objects.create(agent=owner, acts=TAG).id)}


def things(colleague: Agent) -> Mapping[str, str]:
    """A run that waits for its job."""
    return {"colleagues_run": str(BulkRun.objects.create(agent=colleague, acts=TAG).id)}
