"""The one writer of canned replies."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext
from typing_extensions import TypedDict

from conversations import wire
from conversations.canned import filling
from conversations.models import CannedReply
from tenants.errors import BatonError, NotFoundError, ParameterError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Fields = Mapping[str, Any]
MOST = 2000
FIELDS = ("name", "shortcut", "folder", "language", "text")


class CannedReplyRow(TypedDict):
    """Words that the desk says often, under a name."""

    id: str
    name: str
    shortcut: str
    """One word by which it is found; empty without one."""
    folder: str
    language: str
    """Empty for any."""
    text: str
    updated_at: str


class CannedReplies(TypedDict):
    """All canned replies; always on one page."""

    data: list[CannedReplyRow]
    has_more: bool
    next_cursor: str | None
    variables: dict[str, str]
    """What can stand in the texts between `{{` and `}}`, each with what it stands for."""


class TakenError(BatonError):
    """Another one has the shortcut or the name already."""

    status = 409
    type = "conflict_error"
    code = "taken"


def access_reply(reply_id: str) -> CannedReply:
    """The canned reply with this id; NotFoundError when there is none."""
    try:
        return CannedReply.objects.get(pk=reply_id)
    except (CannedReply.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such canned reply here."), param="reply_id") from error


def listed() -> CannedReplies:
    """All of them, by folder and name; the picker searches in them by itself. One query."""
    data = [shown(reply) for reply in CannedReply.objects.all()[:MOST]]
    return {"data": data, "has_more": False, "next_cursor": None, "variables": dict(filling.KNOWN)}


def shown(reply: CannedReply) -> CannedReplyRow:
    """A canned reply as it goes over the wire."""
    return {
        "id": reply.id,
        "name": reply.name,
        "shortcut": reply.shortcut,
        "folder": reply.folder,
        "language": reply.language,
        "text": reply.text,
        "updated_at": wire.stamp(reply.updated_at),
    }


@transaction.atomic
def create(fields: Fields, *, actor: Actor) -> CannedReply:
    """A new one. ParameterError for a variable that there is not, TakenError for a shortcut or name that is taken."""
    _check(fields)
    if CannedReply.objects.count() >= MOST:
        raise ParameterError(gettext("There are {most} canned replies already. Remove some first.").format(most=MOST))
    made = CannedReply(**fields)
    _save(made)
    audit.record("canned_reply.created", actor=actor, about=_about(made))
    return made


@transaction.atomic
def change(reply: CannedReply, fields: Fields, *, actor: Actor) -> CannedReply:
    """Change the fields that are named; errors as in `create`."""
    _check(fields)
    changes = {name: (getattr(reply, name), value) for name, value in fields.items() if getattr(reply, name) != value}
    if changes:
        for name, value in fields.items():
            setattr(reply, name, value)
        reply.updated_at = timezone.now()
        _save(reply)
        audit.record("canned_reply.changed", actor=actor, about=_about(reply), changes=changes)
    return reply


@transaction.atomic
def remove(reply: CannedReply, *, actor: Actor) -> None:
    """Remove it."""
    audit.record("canned_reply.removed", actor=actor, about=_about(reply), changes={"text": (reply.text, None)})
    reply.delete()


def _check(fields: Fields) -> None:
    wrong = filling.unknown(fields.get("text", ""))
    if wrong:
        raise ParameterError(
            gettext("text: there is no variable {{{{{wrong}}}}}.").format(wrong=wrong[0]), param="text"
        )


def _save(reply: CannedReply) -> None:
    try:
        with transaction.atomic():
            reply.save()
    except IntegrityError as error:
        by_shortcut = "shortcut_once" in str(error)
        shortcut = gettext("Another reply in this language has the shortcut “{shortcut}” already.")
        name = gettext("Another reply in this language has the name “{name}” in this folder already.")
        raise TakenError(
            (shortcut if by_shortcut else name).format(shortcut=reply.shortcut, name=reply.name),
            param="shortcut" if by_shortcut else "name",
        ) from error


def _about(reply: CannedReply) -> About:
    return About("canned_reply", str(reply.id), reply.name)
