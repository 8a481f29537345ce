"""Steps of a message and of a turn at which a process can be killed."""

import os
import signal
import sys
from functools import partial, wraps
from typing import Any

from tests.faults.sabotage import switches
from tests.faults.sabotage.wrapping import Function, replace

WEB = {
    "message-before-the-log": ("conversations.log:append", "before"),
    "message-in-the-transaction": ("conversations.log:append", "after"),
    "message-with-its-job": ("conversations.turns:expect", "after"),
    "message-before-its-event": ("conversations.events:send_from_sync", "before"),
    "plain-message-before-the-write": ("conversations.log:draft", "after"),
    "plain-message-before-its-event": ("conversations.events:announce", "before"),
    "message-before-the-ack": ("conversations.receive:message", "after"),
    "takeover-before-the-commit": ("conversations.control:take", "after"),
    "takeover-before-the-answer": ("conversations.inbox.writes:take_over", "after"),
}
WORKER = {
    "job-leased": ("tenants.jobs:_renewed", "before"),
    "question-read": ("conversations.queries:question", "after"),
    "turn-undecided": ("conversations.turn:decide", "before"),
    "turn-decided": ("conversations.turn:decide", "after"),
    "answer-before-the-log": ("conversations.log:append", "before"),
    "answer-in-the-transaction": ("conversations.log:append", "after"),
    "handover-before-the-queue": ("conversations.control:to_queue", "before"),
    "handover-in-the-queue": ("conversations.control:to_queue", "after"),
    "answer-before-its-event": ("conversations.events:send_from_sync", "before"),
    "answer-committed": ("tenants.jobs:finish", "before"),
    "mail-before-it-leaves": ("conversations.outbound.posting:deliver", "before"),
    "mail-left-and-not-marked": ("conversations.outbound.posting:_mark", "before"),
    "job-finished": ("tenants.jobs:finish", "after"),
}
POINTS = {"web": WEB, "worker": WORKER}
PROGRAMS = {"bounded.py": "web", "uvicorn": "web", "celery": "worker"}


def install() -> None:
    """Wrap the functions of this process's failpoints."""
    for name, (target, when) in POINTS.get(_role(), {}).items():
        replace(target, partial(_deadly, name=name, when=when))


def _role() -> str:
    """Which of Baton's processes this is, by its command line; nothing for any other."""
    words = {part for argument in sys.argv[:2] for part in argument.split("/")}
    return next((role for program, role in PROGRAMS.items() if program in words), "")


def _deadly(real: Function, *, name: str, when: str) -> Function:
    @wraps(real)
    def function(*args: Any, **kwargs: Any) -> Any:
        if when == "before":
            _perhaps_die(name)
        result = real(*args, **kwargs)
        if when == "after":
            _perhaps_die(name)
        return result

    return function


def _perhaps_die(name: str) -> None:
    match switches.taken(name):
        case "process":
            os.kill(os.getpid(), signal.SIGKILL)
        case "group":
            os.killpg(os.getpgrp(), signal.SIGKILL)
