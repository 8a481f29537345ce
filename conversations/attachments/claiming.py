"""An upload becomes part of the log once: claimed under a lock, attached to one message, remembered in its entry."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from typing_extensions import TypedDict

from agents.models import Agent
from conversations.models import Attachment, Customer, Message
from tenants.errors import ParameterError

MOST = 5  # files that one message carries
PARAM = "attachments"


def claim(ids: Sequence[str], *, customer: Customer | None = None, agent: Agent | None = None) -> list[Attachment]:
    """The uploads of that customer or agent, in the order of `ids`, locked until the transaction under way ends.

    Raises ParameterError when there are more than five, when one is named twice, or when one is unknown, somebody
    else's, or in a message already. Rows are locked in the order of their ids, so that no two claims wait in a circle.
    """
    if len(ids) > MOST:
        raise ParameterError(
            gettext("attachments: at most {most} files fit into one message.").format(most=MOST), param=PARAM
        )
    if len(set(ids)) < len(ids):
        raise ParameterError(gettext("attachments: name each file once."), param=PARAM)
    unsent = Attachment.objects.select_for_update().filter(message=None, customer=customer, agent=agent)
    try:
        locked = {str(row.id): row for row in unsent.filter(pk__in=list(ids)).order_by("pk")}
    except ValidationError as error:
        raise ParameterError(gettext("attachments: that is not the id of a file."), param=PARAM) from error
    if len(locked) < len(ids):
        raise ParameterError(gettext("attachments: there is no such file to send; upload it again."), param=PARAM)
    return [locked[each] for each in ids]


def attach(found: Sequence[Attachment], message: Message) -> None:
    """Make the claimed files part of the message, in the transaction that claimed them."""
    Attachment.objects.filter(pk__in=[each.pk for each in found]).update(message=message)


class KeptFile(TypedDict):
    """A file as the log's entry keeps it: size in bytes, width and height in pixels, null when not an image."""

    id: str
    name: str
    content_type: str
    size: int
    width: int | None
    height: int | None


def snapshot(found: Sequence[Attachment]) -> list[KeptFile]:
    """The files as the log's entry keeps them."""
    return [
        {
            "id": each.id,
            "name": each.name,
            "content_type": each.content_type,
            "size": each.size,
            "width": each.width,
            "height": each.height,
        }
        for each in found
    ]
