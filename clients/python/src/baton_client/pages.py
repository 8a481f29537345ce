"""Pages of lists, which go on by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True)
class Page(Generic[Row]):
    """One page; iterating over it goes on with the pages behind it.

    `page.data` are the rows of this page alone; `page["data"]` too, as in the answers that are no pages.
    """

    data: list[Row]
    has_more: bool
    next_cursor: str | None
    _ask: Callable[[str | None], Mapping[str, Any]]

    @classmethod
    def of(cls, answer: Mapping[str, Any], ask: Callable[[str | None], Mapping[str, Any]]) -> Page[Row]:
        """The page that the API answered with; `ask` gets the one at a cursor."""
        return cls(list(answer["data"]), bool(answer["has_more"]), answer["next_cursor"], ask)

    def __getitem__(self, name: Literal["data", "has_more", "next_cursor"]) -> Any:
        """What the answer has under this name."""
        return {"data": self.data, "has_more": self.has_more, "next_cursor": self.next_cursor}[name]

    def next(self) -> Page[Row] | None:
        """The page behind this one; None on the last."""
        return Page.of(self._ask(self.next_cursor), self._ask) if self.has_more and self.next_cursor else None

    def __iter__(self) -> Iterator[Row]:
        """All rows from here on."""
        page: Page[Row] | None = self
        while page is not None:
            yield from page.data
            page = page.next()
