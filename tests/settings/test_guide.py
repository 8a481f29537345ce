"""The first-run guide fills itself from what happened, and keeps the place for whoever comes back."""

from typing import Any

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent
from tests import cast
from tests.clients import HostClient
from tests.settings.sending import get, patch, post, refused


def steps(client: Client) -> dict[str, Any]:
    return {step["key"]: step for step in get(client, "guide")["steps"]}


def test_a_new_company_has_everything_before_it(admin: Client) -> None:
    guide = get(admin, "guide")
    assert [step["key"] for step in guide["steps"]] == ["knowledge", "tone", "try", "embed", "invite"]
    assert not any(step["done"] for step in guide["steps"])
    assert (guide["place"], guide["left"]) == ("", False)


def test_each_step_is_done_by_doing_it(admin: Client) -> None:
    cast.rules()
    post(admin, "articles", title="Parking", body="Behind the shop.")
    assert steps(admin)["knowledge"] == {
        "key": "knowledge",
        "done": True,
        "detail": {"articles": 1, "running_imports": 0},
    }
    patch(admin, "workspace", tone="warm")
    assert steps(admin)["tone"]["done"]
    for tried in range(3):
        assert steps(admin)["try"]["detail"] == {"tried": tried, "wanted": 3}
        assert not steps(admin)["try"]["done"]
        post(admin, "assistant/preview", question="Where can I park?")
    assert steps(admin)["try"]["done"]
    HostClient("acme.localhost").get("/api/v1/widget/page", headers={"origin": "https://acme.example"})
    embed = steps(admin)["embed"]
    assert (embed["done"], embed["detail"]["seen_on"]) == (True, "https://acme.example")
    assert "/widget.js" in embed["detail"]["snippet"]
    cast.agent("bob")
    assert steps(admin)["invite"] == {"key": "invite", "done": True, "detail": {"people": 2, "invitations": 0}}


def test_the_place_is_kept_for_whoever_comes_back(admin: Client, alice: Agent) -> None:
    assert patch(admin, "guide", place="embed").json()["place"] == "embed"
    again = cast.signed_in(HostClient("acme.localhost"), alice.email)
    assert get(again, "guide")["place"] == "embed"
    assert patch(again, "guide", left=True).json()["left"] is True
    assert get(admin, "guide")["left"] is True
    assert patch(admin, "guide", left=False).json()["left"] is False
    assert get(admin, "guide")["place"] == "embed"


def test_wrong_fields_and_wrong_people_change_nothing(admin: Client, desk: Client) -> None:
    assert refused(patch(admin, "guide", place="x" * 21)) == (422, "place")
    assert refused(patch(admin, "guide", left="perhaps")) == (422, "left")
    assert refused(desk.get("/api/v1/guide")) == (403, None)
    assert refused(patch(desk, "guide", left=True)) == (403, None)
    assert (get(admin, "guide")["place"], get(admin, "guide")["left"]) == ("", False)


def test_reading_costs_ten_queries(admin: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    get(admin, "guide")
    with django_assert_num_queries(10):
        get(admin, "guide")
