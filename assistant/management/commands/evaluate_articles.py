"""Searches questions in articles from files, through the very code that serves customers."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from assistant.encoders import language
from assistant.evaluation import files
from assistant.knowledge.index import Index, build
from assistant.knowledge.passages import ArticleText
from assistant.knowledge.views import Query
from assistant.reading import vectors_of

BEST = 10


class Command(BaseCommand):
    """`evaluate_articles --articles a.jsonl --questions q.jsonl --output o.jsonl`."""

    help = "Search the questions of one file in the articles of another; write hits, confidence and acceptance."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Three files of JSON Lines."""
        parser.add_argument("--articles", type=Path, required=True, help='{"id", "title", "body", "questions"?}')
        parser.add_argument("--questions", type=Path, required=True, help='{"id", "text"}')
        parser.add_argument("--output", type=Path, required=True)

    def handle(self, *, articles: Path, questions: Path, output: Path, **_: object) -> None:
        """Index, search, write."""
        index = build(
            [
                ArticleText(str(row["id"]), str(row["title"]), str(row["body"]), tuple(row.get("questions", ())))
                for row in files.json_lines(articles, needs=("id", "title", "body"))
            ]
        )
        self.stdout.write(f"{len(index.articles)} articles, threshold {index.threshold:.2f}")
        rows = list(files.json_lines(questions, needs=("id", "text")))
        files.write_json_lines(output, self._found(rows, index))
        self.stdout.write(f"{len(rows)} questions, written to {output}")

    def _found(self, rows: list[dict[str, Any]], index: Index) -> Iterator[dict[str, Any]]:
        for number, row in enumerate(rows, start=1):
            found = _search(str(row["text"]), index)
            yield {
                "id": row["id"],
                "hits": [{"article": hit.article.id, "score": round(hit.score, 4)} for hit in found.hits],
                "confidence": round(found.confidence, 4),
                "accepted": found.confidence >= index.threshold,
            }
            if number % 500 == 0:
                self.stdout.write(f"{number} of {len(rows)}")


def _search(text: str, index: Index) -> Any:
    spoken = language.identify(text, "en")
    mended = index.mend(text, language=spoken)
    near, far = vectors_of([mended])
    return index.search(Query(mended, near[0], far[0], spoken), best=BEST)
