"""A pure model of one conversation: who holds it, how long its log is, whether an answer is owed."""

from dataclasses import dataclass, replace

NOTICES_IN_QUEUE = frozenset({1, 4})
WAITS = (1, 2, 3, 5, 10)  # minutes after which a wait in the queue takes a step; then every ten
PATIENCE = 3


class StaleError(Exception):
    """The epoch is not the one in force."""


class ImpossibleError(Exception):
    """The conversation is not in a state in which this makes sense."""


@dataclass(frozen=True)
class Baton:
    """What the conversation's row should say; `asked` is the seq of the customer's newest message.

    `passed_on` is the seq of the one that the assistant passed on last.
    """

    seq: int = 0
    epoch: int = 1
    holder: str = "assistant"
    agent: str | None = None
    status: str = "open"
    owed: bool = False
    asked: int = 0
    passed_on: int = 0
    steps: int = 0


def customer_writes(b: Baton) -> Baton:
    """The customer's words wake and reopen; the baton stays where it is."""
    b = b if b.status == "open" else _more(b, status="open")
    return _more(b, owed=True, asked=b.seq + 1)


def agent_replies(b: Baton, who: str) -> Baton:
    """An agent's words take over."""
    return _more(_taken(b, who), owed=False, steps=0)


def assistant_answers(b: Baton, *, epoch: int, asked: int) -> Baton:
    """The assistant answers what it was asked, under the epoch in which it began."""
    if b.holder != "assistant" or b.status == "resolved" or (b.epoch, b.asked) != (epoch, asked) or not b.owed:
        raise StaleError
    return _more(b, owed=False, steps=0)


def assistant_hands_over(b: Baton) -> Baton:
    """The assistant says good-bye, and a person owes the answer."""
    return _moved(_more(b, passed_on=b.asked), "queue")


def take_over(b: Baton, who: str, epoch: int) -> Baton:
    """Whoever holds it already may take it again."""
    if b.agent != who:
        _check(b, epoch)
    return _taken(b, who)


def hand_back(b: Baton, who: str, epoch: int) -> Baton:
    """The holder gives it back to the assistant, who owes what it has not passed on itself."""
    _check(b, epoch)
    if b.agent != who:
        raise ImpossibleError
    return _moved(replace(_awake(b), owed=b.owed and b.passed_on != b.asked), "assistant")


def transfer(b: Baton, epoch: int) -> Baton:
    """Anybody passes it on to a queue."""
    _check(b, epoch)
    return _moved(_awake(_live(b)), "queue")


def snooze(b: Baton, who: str, epoch: int) -> Baton:
    """The holder lets it rest."""
    _check(b, epoch)
    if _live(b).agent != who:
        raise ImpossibleError
    return _more(b, status="snoozed")


def resolve(b: Baton, epoch: int) -> Baton:
    """Anybody closes it."""
    _check(b, epoch)
    b = _more(_live(b), status="resolved", owed=False, steps=0)
    return b if b.holder == "assistant" else _moved(b, "assistant")


def reopen(b: Baton, who: str, epoch: int) -> Baton:
    """Anybody takes up again what rests or is closed."""
    _check(b, epoch)
    if b.status == "open":
        raise ImpossibleError
    return _taken(_more(b, status="open"), who)


def deadline_passes(b: Baton, *, there: bool, waited: float) -> Baton:
    """Nothing happened in time; `there` says whether the agent who holds it is at the desk.

    `waited` is how many minutes the customer has been in the queue.
    """
    if b.status != "open":
        return _awake(b)
    match b.holder:
        case "queue":
            return _waits_on(b, steps_after(waited))
        case "agent" if b.owed and (not there or b.steps + 1 >= PATIENCE):
            return _moved(b, "queue")
        case "agent" if b.owed:
            return _told(b, b.steps == 0)
        case "assistant" if b.owed:
            return assistant_hands_over(b)
    return resolve(b, b.epoch)


def steps_after(waited: float) -> int:
    """How many steps a wait of so many minutes has taken."""
    return sum(minutes <= waited for minutes in WAITS) + max(int(waited / 10) - 1, 0)


def _waits_on(b: Baton, steps: int) -> Baton:
    """Several steps at once, after an outage, are told once; none when only an offer ran out."""
    told = any(step in NOTICES_IN_QUEUE or step > max(NOTICES_IN_QUEUE) for step in range(b.steps + 1, steps + 1))
    return replace(b, seq=b.seq + told, steps=max(b.steps, steps))


def _told(b: Baton, told: bool) -> Baton:  # noqa: FBT001
    return replace(b, seq=b.seq + told, steps=b.steps + 1)


def _more(b: Baton, **changes: object) -> Baton:
    return replace(b, seq=b.seq + 1, **changes)  # type: ignore[arg-type]


def _moved(b: Baton, holder: str, agent: str | None = None) -> Baton:
    return _more(b, epoch=b.epoch + 1, holder=holder, agent=agent, steps=0)


def _taken(b: Baton, who: str) -> Baton:
    b = _awake(_live(b))
    return b if b.agent == who else _moved(b, "agent", who)


def _awake(b: Baton) -> Baton:
    return _more(b, status="open") if b.status == "snoozed" else b


def _live(b: Baton) -> Baton:
    if b.status == "resolved":
        raise ImpossibleError
    return b


def _check(b: Baton, epoch: int) -> None:
    if b.epoch != epoch:
        raise StaleError
