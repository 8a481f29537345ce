"""Which conversations are drawn for review: the doubtful ones more often, each with a known probability; pure."""

import math
from collections.abc import Sequence
from random import Random

FLOOR = 0.15  # of a conversation without any doubt, against 1.15 of the most doubtful one: none is beyond review


def probabilities(doubts: Sequence[float], most: int) -> list[float]:
    """The probability with which each is drawn, so that `most` are drawn of them all; doubts within 0..1.

    In proportion to a floor plus the square of its doubt; who would get more than 1 gets 1, the others the rest.
    """
    if len(doubts) <= most:
        return [1.0] * len(doubts)
    sizes = [FLOOR + doubt * doubt for doubt in doubts]
    certain: set[int] = set()
    while True:
        share = (most - len(certain)) / sum(size for at, size in enumerate(sizes) if at not in certain)
        over = {at for at, size in enumerate(sizes) if at not in certain and share * size >= 1.0}
        if not over:
            return [1.0 if at in certain else share * size for at, size in enumerate(sizes)]
        certain |= over


def draw(chances: Sequence[float], chance: Random) -> list[int]:
    """Places drawn with exactly these probabilities, and as many as they add up to, up to one more or less.

    Systematic sampling with unequal probabilities (W. G. Madow, Annals of Mathematical Statistics 20, 1949), in an
    order of chance: one step through the running sum of the probabilities.
    """
    places = list(range(len(chances)))
    chance.shuffle(places)
    drawn, run, start = [], 0.0, chance.random()
    for place in places:
        before, run = run, run + chances[place]
        if chances[place] >= 1.0 or math.floor(run - start) > math.floor(before - start):
            drawn.append(place)
    return sorted(drawn)
