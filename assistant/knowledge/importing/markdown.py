"""Articles in Markdown or plain text: front matter, headings, and questions as customers ask them."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.knowledge.articles import LONGEST_BODY, LONGEST_TITLE, Draft

HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*")
FENCE = re.compile(r" {0,3}(```|~~~)")
QUESTION = re.compile(r"\? (.+)")
KEY = re.compile(r"(title|language|lang|tags|questions)[ \t]*:[ \t]*(.*)", re.IGNORECASE)
LONGEST_FRONT = 200  # lines
LONGEST_ASKED = 200  # letters of a line that is a question by itself
LONGEST_OPENING = 80
PARTS = 10_000  # letters of an article, where a document has no headings


@dataclass
class _Section:
    """A heading with what stands below it."""

    level: int
    title: str
    line: int
    lines: list[str] = field(default_factory=list)

    @property
    def body(self) -> str:
        return "\n".join(self.lines).strip()


def of_file(text: str, *, name: str) -> Iterator[Draft]:
    """One article; one for each heading of the first level where there are several."""
    lines = text.split("\n")
    front, begins = _front_matter(lines)
    opening, *headed = _sections(lines, begins, lambda level: level == 1)
    named = " ".join(front.get("title", ()))
    if named or not headed:
        whole = _Section(1, named or stem(name), 1, lines[begins:])
        if headed and not opening.body:  # the first heading says the title once more
            whole.lines = lines[headed[0].line :]
        headed = [whole]
    elif opening.body:
        headed.insert(0, _Section(1, stem(name), 1, opening.lines))
    for section in headed:
        yield _draft(section, front, where=f"{name}, line {section.line}")


def of_paste(text: str, *, title: str) -> Iterator[Draft]:
    """An article for each heading, or for each line that is a question by itself; else one for all."""
    lines = _with_questions_as_headings(text.split("\n"))
    levels = Counter(level for _, level, _ in _headings(lines, 0))
    top = min(levels, default=1)
    cut = {top}
    if levels[top] == 1 and len(levels) > 1:
        cut.add(sorted(levels)[1])  # a heading over all the others
    opening, *headed = _sections(lines, 0, cut.__contains__)
    if opening.body:
        yield _draft(_Section(1, title or _opening(opening.body), 1, opening.lines), {}, where="line 1")
    for section in headed:
        if section.body or len(headed) == 1:
            yield _draft(section, {}, where=f"line {section.line}")


def of_document(text: str, *, title: str, where: str) -> Iterator[Draft]:
    """The articles of a document made for paper: one for each heading, long ones in parts."""
    yield from in_parts(of_paste(text, title=title), where=where)


def in_parts(drafts: Iterable[Draft], *, where: str) -> Iterator[Draft]:
    """The same, those that are too long cut; a title that comes again is numbered."""
    seen: Counter[str] = Counter()
    for draft in drafts:
        for part in _parts(draft.body):
            seen[draft.title] += 1
            again = f" ({seen[draft.title]})" if seen[draft.title] > 1 else ""
            yield replace(draft, title=f"{draft.title[: LONGEST_TITLE - 8]}{again}", body=part, where=where)


def stem(name: str) -> str:
    """The name of a file as a title."""
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return " ".join(stem.replace("_", " ").replace("-", " ").split()) or name


def _parts(body: str) -> Iterator[str]:
    """The body whole, or cut between paragraphs where it is too long for one article."""
    if len(body) <= PARTS * 2:
        yield body
        return
    gathered = ""
    for paragraph in re.split(r"\n{2,}", body):
        if gathered and len(gathered) + len(paragraph) > PARTS:
            yield gathered
            gathered = ""
        gathered = f"{gathered}\n\n{paragraph[:LONGEST_BODY]}".strip()
    if gathered:
        yield gathered


def _headings(lines: Sequence[str], begins: int) -> Iterator[tuple[int, int, str]]:
    """Place, level and words of each heading, those in code left alone."""
    fence = ""
    for place, line in enumerate(lines[begins:], begins):
        fenced = FENCE.match(line)
        if fenced and fence in {"", fenced[1]}:
            fence = "" if fence else fenced[1]
        elif not fence and len(line) < 1000 and (found := HEADING.fullmatch(line)) and found[2]:
            yield place, len(found[1]), found[2]


def _sections(lines: Sequence[str], begins: int, cuts: Callable[[int], bool]) -> list[_Section]:
    """What stands before the first heading that cuts, then each such heading with what follows it."""
    found = [_Section(0, "", begins + 1)]
    headings = {place: (level, words) for place, level, words in _headings(lines, begins)}
    for place, line in enumerate(lines[begins:], begins):
        level, words = headings.get(place, (0, ""))
        if level and cuts(level):
            found.append(_Section(level, words, place + 1))
        else:
            found[-1].lines.append(line)
    return found


def _draft(section: _Section, front: Mapping[str, Sequence[str]], *, where: str) -> Draft:
    """The section as an article; lines right below its heading that begin with "? " are questions."""
    lines = section.body.split("\n")
    asked = []
    while lines and (found := QUESTION.fullmatch(lines[0].strip())):
        asked.append(found[1])
        lines.pop(0)
    questions = (*front.get("questions", ()), *asked)
    language = " ".join((*front.get("language", ()), *front.get("lang", ()))).lower()
    return Draft(
        title=section.title[:LONGEST_TITLE],
        body="\n".join(lines).strip(),
        questions=questions or None,
        language=language or None,
        tags=tuple(front["tags"]) if "tags" in front else None,
        where=where,
    )


def _front_matter(lines: Sequence[str]) -> tuple[dict[str, list[str]], int]:
    """The keys that we know of a block between two lines of three dashes, and the place of the first line after it.

    The part of YAML that people write there: a word, a list in brackets, or a list of lines with dashes.
    """
    if not lines or lines[0].strip() != "---":
        return {}, 0
    found: dict[str, list[str]] = {}
    key = ""
    for place, line in enumerate(lines[1:LONGEST_FRONT], 1):
        if line.strip() in {"---", "..."}:
            return found, place + 1
        named = KEY.fullmatch(line.strip()) if not line.startswith((" ", "-", "\t")) else None
        if named:
            key = named[1].lower()
            found[key] = _values(named[2], several=key in {"tags", "questions"})
        elif key and line.strip().startswith("- "):
            found[key].append(_unquoted(line.strip()[2:]))
        elif line.strip() and not line.startswith((" ", "\t", "-")):
            key = ""
    return {}, 0


def _values(text: str, *, several: bool) -> list[str]:
    bare = text.strip()
    if several and bare.startswith("[") and bare.endswith("]"):
        return [_unquoted(part) for part in bare[1:-1].split(",") if part.strip()]
    if several and "," in bare and not bare.startswith(("'", '"')):
        return [_unquoted(part) for part in bare.split(",") if part.strip()]
    return [_unquoted(bare)] if bare else []


def _unquoted(text: str) -> str:
    bare = text.strip()
    return bare[1:-1] if len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "'\"" else bare


def _with_questions_as_headings(lines: list[str]) -> list[str]:
    """The lines, those that are a question by themselves made headings, unless there are headings already."""
    if any(True for _ in _headings(lines, 0)):
        return lines
    made = []
    before = ""
    for line in lines:
        bare = re.sub(r"^(?:Q|F|P|D|V)\s*[:.]\s+|^\d{1,3}[.)]\s+|^\*\*|\*\*$", "", line.strip()).strip("* ")
        asks = bare.endswith(("?", "？")) and len(bare) <= LONGEST_ASKED and not before.strip()
        made.append(f"# {bare}" if asks else line)
        before = line
    return made


def _opening(body: str) -> str:
    """The first words of a text without a title."""
    first = re.sub(r"^[\s>*_`#-]+", "", body).split("\n", 1)[0].strip()
    return first if len(first) <= LONGEST_OPENING else first[:LONGEST_OPENING].rsplit(" ", 1)[0] + "…"
