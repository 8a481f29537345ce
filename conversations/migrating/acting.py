"""What people do with migrations, each on record."""

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext

from assistant.knowledge.importing import texts
from conversations.attachments.uploads import TooLargeError
from conversations.migrating import running
from conversations.models import Migration, MigrationSource
from tenants.errors import ParameterError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

LARGEST = 10 * 1024 * 1024  # bytes


@transaction.atomic
def begin(file: UploadedFile | None, *, source: str, actor: Actor) -> Migration:
    """A file that is to be read. ParameterError, TooLargeError, RateLimitedError."""
    if file is None:
        raise ParameterError(gettext("file: send one file, as multipart/form-data."), param="file")
    if (file.size or 0) > LARGEST:
        raise TooLargeError(LARGEST)
    name = " ".join(texts.clean(file.name or "file").split())
    made = running.begin(MigrationSource(source), file.read(), name=name, by=(actor.id, actor.name))
    audit.record("migration.begun", actor=actor, about=_about(made), changes={"source": (None, source)})
    return made


@transaction.atomic
def apply(row: Migration, *, actor: Actor) -> None:
    """Begin to store it. NotNowError."""
    running.apply(row)
    audit.record("migration.applied", actor=actor, about=_about(row), changes={"items": (None, row.total)})


@transaction.atomic
def cancel(row: Migration, *, actor: Actor) -> None:
    """End it. NotNowError."""
    running.cancel(row)
    audit.record("migration.cancelled", actor=actor, about=_about(row))


@transaction.atomic
def undo(row: Migration, *, actor: Actor) -> None:
    """Begin to take it back. NotNowError."""
    running.undo(row)
    audit.record("migration.undone", actor=actor, about=_about(row), changes={"items": (None, row.total)})


def _about(row: Migration) -> About:
    return About("migration", str(row.id), row.name)
