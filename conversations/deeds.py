"""What a skill wants done, on its way from the turn to the record of actions: at once, or after an agent's yes."""

from dataclasses import dataclass
from typing import Any

from assistant.models import Action, ActionState
from assistant.skills import acting, prompts
from assistant.skills.acting import Cause
from assistant.skills.contract import Act, Known
from assistant.skills.task import Task, act_from_json, act_to_json
from conversations.models import Conversation, Draft
from conversations.webhooks import business

Json = dict[str, Any]


@dataclass(frozen=True)
class Deed:
    """An act and on whose behalf it is; the e-mail address is one that the customer proved, "" without any."""

    act: Act
    skill: str
    email: str = ""
    proven_how: str = ""

    def to_json(self) -> Json:
        """What a draft keeps: the act, with who proved to be whom."""
        return {**act_to_json(self.act), "email": self.email, "proven_how": self.proven_how}


def of_task(act: Act, task: Task, known: Known) -> Deed:
    """The deed of a task; of several proven addresses the one that the task is about."""
    named = [value.value.lower() for value in task.slots.values() if value.value.lower() in known.proven]
    email = next(iter([*named, *sorted(known.proven)]), "")
    return Deed(act, task.skill, email, known.how if email else "")


def of_draft(draft: Draft) -> Deed | None:
    """What the approval of a draft does; None when it only says something."""
    if draft.act is None:
        return None
    stored = dict(draft.act)
    email, how = str(stored.pop("email", "")), str(stored.pop("proven_how", ""))
    return Deed(act_from_json(stored), draft.skill, email, how)


def carry_out(conversation: Conversation, deed: Deed, *, asked_seq: int, approved_by: str = "") -> Action:
    """Do it in the transaction under way; OvertakenError when the records do not allow it any more."""
    action = acting.carry_out(deed.act, _cause(conversation, deed, asked_seq, approved_by))
    if action.asked_seq == asked_seq:  # otherwise it was done before, and told then
        business.act_done(conversation, deed.act, action)
    return action


def decline(conversation: Conversation, deed: Deed, *, asked_seq: int, declined_by: str, because: str) -> Action:
    """Keep that an agent decided against it."""
    business.act_declined(conversation, deed.act, by=declined_by, because=because)
    return acting.decline(deed.act, _cause(conversation, deed, asked_seq, declined_by), because=because)


def _cause(conversation: Conversation, deed: Deed, asked_seq: int, decided_by: str) -> Cause:
    return Cause(
        skill=deed.skill,
        conversation=str(conversation.id),
        customer=str(conversation.customer_id),
        asked_seq=asked_seq,
        email=deed.email,
        proven_how=deed.proven_how,
        approved_by=decided_by,
    )


def said_of(action: Action, text: str, language: str) -> str:
    """What the customer reads: that it is done, or that the company's own system has it now."""
    return prompts.say(prompts.PASSED_ON, language) if action.state == ActionState.PENDING else text
