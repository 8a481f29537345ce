"""The one writer of reply drafts: one for each agent and conversation, none while there is nothing in it."""

from datetime import timedelta
from typing import Any, Literal, cast

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from typing_extensions import TypedDict

from agents.models import Agent
from conversations import events, rows, wire
from conversations.models import Conversation, ReplyDraft
from tenants.errors import BatonError

Json = dict[str, Any]
SHOWN_FOR = timedelta(days=7)  # to colleagues, after it was last changed


class ReplyDraftRow(TypedDict):
    """What an agent has written in a conversation and not sent; revision 0 where there is nothing yet."""

    mode: Literal["reply", "note"]
    reply: str
    note: str
    revision: int
    """Send it back with a change."""
    updated_at: str | None


class DraftingColleague(TypedDict):
    """A colleague who has a draft in the same conversation."""

    agent: rows.Colleague
    updated_at: str


class ReplyDrafts(TypedDict):
    """An agent's own draft in a conversation, and which colleagues have one."""

    draft: ReplyDraftRow
    others: list[DraftingColleague]


class StaleDraftError(BatonError):
    """The draft was changed elsewhere since the caller last saw it; nothing is stored."""

    status = 409
    type = "conflict_error"
    code = "stale_draft"

    def __init__(self) -> None:
        super().__init__(gettext("This draft was changed in another window or on another device."), param="revision")


def of(conversation: Conversation, agent: Agent) -> ReplyDrafts:
    """The agent's own draft, and which colleagues have one here. Two queries."""
    mine = ReplyDraft.objects.filter(conversation=conversation, agent=agent).first()
    return {"draft": shown(mine), "others": _others(conversation, agent)}


def shown(draft: ReplyDraft | None) -> ReplyDraftRow:
    """The draft as its own agent sees it; revision 0 where there is none."""
    if draft is None:
        return {"mode": "reply", "reply": "", "note": "", "revision": 0, "updated_at": None}
    return {
        "mode": cast("Literal['reply', 'note']", draft.mode),
        "reply": draft.reply,
        "note": draft.note,
        "revision": draft.revision,
        "updated_at": wire.stamp(draft.updated_at),
    }


@transaction.atomic
def keep(conversation: Conversation, agent: Agent, fields: Json) -> ReplyDraft:
    """Store the draft as it is now; StaleDraftError unless `revision` is the stored one.

    Without words it is kept empty, so that its revision goes on and another device hears that it is empty now.
    """
    draft = _locked(conversation, agent)
    words = {name: fields[name] for name in ("mode", "reply", "note")}
    if words == {name: getattr(draft, name) for name in words}:
        return draft  # the same again, as after a lost answer
    if fields["revision"] != draft.revision:
        raise StaleDraftError
    return _write(draft, words)


@transaction.atomic
def put_back(conversation: Conversation, agent: Agent, text: str) -> None:
    """Words that were not said come back in front of what the agent has written since."""
    draft = _locked(conversation, agent)
    _write(draft, {"mode": "reply", "reply": "\n\n".join(part for part in (text, draft.reply) if part)})


def _locked(conversation: Conversation, agent: Agent) -> ReplyDraft:
    ReplyDraft.objects.bulk_create([ReplyDraft(conversation=conversation, agent=agent)], ignore_conflicts=True)
    return ReplyDraft.objects.select_for_update(of=("self",)).get(conversation=conversation, agent=agent)


def _write(draft: ReplyDraft, words: Json) -> ReplyDraft:
    had = _has_words(draft)
    for name, value in words.items():
        setattr(draft, name, value)
    draft.revision, draft.updated_at = draft.revision + 1, timezone.now()
    draft.save()
    data = {"agent": rows.colleague(draft.agent), "revision": draft.revision, "writing": _has_words(draft)}
    events.publish(events.ReplyDraftChanged(str(draft.conversation_id), {**data, "news": had != _has_words(draft)}))
    return draft


def _others(conversation: Conversation, agent: Agent) -> list[DraftingColleague]:
    drafts = ReplyDraft.objects.filter(conversation=conversation, updated_at__gt=timezone.now() - SHOWN_FOR)
    others = drafts.exclude(agent=agent).exclude(reply="").select_related("agent")
    return [
        {"agent": {"id": one.agent.id, "name": one.agent.name}, "updated_at": wire.stamp(one.updated_at)}
        for one in others
    ]


def _has_words(draft: ReplyDraft) -> bool:
    return bool(draft.reply.strip())
