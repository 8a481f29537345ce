"""I1: whatever is repeated, at once or later, by whomever, after errors or not: each message is stored exactly once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from agents.models import Agent
from conversations import log, receive
from conversations.authors import ByCustomer
from conversations.errors import ClientIdReusedError
from conversations.inbox import writes
from conversations.models import Attachment, Conversation, Customer, Message
from conversations.receive import Received
from tenants import current
from tenants.errors import ParameterError, RateLimitedError
from tenants.models import Tenant
from tests import cast, stored
from tests.properties import looking
from tests.properties.playing import play
from tests.properties.together import Together

TEXTS = ["Hello?", "Where is my parcel?"]
numbers = st.integers(0, 5)  # of client ids, few, so that they come again
people = st.integers(0, 1)
texts = st.sampled_from(TEXTS)
files = st.lists(st.integers(0, 2), max_size=2)


class TornError(Exception):
    """Something failed after the message was written and before its transaction was committed."""


@dataclass(frozen=True)
class Sent:
    """One message as its sender means it."""

    text: str
    files: tuple[str, ...]
    by: str


class Sending(RuleBasedStateMachine):
    """Two customers and an agent who send, and send again."""

    threads: Together  # given by the test

    def __init__(self) -> None:
        super().__init__()
        self.bob = Agent.objects.get()
        self.customers = [cast.customer("carol"), cast.customer("erin")]
        self.ids = [cast.new_id() for _ in range(6)]
        self.files = {who.id: [self.file(customer=who) for _ in range(3)] for who in self.customers}
        self.files[self.bob.id] = [self.file(agent=self.bob) for _ in range(3)]
        self.meant: dict[tuple[str, UUID], tuple[Sent, int]] = {}
        self.used: set[str] = set()

    def file(self, *, customer: Customer | None = None, agent: Agent | None = None) -> str:
        """An upload that no message names yet."""
        made = Attachment(customer=customer, agent=agent, name="a.txt", content_type="text/plain", size=1)
        made.stored_as = str(made.id)
        made.save()
        return str(made.id)

    @initialize()
    def all_begin(self) -> None:
        """Each customer has a conversation, so that the agent can reply in it."""
        self.of = {
            who.id: receive.message(who, "Hi", client_id=cast.new_id()).conversation_id for who in self.customers
        }

    @rule(who=people, number=numbers, text=texts, chosen=files)
    def customer_sends(self, who: int, number: int, text: str, chosen: list[int]) -> None:
        customer = self.customers[who]
        sent = Sent(text, tuple(self.files[customer.id][place] for place in chosen), "customer")
        send = partial(receive.message, customer, text, client_id=self.ids[number], attachments=sent.files)
        self.judge(customer.id, self.ids[number], sent, [self.outcome(lambda: send().seq)])

    @rule(who=people, number=numbers, text=texts, chosen=files)
    def agent_sends(self, who: int, number: int, text: str, chosen: list[int]) -> None:
        customer = self.customers[who]
        sent = Sent(text, tuple(self.files[self.bob.id][place] for place in chosen), "agent")
        send = partial(
            writes.reply, self.of[customer.id], self.bob, text, client_id=self.ids[number], attachments=sent.files
        )
        self.judge(customer.id, self.ids[number], sent, [self.outcome(lambda: send()[1].seq)])

    @rule(who=people, number=numbers, text=texts, chosen=files, many=st.integers(2, 4))
    def customer_sends_at_once(self, who: int, number: int, text: str, chosen: list[int], many: int) -> None:
        customer = self.customers[who]
        sent = Sent(text, tuple(self.files[customer.id][place] for place in chosen), "customer")
        send = partial(receive.message, customer, text, client_id=self.ids[number], attachments=sent.files)
        came = self.threads.do([send] * many)
        seqs = [one.seq if isinstance(one, Received) else one for one in came]
        self.judge(customer.id, self.ids[number], sent, seqs)

    @rule(number=numbers, chosen=files)
    def both_customers_send_under_one_id_at_once(self, number: int, chosen: list[int]) -> None:
        """Each with the other's files, too: nobody sends what another uploaded."""
        carol, erin = self.customers
        carols = tuple(self.files[carol.id][place] for place in chosen)
        send = [
            partial(receive.message, who, "Mine", client_id=self.ids[number], attachments=carols)
            for who in (carol, erin)
        ]
        for who, outcome in zip((carol, erin), self.threads.do(send), strict=True):
            sent = Sent("Mine", carols, "customer")
            seq = outcome.seq if isinstance(outcome, Received) else outcome
            self.judge(who.id, self.ids[number], sent, [seq], foreign=who is erin)

    @rule(who=people, number=numbers, text=texts)
    def sending_is_torn(self, who: int, number: int, text: str) -> None:
        """The words were written, and then nothing of it was."""
        customer, before = self.customers[who], stored.everything()
        outcome = self.outcome(partial(self.torn, customer, text, self.ids[number]))
        assert isinstance(outcome, TornError | ClientIdReusedError)
        assert stored.everything() == before

    def torn(self, customer: Customer, text: str, client_id: UUID) -> int:
        with log.writing(self.of[customer.id]) as held:
            log.append(held, ByCustomer(customer), text, client_id=client_id)
            raise TornError

    def outcome(self, send: Callable[[], int]) -> int | Exception:
        """The place in the log, or why there is none."""
        try:
            return send()
        except (ClientIdReusedError, ParameterError, TornError) as refused:
            return refused

    def judge(
        self,
        customer_id: str,
        client_id: UUID,
        sent: Sent,
        came: list[int | Exception],
        *,
        foreign: bool = False,
    ) -> None:
        """The same message has one place for ever; another one under its id, or with files not to be sent, has none."""
        known = self.meant.get((customer_id, client_id))
        if known is not None:
            wanted: object = known[1] if known[0] == sent else ClientIdReusedError
        else:
            bad = len(set(sent.files)) < len(sent.files) or self.used & set(sent.files) or (foreign and sent.files)
            wanted = ParameterError if bad else None
        for one in came:
            assert not isinstance(one, RateLimitedError)
            assert isinstance(one, wanted) if isinstance(wanted, type) else wanted in {None, one}
        if known is None and wanted is None:
            assert len(set(came)) == 1
            assert isinstance(came[0], int)
            self.meant[customer_id, client_id] = sent, came[0]
            self.used |= set(sent.files)

    @invariant()
    def stored_is_what_was_acknowledged(self) -> None:
        for customer in self.customers if self.meant else ():
            rows = Message.objects.filter(conversation__customer=customer, client_id__in=self.ids)
            found = {
                (customer.id, row.client_id): (Sent(row.text, self.files_of(row), row.author_kind), row.seq)
                for row in rows
            }
            assert len(found) == len(rows)
            assert found == {key: value for key, value in self.meant.items() if key[0] == customer.id}
            assert Conversation.objects.filter(customer=customer).count() == 1
            looking.check(self.of[customer.id])
        uploads = [file for theirs in self.files.values() for file in theirs]
        sent = Attachment.objects.filter(message__isnull=False, pk__in=uploads)
        assert {str(file.id) for file in sent} == self.used

    def files_of(self, row: Message) -> tuple[str, ...]:
        """What the entry names, which is also what is attached to it."""
        named = tuple(str(file["id"]) for file in row.data.get("attachments", ()))
        assert set(named) == {str(file.id) for file in row.attachments.all()}
        return named


def test_a_message_is_stored_once_however_often_it_is_sent(own_database: str, acme: Tenant) -> None:
    with current.entered(acme), Together(acme, 4) as threads:
        cast.agent("bob")
        Sending.threads = threads
        play(Sending, share=0.5)
