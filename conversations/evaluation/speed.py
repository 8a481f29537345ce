"""How long a whole decision takes on one core, and what the process that makes it holds in memory.

Both are measured in a process of its own that has loaded what a worker loads, for `evaluate` itself holds much more.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant import reading
from assistant.answering import Answer, Line, Unsure, answer
from assistant.encoders.memory import give_back
from assistant.evaluation import bench
from assistant.evaluation.measures import Measured
from assistant.knowledge.index import Index, build
from assistant.knowledge.passages import ArticleText
from conversations.demo.content import articles
from conversations.evaluation.table import Row, Work
from escalation import defaults, facts, hearing, rules

PART = "speed"
DECISIONS = 300
WARM = 20  # decisions before the clock runs: models are loaded, and the first pages touched
MB = 1 << 20
PROGRAM = f"""
import django
django.setup()
import conversations.tasks
from {__name__} import decide_often
decide_often()
"""
BOOK = rules.parse(defaults.DEFAULT_RULES)


def rows(work: Work) -> Iterator[Row]:
    """Processor time, which other work on the machine does not lengthen; resident memory after all decisions."""
    work.say(f"deciding {DECISIONS + WARM} times")
    ran = subprocess.run([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, check=True)
    found = json.loads(ran.stdout)
    took, held = np.array(found["milliseconds"]), found["bytes"] / MB
    yield Row(PART, "whole decision, ms, median", *_quantile(took, 0.5), at_most=True)
    yield Row(PART, "whole decision, ms, 95th percentile", *_quantile(took, 0.95), floor=40, goal=20, at_most=True)
    yield Row(PART, "memory of a worker, MB", held, 1, held, held, floor=400, goal=330, at_most=True)


def decide_often() -> None:
    """What the process of its own does: it prints how long each decision took, and what it holds in the end."""
    index = build([ArticleText(slug, one.title, one.body, tuple(one.questions)) for slug, one in articles().items()])
    give_back()  # as the tenants' store does when it has built one
    asked = [one.text for company in bench.own() for one in company.asked]
    asked = asked[:: max(len(asked) // (DECISIONS + WARM), 1)][: DECISIONS + WARM]
    took = [_decided(text, index) for text in asked][WARM:]
    print(json.dumps({"milliseconds": took, "bytes": _resident()}))  # noqa: T201  its one result


def _decided(text: str, index: Index) -> float:
    """Milliseconds of processor time for one decision on a first message."""
    began = time.process_time()
    read = reading.read([text])
    lines = (hearing.Line("customer", text, 1),)
    heard = hearing.Heard(lines, read.vectors, read.language, vectors_use=read.vectors_use)
    seen = facts.measure(heard)
    said: Answer | Unsure = answer([Line("customer", text, 1)], read, index)
    rules.decide(seen.with_confidence(said.confidence, index.threshold), BOOK)
    return (time.process_time() - began) * 1000


def _quantile(took: NDArray[np.float64], share: float) -> Measured:
    """The quantile with an interval by order statistics."""
    count = len(took)
    spread = 1.96 * float(np.sqrt(share * (1 - share) / count))
    low, high = np.quantile(took, [max(share - spread, 0.0), min(share + spread, 1.0)])
    return Measured(float(np.quantile(took, share)), count, float(low), float(high))


def _resident() -> int:
    """Bytes that this process holds."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
