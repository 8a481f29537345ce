"""Articles that repeat or contradict each other are found after a change, shown two by two, and can be dismissed."""

from typing import Any

import pytest
from django.db.models import F
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assistant.knowledge import comparing
from assistant.models import Article, Overlap
from tenants.trail.models import AuditEntry
from tests.settings.sending import get, patch, post, refused
from tests.settings.working import work_off

ARTICLES = (
    ("How do I return something?", "You can return anything unused within 30 days. The label is in your account."),
    ("Returns", "Returns are accepted within 14 days of delivery. You pay for the parcel."),
    ("Opening hours", "We are open Monday to Friday from 9 am to 6 pm."),
    ("When are you open?", "Our shop is open Monday to Friday from 9 am to 6 pm."),
    ("Bike hire", "Bikes can be hired for a day or a week."),
)


def write(client: Client, title: str, body: str) -> str:
    reply = post(client, "articles", title=title, body=body)
    assert reply.status_code == 201, reply.content
    return str(reply.json()["id"])


def found(client: Client) -> dict[tuple[str, ...], Any]:
    """The overlaps after the job ran, by kind and titles."""
    work_off(comparing.KIND)
    listed = get(client, "overlaps")["data"]
    return {(one["kind"], *sorted((one["first"]["title"], one["second"]["title"]))): one for one in listed}


@pytest.fixture
def ids(supervisor: Client) -> dict[str, str]:
    """The articles by their titles."""
    return {title: write(supervisor, title, body) for title, body in ARTICLES}


TWINS = ("duplicate", "Opening hours", "When are you open?")
RETURNS = ("contradiction", "How do I return something?", "Returns")


def test_twins_and_contradictions_are_found_with_their_sentences(supervisor: Client, ids: dict[str, str]) -> None:
    told = found(supervisor)
    assert set(told) == {TWINS, RETURNS}
    assert {told[RETURNS][side]["quote"] for side in ("first", "second")} == {
        "You can return anything unused within 30 days.",
        "Returns are accepted within 14 days of delivery.",
    }
    assert not Article.objects.exclude(compared=F("version")).exists()


def test_what_is_mended_is_no_longer_shown(supervisor: Client, ids: dict[str, str]) -> None:
    found(supervisor)
    patch(supervisor, f"articles/{ids['Returns']}", body="Returns are accepted within 30 days of delivery.")
    assert RETURNS not in found(supervisor)
    supervisor.delete(f"/api/v1/articles/{ids['Opening hours']}")
    assert not any(key[0] == "duplicate" and "Opening hours" in key for key in found(supervisor))


def test_a_dismissed_one_stays_away_until_its_words_change(supervisor: Client, ids: dict[str, str]) -> None:
    one = found(supervisor)[RETURNS]["id"]
    assert post(supervisor, f"overlaps/{one}/dismiss").json()["dismissed"] is True
    patch(supervisor, f"articles/{ids['Returns']}", tags=["shop"])
    assert RETURNS not in found(supervisor)
    assert post(supervisor, f"overlaps/{one}/reopen").json()["dismissed"] is False
    assert RETURNS in found(supervisor)
    post(supervisor, f"overlaps/{one}/dismiss")
    patch(supervisor, f"articles/{ids['Returns']}", body="Returns are accepted within 7 days of delivery.")
    assert RETURNS in found(supervisor)
    actions = AuditEntry.objects.filter(object_kind="overlap").values_list("action", flat=True)
    assert set(actions) == {"overlap.dismissed", "overlap.reopened"}


def test_changes_in_a_row_are_compared_once(supervisor: Client, ids: dict[str, str]) -> None:
    assert work_off(comparing.KIND) == 1
    assert work_off(comparing.KIND) == 0


def test_agents_see_them_and_dismiss_none(supervisor: Client, desk: Client, ids: dict[str, str]) -> None:
    one = found(desk)[RETURNS]["id"]
    assert refused(post(desk, f"overlaps/{one}/dismiss")) == (403, None)
    assert refused(post(desk, f"overlaps/{one}/reopen")) == (403, None)
    assert refused(post(supervisor, "overlaps/ovl_x/dismiss")) == (404, "overlap_id")
    assert not Overlap.objects.exclude(dismissed_at=None).exists()


def test_the_list_costs_one_query_more(
    supervisor: Client, ids: dict[str, str], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    found(supervisor)
    with django_assert_num_queries(4):  # search path, session, agent, overlaps
        assert len(get(supervisor, "overlaps")["data"]) == 2
