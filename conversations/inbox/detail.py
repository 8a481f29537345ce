"""Everything an agent sees beside a thread, in a fixed number of queries."""

from typing import Literal, cast

from django.db.models import Q
from typing_extensions import TypedDict

from assistant import summarising
from assistant.models import Order
from assistant.records import numbers
from conversations import queries, reach, rows, wire
from conversations.actions import listing as deeds
from conversations.drafting import drafts, listing, showing
from conversations.identity import proofs
from conversations.models import AuthorKind, Conversation, Handover, Kind, Status
from conversations.quality import labelling
from conversations.widget import before_chat

MOST = 10
PageAttributes = dict[str, str | int | float | bool | None]


class LabelledHandover(rows.HandoverCard):
    """The newest handover, with what somebody said of it."""

    label: labelling.HandoverLabelRow | None


class OrderItem(TypedDict):
    """One thing of an order."""

    name: str
    quantity: int
    price: str
    """A decimal number as a text."""


class OrderBrief(TypedDict):
    """An order as it is shown beside a conversation; amounts are decimal numbers as texts."""

    number: str
    status: str
    """In words for people."""
    placed_at: str
    total: str
    currency: str
    items: list[OrderItem]
    refunded: str | None
    """Null where nothing was."""
    tracking: str | None
    email: str


class LiveProof(TypedDict):
    """An e-mail address that the customer proved, how, and until when that counts."""

    email: str
    how: Literal["identity", "code"]
    until: str


class KnownIdentity(TypedDict):
    """What the customer proved, and what the page around the widget said of them."""

    proven: list[LiveProof]
    external_id: str | None
    """The company's own id of them, which its server signed."""
    page_attributes: PageAttributes
    """It proves nothing."""
    form_answers: list[before_chat.FormAnswer]
    """As they filled in the form before the chat; it proves nothing either."""


class PastConversation(TypedDict):
    """An earlier conversation of the same customer."""

    id: str
    created_at: str
    status: Status
    last_text: str


class ConversationDetail(rows.ConversationRow):
    """A conversation with all that stands beside its messages."""

    draft: showing.DraftRow | None
    """What waits for somebody to decide."""
    handover: LabelledHandover | None
    """Null where the assistant never passed it on."""
    decisions: list[rows.DecisionRow]
    notes: list[rows.NoteRow]
    actions: list[deeds.DeedRow]
    orders: list[OrderBrief]
    """Under the customer's known address, or under numbers that they gave."""
    identity: KnownIdentity
    past: list[PastConversation]


class SummaryPoint(TypedDict):
    """One point of a summary, and the message that it stands in; 0 where in several."""

    label: str
    text: str
    seq: int


class ConversationSummary(TypedDict):
    """What was said: point by point, and in lines for a note or a brief."""

    points: list[SummaryPoint]
    text: str


def detail(conversation: Conversation) -> ConversationDetail:
    """The row, the newest handover card, decisions, notes, what skills did, the orders and past conversations."""
    handover = conversation.handovers.select_related("decision", "accepted_by").order_by("-requested_at", "-id").first()
    return {
        **rows.row(conversation),
        "draft": _draft(conversation),
        "handover": None if handover is None else _handover(handover),
        "decisions": [rows.decision(decision) for decision in conversation.decisions.all()],
        "notes": [rows.note(note) for note in conversation.notes.select_related("author")],
        "actions": deeds.of_conversation(conversation),
        "orders": [order(each) for each in orders(conversation)],
        "identity": _identity(conversation),
        "past": [_past(past) for past in _earlier(conversation)],
    }


def _handover(handover: Handover) -> LabelledHandover:
    """The card, with what somebody said of the handover."""
    return {**rows.handover(handover), "label": labelling.shown(labelling.of(handover))}


def summary(conversation: Conversation) -> ConversationSummary:
    """What was said, point by point, and in lines for a note or a brief."""
    points = summarising.summarise(queries.lines(conversation))
    shown: list[SummaryPoint] = [{"label": one.label, "text": one.text, "seq": one.seq} for one in points]
    return {"points": shown, "text": summarising.as_text(points)}


def _identity(conversation: Conversation) -> KnownIdentity:
    """What the customer proved and still counts, and what the page said of them, which proves nothing."""
    proven = proofs.live(conversation.customer)
    return {
        "proven": [
            {
                "email": one.email,
                "how": cast("Literal['identity', 'code']", one.how),
                "until": wire.stamp(one.expires_at),
            }
            for one in proven
        ],
        "external_id": conversation.customer.external_id or None,
        "page_attributes": conversation.customer.page_attributes,
        "form_answers": before_chat.answers(conversation.customer),
    }


def _draft(conversation: Conversation) -> showing.DraftRow | None:
    """What waits for somebody to decide; only words that nobody answered have any."""
    if conversation.unanswered_since is None:
        return None
    found = listing.with_asked(drafts.waiting()).filter(conversation=conversation).first()
    return None if found is None else showing.row(found)


def orders(conversation: Conversation) -> list[Order]:
    """Orders under the customer's known e-mail address, or under numbers that the customer gave in the thread."""
    said = conversation.messages.filter(kind=Kind.TEXT, author_kind=AuthorKind.CUSTOMER)
    known = numbers.of_tenant()
    named = {number for text in said.values_list("text", flat=True) for number in known.found_in(text)}
    wanted = Q(number__in=named)
    if conversation.customer.email:
        wanted |= Q(email__iexact=conversation.customer.email)
    return list(Order.objects.filter(wanted).prefetch_related("items")[:MOST])


def order(order: Order) -> OrderBrief:
    """An order as the desk shows it; needs its items loaded."""
    return {
        "number": order.number,
        "status": order.get_state_display(),
        "placed_at": wire.stamp(order.placed_at),
        "total": str(order.total),
        "currency": order.currency,
        "items": [
            {"name": item.name, "quantity": item.quantity, "price": str(item.price)} for item in order.items.all()
        ],
        "refunded": str(order.refunded) if order.refunded else None,
        "tracking": order.tracking or None,
        "email": order.email,
    }


def _earlier(conversation: Conversation) -> list[Conversation]:
    others = Conversation.objects.filter(customer=conversation.customer).exclude(pk=conversation.pk)
    return list(reach.within(others).order_by("-created_at")[:MOST])


def _past(conversation: Conversation) -> PastConversation:
    return {
        "id": conversation.id,
        "created_at": wire.stamp(conversation.created_at),
        "status": Status(conversation.status),
        "last_text": conversation.last_text,
    }
