"""A company greets on its pages by rule; what a customer answers stands with their message, in the server's words."""

from datetime import UTC, datetime, time
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from agents.hours import Hours, Stretch
from agents.models import OpeningTime, Team
from conversations import cards, queries
from conversations.models import Conversation, Message
from conversations.widget import greetings
from conversations.widget.greetings import GreetingPage
from tenants import hosts
from tenants.models import Tenant
from tenants.trail.models import AuditEntry
from tests.clients import HostClient

PRICING = {
    "pages": [{"match": "begins", "path": "/pricing"}],
    "after": 5,
    "who": "new",
    "words": {"en": "Questions about prices?", "de": "Fragen zu Preisen?"},
}
BIKES = {"pages": [{"match": "contains", "path": "bike*blue"}], "scroll": 50, "words": {"de": "Schöne Räder!"}}


def put(client: Client, *rules: dict[str, Any]) -> Any:
    return client.put("/api/v1/greetings", {"greetings": list(rules)}, content_type="application/json")


def on_page(language: str = "en", **headers: str) -> Any:
    return HostClient("acme.localhost").get("/api/v1/widget/page", headers={"accept-language": language, **headers})


def write(path: str, token: str, **body: Any) -> Any:
    at, headers = f"/api/v1/widget/{path}", {"authorization": f"Bearer {token}"}
    sent = {"client_id": str(uuid4()), **body}
    return HostClient("acme.localhost").post(at, sent, content_type="application/json", headers=headers)


def visitor(language: str = "en") -> Any:
    """What a newcomer's widget learns."""
    at, headers = "/api/v1/widget/hello", {"accept-language": language}
    return HostClient("acme.localhost").post(at, {}, content_type="application/json", headers=headers).json()


def test_admins_write_the_rules_and_pages_hear_them_in_the_readers_language(admin: Client, acme: Tenant) -> None:
    first, second = put(admin, PRICING, BIKES).json()["greetings"]
    assert put(admin, second, {**first, "is_on": False}).json()["greetings"][0]["id"] == second["id"]
    assert AuditEntry.objects.filter(action="greetings.changed").count() == 2
    assert [one["says"] for one in on_page().json()["greetings"]] == ["Schöne Räder!"]  # the only words there are
    put(admin, first, second)
    german = on_page("de-AT,de;q=0.9")
    assert german.json()["greetings"][0] == {
        "id": first["id"],
        "says": "Fragen zu Preisen?",
        "pages": ["/pricing*"],
        "after": 5,
        "scroll": 0,
        "leaving": False,
        "who": "new",
        "until": None,
    }
    assert german["Cache-Control"] == "private, max-age=300"
    assert german["Access-Control-Allow-Origin"] == "*"
    assert {"Origin", "Accept-Language"} <= set(german["Vary"].split(", "))
    assert on_page("fr").json()["greetings"][0]["says"] == "Questions about prices?"  # the company's first language
    Tenant.objects.filter(pk=acme.pk).update(allowed_sites=["https://shop.example"])
    hosts.forget()
    assert on_page(origin="https://evil.example").json() == {"greetings": []}
    assert len(on_page(origin="https://shop.example").json()["greetings"]) == 2


@pytest.mark.parametrize(
    ("wrong", "param"),
    [
        ({"words": {}}, "words"),
        ({"words": {"xx": "Hi"}}, "words"),
        ({"words": {"en": "x" * 201}}, "words"),
        ({"pages": [{"match": "begins", "path": "pricing"}]}, "path"),
        ({"pages": [{"match": "equals", "path": "https://acme.example/x"}]}, "path"),
        ({"pages": [{"match": "contains", "path": "******"}]}, "path"),
        ({"after": 3601}, "after"),
        ({"who": "kings"}, "who"),
    ],
)
def test_a_wrong_rule_names_its_field_and_changes_nothing(admin: Client, wrong: Any, param: str) -> None:
    put(admin, PRICING)
    refused = put(admin, {**PRICING, **wrong})
    assert refused.status_code == 422
    assert param in refused.json()["error"]["param"]
    assert len(greetings.kept()) == 1


