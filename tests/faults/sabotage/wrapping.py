"""Putting another function in the place of one of the product's, by name."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

Function = Callable[..., Any]


def replace(target: str, make: Callable[[Function], Function]) -> None:
    """Replace `module:name` or `module:Class.name` by what `make` gives for it; AttributeError when there is none."""
    module, path = target.split(":")
    owner: Any = import_module(module)
    *classes, name = path.split(".")
    for part in classes:
        owner = getattr(owner, part)
    setattr(owner, name, make(getattr(owner, name)))
