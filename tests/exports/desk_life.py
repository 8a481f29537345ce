"""What agents wrote, promised and counted around a customer's conversation, with the customer's canary in it."""

from datetime import timedelta

from django.utils import timezone

from agents.models import Agent
from conversations.models import (
    BulkItem,
    BulkRun,
    Callback,
    Conversation,
    CustomerNote,
    HeldReply,
    MacroRun,
    OversightAct,
    Priority,
    ReplyDraft,
    RoutingChoice,
    SlaKind,
    SlaOutcome,
    Survey,
    Translation,
    TranslationState,
    WaitPromise,
)
from tests import cast


def of(conversation: Conversation, agent: Agent, word: str) -> None:
    """A row in each table of the desk that goes with a conversation or its customer."""
    now = timezone.now()
    soon = now + timedelta(hours=1)
    about = {"conversation": conversation, "agent": agent}
    ReplyDraft.objects.create(**about, reply=f"Dear {word}")
    HeldReply.objects.create(**about, client_id=cast.new_id(), text=f"Dear {word}", due_at=soon)
    MacroRun.objects.create(**about, name="Thank", undo=[{"note": f"Thanked {word}"}], key=cast.new_id())
    CustomerNote.objects.create(customer=conversation.customer, author=agent, text=f"Be kind to {word}")
    Callback.objects.create(conversation=conversation, phone="+441632960100", begins_at=now, ends_at=soon)
    RoutingChoice.objects.create(conversation=conversation, epoch=1, cause="handover", why=f"Had {word} before")
    WaitPromise.objects.create(conversation=conversation, epoch=1, place=1, at_work=1, seats=4, free=1, hour=9)
    run = BulkRun.objects.create(agent=agent, acts=[], total=1)
    BulkItem.objects.create(run=run, conversation=conversation, place=1, why=f"{word} is with a colleague")
    done = {"began_at": now, "target": 60, "used": 30, "ended_at": now}
    SlaOutcome.objects.create(conversation=conversation, kind=SlaKind.RESOLUTION, priority=Priority.NORMAL, **done)
    OversightAct.objects.create(conversation=conversation, kind="guidance", guidance_kind="words", by=agent, text=word)
    Translation.objects.create(
        conversation=conversation,
        message=conversation.messages.get(seq=1),
        language="nl",
        state=TranslationState.MADE,
        text=word,
    )
    Survey.objects.create(
        conversation=conversation,
        episode=1,
        ended_seq=1,
        ended_at=now,
        holder="agent",
        token_hash=word,
        expires_at=soon,
        channel="widget",
        asked_at=now,
        answered_at=now,
        satisfaction=2,
        comment=f"I am {word} and I waited",
    )
