"""The demo shows a topic in which automation costs trust, from the shop's own conversations."""

from datetime import timedelta

from conversations.demo import coming_again
from conversations.demo.matters import ORDERS
from conversations.insights import asking
from conversations.insights.asking import Asked
from conversations.insights.klarna import checking
from conversations.insights.periods import Period
from conversations.models import Conversation, ReportSchedule
from tenants.models import Tenant
from tests.demo.conftest import NOW
from tests.there import there


def test_those_who_came_again_make_one_topic_cost_trust(in_demo: Tenant) -> None:
    """Counted from the conversations alone: whoever came again wrote within a week about an order, to a person."""
    zone = asking.zone()
    last = NOW.astimezone(zone).date() - timedelta(days=checking.WAITS)
    told = checking.check(Asked(Period(last - timedelta(days=89), last, zone), NOW))
    costs = [one for one in told["data"] if one["verdict"] == "costs_trust"]
    assert [one["topic"] for one in costs] == [ORDERS]
    repeats = next(one for one in costs[0]["measures"] if one["key"] == "repeat_contact")
    again = Conversation.objects.filter(tags__contains=[coming_again.TAG]).count()
    assert again == coming_again.COUNT
    alone = there(repeats["alone"])
    assert round(there(alone["value"]) * there(alone["of"])) == again
    assert there(repeats["difference"])["worse"]


def test_a_report_is_scheduled_for_the_meeting(in_demo: Tenant) -> None:
    schedule = ReportSchedule.objects.get()
    assert (schedule.cadence, schedule.weekday, schedule.recipients.count()) == ("weekly", 0, 2)
