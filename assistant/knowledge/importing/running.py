"""Imports of knowledge as jobs: each run takes one step and writes down how far it came, in one transaction.

An import reads its source into entries, waits until a person has looked through them, and then stores what they chose.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from assistant.knowledge import store
from assistant.knowledge.history import By
from assistant.knowledge.importing import applying, crawling, drafts, reading, reviewing
from assistant.knowledge.importing.drafts import Problem
from assistant.knowledge.importing.reviewing import NotUnderReviewError
from assistant.knowledge.passages import ArticleText
from assistant.models import EntryAction, ImportEntry, ImportSource, ImportState, KnowledgeImport
from tenants import current, jobs
from tenants.errors import BatonError, RateLimitedError
from tenants.jobs import Lease

KIND = "knowledge_import"
IN_ONE_STEP = 10  # articles
TRIES = 3
MOST_UNDER_WAY = 3  # imports of one tenant
AT_ONCE, BETWEEN_PAGES, WHILE_ANOTHER_WAITS = timedelta(), timedelta(seconds=0.3), timedelta(seconds=1)
CRAWLING = 0x4241544F_43524157  # the key of the lock that lets one worker at most wait for a web site
READING = (ImportState.WAITING, ImportState.RUNNING)
UNDER_WAY = (*READING, ImportState.APPLYING)
TOO_MANY = gettext_noop("Other imports are still under way. Start this one when they are done.")
NOTHING = "Nothing was found in it."
GAVE_UP = "The import broke off here. What it brought in so far stays; start it anew for the rest."


def ask(
    source: ImportSource, *, name: str, content: Sequence[Mapping[str, Any]], by: By, at_once: bool = False
) -> KnowledgeImport:
    """Write an import down, and the job that does it; RateLimitedError while too many are under way.

    With `at_once` it is stored without a review.
    """
    with transaction.atomic():
        if KnowledgeImport.objects.filter(state__in=UNDER_WAY).count() >= MOST_UNDER_WAY:
            raise RateLimitedError(gettext(TOO_MANY), retry_after=60)
        made = KnowledgeImport.objects.create(
            source=source,
            name=name[:300],
            content=list(content),
            at_once=at_once,
            requested_by=by.id,
            requested_name=by.name[:120],
        )
        _again(made, after=AT_ONCE)
    return made


def apply(row: KnowledgeImport) -> None:
    """Begin to store what was chosen. Raises NotUnderReviewError."""
    with _locked(str(row.id)) as locked:
        if locked.state != ImportState.REVIEW:
            raise NotUnderReviewError
        _begin_to_apply(locked)
    row.refresh_from_db()


def dismiss(row: KnowledgeImport) -> None:
    """End the import without storing anything. Raises NotUnderReviewError when it stores already, or is done."""
    with _locked(str(row.id)) as locked:
        if locked.state not in (*READING, ImportState.REVIEW):
            raise NotUnderReviewError
        locked.entries.all().delete()
        locked.state, locked.content, locked.finished_at = ImportState.DISMISSED, [], timezone.now()
    row.refresh_from_db()


def work(held: Lease) -> None:
    """Take the next step of the import that the job names, and write the job for the one after it."""
    step(str(held.ids["import_id"]), attempt=held.attempt)


def step(import_id: str, *, attempt: int = 1) -> None:
    """Take the next step of the import; nothing when it is done. The import ends when a step failed TRIES times."""
    wanted = KnowledgeImport.objects.filter(pk=import_id, state__in=UNDER_WAY).first()
    if wanted is None:
        return
    if attempt > TRIES:
        _give_up(import_id)
    elif wanted.state == ImportState.APPLYING:
        _store_some(wanted)
    elif wanted.source == ImportSource.WEB:
        _read_a_page(wanted)
    elif wanted.state == ImportState.WAITING:
        _unpack(wanted)
    else:
        _enter_some(wanted)


def _unpack(wanted: KnowledgeImport) -> None:
    """Part the sources into drafts; a packed file is opened first, outside of any transaction, one to a step."""
    read = reading.with_next_opened(wanted)
    with _locked(str(wanted.id)) as row:
        if row.state != ImportState.WAITING or row.content != wanted.content:
            return  # another worker has done it meanwhile
        if read is not None:
            row.content = read
            return
        gathered = drafts.sift(reading.parted(row), spoken=_spoken())
        row.content = [drafts.to_json(draft) for draft in gathered.drafts]
        row.total = len(gathered.drafts)
        _note(row, gathered.problems)
        if not gathered.drafts and not gathered.problems:
            row.problems = [Problem(row.name, NOTHING).as_json()]


def _enter_some(wanted: KnowledgeImport) -> None:
    """Write down what the next drafts would do."""
    some = [drafts.from_json(kept) for kept in wanted.content[:IN_ONE_STEP]]
    near = reviewing.resemblances(some)
    with _locked(str(wanted.id)) as row:
        if row.content != wanted.content:
            return
        reviewing.enter(row, some, near)
        row.content = row.content[IN_ONE_STEP:]
        row.done += len(some)


def _read_a_page(wanted: KnowledgeImport) -> None:
    """Read one page, outside of any transaction, and write down what it would do."""
    frontier = reading.frontier(wanted.content[0])
    with _only_one_waits() as may:
        if not may:
            _again(wanted, after=WHILE_ANOTHER_WAITS)
            return
        made = crawling.step(frontier)
    gathered = drafts.sift(made.found, spoken=_spoken())
    near = reviewing.resemblances(gathered.drafts)
    with _locked(str(wanted.id)) as row:
        if row.content != wanted.content:
            return  # another worker has read this page meanwhile
        row.content = [] if made.frontier.is_done else [made.frontier.to_json()]
        row.total, row.done = made.frontier.total, made.frontier.read
        reviewing.enter(row, gathered.drafts, near)
        _note(row, gathered.problems)


def _store_some(wanted: KnowledgeImport) -> None:
    """Carry out the next entries, and encode what they brought, so that nobody who asks waits for it."""
    with _locked(str(wanted.id)) as row:
        some = applying.waiting(row, IN_ONE_STEP) if row.state == ImportState.APPLYING else []
        for entry in some:
            _carry_out(row, entry)
        row.done += len(some)
        if not some:
            _finish(row)
    told = [applying.draft_of(entry) for entry in some if entry.applied_at and entry.action != EntryAction.REMOVE]
    store.encode_ahead(ArticleText("", one.title, one.body, one.questions or ()) for one in told)


def _carry_out(row: KnowledgeImport, entry: ImportEntry) -> None:
    try:
        with transaction.atomic():
            became = applying.apply(entry, by=By(row.requested_name, row.requested_by))
    except BatonError as error:
        entry.problem = error.message[:300]
        _note(row, [Problem(entry.where or entry.title, error.message)])
    else:
        entry.applied_at = timezone.now()
        if became:
            setattr(row, became.value, getattr(row, became.value) + 1)
        else:
            row.removed += 1
    entry.save(update_fields=["applied_at", "problem", "article"])


def _note(row: KnowledgeImport, problems: Sequence[Problem]) -> None:
    told = [problem.as_json() for problem in problems]
    row.problems = [*row.problems, *told][: drafts.MOST_PROBLEMS]
    if row.state == ImportState.WAITING:
        row.state = ImportState.RUNNING


@contextmanager
def _locked(import_id: str) -> Iterator[KnowledgeImport]:
    """The import's row under its lock; saved at the end, with the job for the next step when there is one."""
    with transaction.atomic():
        row = KnowledgeImport.objects.select_for_update().get(pk=import_id)
        yield row
        if row.state == ImportState.RUNNING and not row.content:
            _all_read(row)
        row.save()
        if row.state in UNDER_WAY:
            _again(row, after=BETWEEN_PAGES if row.source == ImportSource.WEB else AT_ONCE)


