"""What an AI outside was given, as its turn keeps it: out of the engine into the row, and back."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from assistant.engines import Guidance, GuidedBy
from assistant.engines.material import Material, Passage
from assistant.engines.outside import Given
from assistant.knowledge.index import Index

Json = dict[str, Any]


def of_given(given: Given) -> Json:
    """All of it, with room for what its tools find."""
    told = {name: value for name, value in given.data.items() if name != "passages"}
    return {
        **told,
        "instructions": given.instructions,
        "tools": [one["function"] for one in given.tools],
        "passages": passages(given.material),
        "hours": given.hours,
        "guidance": None if given.guidance is None else asdict(given.guidance),
        "told": [],
        "calls": 0,
        "misuses": 0,
    }


def passages(material: Material) -> list[Json]:
    """The passages that may be cited."""
    return [asdict(one) for one in material.passages.values()]


def material(stored: Mapping[str, Any], index: Index) -> Material:
    """What was found so far, with more to be found in the index."""
    found = {one["id"]: Passage(**one) for one in stored["passages"]}
    return Material(index, stored["language"], found)


def guidance(stored: Mapping[str, Any]) -> Guidance | None:
    """What it knew of a supervisor's guidance."""
    told = stored["guidance"]
    return None if told is None else Guidance(GuidedBy(told["kind"]), told["text"], told["article_id"])
