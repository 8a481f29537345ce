"""The fields of each of Stripe's objects, as the pinned version of its SDK declares them, with nothing in them."""

import types
import typing
from typing import Any

from stripe import ListObject, StripeObject

Json = dict[str, Any]


def blank(of: type[StripeObject], **fields: Any) -> Json:
    """An object of that kind: what may be empty is null, lists are empty, and `fields` are as given.

    Fields that must have something in them are missing unless they are given; the tests look for those.
    """
    made = _defaults(of)
    made["object"] = getattr(of, "OBJECT_NAME", made.get("object"))
    return {**made, **fields}


def _defaults(of: type[StripeObject]) -> Json:
    found: dict[str, Any] = {}
    for name, hint in of.__annotations__.items():
        if name == "OBJECT_NAME" or name.startswith("_"):
            continue
        if _may_be_none(hint):
            found[name] = None
        elif _holds_many(hint):
            found[name] = []
        elif name == "livemode":
            found[name] = False
        elif name == "metadata":
            found[name] = {}
    found.pop("deleted", None)
    return found


def required(of: type[StripeObject]) -> set[str]:
    """The fields that are never null."""
    return {name for name, hint in of.__annotations__.items() if name != "OBJECT_NAME" and not _may_be_none(hint)}


def listed(url: str, data: list[Json], *, has_more: bool = False) -> Json:
    """A list as Stripe gives it."""
    return {"object": ListObject.OBJECT_NAME, "data": data, "has_more": has_more, "url": url}


def _holds_many(hint: Any) -> bool:
    return typing.get_origin(hint) in (list, typing.List)  # noqa: UP006  the SDK writes the latter


def _may_be_none(hint: Any) -> bool:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return type(None) in typing.get_args(hint)
    return False
