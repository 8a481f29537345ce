"""The signals on talks and texts that no training saw: held-out trades, and the held-out part of the public sets."""

from collections.abc import Iterator

import numpy as np

from conversations.evaluation.table import Row, Work
from conversations.management.commands.train_signals import draw_table
from escalation.signals import lessons, marks, network

PART = "signals"
LINES = ((0.89, 0.94), (0.80, 0.93))  # floor and goal of what lines by themselves say of the wish for a person
FLOORS = {  # of the figures whose goal is not that of the F1
    ("anger", "recall, comments"): 0.40,
    ("distress", "recall, long posts"): 0.90,
    ("distress", "recall, short titles"): 0.48,
    ("distress", "angry comments flagged"): 0.03,
}


def rows(work: Work) -> Iterator[Row]:
    """Every signal's figures, then recall where false alarms are held to what the aims allow."""
    held = [lesson for lesson in lessons.gather(work.data) if lesson.held_out]
    table = draw_table(held, work.say)
    values = network.load().values(table.rows)
    for figure in marks.mark(held, values):
        floor = marks.FLOOR if figure.goal == marks.GOAL else FLOORS.get((figure.signal, figure.name))
        yield Row(
            PART,
            f"{figure.signal}, {figure.name}",
            figure.value,
            figure.n,
            figure.low,
            figure.high,
            floor=floor,
            goal=figure.goal,
            at_most=figure.at_most,
        )
    for figure, (floor, goal) in zip(marks.of_lines("asks_human", held, values), LINES, strict=True):
        name = f"{figure.signal}, {figure.name}"
        yield Row(PART, name, figure.value, figure.n, figure.low, figure.high, floor=floor, goal=goal)
    for curve in marks.CURVES:
        hits, n = marks.recall_at(curve, held, np.asarray(values))
        yield Row(PART, curve.title, *marks.share(hits, n), floor=curve.floor, goal=curve.goal)
