"""Topics are told by examples: written, tried, and helped by what customers really wrote."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assistant import examples
from assistant.models import Intent
from conversations import receive
from conversations.erasing import customers
from tenants import current
from tenants.models import Tenant
from tenants.trail import audit
from tenants.trail.models import AuditEntry
from tests import cast
from tests.settings.sending import get, patch, post, refused
from tests.settings.working import work_off

REFUND = ["I want my money back", "Can I get a refund?", "Please refund my order"]


def made(client: Client, name: str = "Refunds", **fields: object) -> str:
    reply = post(client, "topics", name=name, **{"examples": REFUND, **fields})
    assert reply.status_code == 201, reply.content
    return str(reply.json()["id"])


def test_a_topic_is_stored_with_its_examples_and_mode(supervisor: Client, admin: Client) -> None:
    reply = post(admin, "topics", name=" Money  back ", examples=[*REFUND, "i want my money BACK"], mode="off")
    told = reply.json()
    assert (reply.status_code, told["name"], told["examples"]) == (201, "Money back", REFUND)
    assert (told["mode"], told["description"], told["ready"]) == ("off", "", True)
    assert get(supervisor, f"topics/{told['id']}") == told
    assert get(supervisor, "topics") == {"data": [told], "has_more": False, "next_cursor": None}
    assert AuditEntry.objects.get(action="topic.created").object_name == "Money back"


def test_a_text_can_be_tried(supervisor: Client, admin: Client) -> None:
    key = made(admin, mode="supervised")
    found = post(supervisor, "topics/try", text="could you refund me please").json()
    assert found == {"topic": {"id": key, "name": "Refunds", "mode": "supervised"}}
    assert post(supervisor, "topics/try", text="Do you sell lamps?").json() == {"topic": None}


def test_too_few_examples_are_not_ready(supervisor: Client) -> None:
    key = made(supervisor, examples=REFUND[:2])
    assert get(supervisor, f"topics/{key}")["ready"] is False
    assert post(supervisor, "topics/try", text=REFUND[0]).json() == {"topic": None}


def test_a_change_names_some_fields_and_is_on_record_without_anybodys_words(admin: Client) -> None:
    key = made(admin)
    told = patch(admin, f"topics/{key}", examples=REFUND[:1], mode="copilot").json()
    assert (told["name"], told["examples"], told["mode"]) == ("Refunds", REFUND[:1], "copilot")
    entry = AuditEntry.objects.get(action="topic.changed")
    assert entry.changes == {"examples": [3, 1], "mode": ["", "copilot"]}
    assert patch(admin, f"topics/{key}", mode="copilot").status_code == 200
    assert AuditEntry.objects.filter(action="topic.changed").count() == 1


def test_how_far_the_assistant_acts_in_it_is_for_admins_to_say(supervisor: Client, admin: Client) -> None:
    assert refused(post(supervisor, "topics", name="Refunds", mode="autopilot")) == (403, None)
    key = made(admin, mode="supervised")
    assert refused(patch(supervisor, f"topics/{key}", mode="autopilot")) == (403, None)
    assert patch(supervisor, f"topics/{key}", mode="supervised", name="Money back").status_code == 200
    assert refused(supervisor.delete(f"/api/v1/topics/{key}")) == (403, None)
    assert list(Intent.objects.values_list("name", "mode")) == [("Money back", "supervised")]


def test_a_topic_is_removed(supervisor: Client) -> None:
    key = made(supervisor)
    assert supervisor.delete(f"/api/v1/topics/{key}").status_code == 204
    assert refused(supervisor.get(f"/api/v1/topics/{key}")) == (404, "topic_id")
    assert AuditEntry.objects.filter(action="topic.removed", object_id=key).exists()


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"name": "x", "mode": "reckless"}, "mode"),
        ({"name": "x", "examples": ["y" * 301]}, "examples"),
        ({"name": "x", "examples": [str(number) for number in range(101)]}, "examples"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_stored(
    supervisor: Client, fields: dict[str, object], param: str
) -> None:
    status, named = refused(post(supervisor, "topics", **fields))
    assert (status, str(named).partition(".")[0]) == (422, param)
    assert not Intent.objects.exists()


def test_a_name_is_there_once(supervisor: Client) -> None:
    made(supervisor)
    other = made(supervisor, "Parcels")
    assert refused(post(supervisor, "topics", name="Refunds")) == (409, "name")
    assert refused(patch(supervisor, f"topics/{other}", name="Refunds")) == (409, "name")
    assert Intent.objects.count() == 2
    assert Intent.objects.get(pk=other).name == "Parcels"


def test_there_is_an_end_to_topics(supervisor: Client) -> None:
    Intent.objects.bulk_create(Intent(name=f"Topic {number}") for number in range(examples.MOST_INTENTS))
    assert refused(post(supervisor, "topics", name="One more")) == (422, "name")
    assert Intent.objects.count() == examples.MOST_INTENTS


def test_what_customers_wrote_is_suggested_the_nearest_first(supervisor: Client) -> None:
    key = made(supervisor)
    carol = cast.customer()
    for text in ("How do I get my money back for this?", "Can I get a refund?", "Do you sell red lamps here?"):
        receive.message(carol, text, client_id=cast.new_id())
    receive.message(carol, "ok", client_id=cast.new_id())
    found = get(supervisor, f"topics/{key}/suggestions")["data"]
    assert [one["text"] for one in found] == ["How do I get my money back for this?"]
    assert 0.3 < found[0]["nearness"] < 1


def test_without_examples_the_name_leads(supervisor: Client) -> None:
    key = made(supervisor, "Refunds", examples=[], description="Customers want their money back")
    receive.message(cast.customer(), "How do I get my money back for this?", client_id=cast.new_id())
    assert len(get(supervisor, f"topics/{key}/suggestions")["data"]) == 1


def test_examples_of_an_erased_customer_go(supervisor: Client) -> None:
    carol = cast.customer()
    receive.message(carol, "Refund me,  it is Carol!", client_id=cast.new_id())
    key = made(supervisor, examples=[*REFUND, "Refund me, it is Carol!"])
    customers.request(carol, confirm=carol.email, actor=audit.by_system())
    work_off(customers.KIND)
    assert Intent.objects.get(pk=key).examples == REFUND


def test_agents_read_topics_and_write_none(supervisor: Client, desk: Client) -> None:
    key = made(supervisor)
    assert get(desk, f"topics/{key}")["name"] == "Refunds"
    assert refused(post(desk, "topics", name="x")) == (403, None)
    assert refused(patch(desk, f"topics/{key}", name="x")) == (403, None)
    assert refused(desk.delete(f"/api/v1/topics/{key}")) == (403, None)
    assert refused(desk.get(f"/api/v1/topics/{key}/suggestions")) == (403, None)
    assert list(Intent.objects.values_list("name", flat=True)) == ["Refunds"]


def test_the_list_costs_one_query_more(supervisor: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for name in ("A", "B", "C"):
        made(supervisor, name)
    with django_assert_num_queries(4):  # search path, session, agent, topics
        assert len(get(supervisor, "topics")["data"]) == 3


def test_another_company_has_its_own(supervisor: Client, globex: Tenant) -> None:
    made(supervisor)
    with current.entered(globex):
        assert not Intent.objects.exists()
