"""Reads articles that were written for Baton's own companies, several to a Markdown file.

The file's name is the topic; `# ` begins an article, `slug:` names it, `? ` is a question as customers ask it, and the
paragraphs follow.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


class ContentError(ValueError):
    """A content file does not read as it should."""


@dataclass(frozen=True)
class Article:
    """A piece of a company's knowledge; `slug` is how others quote it."""

    slug: str
    topic: str
    title: str
    questions: tuple[str, ...]
    paragraphs: tuple[str, ...]

    @property
    def body(self) -> str:
        """The article in Markdown."""
        return "\n\n".join(self.paragraphs)


def read(folder: Path) -> Mapping[str, Article]:
    """Every article of the folder by its slug. Raises ContentError."""
    found: dict[str, Article] = {}
    for path in sorted(folder.glob("*.md")):
        for block in path.read_text("utf-8").split("\n# "):
            article = _article(block.removeprefix("# "), topic=path.stem)
            if article.slug in found:
                raise ContentError(f"{path.name}: the slug {article.slug} is used twice")
            found[article.slug] = article
    return found


def _article(block: str, *, topic: str) -> Article:
    """An article from its text, without the leading `# `."""
    head, _, body = block.strip().partition("\n\n")
    title, *rest = head.splitlines()
    slugs = [line.removeprefix("slug: ") for line in rest if line.startswith("slug: ")]
    questions = tuple(line.removeprefix("? ") for line in rest if line.startswith("? "))
    if len(slugs) != 1 or len(rest) != 1 + len(questions) or not body:
        raise ContentError(f"{topic}.md: the article {title!r} needs one slug, questions and a body")
    return Article(slugs[0], topic, title, questions, tuple(body.split("\n\n")))
