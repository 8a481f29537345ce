"""Who builds rules is offered what there is in the company, and warned of what there is not."""

from django.test import Client

from agents.models import Agent, Skill
from assistant.models import Intent
from conversations.models import Customer
from conversations.rules import company
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.rules.conftest import PATH, Json, document, puts, rule


def test_what_there_is_in_the_company_is_offered(hers: Client, acme: Tenant, alice: Agent) -> None:
    with current.entered(acme):
        Intent.objects.create(name="returns")
        customer = cast.customer()
        Customer.objects.filter(pk=customer.pk).update(attributes={"plan": "business", "orders": 3})
    told = hers.get(f"{PATH}/catalogue").json()
    facts = {one["fact"]: one for one in told["facts"]}
    assert {"signal.anger", "hours", "hours.Customer care", "topic", "clock", "rise.anger"} <= facts.keys()
    assert [choice["value"] for choice in facts["customer.plan"]["choices"]] == ["business"]
    assert "returns" in [choice["value"] for choice in facts["topic"]["choices"]]
    assert "en" in facts["signal.anger"]["languages"]
    assert {"supervisors", "admins", str(alice.id)} <= {one["value"] for one in told["people"]}
    assert told["teams"] == ["Customer care"]
    assert set(told["words"]) == {one["value"] for one in told["triggers"]}


def test_a_draft_is_warned_of_a_team_and_a_skill_that_nobody_has(hers: Client, acme: Tenant) -> None:
    changed = document()
    rule(changed, "anger").update(team="Nobody", skill="refunds")
    kept = puts(hers, changed).json()
    assert [one["kind"] for one in kept["warnings"]] == ["unknown_team"]  # nobody has set up skills yet
    with current.entered(acme):
        Skill.objects.create(name="e-bikes")
    kept = puts(hers, changed, revision=1).json()
    assert [one["kind"] for one in kept["warnings"]] == ["unknown_team", "unknown_skill"]
    assert kept["problems"] == []


def test_values_of_customers_are_offered_while_they_are_few_and_short() -> None:
    rows: list[Json] = [{"plan": plan, "vip": vip} for plan in ("pro", "Basic", "pro") for vip in (True, False)]
    rows += [{"order": number, "note": "x" * 90, "list": [1], "none": None} for number in range(30)]
    assert company.gathered(rows) == {"note": [], "order": [0, 29], "plan": ["Basic", "pro"], "vip": [False, True]}
