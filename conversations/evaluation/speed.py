"""How long a whole decision takes on one core, and what the process that makes it holds in memory.

Both are measured in a process of its own that has loaded what a worker loads, for `evaluate` itself holds much more.
"""

import json
import subprocess
import sys
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from assistant.evaluation.measures import Measured
from conversations.evaluation import deciding
from conversations.evaluation.table import Row, Work

PART = "speed"
MB = 1 << 20
PROGRAM = f"""
import django
django.setup()
import conversations.tasks
from {deciding.__name__} import decide_often
decide_often()
"""


def rows(work: Work) -> Iterator[Row]:
    """Processor time, which other work on the machine does not lengthen; resident memory after all decisions."""
    work.say(f"deciding {deciding.DECISIONS + deciding.WARM} times")
    ran = subprocess.run([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, check=True)
    found = json.loads(ran.stdout)
    took, held = np.array(found["milliseconds"]), found["bytes"] / MB
    yield Row(PART, "whole decision, ms, median", *_quantile(took, 0.5), at_most=True)
    yield Row(PART, "whole decision, ms, 95th percentile", *_quantile(took, 0.95), floor=40, goal=20, at_most=True)
    yield Row(PART, "memory of a worker, MB", held, 1, held, held, floor=400, goal=330, at_most=True)
    work.say(f"of {held:.0f} MB are {found['own'] / MB:.0f} the process's own, the rest are pages of files")


def _quantile(took: NDArray[np.float64], share: float) -> Measured:
    """The quantile with an interval by order statistics."""
    count = len(took)
    spread = 1.96 * float(np.sqrt(share * (1 - share) / count))
    low, high = np.quantile(took, [max(share - spread, 0.0), min(share + spread, 1.0)])
    return Measured(float(np.quantile(took, share)), count, float(low), float(high))
