"""All of Baton: backed up, and put back into an empty database, where nothing that was erased is left."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from conversations.backups import recording
from conversations.erasing import replaying
from tenants import erased, health, hosts, owner
from tenants.backups import drill, folder, origin, whole
from tenants.backups.drill import Drill
from tenants.backups.errors import BackupError, WrongKeyError
from tenants.backups.folder import Backup
from tenants.backups.programs import Say
from tenants.backups.whole import Counted
from tenants.erased import Erased
from tenants.migrating import run

BACKED_UP, DRILLED = "backup", "drill"  # their signs of life
OTHER_KEY = (
    "The backup was made under another SECRET_KEY: what is sealed in it cannot be read. Give that key as SECRET_KEY, "
    "or as one of SECRET_KEY_FALLBACKS. Where it is lost, --lost-key goes on without: second factors, the keys of "
    "models and the secrets of webhooks and connectors must then be made anew."
)


@dataclass(frozen=True)
class PutBack:
    """What came back, what went again at once, and the seconds it took."""

    counted: Counted
    gone: Mapping[str, int]
    seconds: float


def back_up(destination: Path, *, say: Say) -> Backup:
    """Write a backup of all below `destination`, and put it on record. BackupError."""
    made = whole.back_up(destination, media=Path(settings.MEDIA_ROOT), secret=settings.BACKUP_KEY, say=say)
    health.beat(BACKED_UP)
    recording.of_all("platform.backed_up", {"backup": (None, made.folder.name)})
    return made


def put_back(place: Path, *, also: Sequence[Erased], lost_key: bool, say: Say) -> PutBack:
    """Put a backup of all back into the empty database of this Baton. BackupError, before anything is written.

    `also` is what was erased besides what the backup and this machine know of. It is migrated to the code's version;
    nobody but the caller may use the database until the end.
    """
    began, media = time.monotonic(), Path(settings.MEDIA_ROOT)
    backup = folder.read(place, secret=settings.BACKUP_KEY)
    with owner.unhurried() as line:
        whole.check_place(backup, line, media)
        if not lost_key and not origin.knows_key(backup.manifest.key_mark):
            raise WrongKeyError(OTHER_KEY)
        whole.load_database(backup, line, say=say)
        whole.load_uploads(backup, media, say=say)
        line.execute("ANALYZE")
    owner.prepare()
    done = run.migrate(say)
    if done.problems:
        raise BackupError(f"All is back, but {len(done.problems)} schemas are not migrated: run migrate_tenants again.")
    erased.add([*whole.erased_of(backup), *also])
    gone = replaying.of_all(erased.listed(), since=backup.manifest.when)
    changes = {"backup": (None, place.name), "erased_again": (None, dict(gone))}
    recording.of_all("platform.restored", changes)
    hosts.forget()
    return PutBack(whole.counted(backup), gone, time.monotonic() - began)


def practise(*, below: Path | None, say: Say) -> Drill:
    """Back up, put back beside, compare, throw away; put it on record. BackupError."""
    done = drill.run(Path(settings.MEDIA_ROOT), secret=settings.BACKUP_KEY, below=below, say=say)
    health.beat(DRILLED)
    recording.of_all("platform.drilled", {"seconds": (None, round(done.backing_up + done.putting_back, 1))})
    return done


def since(days: int) -> str:
    """The list of what was erased within so many days, as text."""
    oldest = timezone.now() - timedelta(days=days)
    return erased.as_text(one for one in erased.listed() if one.when >= oldest)
