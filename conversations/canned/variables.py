"""What the variables stand for in one conversation."""

from django.utils.translation import gettext

from agents.models import Agent
from assistant.models import Order
from assistant.records import numbers
from conversations.canned.filling import Filled, fill
from conversations.inbox import detail
from conversations.models import AuthorKind, Conversation, Kind
from tenants import current
from tenants.errors import BatonError


class MissingVariablesError(BatonError):
    """Words cannot be said as long as a variable in them has no value."""

    status = 422
    code = "variables_missing"

    def __init__(self, names: tuple[str, ...]) -> None:
        named = ", ".join(f"{{{{{name}}}}}" for name in names)
        super().__init__(
            gettext("Nothing is known here for {named}. Write it yourself, or leave it out.").format(named=named),
            param="text",
        )


def values(conversation: Conversation, agent: Agent) -> dict[str, str | None]:
    """A value for each variable, None where nothing is known. Four queries."""
    customer, order = conversation.customer, _order(conversation)
    name = customer.own_name
    return {
        "customer.first_name": name.split()[0] if name else None,
        "customer.name": name or None,
        "customer.email": customer.email or None,
        "order.number": None if order is None else order.number,
        "order.status": None if order is None else order.get_state_display().lower(),
        "order.total": None if order is None else f"{order.total} {order.currency}",
        "order.tracking": None if order is None else order.tracking or None,
        "agent.first_name": agent.first_name,
        "agent.name": agent.name,
        "team.name": None if conversation.team is None else conversation.team.name,
        "company.name": current.tenant().name,
    }


def filled(text: str, conversation: Conversation, agent: Agent) -> Filled:
    """The words with the values of this conversation."""
    return fill(text, values(conversation, agent)) if "{{" in text else Filled(text, ())


def complete(text: str, conversation: Conversation, agent: Agent) -> str:
    """The words with all values; MissingVariablesError when one is not known."""
    found = filled(text, conversation, agent)
    if found.missing:
        raise MissingVariablesError(found.missing)
    return found.text


def _order(conversation: Conversation) -> Order | None:
    """The order that the customer named last, else the only one that is theirs; never a guess among several."""
    orders = {str(order.number).casefold(): order for order in detail.orders(conversation)}
    if len(orders) == 1:
        return next(iter(orders.values()))
    said = conversation.messages.filter(kind=Kind.TEXT, author_kind=AuthorKind.CUSTOMER).order_by("-seq")
    known = numbers.of_tenant() if orders else None
    for text in said.values_list("text", flat=True)[:50] if known is not None else ():
        for number in known.found_in(text) if known is not None else ():
            if str(number).casefold() in orders:
                return orders[str(number).casefold()]
    return None
