"""What each operation is called, in the document and in clients: `conversations.messages.create`."""

from collections import defaultdict
from collections.abc import Collection, Iterable

Key = tuple[str, str]  # a method in small letters, and a path
VERBS = {"get": "get", "post": "create", "put": "replace", "patch": "change", "delete": "delete"}
OF_ALL = {"get": "list", "put": "replace_all", "patch": "change_all", "delete": "delete_all"}


def names(operations: Iterable[Key], *, lists: Collection[Key]) -> dict[Key, str]:
    """The name of each operation, by its method and path; no two are alike. `lists` are those that answer with a list.

    A thing that there is has verbs: `customers.get`. A thing that is done is one: `conversations.takeover`. Where a
    method is there for one thing and for all of them, the latter says so: `customers.list`, `sessions.delete_all`.
    """
    by_words: dict[tuple[str, ...], list[Key]] = defaultdict(list)
    for key in operations:
        by_words[_words(key[1])].append(key)
    named = {key: name for words, keys in by_words.items() for key, name in _named(words, keys, by_words)}
    of_all = {key for key in lists if key[0] == "get" and not key[1].endswith("}")}
    return {key: ".".join((*name[:-1], "list") if key in of_all else name) for key, name in named.items()}


def _named(
    words: tuple[str, ...], keys: list[Key], others: dict[tuple[str, ...], list[Key]]
) -> list[tuple[Key, tuple[str, ...]]]:
    if _is_deed(words, keys, others):
        return [(keys[0], words)]
    of_one = {method for method, path in keys if path.endswith("}")}
    return [
        (key, (*words, OF_ALL.get(key[0], "create") if key[0] in of_one and not key[1].endswith("}") else _verb(key)))
        for key in keys
    ]


def _verb(key: Key) -> str:
    return "update" if key[0] == "post" and key[1].endswith("}") else VERBS[key[0]]


def _is_deed(words: tuple[str, ...], keys: list[Key], others: dict[tuple[str, ...], list[Key]]) -> bool:
    """Whether it is something to be done, such as `resolve`, rather than a thing that there is."""
    below = any(other[: len(words)] == words and other != words for other in others)
    return not below and [method for method, _path in keys] == ["post"] and not _is_plural(words[-1])


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def _words(path: str) -> tuple[str, ...]:
    parts = [part for part in path.split("/") if part and not part.startswith("{")]
    return tuple(part.replace("-", "_").replace(".", "_") for part in parts)
