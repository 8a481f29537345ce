"""Whether what a page or a table points at is there: a test by `file::name`, or a file."""

import ast
from functools import cache

from config.settings.base import BASE_DIR


def missing(references: list[str]) -> list[str]:
    """Those that point at nothing."""
    return [one for one in references if not is_there(one)]


def is_there(reference: str) -> bool:
    """Whether the file is there and, if one is named, the test in it."""
    path, _, name = reference.partition("::")
    return (BASE_DIR / path).is_file() and (not name or name in _tests(path))


@cache
def _tests(path: str) -> frozenset[str]:
    tree = ast.parse((BASE_DIR / path).read_text())
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(one.name for one in tree.body if isinstance(one, kinds) and one.name.startswith("test_"))
