"""Which parts the table has, in the order in which they are measured."""

from conversations.evaluation import policy, retrieval, signals, speed, understanding
from conversations.evaluation.table import Part

PARTS: dict[str, Part] = {
    "speed": speed.rows,  # first, while the process holds no more than a worker does
    "understanding": understanding.rows,
    "retrieval": retrieval.rows,
    "signals": signals.rows,
    "policy": policy.rows,
}
