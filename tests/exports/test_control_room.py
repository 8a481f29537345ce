"""What supervisors did over a conversation goes with it, and no customer's copy tells of it."""

import json

import pytest

from agents.models import Role
from conversations.control_room import acts
from conversations.control_room.acts import Wish
from conversations.erasing import removing
from conversations.exporting import plans
from conversations.exporting.sources import Rows
from conversations.models import Decision, Export, ExportKind, GuidanceKind, Oversight, OversightAct
from tests import cast

SECRET = "She was rude to Harriet on Tuesday"
pytestmark = pytest.mark.usefixtures("in_acme")


def test_it_goes_with_its_conversation_and_is_in_no_copy_for_the_customer() -> None:
    cast.knowledge()
    cast.rules()
    maya, carol = cast.agent("maya", Role.SUPERVISOR), cast.customer()
    talk = cast.answered(carol, "Do you take PayPal?")
    acts.guide(str(talk.id), maya, Wish(GuidanceKind.WORDS, SECRET), epoch=talk.epoch)
    acts.dismiss(str(talk.id), maya, "other", because=SECRET)
    cast.answered(carol, "When are you open?")
    assert SECRET in json.dumps(Decision.objects.latest("asked_seq").guided)
    copy = plans.of(Export(kind=ExportKind.CUSTOMER, customer=carol))
    rows = [source.shape(row) for source in copy if isinstance(source, Rows) for row in source.rows]
    assert rows
    assert SECRET not in json.dumps(rows, default=str)
    removing.remove(str(talk.id))
    assert not Oversight.objects.exists()
    assert not OversightAct.objects.exists()
