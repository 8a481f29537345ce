"""What a skill is: the slots it needs, the policy it keeps to, and the next step from what is known.

A skill is pure: from the slots, its policy and the scene it says what comes next. It asks records through the scene and
changes nothing; what it wants done is an `Act`, carried out in the transaction of the message that tells of it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar
from zoneinfo import ZoneInfo

from assistant.answering import Source
from assistant.records.contract import Records
from assistant.skills.opening.week import Week
from assistant.words import Words

Json = dict[str, Any]
P = TypeVar("P")


@dataclass(frozen=True)
class Value:
    """What a slot holds: the canonical form (ISO date, E.164, upper-case number), the customer's words and where."""

    value: str
    text: str
    seq: int  # of the customer's message; 0 when it was known before


@dataclass(frozen=True)
class Choice:
    """Something to pick; who picks it sends `says` as an ordinary message.

    `value` is what the slot holds then, where it is not what its kind reads in `says`. `also` are other words for it,
    such as what an order holds, by which it may be named where they fit no other choice.
    """

    says: str
    label: str
    detail: str = ""
    value: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Slot:
    """Something that a skill must know.

    `kind` names how it is found in free text and checked (`assistant.skills.slots.KINDS`); `asks` is the question,
    `again` what is said once when the reply was none.
    """

    name: str
    kind: str
    label: Words  # "Order number", for the card and the confirmation
    asks: Words
    again: Words
    purpose: str  # English, for a language model
    required: bool = True
    options: tuple[str, ...] = ()  # of the kind "choice"


@dataclass(frozen=True)
class Known:
    """Who the customer is, as far as known; `proven` are the e-mail addresses that this visitor proved to be theirs."""

    customer_id: str = ""
    name: str = ""
    email: str = ""
    attributes: Mapping[str, Any] = field(default_factory=dict)
    proven: frozenset[str] = frozenset()  # lower case
    how: str = ""  # "identity" (signed by the tenant), "code" (sent by mail), or ""


class Past(Protocol):
    """What was done before, for limits such as two refunds in ninety days."""

    def count(self, kind: str, *, email: str, since: datetime) -> int:
        """How many acts of this kind were done, or wait to be, for the customer with this address since then."""


class NothingBefore:
    """A past without acts, as in a try-out."""

    def count(self, kind: str, *, email: str, since: datetime) -> int:
        """None."""
        return 0


@dataclass(frozen=True)
class Scene(Generic[P]):
    """All that a skill may look at beside its slots."""

    policy: P
    records: Records
    known: Known
    now: datetime
    zone: ZoneInfo
    language: str
    conversation_id: str = ""  # public id; "" when it is only tried
    newest: str = ""  # the customer's newest words
    past: Past = field(default_factory=NothingBefore)
    weeks: tuple[Week, ...] = ()  # when the tenant's people are at work
    offered: tuple[Choice, ...] = ()  # what the customer was last shown to pick from
    said: tuple[str, ...] = ()  # the customer's words since the task began


@dataclass(frozen=True)
class Act:
    """What shall be done to the tenant's business: carried out once for each `key`, with a record of why.

    `says` is what the customer reads when it is done, `because` the policy's words for the record. An act that `waits`
    needs an agent's yes first. `request` is plain JSON and all that carrying it out needs. The conversation is no part
    of the `key` where the thing itself is unique, as in "refund:LC-104233:2".
    """

    kind: str  # "refund", "address", "booking" …
    key: str
    subject: str  # what it is about, such as an order's number
    request: Json
    says: str
    because: str
    amount: Decimal | None = None
    currency: str = ""
    waits: str = ""  # why an agent has to approve it; "" when nobody has to


class OvertakenError(Exception):
    """The act is not possible any more, since the records changed meanwhile; the message is for the desk."""


@dataclass(frozen=True)
class Ask:
    """The next thing to know; `choices` are offered as buttons, `form` names a richer card of the widget."""

    slot: str
    say: str
    choices: tuple[Choice, ...] = ()
    form: str = ""  # "", "calendar" (choices carry ISO times in `detail`), "fields"
    wrong: bool = (
        False  # what the slot held cannot be (no such order): it is forgotten, and asking counts as a second try
    )
    anew: bool = False  # the slot was answered and is asked on, as in a talk about wishes: it counts as a first try


@dataclass(frozen=True)
class Tell:
    """The task is done by saying something; `sources` where it rests on articles."""

    say: str
    sources: tuple[Source, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)  # what was learned, by English label
    choices: tuple[Choice, ...] = ()
    goes_on: bool = False  # the task stays open for what the customer says to it


@dataclass(frozen=True)
class Confirm:
    """Everything is known and allowed: say it back, and do it after a yes."""

    say: str
    act: Act


@dataclass(frozen=True)
class Do:
    """Everything is known and allowed, and nothing has to be confirmed."""

    act: Act


@dataclass(frozen=True)
class Prove:
    """The customer must prove that `email` is theirs before anything personal is told or changed."""

    email: str


class Why(StrEnum):
    """Why a skill gives the task to a person; a fact that rules may look at as `skill.outcome`."""

    OUTSIDE_POLICY = "outside_policy"
    UNPROVEN = "identity_unproven"
    DOWN = "connector_down"
    GAVE_UP = "gave_up"


@dataclass(frozen=True)
class Leave:
    """The task leaves the routine: `reason` is for the desk, in English; a person gets it with all that is known.

    `say` is for the customer, in their language: why this is not for the assistant, in a sentence. The words of the
    handover follow it.
    """

    why: Why
    reason: str
    say: str = ""


Step = Ask | Tell | Confirm | Do | Prove | Leave


@dataclass(frozen=True)
class Skill(Generic[P]):
    """A routine task.

    `examples` are ways in which customers ask for it, several languages, at least fifteen; `near_misses` what sounds
    like it and is not. `step` gets the filled slots by name. `policy` is a frozen dataclass whose fields say what may
    be set (`assistant.skills.policies`). `describe` puts a policy in plain English sentences for the admin.
    """

    name: str
    label: str  # English, for the console
    purpose: str  # English, for the console and a language model
    slots: tuple[Slot, ...]
    policy: type[P]
    step: Callable[[Mapping[str, Value], Scene[P]], Step]
    describe: Callable[[P], Sequence[str]]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()  # kinds of act
    slots_of: Callable[[P], tuple[Slot, ...]] | None = None  # where the policy says what is to be known
    personal: bool = False  # nothing before the customer proved who they are