def _all_read(row: KnowledgeImport) -> None:
    """The source is read: somebody looks it through, unless it is to be stored at once or holds nothing new."""
    reviewing.enter_removals(row)
    if not row.entries.exclude(action=EntryAction.SAME).exists():
        _finish(row)
    elif row.at_once:
        _begin_to_apply(row)
    else:
        row.state = ImportState.REVIEW


def _begin_to_apply(row: KnowledgeImport) -> None:
    row.state, row.done = ImportState.APPLYING, 0
    row.total = row.entries.filter(chosen=True).exclude(action=EntryAction.SAME).count()


def _finish(row: KnowledgeImport) -> None:
    brought = row.created + row.updated + row.unchanged + row.removed
    row.state = ImportState.DONE if brought or not row.problems else ImportState.FAILED
    row.finished_at = timezone.now()
    row.entries.update(body="", questions=None)  # the articles and their versions hold it now


def _give_up(import_id: str) -> None:
    with transaction.atomic():
        row = KnowledgeImport.objects.select_for_update().get(pk=import_id)
        row.problems = [*row.problems, Problem(row.name, GAVE_UP).as_json()]
        row.state, row.content, row.finished_at = ImportState.FAILED, [], timezone.now()
        row.save()


def _again(row: KnowledgeImport, *, after: timedelta) -> None:
    jobs.write(KIND, {"import_id": str(row.id)}, key=str(row.id), run_at=timezone.now() + after)


@contextmanager
def _only_one_waits() -> Iterator[bool]:
    """Whether this worker may wait for a web site; others have customers to answer meanwhile."""
    with current.connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [CRAWLING])
        may = bool(cursor.fetchone()[0])
        try:
            yield may
        finally:
            if may:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [CRAWLING])


def _spoken() -> str:
    """The company's first language."""
    languages = current.tenant().languages
    return str(languages[0]) if languages else "en"
