"""The log: numbered without gaps, stored once, refused when fenced."""

from uuid import uuid4

import pytest

from agents.models import Agent
from conversations import control, log, queries, receive
from conversations.authors import ByAgent, ByAssistant, ByCustomer
from conversations.errors import ClientIdReusedError, FencedError
from conversations.models import Conversation, Customer, Holder, Message
from tenants.errors import ParameterError
from tenants.models import Job
from tests import cast


@pytest.fixture
def conversation(carol: Customer) -> Conversation:
    """A conversation in which carol wrote once."""
    return cast.says(carol, "Where is my parcel?")


def test_entries_of_all_kinds_share_one_numbering_without_gaps(conversation: Conversation, bob: Agent) -> None:
    with log.writing(str(conversation.id)) as held:
        control.take(held, bob)
        log.append(held, ByAgent(bob), "Hello Carol.")
        control.resolve(held)
    numbers = list(conversation.messages.values_list("seq", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) == 5  # hers, the takeover, his, resolved, back with the assistant


def test_a_repeated_client_id_stores_once_and_gives_the_stored_message(carol: Customer) -> None:
    conversation = cast.says(carol, "Hello?")
    client_id = conversation.messages.get().client_id
    with log.writing(str(conversation.id)) as held:
        again = log.append(held, ByCustomer(carol), "Hello?", client_id=client_id)
    assert (again.seq, conversation.messages.count()) == (1, 1)


def test_a_client_id_with_other_words_is_refused_and_nothing_changes(carol: Customer) -> None:
    conversation = cast.says(carol, "Hello?")
    client_id = conversation.messages.get().client_id
    with pytest.raises(ClientIdReusedError), log.writing(str(conversation.id)) as held:
        log.append(held, ByCustomer(carol), "Something else", client_id=client_id)
    conversation.refresh_from_db()
    assert (conversation.seq, conversation.messages.count()) == (1, 1)


def test_the_assistant_is_refused_after_the_epoch_moved_on(conversation: Conversation, bob: Agent) -> None:
    began = conversation.epoch
    with log.writing(str(conversation.id)) as held:
        control.take(held, bob)
    before = Message.objects.count()
    with pytest.raises(FencedError), log.writing(str(conversation.id)) as held:
        log.append(held, ByAssistant(epoch=began, answers=1), "Your parcel is on its way.")
    assert Message.objects.count() == before


def test_the_assistant_is_refused_after_a_hand_back_to_a_newer_epoch(conversation: Conversation, bob: Agent) -> None:
    began = conversation.epoch
    with log.writing(str(conversation.id)) as held:
        control.take(held, bob)
        control.hand_back(held, bob)
    with pytest.raises(FencedError), log.writing(str(conversation.id)) as held:
        log.append(held, ByAssistant(epoch=began, answers=1), "Your parcel is on its way.")


def test_an_agent_without_the_baton_cannot_write(conversation: Conversation, bob: Agent) -> None:
    with pytest.raises(FencedError), log.writing(str(conversation.id)) as held:
        log.append(held, ByAgent(bob), "Hello!")


def test_an_error_in_the_block_undoes_all_of_it(conversation: Conversation, bob: Agent) -> None:
    def fail_half_way() -> None:
        with log.writing(str(conversation.id)) as held:
            control.take(held, bob)
            raise RuntimeError("the network went away")

    with pytest.raises(RuntimeError):
        fail_half_way()
    conversation.refresh_from_db()
    assert (conversation.holder, conversation.epoch, conversation.seq) == (Holder.ASSISTANT, 1, 1)


def test_resume_gives_all_after_a_seq_in_pages(conversation: Conversation, carol: Customer) -> None:
    for number in range(5):
        with log.writing(str(conversation.id)) as held:
            log.append(held, ByCustomer(carol), f"line {number}", client_id=uuid4())
    conversation.refresh_from_db()
    first, more = queries.events_after(conversation, 1, limit=3)
    rest, end = queries.events_after(conversation, first[-1]["seq"], limit=3)
    assert [event["seq"] for event in first + rest] == [2, 3, 4, 5, 6]
    assert (more, end) == (True, False)


def test_a_first_message_that_is_refused_leaves_nothing_behind(carol: Customer) -> None:
    with pytest.raises(ParameterError, match="attachments"):
        receive.message(carol, "Look at this", client_id=uuid4(), attachments=["att_01h455vb4pex5vsknk084sn02q"])
    assert not Conversation.objects.exists()
    assert not Job.objects.exists()
