"""The confidence from which an index answers, where the tenant chose one."""

import copy

from assistant.knowledge.index import Index

KEPT = "_at_thresholds"


def at(index: Index, threshold: float | None) -> Index:
    """The same index, answering from `threshold`; itself where that is None.

    Kept with the index, so that what is worked out on first use is worked out once for all its thresholds.
    """
    if threshold is None or threshold == index.threshold:
        return index
    kept: dict[float, Index] = vars(index).setdefault(KEPT, {})
    if threshold not in kept:
        moved = copy.copy(index)
        vars(moved).pop(KEPT)
        vars(moved)["threshold"] = threshold  # a frozen dataclass: nobody but its maker may set it
        kept.clear()
        kept[threshold] = moved
    return kept[threshold]