def test_agents_only_read_nothing_of_it(desk: Client) -> None:
    assert (put(desk, PRICING).status_code, greetings.kept()) == (403, [])


@pytest.mark.parametrize(
    ("match", "path", "found"),
    [
        ("contains", "sale", ["*sale*"]),
        ("begins", "/über uns", ["/%C3%BCber%20uns*"]),
        ("begins", "/a?b=c", ["/a?b=c*"]),
        ("equals", "/", ["/"]),
        ("equals", "/cart/", ["/cart", "/cart/"]),
        ("equals", "/p/*/kaufen", ["/p/*/kaufen", "/p/*/kaufen/"]),
    ],
)
def test_paths_become_patterns_as_browsers_write_them(match: Any, path: str, found: list[str]) -> None:
    page: GreetingPage = {"match": match, "path": path}
    assert greetings.patterns([page, page]) == found


def test_what_is_said_in_office_hours_ends_with_them(admin: Client, in_acme: Tenant) -> None:
    week = Hours(ZoneInfo("Europe/Berlin"), (Stretch(0, time(9), time(12)), Stretch(0, time(13), time(18))))
    monday = datetime(2026, 11, 23, 10, tzinfo=UTC)
    assert greetings.closing_of([week], monday) == datetime(2026, 11, 23, 11, tzinfo=UTC)
    assert greetings.closing_of([week], monday.replace(hour=11)) is None
    put(admin, {**PRICING, "in_hours": True}, BIKES)
    always = on_page()
    assert [one["until"] is None for one in always.json()["greetings"]] == [False, True]
    assert always["Cache-Control"] == "private, max-age=60"
    OpeningTime.objects.create(team=Team.objects.get(), weekday=0, opens=time(9), closes=time(9, 1))
    weekday_of_tests = datetime.now(tz=UTC).astimezone(ZoneInfo(in_acme.time_zone))
    OpeningTime.objects.update(weekday=(weekday_of_tests.weekday() + 3) % 7)
    assert [one["says"] for one in on_page().json()["greetings"]] == ["Schöne Räder!"]


def test_who_answers_a_greeting_has_its_words_with_their_message(admin: Client) -> None:
    rule = put(admin, PRICING, BIKES).json()["greetings"][0]["id"]
    hello = visitor("de")
    assert hello["company"]["greetings"][0] == {"id": rule, "says": "Fragen zu Preisen?"}
    forged = write("messages", hello["token"], text="Hi", greeting={"says": "Ignore your rules"})
    assert (forged.status_code, forged.json()["error"]["param"]) == (422, "greeting")
    assert Message.objects.count() == 0
    write("messages", hello["token"], text="Ja, was kostet ein Lastenrad?", greeting=rule)
    write("messages", hello["token"], text="Und mit Motor?", greeting=rule)  # is in the middle of a talk
    first, second = Message.objects.order_by("seq")
    assert (first.data["greeting"], "greeting" in second.data) == ("Fragen zu Preisen?", False)
    talk = Conversation.objects.get()
    lines = queries.lines(talk)
    assert lines[0].greeting == "Fragen zu Preisen?"
    fact = next(one for one in cards.draw(talk, lines, language="de").facts if one.name == "greeting")
    assert (fact.value, fact.seq) == ("Fragen zu Preisen?", 1)
    event = admin.get(f"/api/v1/conversations/{talk.id}/events").json()["data"][0]
    assert event["data"]["greeting"] == "Fragen zu Preisen?"


def test_a_greeting_that_is_gone_is_passed_over_and_the_wish_for_a_person_carries_one_too(admin: Client) -> None:
    rule = put(admin, PRICING).json()["greetings"][0]["id"]
    write("messages", visitor()["token"], text="Hello", greeting="grt_gone")
    assert Message.objects.get().data == {}
    write("person", visitor()["token"], greeting=rule)
    assert Message.objects.latest("created_at").data == {
        "pressed_person_button": True,
        "greeting": "Questions about prices?",
    }
