"""Scopes that the public document tells more of than their name."""

from typing import ClassVar


class HeaderScope(str):
    """A scope that opens something only with a header beside the token; `about` says what stands in it."""

    __slots__ = ()
    header: ClassVar[str]
    about: ClassVar[str]


class ProgramScope(str):
    """A scope for what only a program does: no session opens it."""

    __slots__ = ()
