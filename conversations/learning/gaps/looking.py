"""Looks for gaps, as a job: new questions join the gap of their subject or begin one; replies become drafts."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from django.db import transaction
from django.db.models import Count, Sum
from django.utils import timezone

from assistant.gaps import drafting, subjects
from assistant.gaps.subjects import Asked
from conversations.learning.gaps import due, finding, replies
from conversations.learning.gaps.finding import Found
from conversations.models import Conversation, Gap, GapQuestion, GapState, Proposal, ProposalCause
from tenants import current
from tenants.jobs import Lease

MEMBERS = 20  # of a gap that a new question is compared with, the newest
A_REPLY_MAY_COME = timedelta(days=2)
SOON_AGAIN, AGAIN = timedelta(hours=1), timedelta(days=1)
ALONE = "SELECT pg_advisory_xact_lock(hashtext(%s))"


def work(_held: Lease) -> None:
    """Look, draft, and let the next look come."""
    look()
    waits = GapQuestion.objects.filter(reply_seq=None, asked_at__gte=timezone.now() - A_REPLY_MAY_COME)
    if waits.exists():
        due.later(SOON_AGAIN)
    elif Conversation.objects.exists():
        due.later(AGAIN)


def look() -> None:
    """Bring the gaps up to date. Everything slow happens before anything is written."""
    found = finding.failed(since=finding.window())
    known = {(str(key), seq) for key, seq in GapQuestion.objects.values_list("conversation", "asked_seq")}
    new = [one for one in found if (one.conversation_id, one.asked_seq) not in known]
    gaps, members = _gaps()
    places = subjects.nearest([one.asked for one in new], [members[str(gap.id)] for gap in gaps])
    joining = [(gaps[place], one) for one, place in zip(new, places, strict=True) if place is not None]
    rest = [one for one, place in zip(new, places, strict=True) if place is None]
    begun = [[rest[number] for number in group] for group in subjects.grouped([one.asked for one in rest])]
    titles = [_title([one.asked for one in group]) for group in begun]
    _write(found, joining, list(zip(titles, begun, strict=True)))
    _draft_what_was_replied()


def draft(gap: Gap) -> Proposal:
    """A draft of an article for the gap, from what agents replied; its body may be empty."""
    asked = _asked_of(gap)
    made = drafting.draft(asked, replies.of(gap), title=gap.title)
    return Proposal(
        cause=ProposalCause.GAP,
        gap=gap,
        title=made.title,
        body=made.body,
        questions=list(made.questions),
        language=asked[0].language if asked else "en",
    )


def title_of(question: GapQuestion) -> str:
    """The question as the name of a gap."""
    return drafting.headline(_asked(question))


def count(gaps: Iterable[str]) -> None:
    """Count the questions of these gaps and what they hurt anew."""
    for gap in Gap.objects.filter(pk__in=list(gaps)):
        told = gap.questions.aggregate(count=Count("pk"), harm=Sum("harm"))
        gap.questions_count, gap.harm = told["count"], round(told["harm"] or 0.0, 2)
        gap.updated_at = timezone.now()
        gap.save(update_fields=["questions_count", "harm", "updated_at"])


def _asked_of(gap: Gap) -> list[Asked]:
    rows = gap.questions.select_related("conversation__customer")[:MEMBERS]
    return [_asked(row) for row in rows]


def _asked(row: GapQuestion) -> Asked:
    return Asked(row.text, row.conversation.language, finding.names_of(row.conversation.customer))


def _gaps() -> tuple[Sequence[Gap], Mapping[str, list[Asked]]]:
    """All gaps that have questions, and for each the newest of these."""
    members: dict[str, list[Asked]] = {}
    for row in GapQuestion.objects.select_related("conversation__customer").order_by("-asked_at"):
        group = members.setdefault(str(row.gap_id), [])
        if len(group) < MEMBERS:
            group.append(_asked(row))
    return list(Gap.objects.filter(pk__in=list(members))), members


def _title(asked: Sequence[Asked]) -> str:
    return drafting.headline(asked[subjects.middle(asked)]) if asked else ""


@transaction.atomic
def _write(
    found: Sequence[Found], joining: Sequence[tuple[Gap, Found]], begun: Sequence[tuple[str, Sequence[Found]]]
) -> None:
    """Store the new questions, and what became of the others meanwhile; two looks at once write one after the other."""
    with current.connection.cursor() as cursor:
        cursor.execute(ALONE, [f"gaps {current.schema_name()}"])
    stored = {(str(row.conversation_id), row.asked_seq): row for row in GapQuestion.objects.all()}
    touched = {str(row.gap_id) for row in _bring_up_to_date(found, stored)}
    pairs = [pair for pair in joining if (pair[1].conversation_id, pair[1].asked_seq) not in stored]
    for title, group in begun:
        fresh = [one for one in group if (one.conversation_id, one.asked_seq) not in stored]
        if fresh:
            gap = Gap.objects.create(title=title)
            pairs += [(gap, one) for one in fresh]
    GapQuestion.objects.bulk_create(_row(gap, one) for gap, one in pairs)
    count(touched | {str(gap.id) for gap, _ in pairs})


def _bring_up_to_date(found: Sequence[Found], stored: Mapping[tuple[str, int], GapQuestion]) -> list[GapQuestion]:
    """The stored questions of which something else became meanwhile, such as that an agent replied."""
    moved = []
    for one in found:
        row = stored.get((one.conversation_id, one.asked_seq))
        if row is not None and (row.outcome, row.reply_seq) != (one.outcome, one.reply_seq):
            row.outcome, row.reply_seq, row.harm = one.outcome, one.reply_seq, one.harm
            moved.append(row)
    GapQuestion.objects.bulk_update(moved, ["outcome", "reply_seq", "harm"])
    return moved


def _row(gap: Gap, one: Found) -> GapQuestion:
    return GapQuestion(
        gap=gap,
        conversation_id=one.conversation_id,
        asked_seq=one.asked_seq,
        text=one.asked.text,
        outcome=one.outcome,
        harm=one.harm,
        reply_seq=one.reply_seq,
        asked_at=one.asked_at,
    )


def _draft_what_was_replied() -> None:
    """A draft for each open gap that has a reply and none yet."""
    replied = GapQuestion.objects.filter(reply_seq__isnull=False).values("gap")
    for gap in Gap.objects.filter(pk__in=replied, state=GapState.OPEN, proposals=None):
        made = draft(gap)
        if made.body:
            made.save()
