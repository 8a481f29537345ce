"""What the widget learns when its socket opens."""

from dataclasses import dataclass
from typing import Literal, cast

from typing_extensions import TypedDict

from conversations import modes, queries, receive, wire, words
from conversations.frames import Hello
from conversations.identity import joining, signature
from conversations.identity.signature import IdentityRefusedError
from conversations.models import Conversation, Customer, Status, WidgetSettings
from conversations.waiting import showing as waiting
from conversations.widget import before_chat, greetings, visitors
from tenants import branding, current, errors


class WidgetCompany(TypedDict):
    """The company as a visitor sees it."""

    name: str
    accent: str
    """Such as `#4f46e5`."""
    logo_url: str | None
    assistant_name: str
    """Empty where the company gave it none; the widget then names it in the visitor's language."""
    privacy_url: str
    """Of the company's page on what becomes of people's words; may be empty."""
    greeting: str
    quick_replies: list[str]
    ai_notice: str | None
    """Null while no assistant answers here."""
    greetings: list[greetings.WidgetGreeting]
    """What the company's pages may have said by themselves."""
    asks: before_chat.When
    """When a form is to be filled in."""


class WidgetConversation(TypedDict):
    """Where the visitor's conversation stands."""

    id: str
    status: Status
    control: wire.Control
    seq: int
    """Of the newest entry of its log."""
    queue: waiting.QueueStanding | None
    """Null while nobody waits."""


class WidgetWelcome(TypedDict):
    """What the widget learns when it begins."""

    op: Literal["welcome"]
    token: str
    """For the other requests."""
    customer_id: str
    identified: bool
    """The company's server has said who this is."""
    identity_error: errors.ErrorFacts | None
    """Why what it signed does not count."""
    company: WidgetCompany
    form: before_chat.WidgetForm | None
    """What is to be asked of this visitor; null where that is nothing."""
    conversation: WidgetConversation | None
    events: list[wire.LogEntry]
    has_more: bool


GREETING = "Hello! How can we help?"


def company(language: str) -> WidgetCompany:
    """The tenant as a visitor sees it, with the notice that this is an AI, which stands as long as one may answer."""
    return _company(_settings(), language)


def _settings() -> WidgetSettings:
    return WidgetSettings.objects.first() or WidgetSettings(greeting=GREETING)


def _company(settings: WidgetSettings, language: str) -> WidgetCompany:
    tenant = current.tenant()
    own = settings.first_words.get(language, {})
    return {
        "name": tenant.name,
        "accent": tenant.accent,
        "logo_url": branding.logo_path(tenant),
        "assistant_name": tenant.assistant_name,
        "privacy_url": tenant.privacy_url,
        "greeting": own.get("greeting") or settings.greeting,
        "quick_replies": own.get("quick_replies") or settings.quick_replies,
        "ai_notice": words.say(words.AI_NOTICE, language, company=tenant.name) if modes.speaks() else None,
        "greetings": greetings.said_by(settings.greetings, language),
        "asks": before_chat.of_company(settings)["when"],
    }


@dataclass(frozen=True)
class Arrival:
    """Who came, the token that brings them back, and why their signed identity did not count."""

    customer: Customer
    token: str
    signed_until: int = 0  # Unix seconds; while the company's signature counts
    refused: IdentityRefusedError | None = None


def arrive(hello: Hello, language: str) -> Arrival:
    """Who says hello: whom the company's signature names, else whom the token brings back, else a newcomer."""
    visitor = visitors.known(hello.token)
    refused = None
    if hello.identity is not None:
        try:
            claims = signature.read(hello.identity)
        except IdentityRefusedError as error:
            refused = error
        else:
            customer = joining.identify(visitor or visitors.newcomer(language=language), claims)
            return _arrived(customer, visitors.signed_token(customer))
    if visitor is None:
        visitor = visitors.newcomer(language=language)
        return _arrived(visitor, visitors.token(visitor), refused)
    return _arrived(visitor, visitors.token(visitor, signed_until=visitors.signed_until(hello.token)), refused)


def _arrived(customer: Customer, token: str, refused: IdentityRefusedError | None = None) -> Arrival:
    return Arrival(customer, token, visitors.signed_until(token), refused)


def arrived(hello: Hello, language: str) -> tuple[Arrival, str | None]:
    """Who came, and the id of the conversation that they are in."""
    arrival = arrive(hello, language)
    return arrival, receive.current_conversation_id(arrival.customer)


def welcome(arrival: Arrival, *, known: str | None, last_seq: int) -> WidgetWelcome:
    """The token, the company, and the visitor's conversation with its log after `last_seq`.

    All of its log when the client speaks of another conversation, `known`.
    """
    customer, settings = arrival.customer, _settings()
    conversation = receive.current_conversation(customer)
    shown: list[wire.LogEntry] = []
    more = False
    if conversation is not None:
        shown, more = queries.events_after(conversation, last_seq if known in {None, str(conversation.id)} else 0)
    return {
        "op": "welcome",
        "token": arrival.token,
        "customer_id": customer.id,
        "identified": bool(customer.external_id),
        "identity_error": None if arrival.refused is None else errors.body(arrival.refused),
        "company": _company(settings, customer.language),
        "form": before_chat.asked(before_chat.of_company(settings), customer, conversation),
        "conversation": None if conversation is None else summary(conversation),
        "events": shown,
        "has_more": more,
    }


def summary(conversation: Conversation) -> WidgetConversation:
    """Where the visitor's conversation stands."""
    return {
        "id": conversation.id,
        "status": cast("Status", conversation.status),
        "control": wire.control(conversation),
        "seq": conversation.seq,
        "queue": waiting.of_conversation(conversation),
    }
