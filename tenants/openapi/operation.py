"""What one operation of the REST interface asks and answers, said at the method of its view."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from rest_framework.serializers import Serializer

Method = TypeVar("Method", bound=Callable[..., Any])
Form = type[Serializer[None]]
ATTRIBUTE = "openapi_operation"


@dataclass(frozen=True)
class File:
    """An answer that is a file and no JSON, such as `text/csv`, or `another` kind; or a part of a form that is one."""

    media_type: str
    another: str = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """All media types in which it may come."""
        return tuple(kind for kind in (self.media_type, self.another) if kind)


@dataclass(frozen=True)
class Operation:
    """All that the document says of one method of a view, beside its docstring.

    `asks` is the form of the body, the parts of a multipart form by name, or a File; `query` the form of the query.
    `answers` gives by status the shape of the body (a TypedDict), a File, or None for no body.
    """

    answers: Mapping[int, Any]
    asks: Form | Mapping[str, Any] | File | None = None
    query: Form | None = None
    partial: bool = False
    errors: frozenset[int] = field(default_factory=frozenset)


def operation(
    answers: Any = None,
    *,
    status: int = 0,
    asks: Form | Mapping[str, Any] | File | None = None,
    query: Form | None = None,
    partial: bool = False,
    errors: Collection[int] = (),
) -> Callable[[Method], Method]:
    """Say it of the method below: `@operation(shapes.Customer, asks=forms.CustomerForm, status=201)`.

    `status` is 200 unless given, or 204 where nothing is answered. A view that answers in several ways gives
    `answers` by status: `{200: Draft, 202: Waiting}`. `errors` names the statuses beyond those that every operation
    of its kind may have: 401, 403 and 429, 404 with an id in the path, 400 and 422 where something is asked.
    """
    by_status = answers if isinstance(answers, Mapping) else {status or (204 if answers is None else 200): answers}
    said = Operation(by_status, asks=asks, query=query, partial=partial, errors=frozenset(errors))

    def say(method: Method) -> Method:
        setattr(method, ATTRIBUTE, said)
        return method

    return say


def said_of(method: object) -> Operation | None:
    """What was said of a view's method; None when nothing was."""
    found: Operation | None = getattr(method, ATTRIBUTE, None)
    return found
