"""The customer corrects what was passed on: it is a message of theirs, and the card tells the new value."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext

from conversations import receive, words
from conversations.models import Conversation, Customer, Handover, Kind, Message
from conversations.receive import Received
from tenants.errors import NotFoundError, ParameterError

Json = dict[str, Any]
LONGEST = 300


@transaction.atomic
def correct(customer: Customer, text: str, *, seq: int, line: int, client_id: UUID) -> Received:
    """Store the correction of a line of what entry `seq` of the customer's conversation says is passed on.

    NotFoundError when nothing of theirs is passed on there, ParameterError for words that are none or too many.
    """
    said = " ".join(text.split())
    if not said or len(said) > LONGEST:
        raise ParameterError(
            gettext("text: write what is right, in at most {longest} letters.").format(longest=LONGEST), param="text"
        )
    conversation = receive.current_conversation(customer)
    entry = None if conversation is None else conversation.messages.filter(seq=seq, kind=Kind.CONTROL).first()
    if conversation is None or entry is None or line >= len(entry.data.get("passed_on", ())):
        raise NotFoundError(gettext("There is nothing like that to correct."), param="line")
    told = str(entry.data["passed_on"][line])
    label, colon, _ = (part.strip() for part in told.partition(": "))
    if not colon:
        raise NotFoundError(gettext("This line is nobody's to correct."), param="line")
    stored = receive.correction(
        customer,
        words.say(words.CORRECTION, conversation.language, what=f"{label}: {said}"),
        client_id=client_id,
        into=str(conversation.id),
        corrects={"seq": seq, "line": line, "text": f"{label}: {said}"},
    )
    _change_card(conversation, entry, line, new=(label, said), seq=stored.seq)
    return stored


def _change_card(conversation: Conversation, entry: Message, line: int, *, new: tuple[str, str], seq: int) -> None:
    """The card that went with this entry: the fact as it is now, with the message in which the customer said so."""
    handovers = Handover.objects.select_for_update().filter(conversation=conversation)
    handover = next((one for one in handovers if one.card.get("passed_on") == entry.data["passed_on"]), None)
    if handover is None:
        handover = handovers.order_by("-requested_at", "-id").first()
    if handover is None:
        return
    label, said = new
    card = handover.card
    told = str(entry.data["passed_on"][line])
    fact = next((one for one in card["facts"] if told.endswith(f": {one.get('corrected_from', one['value'])}")), None)
    if fact is not None:
        fact.update(value=said, seq=seq, corrected_from=fact.get("corrected_from", fact["value"]))
    elif line == 0:
        card["wants"] = said
    else:
        card["facts"].append({"name": "correction", "label": label, "value": said, "seq": seq})
    handover.save(update_fields=["card"])
