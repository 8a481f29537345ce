"""The embedded engine: answers with the best passage of the tenant's knowledge, or says that it is unsure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant import asking, social, tones, words
from assistant.asking import Part, Said
from assistant.encoders import language
from assistant.knowledge.index import Found, Hit, Index
from assistant.knowledge.passages import plain
from assistant.knowledge.views import Query
from assistant.models import Tone
from assistant.reading import Reading, vectors_of

CONTEXT_COUNTS = 1.15  # a question that says it continues the one before is rather meant with it
CLEAR_ALONE = 0.65  # confidence from which a question that names its own subject is taken at its word
LONGEST_ECHO = 80  # characters of the customer's words that are said back
NAMES = 0.5  # cosine from which the words of a follow-up are about an article
BEARS_ON = 0.2  # cosine under which a text has nothing to do with an article
SAID_ALREADY = 0.5  # what is left of the confidence in an answer that was given before
SAME_QUESTION = 0.85  # cosine of two lines of the customer from which the second repeats the first


@dataclass(frozen=True)
class Line:
    """One line of the conversation."""

    role: Literal["customer", "assistant", "agent"]
    text: str
    seq: int
    asks: bool = False  # the assistant's question on the way to doing something
    greeting: str = ""  # what the company's page said by itself, which the customer answers here


@dataclass(frozen=True)
class Source:
    """What an answer rests on: the text of an article or, with no `article_id`, a record as it stands."""

    article_id: str
    title: str
    passage: str


@dataclass(frozen=True)
class Answer:
    """What the assistant says; `confidence` is the probability that it is right."""

    text: str
    confidence: float
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Unsure:
    """The assistant does not know well enough; `best` is what it would have said, a suggestion for an agent."""

    confidence: float
    best: Answer | None


@dataclass(frozen=True)
class _Finding:
    """What the knowledge has on one part of the message."""

    part: Part
    hit: Hit | None
    confidence: float
    says: str  # the words of the answer, Markdown; "" when they were said before
    narrow: tuple[str, ...] = ()  # what else the article says on it, nearest to the part's own words first
    again: bool = False  # the customer has read these words, and asks something else that they answer
    instead: "_Finding | None" = None  # what a follow-up names by itself, for when this has been read


def answer(lines: Sequence[Line], reading: Reading, index: Index, *, tone: str = Tone.WARM) -> Answer | Unsure:
    """Answer the newest words of the customer; the last row of `reading` belongs to the newest customer line.

    `tone` is that of the assistant's own words.
    """
    newest = next((line.text for line in reversed(lines) if line.role == "customer"), "")
    politeness = social.reply_to(newest)
    if politeness is not None:
        return Answer(words.say(tones.in_tone(politeness, tone), reading.language), 1.0, ())
    parts = asking.parts(said_in(lines))
    findings = [_look_up(part, reading.language, index) for part in parts]
    said = [plain(line.text) for line in lines if line.role != "customer"]
    fresh = [_not_again(finding, said, repeated=_repeats(reading)) for finding in findings]
    return _compose(fresh, reading.language, index.threshold)


def said_in(lines: Sequence[Line]) -> list[Said]:
    """The lines as questions are found in them; a greeting of ours that one answers is what that one leans on."""
    found: list[Said] = []
    for line in lines:
        if line.greeting:
            found += [Said(customer=True, text=line.greeting), Said(customer=False, text="")]
        found.append(Said(line.role == "customer", line.text))
    return found


def unsure_words(language: str, *, tone: str = Tone.WARM) -> str:
    """What the assistant says when it is unsure: that it is, and that a person can help."""
    return words.say(tones.in_tone(words.UNSURE, tone), language)


def _look_up(part: Part, spoken: str, index: Index) -> _Finding:
    """Search `part` alone and with what it leans on; the surer of both wins."""
    alone = _search(part.text, spoken, index)
    best = alone
    if part.in_context is not None and not _is_clear(part, alone):
        together = _search(part.in_context, spoken, index)
        weight = CONTEXT_COUNTS if part.follows else 1.0
        if together.confidence * weight >= alone.confidence and _bears_on(part, together, alone):
            best = together
    hit = best.hits[0] if best.hits else None
    if hit is None:
        return _Finding(part, None, best.confidence, "")
    own = next((other for other in alone.hits if other.article.id == hit.article.id), hit)
    found = _Finding(part, hit, best.confidence, _candidates(hit)[0], narrow=_narrower(own, hit))
    return replace(found, instead=_instead(part, alone, best))


def _instead(part: Part, alone: Found, best: Found) -> _Finding | None:
    """The article that the few words of a follow-up are near to, where the best one does not even hold them."""
    if not part.fragment or not alone.hits or not best.hits:
        return None
    named, first = alone.hits[0], best.hits[0]
    among = any(hit.article is named.article for hit in best.hits)
    if named.article is first.article or not among or named.nearness < NAMES or _holds(first, part.text):
        return None
    sure = max(alone.confidence, best.confidence * SAID_ALREADY)
    return _Finding(part, named, sure, _candidates(named)[0], narrow=_narrower(named, named))


def _holds(hit: Hit, text: str) -> bool:
    """Whether the article has a word that `text` is about, or a longer form of it."""
    words_of = f"{hit.article.title} {hit.article.body}".lower().split()
    return any(word.startswith(one) for word in words_of for one in asking.telling(text))


def _is_clear(part: Part, alone: Found) -> bool:
    """Whether `part` is a whole question that the knowledge answers as it stands: what was said before is past."""
    return not part.leans and not part.fragment and alone.confidence >= CLEAR_ALONE


def _narrower(own: Hit, hit: Hit) -> tuple[str, ...]:
    """What the article says besides its nearest passage: its telling sentences, then its other passages."""
    sentences = [quote.sentence for quote in (*own.quotes[:1], *hit.quotes[:1]) if quote.sentence]
    return tuple(dict.fromkeys([*sentences, *_candidates(hit)[1:]]))


def _candidates(hit: Hit) -> list[str]:
    """What may be said from `hit`, best first: the nearest passage, its telling sentence, then the other passages."""
    if not hit.quotes:
        return [hit.article.title]
    first, *others = hit.quotes
    return [first.passage, *([first.sentence] if first.sentence else []), *(quote.passage for quote in others)]


def _bears_on(part: Part, together: Found, alone: Found) -> bool:
    """Whether `part` itself has to do with what it found together with its context, and not the context alone."""
    if part.fragment:
        return True
    article = together.hits[0].article if together.hits else None
    return any(hit.article is article and hit.nearness >= BEARS_ON for hit in alone.hits)


def _search(text: str, spoken: str, index: Index) -> Found:
    mended = index.mend(text, language=spoken)
    near, far = vectors_of([mended])
    return index.search(Query(mended, near[0], far[0], spoken))


def _repeats(reading: Reading) -> bool:
    """Whether the newest line of the customer asks once more what an earlier one asked."""
    return len(reading.vectors) > 1 and float((reading.vectors[:-1] @ reading.vectors[-1]).max()) > SAME_QUESTION


def _not_again(finding: _Finding, said: Sequence[str], *, repeated: bool) -> _Finding:
    """A passage that the customer has read is narrowed to the sentence that matters; nothing is said twice."""
    if finding.hit is None or not any(plain(finding.says) in line for line in said):
        return finding
    if repeated:
        return replace(finding, says="")
    if finding.instead is not None and not any(plain(finding.instead.says) in line for line in said):
        return finding.instead
    whole = "\n".join(said)
    passages = {quote.passage for quote in finding.hit.quotes}
    for text in finding.narrow:
        told = plain(text) in whole if text in passages else any(line.endswith(plain(text)) for line in said)
        if not told:
            return replace(finding, says=text)
    return replace(finding, says=next(iter(finding.narrow), finding.says), again=True)


def _compose(findings: Sequence[_Finding], spoken: str, threshold: float) -> Answer | Unsure:
    known = [finding for finding in findings if finding.says and finding.confidence >= threshold]
    if known:
        return _reply(known, [finding.part for finding in findings if finding not in known], spoken)
    likely = [finding for finding in findings if finding.hit is not None]
    if not likely:
        return Unsure(0.0, None)
    best = max(likely, key=lambda finding: finding.confidence)
    if not best.says:  # it did not help the first time
        return Unsure(min(best.confidence, threshold) * SAID_ALREADY, None)
    return Unsure(best.confidence, _reply([best], [], spoken))


def _reply(known: Sequence[_Finding], unknown: Sequence[Part], spoken: str) -> Answer:
    once = list({finding.says: finding for finding in known}.values())
    said = [finding.says for finding in once]
    sources = [
        Source(finding.hit.article.id, finding.hit.article.title, finding.says) for finding in once if finding.hit
    ]
    if len(once) == 1 and once[0].again:
        said = [words.say(words.SAID_BEFORE, spoken), *said]
    if len(sources) > 1:
        said = [f"**{source.title}**\n\n{source.passage}" for source in sources]
    if language.identify(plain(once[0].says), spoken) != spoken:
        said.insert(0, words.say(words.QUOTED, spoken))
    said += [words.say(words.NO_ANSWER_TO, spoken).format(part=_echo(part.text)) for part in unknown]
    return Answer("\n\n".join(said), min(finding.confidence for finding in known), tuple(sources))


def _echo(text: str) -> str:
    short = " ".join(text.split()).rstrip(" ?!.")
    return short if len(short) <= LONGEST_ECHO else f"{short[:LONGEST_ECHO].rstrip()}…"
