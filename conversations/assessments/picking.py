"""Which episodes a list draws: so many of each stratum, by numbers that follow from a seed; pure.

Every episode has one number in 0..1 that follows from the seed and its key (permanent random numbers: Ohlsson, in
"Business Survey Methods", 1995); the lowest of a stratum are drawn. So the same seed draws the same ones again, also
when others have been deleted meanwhile, and within a stratum each was as likely as the other.
"""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Candidate:
    """An episode that could be drawn, and what it counts to."""

    key: str
    stratum: str = ""


@dataclass(frozen=True)
class Picked:
    """An episode that was drawn, and how likely that was."""

    key: str
    stratum: str
    probability: float


def pick(candidates: Sequence[Candidate], most: int, *, seed: str) -> list[Picked]:
    """At most `most` of them, as evenly from all strata as these allow; fewer places than strata are given to any."""
    strata: dict[str, list[str]] = defaultdict(list)
    for one in candidates:
        strata[one.stratum].append(one.key)
    if len(strata) > most:
        names = {one.key: one.stratum for one in candidates}
        return [Picked(key, names[key], most / len(names)) for key in _lowest(list(names), most, seed)]
    places = allocated({name: len(keys) for name, keys in strata.items()}, most)
    return [
        Picked(key, name, places[name] / len(keys))
        for name, keys in sorted(strata.items())
        for key in _lowest(keys, places[name], seed)
    ]


def allocated(sizes: Mapping[str, int], most: int) -> dict[str, int]:
    """How many of each stratum: as many as of the others, or all of it; what is left over goes to the largest."""
    places = dict.fromkeys(sizes, 0)
    left = min(most, sum(sizes.values()))
    order = sorted(sizes, key=lambda name: (-sizes[name], name))
    while left:
        open_ones = [name for name in order if places[name] < sizes[name]]
        each = max(1, left // len(open_ones))
        for name in open_ones:
            more = min(each, sizes[name] - places[name], left)
            places[name] += more
            left -= more
    return places


def number(seed: str, key: str) -> float:
    """The number of an episode under a seed, 0..1, as good as chance."""
    digest = hashlib.blake2b(f"{seed}:{key}".encode(), digest_size=8).digest()
    return int.from_bytes(digest) / 2**64


def _lowest(keys: Sequence[str], most: int, seed: str) -> list[str]:
    return sorted(keys, key=lambda key: number(seed, key))[:most]
