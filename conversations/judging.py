"""What the rules say to what an engine made of a question, now that it is known how sure it is; pure."""

from dataclasses import replace

from assistant.answering import Answer, Unsure
from assistant.engines import Made, Refused
from assistant.skills.outcomes import Left, Served
from conversations import farewells, labels, modes, words
from conversations.decided import Decided, Manner
from escalation import rules
from escalation.defaults import UNREADABLE_SAY
from escalation.facts import Facts
from escalation.rules import Approval, Book, HandOver


def judged(seen: Facts, made: Made, book: Book, *, sure_from: float, manner: Manner) -> Decided:
    """The decision about what was made; a person gets what the engine may not or cannot answer."""
    match made.outcome:
        case Refused(reason=reason, trigger=trigger):
            said = words.say(UNREADABLE_SAY, seen.language)
            refusal = without_rule(trigger, reason, said, version=book.version)
            return Decided(seen, book.version, refusal, None, manner, made.engine)
        case Left() as left:
            return _left(seen, left, book, manner=manner, engine=made.engine)
        case Served() as served:
            seen = seen.with_skill(served.skill, "").with_confidence(served.confidence, sure_from)
            decided = Decided(seen, book.version, served, None, manner, made.engine, served.skill, served.task)
            return _ruled(decided, book)
        case Answer() as answer if answer.confidence < sure_from:
            outcome: Answer | Unsure = Unsure(answer.confidence, answer)
        case Answer() | Unsure() as heard:
            outcome = heard
    seen = seen.with_confidence(outcome.confidence, sure_from)
    return _ruled(Decided(seen, book.version, outcome, best(made), manner, made.engine), book)


def best(made: Made) -> Answer | None:
    """The answer that an agent could use, however sure it is."""
    match made.outcome:
        case Answer() as answer:
            return answer
        case Unsure(best=answer):
            return answer
    return None


def without_rule(trigger: str, reason: str, said: str, *, version: int) -> HandOver:
    """A handover that no rule asks for: the assistant cannot or may not answer."""
    return HandOver(
        trigger=trigger,
        label=labels.TRIGGERS[trigger],
        rule="",
        version=version,
        team=None,
        priority="high",
        say=said,
        reason=reason,
        signals=(),
    )


def _ruled(decided: Decided, book: Book) -> Decided:
    """The same as the rules will have it: as it is, held for an agent's yes, or a person's from here on."""
    match rules.decide(decided.seen, book):
        case None:
            return decided
        case HandOver() as handover:
            return replace(decided, outcome=handover)
        case Approval() as approval:
            nothing = isinstance(decided.outcome, Unsure) and modes.held_because(decided.outcome) is None
            if nothing and decided.manner.mode not in modes.SILENT:
                return replace(decided, outcome=approval.instead)
            return replace(decided, approval=approval)


def _left(seen: Facts, left: Left, book: Book, *, manner: Manner, engine: str) -> Decided:
    """A skill gave its task up: the rules say where it goes, and where none does a person gets it all the same."""
    seen = seen.with_skill(left.skill, left.why)
    ruled = rules.decide(seen, book)
    if isinstance(ruled, Approval):
        ruled = ruled.instead  # there is no answer that anybody could look at
    if ruled is None:
        said = farewells.words(left, seen.language)
        handover = without_rule(str(left.why), left.reason, said, version=book.version)
    else:
        said = farewells.words(left, seen.language, ruled=ruled.say)
        handover = replace(ruled, say=said, reason=f"{ruled.reason} {left.reason}")
    return Decided(seen, book.version, handover, None, manner, engine, left.skill, left.task)
