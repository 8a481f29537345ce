"""What a company's own rules do in a talk: hold an answer for a yes, mark and tell, look at the hour and the mood."""

from copy import deepcopy
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agents.models import Agent, OpeningTime, Role, Team
from assistant.models import Article
from conversations import queries, tagging, turn
from conversations.drafting import drafts, expiring
from conversations.models import Alert, AlertKind, Customer, Kind
from escalation import versions
from escalation.defaults import DEFAULT_RULES
from escalation.facts import Facts
from escalation.models import RuleBookVersion
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.stories.talk import Talk

Json = dict[str, Any]
DELIVERY = "How long does delivery take?"
BUSINESS = {"fact": "customer.plan", "operator": "is", "value": "business"}


def own(when: Json, **fields: Any) -> Json:
    """A rule of the company's own on that condition, first in its book."""
    rule: Json = {
        "name": "Businesses are looked after",
        "trigger": "own",
        "label": "A business customer",
        "when": when,
        "team": "Accounts",
        "priority": "urgent",
        "say": {"en": "Your account manager takes this."},
        "reason": "Business customers get a checked answer.",
        **fields,
    }
    document = deepcopy(DEFAULT_RULES)
    document["rules"].insert(0, rule)
    versions.publish(document, by="the tests")
    return rule


@pytest.fixture
def accounts(bob: Agent) -> Team:
    """The team that the rule names, with bob in it."""
    team = Team.objects.create(name="Accounts")
    bob.teams.add(team)
    return team


@pytest.fixture
def business(carol: Customer, accounts: Team) -> Customer:
    """Carol buys for a business."""
    Customer.objects.filter(pk=carol.pk).update(attributes={"plan": "business"})
    return Customer.objects.get(pk=carol.pk)


def said_by_assistant(talk: Talk) -> list[str]:
    return list(talk.row.messages.filter(kind=Kind.TEXT, author_kind="assistant").values_list("text", flat=True))


def test_an_answer_waits_for_a_yes_with_the_rules_reason(business: Customer, bob: Agent) -> None:
    rule = own(BUSINESS, does="ask_approval")
    talk = Talk(business)
    talk.says(DELIVERY)
    assert (talk.control, said_by_assistant(talk)) == ("assistant", [])
    assert talk.draft is not None
    assert talk.draft.reason == rule["reason"]
    decision = talk.decision
    assert (decision.action, decision.trigger, decision.rule) == ("held", "own", rule["name"])
    assert decision.considered is not None
    assert decision.considered["fired"] == [{"rule": rule["name"], "trigger": "own", "does": "ask_approval"}]
    drafts.approve(str(talk.draft.id), bob, text=None)
    assert "2 to 4 working days" in talk.said


def test_a_thank_you_needs_no_yes(business: Customer) -> None:
    own(BUSINESS, does="ask_approval")
    talk = Talk(business)
    talk.says("Thank you, that is all")
    assert (talk.draft, talk.control, len(said_by_assistant(talk))) == (None, "assistant", 1)


def test_where_there_is_no_answer_to_look_at_a_person_gets_it(business: Customer, accounts: Team) -> None:
    rule = own(BUSINESS, does="ask_approval")
    Article.objects.all().delete()
    talk = Talk(business)
    talk.says("What is the airspeed of an unladen swallow?")
    assert (talk.draft, talk.control, talk.row.team, talk.row.priority) == (None, "queue", accounts, "urgent")
    assert (talk.said, talk.decision.rule) == (rule["say"]["en"], rule["name"])


def test_one_that_nobody_looks_at_goes_where_the_rule_says(business: Customer, accounts: Team) -> None:
    own(BUSINESS, does="ask_approval")
    talk = Talk(business)
    talk.says(DELIVERY)
    expiring.nobody_checked(str(talk.row.id), talk.row.last_customer_seq)
    assert (talk.control, talk.row.team, talk.row.priority) == ("queue", accounts, "urgent")
    assert talk.decision.trigger == "draft_expired"


