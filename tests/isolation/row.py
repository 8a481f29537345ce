"""What a row of the table says: who may call which method of which address, and what tries it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Who(StrEnum):
    """The least that opens an address."""

    ANYONE = "anyone"
    VISITOR = "visitor"
    VERIFIED = "verified customer"
    VIEWER = "viewer"
    AGENT = "agent"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"
    OWNER = "owner"
    OPERATOR = "operator"
    MAIL_SERVER = "mail server"
    TOKEN = "token"


@dataclass(frozen=True)
class Row:
    """A method of an address. `answers` are the statuses of those who may, any success or redirect when empty.

    `body` goes as JSON, `form` as a form. `personal` names the things that must be the caller's own.
    """

    method: str
    address: str
    who: Who
    scope: str = ""
    body: Any = None
    form: dict[str, str] | None = None
    answers: tuple[int, ...] = ()
    personal: tuple[str, ...] = ()
    csrf: bool = True
