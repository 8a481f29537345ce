"""A company for the load: its agents, signed in, and a conversation for each customer, in the hand of one of them."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from uuid import uuid4

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from agents.models import Agent
from agents.sessions import SessionStore
from conversations import control, log
from conversations.models import Customer
from conversations.widget import visitors
from tenants import current
from tenants.models import Tenant
from tests import cast

BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass(frozen=True)
class Pair:
    """A customer's token and conversation, and which of the agents holds it."""

    token: str
    conversation_id: str
    agent: int


@dataclass(frozen=True)
class Company:
    """The sessions of the agents, all pairs, and the host of each agent where these are of several companies."""

    sessions: list[str]
    pairs: list[Pair]
    hosts: list[str] = field(default_factory=list)

    def part(self, number: int, of: int) -> dict[str, object]:
        """The agents and pairs of one generator of several, as JSON."""
        agents = [index for index in range(len(self.sessions)) if index % of == number]
        place = {index: here for here, index in enumerate(agents)}
        pairs = [
            Pair(pair.token, pair.conversation_id, place[pair.agent]) for pair in self.pairs if pair.agent in place
        ]
        hosts = [self.hosts[index] for index in agents] if self.hosts else []
        sessions = [self.sessions[index] for index in agents]
        return {"sessions": sessions, "pairs": [asdict(pair) for pair in pairs], "hosts": hosts}


def build(slug: str, *, agents: int, customers: int) -> Company:
    """Make them in the tenant; the conversations are dealt evenly."""
    with current.entered(Tenant.objects.get(schema_name=slug)):
        people = [cast.agent(f"load-{uuid4().hex}") for _ in range(agents)]
        pairs = [_pair(people, number) for number in range(customers)]
        return Company([session(agent) for agent in people], pairs)


def joined(companies: Iterable[tuple[str, Company]]) -> Company:
    """Several companies with the hosts of each, as the generator plays them together."""
    whole = Company([], [])
    for host, one in companies:
        first = len(whole.sessions)
        whole.pairs.extend(replace(pair, agent=first + pair.agent) for pair in one.pairs)
        whole.sessions.extend(one.sessions)
        whole.hosts.extend([host] * len(one.sessions))
    return whole


def _pair(people: list[Agent], number: int) -> Pair:
    customer = Customer.objects.create(name=f"Customer {number}")
    index = number % len(people)
    with log.writing(str(log.create(customer).id)) as conversation:
        control.take(conversation, people[index])
    return Pair(visitors.token(customer), str(conversation.id), index)


def session(agent: Agent) -> str:
    """The key of a new session in which the agent is signed in."""
    made = SessionStore()
    made[SESSION_KEY] = str(agent.pk)
    made[BACKEND_SESSION_KEY] = BACKEND
    made[HASH_SESSION_KEY] = agent.get_session_auth_hash()
    made.create()
    return str(made.session_key)