def test_a_rule_that_marks_tags_and_tells_and_the_assistant_goes_on(business: Customer) -> None:
    alice, erna = cast.agent("alice", Role.ADMIN), cast.agent("erna", Role.SUPERVISOR)
    rule = own(BUSINESS, does="mark", tags=["business", "look here"], notify=["supervisors"])
    talk = Talk(business)
    talk.says(DELIVERY)
    assert (talk.control, sorted(talk.row.tags)) == ("assistant", ["business", "look here"])
    assert "2 to 4 working days" in talk.said
    (alert,) = Alert.objects.all()
    assert (alert.agent, alert.kind, alert.conversation_id) == (erna, AlertKind.RULE_NOTIFIED, talk.row.id)
    assert rule["name"] in alert.text
    tagging.set_tags(str(talk.row.id), alice, ["business"])
    talk.says("When are you open?")
    assert talk.row.tags == ["business"], "a tag that a person took off came back"
    assert Alert.objects.get().count == 1, "a rule that held before told again"


def test_the_rule_that_decides_tags_and_tells_too(business: Customer, bob: Agent) -> None:
    own(BUSINESS, tags=["business"], notify=[str(bob.id)], skill="contracts")
    talk = Talk(business)
    talk.says(DELIVERY)
    assert (talk.control, talk.row.tags, talk.said) == ("queue", ["business"], "Your account manager takes this.")
    assert Alert.objects.get().agent == bob
    assert talk.handover is not None
    assert talk.handover.routing["skill"] == "contracts"


def test_rules_that_cannot_be_read_hand_over_and_tell_once(carol: Customer, bob: Agent) -> None:
    alice = cast.agent("alice", Role.ADMIN)
    RuleBookVersion.objects.update(document={"format": 1, "rules": "none"})
    talk = Talk(carol)
    talk.says(DELIVERY)
    assert (talk.control, talk.decision.trigger) == ("queue", "rules_unreadable")
    other = Talk(cast.customer("dora"))
    other.says(DELIVERY)
    assert other.control == "queue"
    (alert,) = Alert.objects.all()
    assert (alert.agent, alert.kind, alert.count) == (alice, AlertKind.RULES_UNREADABLE, 1)


def test_a_rule_looks_at_the_hours_of_a_team_and_the_circumstances_are_kept(
    carol: Customer, accounts: Team, in_acme: Tenant
) -> None:
    here = timezone.now().astimezone(ZoneInfo(in_acme.time_zone))
    tomorrow = (here + timedelta(days=1)).weekday()
    OpeningTime.objects.create(team=accounts, weekday=tomorrow, opens=time(9), closes=time(10))
    own({"fact": "hours.Accounts", "operator": "is", "value": False})
    talk = Talk(carol)
    talk.says(DELIVERY)
    around = Facts.from_json(talk.decision.facts).circumstances
    assert around.open == {"Accounts": False, "Customer care": True}
    assert (around.channel, around.mode, around.topic) == ("widget", "autopilot", "")
    assert datetime.strptime(str(around.clock), "%H:%M").replace(tzinfo=here.tzinfo).hour in {
        here.hour, (here + timedelta(minutes=5)).hour
    }  # fmt: skip
    assert talk.control == "queue"


def test_anger_that_rises_is_a_fact_with_its_course(carol: Customer, accounts: Team) -> None:
    own({"fact": "rise.anger", "operator": "at_least", "value": 0.3})
    talk = Talk(carol)
    talk.says(DELIVERY)
    assert talk.control == "assistant"
    talk.says("This is ridiculous, nobody gives a damn!")
    course = Facts.from_json(talk.decision.facts).course["anger"]
    assert [seq for seq, _ in course] == [1, 3]
    assert course[1][1] - course[0][1] >= 0.3
    assert (talk.decision.trigger, talk.row.team) == ("own", accounts)


def test_a_decision_asks_for_all_circumstances_in_one_query(carol: Customer, accounts: Team) -> None:
    for number in range(4):
        team = Team.objects.create(name=f"Team {number}")
        OpeningTime.objects.create(team=team, weekday=0, opens=time(9), closes=time(10))
    asked = cast.says(carol, DELIVERY)
    question = queries.question(str(asked.id), asked.last_customer_seq)
    assert question is not None
    turn.decide(question)  # what processes keep is there from here on
    with CaptureQueriesContext(current.connection) as captured:
        turn.decide(question)
    of_hours = [query["sql"] for query in captured if "agents_openingtime" in query["sql"]]
    assert len(of_hours) == 1
    assert len(captured) <= 14
