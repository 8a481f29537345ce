"""What Larkfield Cycles learns from its past: questions for the bench, a corrected answer, and a look for gaps.

Only the questions and the correction are written here; what comes of them is worked out by the jobs that run once the
demo has started.
"""

import json

from agents.models import Agent
from assistant.bench import cases
from assistant.models import Article, BenchCase, Expected
from conversations.demo.content import FOLDER, articles, company
from conversations.learning.bench import gathering
from conversations.learning.gaps import due
from conversations.learning.proposals import writing
from conversations.models import Conversation, Decision, Gap, Message, Proposal
from tenants.trail import audit

CORRECTED = "repair-time"  # the article whose first paragraph is corrected
CORRECTION = (
    "Services and most repairs are done in 2 to 3 working days, in April and May in 4 to 5. If a part must be ordered "
    "it takes 5 to 8 working days; we tell you on the day we find out. You get a text message when the bike is ready."
)
CORRECTED_BY = "workshop"  # somebody of this team


def load() -> None:
    """Fill in what is missing, inside the tenant."""
    if not BenchCase.objects.exists():
        _fill_bench()
    if not Proposal.objects.exists():
        _correct()
    if not Gap.objects.exists():
        due.now()


def _fill_bench() -> None:
    titles = {article.title: article for article in Article.objects.all()}
    for one in json.loads((FOLDER / "bench.json").read_text("utf-8")):
        article = titles.get(articles()[one["article"]].title) if "article" in one else None
        expected = Expected.ARTICLE if "article" in one else Expected(one["expected"])
        lines = [{"role": "customer", "text": one["question"]}]
        told = {"trigger": one.get("trigger", ""), "note": one.get("note", "")}
        if expected != Expected.ARTICLE or article is not None:
            cases.create({"lines": lines, "expected": expected, "article": article, **told})
    for conversation, seq in _handovers():
        came = gathering.what_came(conversation, seq)
        cases.create({**gathering.of_message(conversation, seq), **came})


def _handovers() -> list[tuple[Conversation, int]]:
    """A question of the past for each of the two commonest reasons for which a person got it."""
    found = []
    for trigger in ("asks_human", "anger"):
        decision = Decision.objects.filter(action="handover", trigger=trigger).select_related("conversation").first()
        if decision is not None:
            found.append((decision.conversation, decision.asked_seq))
    return found


def _correct() -> None:
    """An agent of the workshop puts the newest answer on repair times right."""
    article = Article.objects.filter(title=articles()[CORRECTED].title).first()
    agent = Agent.objects.filter(teams__name=company().teams[CORRECTED_BY]).order_by("name").first()
    if article is None or agent is None:
        return
    passage = articles()[CORRECTED].paragraphs[0]
    quoting = Message.objects.filter(sources__contains=[{"article_id": str(article.id), "passage": passage}])
    answer = quoting.select_related("conversation__customer").order_by("-created_at").first()
    if answer is not None:
        writing.correct(answer.conversation, answer.seq, CORRECTION, by=agent, actor=audit.by_system(agent.name))
