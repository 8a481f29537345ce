"""Decides many times in a process that holds what a worker holds; it imports nothing that a worker does not."""

import json
import re
import time
from pathlib import Path

from assistant import reading
from assistant.answering import Answer, Line, Unsure, answer
from assistant.encoders.memory import give_back
from assistant.evaluation import bench
from assistant.knowledge.index import Index, build
from assistant.knowledge.passages import ArticleText
from conversations.demo.content import articles
from escalation import defaults, facts, hearing, rules

DECISIONS = 300
WARM = 20  # decisions before the clock runs: models are loaded, and the first pages touched
BOOK = rules.parse(defaults.DEFAULT_RULES)


def decide_often() -> None:
    """What the process of its own does: it prints how long each decision took, and what it holds in the end."""
    index = build([ArticleText(slug, one.title, one.body, tuple(one.questions)) for slug, one in articles().items()])
    give_back()  # as the tenants' store does when it has built one
    asked = [one.text for company in bench.own() for one in company.asked]
    asked = asked[:: max(len(asked) // (DECISIONS + WARM), 1)][: DECISIONS + WARM]
    took = [_decided(text, index) for text in asked][WARM:]
    print(json.dumps({"milliseconds": took, **_held()}))  # noqa: T201  its one result


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


def _held() -> dict[str, int]:
    """Bytes that are resident: all (`bytes`, VmRSS), and those that no other process can share (`own`, RssAnon)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = dict(re.findall(r"^(VmRSS|RssAnon):\s+(\d+) kB$", status, re.MULTILINE))
    return {"bytes": int(found["VmRSS"]) * 1024, "own": int(found["RssAnon"]) * 1024}
