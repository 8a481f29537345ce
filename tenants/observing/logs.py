"""The log of every process: one line for each event, as JSON in production and to be read in development."""

import json
import logging
import sys
import threading
from collections.abc import Mapping, MutableMapping
from types import TracebackType
from typing import Any

import structlog

from tenants.observing import plain

ACCESS = ("method", "route", "status", "ms")
ORDER = ("at", "level", "logger", "message", *ACCESS, "request", "tenant", "conversation", "kind", "job", "errors")
READ_FIRST = ("at", "level", "logger", "message", "errors")
Line = dict[str, Any]

logger = logging.getLogger(__name__)


class OnlyFailures(logging.Filter):
    """Lets through what carries an error: what else Django says of a request stands in its line of access."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is written."""
        return bool(record.exc_info)


def settings(*, level: str, as_json: bool) -> Line:
    """Django's LOGGING: Baton's own lines from `level`, those of libraries from WARNING."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": "tenants.observing.logs.formatter", "as_json": as_json}},
        "filters": {"failures": {"()": "tenants.observing.logs.OnlyFailures"}},
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "formatter": "line"},
            "counted": {"class": "tenants.observing.counting.Counting", "level": "WARNING"},
        },
        "root": {"handlers": ["stderr", "counted"], "level": "WARNING"},
        "loggers": {
            **{name: {"level": level} for name in plain.OURS},
            "django.request": {"filters": ["failures"]},
        },
    }


def formatter(*, as_json: bool) -> logging.Formatter:
    """Turns records of the standard library, which all of Baton and its libraries write, into lines."""
    written: Any = structlog.processors.JSONRenderer(serializer=_dumped) if as_json else _to_read
    return structlog.stdlib.ProcessorFormatter(
        use_get_message=False,  # of a library's words only the constant ones are taken
        pass_foreign_args=True,
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
            structlog.stdlib.ExtraAdder(allow=ACCESS),
            _told,
            written,
        ],
    )


def catch_uncaught() -> None:
    """Let what nobody caught in this process end in the log as every other error does, without its words."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        logger.critical("The process ends by an error.", exc_info=(kind, error, trace))

    def thread_hook(told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None and not issubclass(told.exc_type, SystemExit):
            caught = (told.exc_type, told.exc_value, told.exc_traceback)
            logger.critical("A thread ended by an error.", exc_info=caught)

    sys.excepthook, threading.excepthook = hook, thread_hook


def _told(_logger: object, _method: str, line: MutableMapping[str, Any]) -> Line:
    """The line's fields in one order: words that may be said, and errors as their kinds and places."""
    info = line.get("exc_info")
    told = {**line, "message": plain.message(line["logger"], line["event"], line["positional_args"])}
    if isinstance(info, tuple) and info[1] is not None:
        told["errors"] = [
            {"kind": one.kind, **({"detail": one.detail} if one.detail else {}), "at": list(one.frames)}
            for one in plain.troubles(info)
        ]
    return {name: told[name] for name in ORDER if name in told}


def _dumped(line: Mapping[str, Any], **_options: Any) -> str:
    return json.dumps(line, ensure_ascii=False, separators=(",", ":"), default=lambda _unknown: plain.HIDDEN)


def _to_read(_logger: object, _method: str, line: Line) -> str:
    about = "  ".join(f"{name}={value}" for name, value in line.items() if name not in READ_FIRST)
    first = f"{line['level'].upper():<8} {line['logger']}: {line['message']}{'  ' if about else ''}{about}"
    return "\n".join([first, *(place for error in line.get("errors", ()) for place in _error_to_read(error))])


def _error_to_read(error: Line) -> list[str]:
    return [f"    {error['kind']} {error.get('detail', '')}".rstrip(), *(f"        {place}" for place in error["at"])]
