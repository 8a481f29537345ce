"""The reports over REST: periods and comparison, filters, notes on charts, prices, and the lists behind numbers."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent, Role, Team
from assistant.models import Article, ArticleVersion
from conversations.insights.dimensions import DIMENSIONS
from conversations.insights.metrics import METRICS
from conversations.models import Conversation, Episode, ReportMark, ReportSettings
from escalation import versions
from escalation.defaults import DEFAULT_RULES
from escalation.models import RuleBookVersion
from tenants.models import Tenant
from tenants.trail import audit
from tenants.trail.audit import About
from tenants.trail.models import AuditEntry
from tests import cast
from tests.reports.asked import A_DAY, BERLIN, MAY
from tests.reports.stretches import episode, of_conversation

API = "/api/v1/reports"
IN_MAY = {"from": "2026-05-01", "to": "2026-05-31"}
KEYS = (
    *("resolution_quality", "effort_score", "customer_turns", "reasks", "repeats_after_handover", "transfers"),
    *("time_to_person", "missed_escalations", "needless_escalations", "repeat_contact", "reopened", "mood_change"),
    *("churn_risk", "saves", "csat", "csat_assistant", "csat_agent", "effort_rating", "survey_response"),
    *("promises_kept", "volume", "backlog", "first_reply", "first_reply_assistant", "first_reply_agent"),
    *("handle_time", "sla_met", "assistant_share", "deflection", "cost_per_resolution", "model_tokens"),
)


def get(desk: Client, address: str, **query: Any) -> Any:
    reply = desk.get(f"{API}/{address}", {**IN_MAY, **query})
    assert reply.status_code == 200, reply.content
    return reply.json()


def figures(desk: Client, **query: Any) -> dict[str, Any]:
    return {one["key"]: one for one in get(desk, "figures", **query)["data"]}


def test_every_metric_is_told_in_words(desk: Client) -> None:
    told = get(desk, "definitions")
    assert {one["key"] for one in told["data"]} == set(KEYS)
    groups = [one["group"] for one in told["data"]]
    assert groups == sorted(groups), "trust comes first"
    for one in told["data"]:
        assert one["sentence"].endswith("."), one
        assert len(one["definition"]) > 30, one
        assert one["counted_by"], one
        assert one["better"] in ("up", "down", None), one
    assert [one["key"] for one in told["dimensions"]] == list(DIMENSIONS)


def test_a_period_beside_the_one_before(desk: Client) -> None:
    """40 ratings of 5 in May and as many of 1 in the 31 days before: better, clearly; one week says nothing clear."""
    for number in range(40):
        episode(MAY + number * timedelta(hours=9), satisfaction=5, rated_holder="agent")
        episode(MAY - number * timedelta(hours=9) - 4 * A_DAY, satisfaction=1, rated_holder="agent")
    body = get(desk, "figures", metrics="csat,volume", compare="previous")
    assert (body["period"], body["compared"]) == (IN_MAY, {"from": "2026-03-31", "to": "2026-04-30"})
    csat, volume = body["data"]
    assert (csat["value"], csat["of"], csat["before"]["value"], csat["changed"]) == (1.0, 40, 0.0, "better")
    assert csat["low"] == pytest.approx(0.9124, abs=1e-4)
    assert (volume["value"], volume["low"], volume["changed"]) == (40, None, None)
    year = get(desk, "figures", metrics="csat", compare="year")
    assert year["compared"] == {"from": "2025-05-01", "to": "2025-05-31"}
    assert (year["data"][0]["before"], year["data"][0]["changed"]) == (None, None)
    last = {"from": "2026-05-18", "to": "2026-05-18", "compare": "previous"}
    assert figures(desk, metrics="csat", **last)["csat"]["changed"] == "same"


def test_without_days_it_is_the_last_four_weeks(desk: Client) -> None:
    body = desk.get(f"{API}/figures", {"metrics": "volume"}).json()
    today = timezone.localdate(timezone=BERLIN)
    assert body["period"] == {"from": (today - timedelta(days=27)).isoformat(), "to": today.isoformat()}
    assert body["compared"] is None
    assert {"measured_until", "waiting"} <= set(body)


def test_filters_may_be_named_several_times_and_together(desk: Client, sue: Agent) -> None:
    episode(MAY, topic="Returns, and refunds", language="de", agent=sue)
    episode(MAY, topic="Delivery", language="de")
    episode(MAY, topic="", language="en")

    def volume(**query: Any) -> Any:
        return figures(desk, metrics="volume", **query)["volume"]["value"]

    assert volume(topic="Delivery") == 1
    assert volume(topic=["Delivery", "Returns, and refunds"]) == 2
    assert volume(topic="none") == 1
    assert volume(language="de", topic="Delivery") == 1
    assert volume(agent=sue.id) == 1
    assert volume(agent="none", language="de") == 1
    assert volume(weekday="1") == 3
    assert volume(hour="10") == 0, "ten o'clock in UTC is noon in Berlin"
    assert volume(team="") == 3
    rows = get(desk, "breakdown", metrics="volume", by="agent")["data"]
    assert [(one["name"], one["figures"]["volume"]["value"]) for one in rows] == [("No agent", 2), ("Sue Example", 1)]


@pytest.mark.parametrize(
    ("address", "query", "param"),
    [
        ("figures", {"metrics": "volume,charm"}, "metrics"),
        ("figures", {"from": "2026-06-01"}, "to"),
        ("figures", {"from": "2020-01-01"}, "from"),
        ("figures", {"from": "soon"}, "from"),
        ("conversations", {"metric": "volume", "to": "0001-01-02"}, "to"),
        ("figures", {"team": "nobody"}, "team"),
        ("figures", {"hour": "noon"}, "hour"),
        ("figures", {"rules_version": "99999999999999"}, "rules_version"),
        ("series", {"metrics": "volume", "from": "2025-01-01"}, "by"),
        ("series", {}, "metrics"),
        ("breakdown", {"metrics": "volume", "by": "shoe"}, "by"),
        ("conversations", {"metric": "volume", "which": "best"}, "which"),
        ("conversations", {"metric": "volume", "cursor": "sesame"}, "cursor"),
    ],
)
def test_what_cannot_be_asked_is_named(desk: Client, address: str, query: dict[str, str], param: str) -> None:
    reply = desk.get(f"{API}/{address}", {**IN_MAY, **query})
    assert (reply.status_code, reply.json()["error"]["param"]) == (422, param)


def test_charts_tell_what_happened_meanwhile(desk: Client, sue: Agent) -> None:
    versions.publish(DEFAULT_RULES, by="Alice")
    RuleBookVersion.objects.update(published_at=MAY, note="Calmer")
    for title, author, number in (("Sizes", "Bob", 1), ("Colours", "Bob", 1), ("Colours", "Alice", 2)):
        article = Article.objects.get_or_create(title=title)[0]
        made = ArticleVersion.objects.create(article=article, number=number, fields={"title": title}, author=author)
        ArticleVersion.objects.filter(pk=made.pk).update(created_at=MAY + A_DAY)
    changed = audit.record("assistant.changed", actor=audit.by_system("Alice"), about=About("assistant"))
    written = desk.post(f"{API}/marks", {"on": "2026-05-20", "title": "Storm"}, content_type="application/json")
    assert written.status_code == 201
    marks = get(desk, "series", metrics="volume", by="week")["marks"]
    assert [(one["kind"], one["title"], one["by"]) for one in marks] == [
        ("rules", "Rules, version 1: Calmer", "Alice"),
        ("knowledge", "2 articles", "Bob"),
        ("knowledge", "Article “Colours”", "Alice"),
        ("note", "Storm", sue.name),
    ]
    assert marks[-1]["at"] == "2026-05-20T00:00:00+02:00"
    today = timezone.localdate(timezone=BERLIN).isoformat()
    lately = get(desk, "series", metrics="volume", by="day", **{"from": today, "to": today})["marks"]
    assert [one["id"] for one in lately] == [str(changed.id)]
    assert desk.delete(f"{API}/marks/rules-1").status_code == 404
    assert RuleBookVersion.objects.count() == 1
    assert desk.delete(f"{API}/marks/{marks[-1]['id']}").status_code == 204
    assert not ReportMark.objects.exists()
    acts = AuditEntry.objects.filter(object_kind="report_mark").values_list("action", flat=True)
    assert list(acts) == ["reports.mark_removed", "reports.mark_added"]


def test_an_admin_says_what_work_costs(desk: Client, acme_client: Client, in_acme: Tenant) -> None:
    episode(MAY, part="agent", handle_seconds=1800)
    prices = {"agent_hour": "60.00", "tokens_per_million": None, "currency": "chf"}
    assert desk.put(f"{API}/settings", prices, content_type="application/json").status_code == 403
    assert not ReportSettings.objects.exists()
    assert figures(desk)["cost_per_resolution"]["value"] is None
    desk.logout()
    admin = cast.signed_in(acme_client, cast.agent("alice", Role.ADMIN).email)
    for wrong in ({"currency": "XXL"}, {"agent_hour": "-1"}, {"tokens_per_million": "much"}):
        assert admin.put(f"{API}/settings", {**prices, **wrong}, content_type="application/json").status_code == 422
    assert admin.get(f"{API}/settings").json() == {
        "agent_hour": None,
        "tokens_per_million": None,
        "currency": "EUR",
    }
    kept = admin.put(f"{API}/settings", prices, content_type="application/json")
    assert kept.json() == {**prices, "currency": "CHF"}
    assert figures(admin)["cost_per_resolution"]["value"] == 30.0
    assert AuditEntry.objects.get(action="reports.prices_changed").changes == {
        "agent_hour": [None, "60.00"],
        "currency": ["EUR", "CHF"],
    }


def test_a_number_opens_its_conversations_page_by_page(
    desk: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number, name in enumerate(("ann", "ben", "cat")):
        of_conversation(name, MAY + number * A_DAY, reopened_at=MAY + (number + 1) * A_DAY)
    Conversation.objects.get(customer__name="Ben").delete()
    episode(MAY + 3 * A_DAY)
    reopened = {"metric": "reopened", "which": "hit", "limit": 2}
    with django_assert_num_queries(5):
        first = get(desk, "conversations", **reopened)
    names = [one["customer"] and one["customer"]["name"] for one in first["data"]]
    assert names == ["Cat", None], "what was deleted is still counted, and says nothing of anybody"
    assert first["data"][1]["conversation_id"] is None
    assert first["data"][0]["why"] == "Opened again after 23 h."
    second = get(desk, "conversations", **reopened, cursor=first["next_cursor"])
    assert [one["customer"]["name"] for one in second["data"]] == ["Ann"]
    assert (first["has_more"], second["has_more"]) == (True, False)
    assert figures(desk, metrics="reopened")["reopened"]["value"] == 0.75


def test_each_question_costs_a_fixed_number_of_queries(
    desk: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    keys, team = ",".join(METRICS), Team.objects.get()
    for round_ in range(2):
        for number in range(3):
            episode(MAY + (3 * round_ + number) * A_DAY, topic=f"Topic {number}", team=team)
        with django_assert_num_queries(12):
            get(desk, "figures", metrics=keys, compare="previous")
        with django_assert_num_queries(13):
            get(desk, "series", metrics=keys)
        with django_assert_num_queries(7):
            get(desk, "breakdown", metrics=keys, by="topic")
        with django_assert_num_queries(8):
            get(desk, "breakdown", metrics=keys, by="team")
    assert Episode.objects.count() == 6
