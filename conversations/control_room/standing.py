"""What supervisors asked for that still stands in a conversation; whoever writes here holds its lock."""

from collections.abc import Mapping

from django.utils import timezone

from conversations import events
from conversations.models import ActKind, ActState, OversightAct

OF_REPLY = (ActKind.HOLD, ActKind.GUIDANCE)


def acts(conversation_id: str) -> Mapping[str, OversightAct]:
    """What stands in a conversation, by kind, each with who did it; one query."""
    found = OversightAct.objects.filter(conversation=conversation_id, ended_at=None).select_related("by")
    return {act.kind: act for act in found}


def is_held(conversation_id: str) -> bool:
    """Whether the next reply waits for a yes, by a look without the lock."""
    return OversightAct.objects.filter(conversation=conversation_id, kind=ActKind.HOLD, ended_at=None).exists()


def said(conversation_id: str, answer_seq: int) -> None:
    """The reply went out: what was asked of the next reply is done with, or failed. The conversation is locked."""
    of_reply = OversightAct.objects.filter(conversation=conversation_id, ended_at=None, kind__in=OF_REPLY)
    now, done = timezone.now(), {"answer_seq": answer_seq}
    failed = of_reply.filter(state=ActState.FAILED).update(ended_at=now, **done)
    followed = of_reply.update(ended_at=now, state=ActState.FOLLOWED, **done)
    if failed or followed:
        events.publish(events.OversightChanged(conversation_id, {}))


def drafted(conversation_id: str, *, unfollowed: str) -> None:
    """The reply that a guidance asked for waits for its yes, or what could be made without it."""
    state = ActState.FAILED if unfollowed else ActState.DRAFTED
    found = OversightAct.objects.filter(conversation=conversation_id, kind=ActKind.GUIDANCE, ended_at=None)
    found.update(state=state, because=unfollowed)


def left(conversation_id: str) -> None:
    """The assistant has the conversation no more, or it is over: nothing of it stands. The conversation is locked."""
    standing_ones = OversightAct.objects.filter(conversation=conversation_id, ended_at=None)
    standing_ones.update(ended_at=timezone.now(), state=ActState.ENDED)


def end(conversation_id: str, kind: ActKind, state: ActState) -> int:
    """What stands of this kind is over; gives how many, one at most."""
    found = OversightAct.objects.filter(conversation=conversation_id, kind=kind, ended_at=None)
    return found.update(ended_at=timezone.now(), state=state)
