"""A supervisor sees a skill's question first: with the yes the code leaves, and the task goes on where it was."""

from agents.models import Role
from assistant.models import OrderState
from conversations.control_room import acts
from conversations.drafting import drafts
from conversations.models import Draft, OneTimeCode
from tests import cast
from tests.stories.orders import order
from tests.stories.talk import Talk

FIRST = "LC-104233"


def test_the_code_leaves_with_the_yes_and_the_task_goes_on(talk: Talk) -> None:
    order(FIRST, state=OrderState.SHIPPED)
    maya = cast.agent("maya", Role.SUPERVISOR)
    talk.says("Do you take PayPal?")
    assert talk.conversation is not None
    acts.hold(str(talk.conversation.id), maya, epoch=talk.conversation.epoch)
    talk.model_calls("order_status", order=FIRST)
    talk.says(f"Where is my order {FIRST}?")
    draft = Draft.objects.get()
    assert not OneTimeCode.objects.exists(), "nothing leaves before the yes"
    drafts.approve(str(draft.id), maya, text=None)
    assert talk.form == "code"
    talk.types_the_code()
    assert FIRST in talk.said
    assert talk.control == "assistant"
