"""Two companies, each with a conversation, for the doors that stand before Django."""

from django.db import connection
from django.utils import timezone

from agents import tickets
from agents.models import Agent, Role
from agents.permissions import ORDER
from conversations.models import Customer, Message
from tenants import current, hosts
from tenants.models import Tenant
from tests import cast
from tests.sockets import session_of, token_of

SECRET = "for globex alone"


class Talks:
    """A conversation in each company, and the people of acme by role."""

    def __init__(self, acme: Tenant, globex: Tenant) -> None:
        self.acme, self.globex = acme, globex
        with current.entered(acme):
            cast.rules()
            self.keys = {role: session_of(cast.agent(role.value, role)) for role in ORDER}
            self.ours = str(cast.says(cast.customer(), "Good morning").id)
            self.visitor = token_of(Customer.objects.get())
        with current.entered(globex):
            self.their_key = session_of(cast.agent("dave", Role.OWNER))
            self.their_ticket = tickets.issue(Agent.objects.get())
            self.theirs = str(cast.says(cast.customer(), SECRET).id)
            self.their_visitor = token_of(Customer.objects.get())

    def stored(self) -> tuple[int, int]:
        """How many messages each company has."""
        counts = []
        for tenant in (self.acme, self.globex):
            with current.entered(tenant):
                counts.append(Message.objects.count())
        return counts[0], counts[1]


def suspend(tenant: Tenant) -> None:
    """Close the company's doors, from another process as it were."""
    Tenant.objects.filter(pk=tenant.pk).update(suspended_at=timezone.now())
    hosts.forget()
    connection.close()
