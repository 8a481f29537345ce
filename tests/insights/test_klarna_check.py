"""The Klarna check through the door: what it says of a company's own episodes, and the rule that it drafts."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from agents.models import Agent, Role, Team
from assistant.models import Intent
from conversations.models import Channel, EndedBy, Episode, Part, ReportSettings
from escalation import drafting
from tenants.models import Tenant
from tenants.trail.models import AuditEntry
from tests import cast

PATH = "/api/v1/reports/klarna_check"


@pytest.fixture
def ada(in_acme: Tenant) -> Agent:
    cast.rules()
    Intent.objects.create(name="Refunds", examples=[])
    return cast.agent("ada", Role.ADMIN)


@pytest.fixture
def desk(ada: Agent, acme_client: Client) -> Client:
    return cast.signed_in(acme_client, ada.email)


def episodes(topic: str, count: int, part: Part, **fields: Any) -> Iterator[Episode]:
    """So many, which ended ten days ago."""
    ended = timezone.now() - timedelta(days=10)
    for _ in range(count):
        yield Episode(
            number=1, channel=Channel.WIDGET, language="en", topic=topic, part=part, ended_by=EndedBy.SILENCE,
            began_at=ended - timedelta(hours=1), ended_at=ended, row_at=ended, **fields,
        )  # fmt: skip


def a_quarter() -> None:
    """Refunds: 120 of the assistant alone, of which 48 came again; 40 with people of 900 s each, of which 2 did.

    Delivery: 400 of the assistant alone, of which 12 came again; 60 with people, of which 3 did. Gifts: 6 alone.
    """
    again = {"repeat_at": timezone.now() - timedelta(days=8)}
    team = Team.objects.get_or_create(name="Refund desk")[0]
    with_people = {"handle_seconds": 900, "team": team}
    Episode.objects.bulk_create(
        [
            *episodes("Refunds", 72, Part.ASSISTANT),
            *episodes("Refunds", 48, Part.ASSISTANT, **again),
            *episodes("Refunds", 38, Part.AGENT, **with_people),
            *episodes("Refunds", 2, Part.BOTH, **with_people, **again),
            *episodes("Delivery", 388, Part.ASSISTANT),
            *episodes("Delivery", 12, Part.ASSISTANT, **again),
            *episodes("Delivery", 57, Part.AGENT, handle_seconds=300),
            *episodes("Delivery", 3, Part.AGENT, handle_seconds=300, **again),
            *episodes("Gifts", 6, Part.ASSISTANT),
        ]
    )


def test_it_names_the_topic_that_costs_trust_and_the_one_that_works(
    desk: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Refunds: 48 of 120 (40%) against 2 of 40 (5%) come again; 120 in 90 days are 40.583 a month of 15 minutes each.

    That is 10.146 hours, at 40 an hour 405.83; 35 points fewer of 40.583 are 14.2 repeats a month.
    """
    a_quarter()
    ReportSettings.objects.create(hour_price=40, currency="EUR")
    with django_assert_num_queries(8):
        told = desk.get(PATH).json()
    assert [(one["topic"], one["verdict"]) for one in told["data"]] == [
        ("Refunds", "costs_trust"),
        ("Gifts", "too_few"),
        ("Delivery", "works"),
    ]
    refunds, gifts, delivery = told["data"]
    assert (refunds["alone"], refunds["people"], refunds["against"]) == (120, 40, "people")
    assert refunds["share"]["value"] == pytest.approx(0.75)
    repeats = next(one for one in refunds["measures"] if one["key"] == "repeat_contact")
    assert (repeats["alone"]["value"], repeats["against"]["value"]) == pytest.approx((0.4, 0.05))
    assert repeats["difference"]["worse"]
    assert refunds["says"][1].startswith("Customers come again more often: 40% of them, 5% with people, ")
    move = refunds["move"]
    assert (move["hours"]["value"], move["cost"]["value"]) == pytest.approx((10.146, 405.83), abs=0.01)
    assert move["repeats_spared"]["value"] == pytest.approx(14.2, abs=0.01)
    assert gifts["headline"].startswith("Not enough to say: 6 of about ")
    assert gifts["against"] == "company"
    assert delivery["move"]["repeats_spared"] is None
    assert told["counts"]["costs_trust"] == 1


def test_its_figures_are_those_of_the_reports(desk: Client) -> None:
    """What the page links to counts the same episodes."""
    a_quarter()
    told = desk.get(PATH).json()
    period, refunds = told["period"], told["data"][0]
    query = f"from={period['from']}&to={period['to']}&topic=Refunds&part=assistant&trigger=none"
    found = desk.get(f"/api/v1/reports/figures?metrics=repeat_contact,resolution_quality&{query}").json()["data"]
    for one in found:
        mine = next(each["alone"] for each in refunds["measures"] if each["key"] == one["key"])
        assert {name: one[name] for name in mine} == pytest.approx(mine)


def test_what_ended_within_a_week_does_not_count_yet(desk: Client) -> None:
    Episode.objects.bulk_create(episodes("Refunds", 30, Part.ASSISTANT))
    Episode.objects.update(ended_at=timezone.now() - timedelta(days=3))
    assert desk.get(PATH).json()["data"] == []


def test_one_click_drafts_a_rule_and_publishes_nothing(desk: Client) -> None:
    a_quarter()
    before = desk.get("/api/v1/rules").json()
    reply = desk.post(f"{PATH}/draft", {"topic": "Refunds"}, content_type="application/json")
    assert reply.status_code == 201, reply.content
    told = reply.json()
    assert told["rule"] == "Refunds goes to people"
    assert told["draft"]["problems"] == []
    assert [(one["kind"], one["rule"]) for one in told["draft"]["diff"]] == [("added", "Refunds goes to people")]
    assert "Refund desk" in told["draft"]["diff"][0]["words"]
    assert desk.get("/api/v1/rules").json()["version"] == before["version"]
    assert AuditEntry.objects.filter(action="rules.drafted_from_check").count() == 1
    revision = told["draft"]["revision"]
    published = desk.post("/api/v1/rules/draft/publish", {"revision": revision, "note": ""}, "application/json")
    assert published.status_code == 201, published.content


def test_the_same_rule_is_not_drafted_twice(desk: Client) -> None:
    desk.post(f"{PATH}/draft", {"topic": "Refunds"}, content_type="application/json")
    draft = drafting.current()
    assert draft is not None
    reply = desk.post(f"{PATH}/draft", {"topic": "Refunds"}, content_type="application/json")
    assert (reply.status_code, reply.json()["error"]["code"]) == (409, "rule_there")
    again = drafting.current()
    assert again is not None
    assert (again.revision, again.document) == (draft.revision, draft.document)


def test_a_rule_of_an_unknown_topic_is_refused(desk: Client) -> None:
    reply = desk.post(f"{PATH}/draft", {"topic": "Luck"}, content_type="application/json")
    assert (reply.status_code, reply.json()["error"]["param"]) == (404, "topic")
    assert drafting.current() is None


def test_a_supervisor_reads_the_check_and_drafts_no_rule(acme_client: Client, ada: Agent) -> None:
    sam = cast.signed_in(acme_client, cast.agent("sam", Role.SUPERVISOR).email)
    assert sam.get(PATH).status_code == 200
    assert sam.post(f"{PATH}/draft", {"topic": "Refunds"}, content_type="application/json").status_code == 403
    assert drafting.current() is None
