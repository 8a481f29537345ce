"""Which parts the table has, in the order in which they are measured."""

from conversations.evaluation import retrieval
from conversations.evaluation.table import Part

PARTS: dict[str, Part] = {
    "retrieval": retrieval.rows,
}
