"""The check in plain words, with the numbers that stand behind each of them; pure."""

from collections.abc import Iterator

from conversations.insights import amounts
from conversations.insights.klarna import weighing
from conversations.insights.klarna.weighing import CSAT, MOOD, QUALITY, REPEAT, Difference, Verdict, Weighed

HEADLINES = {
    Verdict.COSTS: "Costs trust",
    Verdict.WATCH: "Worse where the assistant has it",
    Verdict.WORKS: "Works",
    Verdict.UNCLEAR: "No clear difference",
    Verdict.PEOPLE: "People have it",
}
WORSE = {
    REPEAT.key: "Customers come again more often: {ours} of them, {theirs} {against}, {difference} more.",
    CSAT.key: "Customers are less satisfied: {ours} rate 4 or 5, {theirs} {against}, {difference} fewer.",
    MOOD.key: "Their mood sinks by {ours} while they are with the assistant; it changes by {theirs} {against}.",
    QUALITY.key: "Less stays solved: {ours} of the conversations, {theirs} {against}, {difference} fewer.",
}


def headline(one: Weighed) -> str:
    """The verdict in a few words."""
    if one.verdict == Verdict.TOO_FEW:
        if one.needed is None:
            return "Not enough to say: too little to hold it against"
        return f"Not enough to say: {one.topic.alone.count} of about {one.needed} needed"
    return HEADLINES[one.verdict]


def sentences(one: Weighed, days: int) -> list[str]:
    """Why it is so, and how sure that is."""
    return list(_sentences(one, days))


def _sentences(one: Weighed, days: int) -> Iterator[str]:
    topic = one.topic
    share = amounts.amount("share", topic.share)
    total = topic.alone.count + topic.people.count
    yield f"The assistant had {topic.alone.count:,} of {total:,} conversations alone in {days} days ({share})."
    for difference in one.worse:
        yield _worse(one, difference)
    if one.verdict == Verdict.WORKS:
        yield f"What it solves stays solved as it does {_against(one)}, and customers do not come again more often."
    if one.verdict in {Verdict.UNCLEAR, Verdict.TOO_FEW}:
        yield from (_open(difference) for difference in one.differences if difference.key == REPEAT.key)
    if one.worse and topic.against_people:
        yield "People usually get the harder conversations, so the true difference may be larger."


def _worse(one: Weighed, difference: Difference) -> str:
    unit = "score" if difference.key == MOOD.key else "share"
    ours, theirs = (side.samples[difference.key].mean for side in (one.topic.alone, one.topic.against))
    return WORSE[difference.key].format(
        ours=amounts.amount(unit, abs(ours) if difference.key == MOOD.key else ours),
        theirs=amounts.amount(unit, theirs),
        against=_against(one),
        difference=_points(difference),
    )


def _points(difference: Difference) -> str:
    low, high = sorted((abs(difference.low), abs(difference.high)))
    return f"{low * 100:.0f} to {high * 100:.0f} points"


def _open(difference: Difference) -> str:
    fewer, more = max(0.0, -difference.low) * 100, max(0.0, difference.high) * 100
    return f"Repeat contact may be {fewer:.0f} points lower or {more:.0f} points higher; more conversations will tell."


def _against(one: Weighed) -> str:
    if one.topic.against_people:
        return "with people"
    return f"on all other topics (people had fewer than {weighing.FEWEST_OF_PEOPLE} of these)"
