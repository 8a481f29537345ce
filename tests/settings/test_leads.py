"""Leads over REST: by pages, narrowed down, and what became of each with a trace."""

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assistant.models import Lead
from tenants.trail.models import AuditEntry
from tests.settings.sending import API, get, patch, refused


def lead(name: str, **fields: object) -> Lead:
    """Somebody who may become a customer."""
    told = {"need": "Bikes", "quantity": "20", "email": f"{name}@example.org"}
    return Lead.objects.create(name=name, email=f"{name}@example.org", told=told, score=40, **fields)


def test_the_newest_come_first_page_by_page(
    admin: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for name in ("ann", "ben", "cem"):
        lead(name)
    first = get(admin, "leads?limit=2")
    assert [one["name"] for one in first["data"]] == ["cem", "ben"]
    assert first["has_more"] is True
    with django_assert_max_num_queries(8):
        second = get(admin, f"leads?limit=2&cursor={first['next_cursor']}")
    assert [one["name"] for one in second["data"]] == ["ann"]
    assert (second["has_more"], second["next_cursor"]) == (False, None)


def test_a_lead_tells_what_they_said_in_the_order_of_the_questions(admin: Client) -> None:
    made = lead("ann", good=True, reasons=["How many is at least 10 (+40)"])
    shown = get(admin, f"leads/{made.id}")
    assert [one["label"] for one in shown["told"]] == ["What they need", "How many", "E-mail address"]
    assert (shown["score"], shown["good"], shown["reasons"]) == (40, True, ["How many is at least 10 (+40)"])


def test_the_list_is_narrowed_down(admin: Client) -> None:
    lead("ann", good=True)
    lead("ben", state="won")
    assert [one["name"] for one in get(admin, "leads?good=true")["data"]] == ["ann"]
    assert [one["name"] for one in get(admin, "leads?state=won")["data"]] == ["ben"]
    assert refused(admin.get(f"{API}/leads?state=lost_it")) == (422, "state")
    assert refused(admin.get(f"{API}/leads?cursor=x")) == (422, "cursor")


def test_what_became_of_it_is_kept_with_a_trace(desk: Client) -> None:
    made = lead("ann")
    assert patch(desk, f"leads/{made.id}", state="contacted").json()["state"] == "contacted"
    patch(desk, f"leads/{made.id}", state="contacted")
    entry = AuditEntry.objects.get(action="lead.changed")
    assert (entry.object_id, entry.object_name, entry.changes) == (str(made.id), "", {"state": ["new", "contacted"]})


def test_a_state_that_there_is_not_changes_nothing(desk: Client) -> None:
    made = lead("ann")
    assert refused(patch(desk, f"leads/{made.id}", state="gone")) == (422, "state")
    made.refresh_from_db()
    assert made.state == "new"
