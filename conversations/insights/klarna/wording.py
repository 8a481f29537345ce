"""The check in plain words, with the numbers that stand behind each of them; pure."""

from collections.abc import Iterator

from django.utils.translation import gettext, gettext_noop

from conversations.insights import amounts
from conversations.insights.klarna import weighing
from conversations.insights.klarna.weighing import CSAT, MOOD, QUALITY, REPEAT, Difference, Verdict, Weighed
from tenants import figures

HEADLINES = {
    Verdict.COSTS: gettext_noop("Costs trust"),
    Verdict.WATCH: gettext_noop("Worse where the assistant has it"),
    Verdict.WORKS: gettext_noop("Works"),
    Verdict.UNCLEAR: gettext_noop("No clear difference"),
    Verdict.PEOPLE: gettext_noop("People have it"),
}
WORSE = {
    REPEAT.key: gettext_noop("Customers come again more often: {ours} of them, {theirs} {against}, {difference} more."),
    CSAT.key: gettext_noop("Customers are less satisfied: {ours} rate 4 or 5, {theirs} {against}, {difference} fewer."),
    MOOD.key: gettext_noop(
        "Their mood sinks by {ours} while they are with the assistant; it changes by {theirs} {against}."
    ),
    QUALITY.key: gettext_noop(
        "Less stays solved: {ours} of the conversations, {theirs} {against}, {difference} fewer."
    ),
}


def headline(one: Weighed) -> str:
    """The verdict in a few words."""
    if one.verdict != Verdict.TOO_FEW:
        return gettext(HEADLINES[one.verdict])
    if one.needed is None:
        return gettext("Not enough to say: too little to hold it against")
    return gettext("Not enough to say: {count} of about {needed} needed").format(
        count=one.topic.alone.count, needed=one.needed
    )


def sentences(one: Weighed, days: int) -> list[str]:
    """Why it is so, and how sure that is."""
    return list(_sentences(one, days))


def could(as_it_was: int, of: int) -> str:
    """What speaks for giving a topic to the assistant that only drafts there."""
    return gettext(
        "Of {of} drafts of the assistant that people decided about, they sent {sent} ({share}) as they were. "
        "It could have the easy ones."
    ).format(of=of, sent=as_it_was, share=amounts.share(as_it_was / of))


def _sentences(one: Weighed, days: int) -> Iterator[str]:
    topic = one.topic
    total = topic.alone.count + topic.people.count
    yield gettext("The assistant had {alone} of {total} conversations alone in {days} days ({share}).").format(
        alone=figures.whole(topic.alone.count),
        total=figures.whole(total),
        days=days,
        share=amounts.amount("share", topic.share),
    )
    for difference in one.worse:
        yield _worse(one, difference)
    if one.verdict == Verdict.WORKS:
        yield gettext(
            "What it solves stays solved as it does {against}, and customers do not come again more often."
        ).format(against=_against(one))
    if one.verdict in {Verdict.UNCLEAR, Verdict.TOO_FEW}:
        yield from (_open(difference) for difference in one.differences if difference.key == REPEAT.key)
    if one.worse and topic.against_people:
        yield gettext("People usually get the harder conversations, so the true difference may be larger.")


def _worse(one: Weighed, difference: Difference) -> str:
    unit = "score" if difference.key == MOOD.key else "share"
    ours, theirs = (side.samples[difference.key].mean for side in (one.topic.alone, one.topic.against))
    return gettext(WORSE[difference.key]).format(
        ours=amounts.amount(unit, abs(ours) if difference.key == MOOD.key else ours),
        theirs=amounts.amount(unit, theirs),
        against=_against(one),
        difference=_points(difference),
    )


def _points(difference: Difference) -> str:
    low, high = sorted((abs(difference.low), abs(difference.high)))
    return gettext("{low} to {high} points").format(low=f"{low * 100:.0f}", high=f"{high * 100:.0f}")


def _open(difference: Difference) -> str:
    fewer, more = max(0.0, -difference.low) * 100, max(0.0, difference.high) * 100
    return gettext(
        "Repeat contact may be {fewer} points lower or {more} points higher; more conversations will tell."
    ).format(fewer=f"{fewer:.0f}", more=f"{more:.0f}")


def _against(one: Weighed) -> str:
    if one.topic.against_people:
        return gettext("with people")
    return gettext("on all other topics (people had fewer than {count} of these)").format(
        count=weighing.FEWEST_OF_PEOPLE
    )
