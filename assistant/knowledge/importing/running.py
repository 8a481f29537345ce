"""Imports of knowledge as jobs: each run takes one step and writes down how far it came, in one transaction."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from assistant.knowledge import articles, store
from assistant.knowledge.articles import Draft
from assistant.knowledge.importing import crawling, drafts, markdown, tables
from assistant.knowledge.importing.drafts import Gathered, Problem
from assistant.knowledge.passages import ArticleText
from assistant.models import ImportSource, ImportState, KnowledgeImport
from tenants import current, jobs
from tenants.errors import BatonError, RateLimitedError
from tenants.jobs import Lease

KIND = "knowledge_import"
IN_ONE_STEP = 10  # articles
TRIES = 3
MOST_UNDER_WAY = 3  # imports of one tenant
MOST_PROBLEMS = 200
AT_ONCE, BETWEEN_PAGES, WHILE_ANOTHER_WAITS = timedelta(), timedelta(seconds=0.3), timedelta(seconds=1)
CRAWLING = 0x4241544F_43524157  # the key of the lock that lets one worker at most wait for a web site
UNDER_WAY = (ImportState.WAITING, ImportState.RUNNING)
TOO_MANY = "Other imports are still under way. Start this one when they are done."
NOTHING = "Nothing was found in it."
GAVE_UP = "The import broke off here. What it brought in so far stays; start it anew for the rest."


def ask(source: ImportSource, *, name: str, content: Sequence[Mapping[str, Any]], requested_by: str) -> KnowledgeImport:
    """Write an import down, and the job that does it; RateLimitedError while too many are under way."""
    with transaction.atomic():
        if KnowledgeImport.objects.filter(state__in=UNDER_WAY).count() >= MOST_UNDER_WAY:
            raise RateLimitedError(TOO_MANY, retry_after=60)
        made = KnowledgeImport.objects.create(
            source=source, name=name[:300], content=list(content), requested_by=requested_by
        )
        _again(made, after=AT_ONCE)
    return made


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
    elif wanted.source == ImportSource.WEB:
        _encode(_read_a_page(wanted))
    elif wanted.state == ImportState.WAITING:
        with _locked(import_id) as row:
            _unpack(row)
    else:
        with _locked(import_id) as row:
            stored = _store_some(row)
        _encode(stored)


def _encode(stored: Sequence[Draft]) -> None:
    """Encode the new texts here, so that nobody who asks waits for it."""
    store.encode_ahead(ArticleText("", one.title, one.body, one.questions or ()) for one in stored)


def _unpack(row: KnowledgeImport) -> None:
    """Part the sources into drafts."""
    if row.state != ImportState.WAITING:
        return  # another worker has done it meanwhile
    gathered = drafts.sift(_parted(row), spoken=_spoken())
    row.content = [drafts.to_json(draft) for draft in gathered.drafts]
    row.total = len(gathered.drafts)
    _note(row, gathered)
    if not gathered.drafts and not gathered.problems:
        row.problems = [Problem(row.name, NOTHING).as_json()]


def _parted(row: KnowledgeImport) -> Iterator[Draft | Problem]:
    for part in row.content:
        name, text = str(part["name"]), str(part["text"])
        match ImportSource(row.source):
            case ImportSource.CSV:
                yield from tables.of_file(text, name=name)
            case ImportSource.MARKDOWN:
                yield from markdown.of_file(text, name=name)
            case _:
                yield from markdown.of_paste(text, title=name)


def _store_some(row: KnowledgeImport) -> Sequence[Draft]:
    some, row.content = [drafts.from_json(kept) for kept in row.content[:IN_ONE_STEP]], row.content[IN_ONE_STEP:]
    _merge(row, some)
    row.done += len(some)
    return some


def _read_a_page(wanted: KnowledgeImport) -> Sequence[Draft]:
    """Read one page, outside of any transaction, and store what it says."""
    before = wanted.content
    kept = before[0]
    frontier = (
        crawling.from_json(kept) if "waiting" in kept else crawling.begin(str(kept["url"]), most=int(kept["pages"]))
    )
    with _only_one_waits() as may:
        if not may:
            _again(wanted, after=WHILE_ANOTHER_WAITS)
            return ()
        made = crawling.step(frontier)
    gathered = drafts.sift(made.found, spoken=_spoken())
    with _locked(str(wanted.id)) as row:
        if row.content != before:
            return ()  # another worker has read this page meanwhile
        row.content = [] if made.frontier.is_done else [made.frontier.to_json()]
        row.total, row.done = made.frontier.total, made.frontier.read
        _merge(row, gathered.drafts)
        _note(row, gathered)
    return gathered.drafts


def _merge(row: KnowledgeImport, some: Iterable[Draft]) -> None:
    for draft in some:
        try:
            became = articles.merge(draft)
        except BatonError as error:
            row.problems = [*row.problems, Problem(draft.where, error.message).as_json()]
            continue
        setattr(row, became.value, getattr(row, became.value) + 1)


def _note(row: KnowledgeImport, gathered: Gathered) -> None:
    told = [problem.as_json() for problem in gathered.problems]
    row.problems = [*row.problems, *told][:MOST_PROBLEMS]
    row.state = ImportState.RUNNING


@contextmanager
def _locked(import_id: str) -> Iterator[KnowledgeImport]:
    """The import's row under its lock; saved at the end, with the job for the next step when there is one."""
    with transaction.atomic():
        row = KnowledgeImport.objects.select_for_update().get(pk=import_id)
        yield row
        if row.state == ImportState.RUNNING and not row.content:
            _finish(row)
        row.save()
        if row.state in UNDER_WAY:
            _again(row, after=BETWEEN_PAGES if row.source == ImportSource.WEB else AT_ONCE)


def _finish(row: KnowledgeImport) -> None:
    brought = row.created + row.updated + row.unchanged
    row.state = ImportState.DONE if brought or not row.problems else ImportState.FAILED
    row.finished_at = timezone.now()


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
