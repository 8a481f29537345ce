"""The fixed cast: alice (admin) and bob (agent) of acme, carol (their customer), and dave (agent) of globex."""

from datetime import timedelta
from uuid import UUID, uuid4

from django.test import Client
from django.utils import timezone

from agents.models import Agent, Presence, Role, Team
from assistant.models import Article, KnowledgeVersion
from conversations import receive, turn
from conversations.models import Conversation, Customer
from escalation import versions
from escalation.defaults import DEFAULT_RULES

PASSWORD = "correct horse battery"
TEAMS = ("Customer care",)
ARTICLES = {
    "How long does delivery take?": (
        "Parcels arrive within 2 to 4 working days. Large parcels, such as bicycles, take 5 to 8 working days.",
        ["When will my order arrive?", "How many days until delivery?", "delivery time"],
    ),
    "What are your opening hours?": (
        "We are open Monday to Friday from 9 am to 6 pm and on Saturday from 10 am to 4 pm. Closed on Sunday.",
        ["When are you open?", "Are you open on Saturday?", "opening times"],
    ),
    "How do I return something?": (
        "You can return anything unused within 30 days. Print the label from your account and hand the parcel in.",
        ["Can I send it back?", "return policy", "How do returns work?"],
    ),
    "Which payment methods do you accept?": (
        "We accept cards, bank transfer and PayPal. Invoices are for companies only.",
        ["Can I pay by card?", "Do you take PayPal?"],
    ),
}


def agent(name: str, role: Role = Role.AGENT, *, online: bool = True) -> Agent:
    """A person of the tenant entered now, in all its teams."""
    made = Agent(name=f"{name.title()} Example", email=f"{name}@example.com", role=role, languages=["en"])
    made.set_password(PASSWORD)
    made.save()
    if online:
        _is_here(made)
    for team in TEAMS:
        made.teams.add(Team.objects.get_or_create(name=team)[0])
    return made


def _is_here(who: Agent) -> None:
    """Online for a while; unlike who comes through a door, without the jobs that offer them what waits."""
    now = timezone.now()
    here = {
        "presence": Presence.ONLINE,
        "presence_since": now,
        "seen_at": now,
        "present_until": now + timedelta(seconds=75),
    }
    Agent.objects.filter(pk=who.pk).update(**here)
    who.refresh_from_db()


def customer(name: str = "carol") -> Customer:
    """A customer of the tenant entered now."""
    return Customer.objects.create(name=name.title(), email=f"{name}@example.org")


def rules() -> None:
    """The default rules, published in the tenant entered now."""
    versions.publish(DEFAULT_RULES, by="the tests")


def knowledge() -> None:
    """A few articles for the tenant entered now."""
    for title, (body, questions) in ARTICLES.items():
        Article.objects.create(title=title, body=body, questions=questions)
    KnowledgeVersion.objects.update_or_create(id=1, defaults={"number": 1})


def new_id() -> UUID:
    """A client's id for what it sends."""
    return uuid4()


def says(who: Customer, text: str) -> Conversation:
    """The customer writes; gives the conversation, whose turn has not run."""
    stored = receive.message(who, text, client_id=new_id())
    return Conversation.objects.get(pk=stored.conversation_id)


def answered(who: Customer, text: str) -> Conversation:
    """The customer writes and the turn runs."""
    conversation = says(who, text)
    turn.take(str(conversation.id), conversation.last_customer_seq)
    conversation.refresh_from_db()
    return conversation


def signed_in(client: Client, email: str) -> Client:
    """The browser after signing in through the form."""
    response = client.post("/sign-in/", {"email": email, "password": PASSWORD})
    assert response.status_code == 302, response.content
    return client
