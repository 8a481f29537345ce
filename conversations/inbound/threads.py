"""Which conversation a mail belongs to."""

from django.core.exceptions import ValidationError

from conversations.inbound.parsing import Mail
from conversations.models import Conversation, ReceivedMail, SentMail
from conversations.outbound import addresses

MOST_LOOKED_UP = 50  # of the ids that a mail refers to, the newest


def conversation_of(mail: Mail) -> Conversation | None:
    """The conversation that the mail answers, by its reply address or else by the mails it refers to, or None.

    Who wrote it is not looked at, except that a mail which refers to received ones must come from who sent those.
    """
    found = _by_reply_address(mail) or _by_references(mail)
    return None if found is None else Conversation.objects.select_related("customer").filter(pk=found).first()


def _by_reply_address(mail: Mail) -> str | None:
    for recipient in mail.recipients:
        conversation_id = addresses.conversation_of(recipient)
        if conversation_id is not None and _exists(conversation_id):
            return conversation_id
    return None


def _exists(conversation_id: str) -> bool:
    try:
        return Conversation.objects.filter(pk=conversation_id).exists()
    except ValidationError:
        return False


def _by_references(mail: Mail) -> str | None:
    known = mail.references[-MOST_LOOKED_UP:]
    if not known:
        return None
    went = SentMail.objects.filter(message_id__in=known).order_by("-created_at")
    came = ReceivedMail.objects.filter(message_id__in=known, from_address=mail.sender).order_by("-received_at")
    found = went.values_list("conversation_id", flat=True).first()
    return found or came.values_list("conversation_id", flat=True).first()
