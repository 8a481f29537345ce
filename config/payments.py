"""The sandbox that stands for Stripe beside the demo: a process of its own, and how Baton finds it."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from socket import socket
from urllib.parse import urlsplit

from config.bootstrap import ROOT, TroubleError, fingerprint
from config.children import Child, Log, Program, stop_all

PORT = 12111  # unless somebody has it; the sandbox moves then, with all that it kept
KEY = "sk_test_sandbox"  # the sandbox takes any key for tests
DOOR = "/stripe/events/"
FOLDER, PRICES = "stripe", "prices"

Listen = Callable[[str, int], socket]


def wanted(env: Mapping[str, str]) -> bool:
    """Whether the demo brings its own: nobody gave a key of Stripe, and it does not run as production."""
    return not env.get("STRIPE_API_KEY") and not env["DJANGO_SETTINGS_MODULE"].endswith(".prod")


def opened(listen: Listen, host: str) -> socket:
    """Its port, or any free one."""
    try:
        return listen(host, PORT)
    except TroubleError:
        return listen(host, 0)


def environment(listener: socket, origin: str, *, secret: str) -> dict[str, str]:
    """What lets Baton, at `origin`, bill at the sandbox, believe its events and lead people to it."""
    port = listener.getsockname()[1]
    return {
        "STRIPE_API_KEY": KEY,
        "STRIPE_API_BASE": f"http://127.0.0.1:{port}",
        "STRIPE_WEBHOOK_SECRET": f"whsec_{secret}",
        "BATON_SANDBOX": f"http://{urlsplit(origin).hostname}:{port}",
    }


def secret(data_folder: Path) -> Path:
    """Where the secret lies with which the sandbox signs its events."""
    return data_folder / "run" / "stripe-webhook-secret"


def program(listener: socket, env: Mapping[str, str], data_folder: Path) -> Program:
    """The sandbox's process, which tells Baton of all that happens; its secret is in its environment."""
    file = listener.fileno()
    command = (
        *(sys.executable, "-m", "billing.sandbox", "--fd", str(file)),
        *("--data", str(data_folder / FOLDER / "sandbox.sqlite3"), "--origin", env["BATON_SANDBOX"]),
        *("--tell", f"{env['BATON_ORIGIN']}{DOOR}"),
    )
    return Program("stripe", command, files=(file,))


@contextmanager
def running(listener: socket, env: Mapping[str, str], data_folder: Path, log: Log) -> Iterator[list[Child]]:
    """The sandbox's process, running until the block ends or somebody else ends it."""
    (data_folder / FOLDER).mkdir(parents=True, exist_ok=True)
    children = [Child(program(listener, env, data_folder), env, log)]
    try:
        children[0].start()
        yield children
    finally:
        stop_all(children)


def has_prices(data_folder: Path) -> bool:
    """Whether the sandbox has the plans' prices as they are now."""
    mark = data_folder / FOLDER / PRICES
    return mark.exists() and mark.read_text() == _state()


def got_prices(data_folder: Path) -> None:
    """Remember that it has."""
    (data_folder / FOLDER / PRICES).write_text(_state())


def _state() -> str:
    return fingerprint(ROOT / "billing" / "plans.py", ROOT / "billing" / "catalogue.py")
