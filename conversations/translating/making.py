"""Makes the translations that wait: asks the model outside of any transaction, and keeps what it said."""

from collections.abc import Mapping, Sequence
from itertools import islice

from django.db import transaction
from django.utils import timezone

from assistant import conduct
from assistant.encoders import language as languages
from assistant.models import AssistantSettings
from assistant.translating import checking, translating
from assistant.translating.translating import NotTranslatedError, Translated, Why
from conversations import events
from conversations.models import AuthorKind, Translation, TranslationState
from conversations.translating import asking
from tenants.jobs import Lease

KIND = asking.KIND
AT_ONCE = 20  # rows that one job looks at
TRIES = 3  # of one job; after them what waits has failed
Rows = Sequence[Translation]


def work(held: Lease) -> None:
    """Make what waits of a conversation in a language, the newest first; what does not fit is left to a next job."""
    conversation_id, into = str(held.ids["conversation_id"]), str(held.ids["language"])
    waiting = _waiting(conversation_id, into)
    if not waiting:
        return
    settings = conduct.wanted()
    if held.attempt > TRIES or not translating.offered(settings):
        _fail(waiting, Why.AWAY)
        return
    foreign = _without_those_that_are(waiting, into)
    for rows in _sides(foreign):
        if not _make(rows[: translating.fitting([row.message.text for row in rows])], settings, into=into):
            _fail(foreign, Why.AWAY)
            return
    if _waiting(conversation_id, into):
        with transaction.atomic():
            asking.expect(conversation_id, into)


def _waiting(conversation_id: str, into: str) -> list[Translation]:
    rows = Translation.objects.filter(conversation=conversation_id, language=into, state=TranslationState.WAITING)
    return list(rows.select_related("message", "conversation").order_by("-message__seq")[:AT_ONCE])


def _without_those_that_are(rows: Rows, into: str) -> list[Translation]:
    """Those that are in another language; of the others it is kept that they need no translation."""
    foreign: list[Translation] = []
    same: dict[str, Translated] = {}
    for row in rows:
        text = row.message.text
        row.source = languages.identify(text, row.conversation.language)
        if row.source == into or not checking.has_words(text):
            same[row.pk] = Translated(text, row.source)
        else:
            foreign.append(row)
    _keep([row for row in rows if row.pk in same], same)
    return foreign


def _sides(rows: Rows) -> list[Rows]:
    """The customer's words and the desk's apart: nothing that a customer writes is read along with the desk's."""
    of_customer = [row for row in rows if row.message.author_kind == AuthorKind.CUSTOMER]
    of_desk = [row for row in rows if row.message.author_kind != AuthorKind.CUSTOMER]
    return [side for side in (of_customer, of_desk) if side]


def _make(rows: Rows, settings: AssistantSettings, *, into: str) -> bool:
    """Ask for these in one request; False where the next one need not be made."""
    texts = [row.message.text for row in rows]
    try:
        made = translating.translate(texts, settings, into=into, conversation_id=str(rows[0].conversation_id))
    except NotTranslatedError as error:
        _fail(rows, error.why)
        return error.why == Why.UNUSABLE
    found = {row.pk: one for row, one in zip(rows, made, strict=True) if one is not None}
    _keep([row for row in rows if row.pk in found], found)
    _fail([row for row in rows if row.pk not in found], Why.UNUSABLE)
    return True


@transaction.atomic
def _keep(rows: Rows, made: Mapping[str, Translated]) -> None:
    for row in rows:
        one = made[row.pk]
        is_same = one.text == row.message.text.strip()
        Translation.objects.filter(pk=row.pk, state=TranslationState.WAITING).update(
            state=TranslationState.SAME if is_same else TranslationState.MADE,
            text="" if is_same else one.text,
            source=row.source if is_same else one.source or row.source,
            made_at=timezone.now(),
        )
    _tell(rows)


@transaction.atomic
def _fail(rows: Rows, why: Why) -> None:
    mine = Translation.objects.filter(pk__in=[row.pk for row in rows], state=TranslationState.WAITING)
    mine.update(state=TranslationState.FAILED, problem=why)
    _tell(rows)


def _tell(rows: Rows) -> None:
    for row in islice(rows, 1):
        data = {"language": row.language}
        events.publish(events.TranslationsChanged(str(row.conversation_id), data))
