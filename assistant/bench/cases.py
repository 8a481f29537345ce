"""The one writer of bench cases; a case that is new or changed is asked soon."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext, gettext_noop

from assistant.bench import soon
from assistant.models import BenchCase, BenchResult, Expected
from tenants.errors import ParameterError

MOST = 500
LONGEST_LINE, MOST_LINES = 4000, 30
NEEDS_ARTICLE = gettext_noop("article_id: say which article should answer.")
FULL = gettext_noop("The bench holds {most} questions. Remove some that no longer tell you anything.")


@transaction.atomic
def create(fields: Mapping[str, Any]) -> BenchCase:
    """Store a case; ParameterError where it does not say enough, or the bench is full."""
    if BenchCase.objects.count() >= MOST:
        raise ParameterError(gettext(FULL).format(most=MOST))
    made = BenchCase(**_whole(fields))
    made.save()
    soon.after_change(soon.CASES)
    return made


@transaction.atomic
def change(case: BenchCase, fields: Mapping[str, Any]) -> None:
    """Give the case new values; what came of it so far was measured against others, and goes."""
    told = {"lines", "expected", "article", "trigger"} & fields.keys()
    now = {name: getattr(case, name) for name in ("expected", "article", "trigger")} if told else {}
    for name, value in _whole({**now, **fields}).items():
        setattr(case, name, value)
    case.save()
    if told:
        BenchResult.objects.filter(case=case).delete()
        soon.after_change(soon.CASES)


def remove(case: BenchCase) -> None:
    """Forget the case and what came of it."""
    case.delete()


def forget_conversation(conversation_id: str) -> int:
    """Forget the cases that were made from this conversation; gives how many."""
    cases = BenchCase.objects.filter(from_conversation=conversation_id)
    gone = cases.count()
    cases.delete()
    return gone


def _whole(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields as they belong together: an article only where one is expected, a trigger only for a handover."""
    made = dict(fields)
    if "expected" not in made:
        return made
    if made["expected"] == Expected.ARTICLE and made.get("article") is None:
        raise ParameterError(gettext(NEEDS_ARTICLE), param="article_id")
    if made["expected"] != Expected.ARTICLE:
        made["article"] = None
    if made["expected"] != Expected.HANDOVER:
        made["trigger"] = ""
    return made
