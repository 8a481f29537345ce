"""What the shop said to its reports: what work costs, and on which day its customers began to write."""

from decimal import Decimal

from django.db.models import Min

from agents.models import Agent, Role
from conversations.demo import clock
from conversations.demo.content import company
from conversations.models import Conversation, ReportMark, ReportSettings

HOUR = Decimal("32.00")


def load() -> None:
    """The price of an hour, and a note on the charts; unless there are any."""
    prices = {"hour_price": HOUR, "currency": company().currency}
    ReportSettings.objects.get_or_create(id=1, defaults=prices)
    first = Conversation.objects.aggregate(first=Min("created_at"))["first"]
    if first is None or ReportMark.objects.exists():
        return
    lead = Agent.objects.filter(role__in=(Role.SUPERVISOR, Role.ADMIN, Role.OWNER)).order_by("role", "name").first()
    by = company().name if lead is None else lead.name
    ReportMark.objects.create(on=first.astimezone(clock.zone()).date(), title="The chat opened in the shop", by=by)
