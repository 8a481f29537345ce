"""Understands what is asked, from the words alone: bursts, two questions in one line, and follow-ups."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant import social
from assistant.records.numbers import ANYWHERE

MOST_PARTS = 3
FEW_WORDS = 4  # content words under which a question leans on the one before

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_CODES = re.compile(rf"https?://\S+|[\w.+-]+@[\w-]+\.[\w.-]+|#?\b{ANYWHERE}\b|#\d{{3,}}|\+?\d[\d ()/-]{{6,}}\d")
_SENTENCE = re.compile(r"(?<=[?!.])\s+|\n+")
_ASKING = (
    r"how|what|when|where|who|which|why|can|could|do|does|did|is|are|will|would|may|should|"
    r"wie|was|wann|wo|wer|welche[rsn]?|warum|kann|können|ist|sind|gibt|"
    r"comment|combien|quand|où|qui|quel(?:le)?s?|pourquoi|puis-je|est-ce|"
    r"cómo|como|cuánto|cuanto|cuándo|cuando|dónde|donde|quién|cuál|qué|puedo|"
    r"quanto|quando|dove|chi|quale|perché|posso|onde|quem|qual|porque|"
    r"hoe|wat|wanneer|waar|wie|welke|waarom|kan|is|zijn"
)
_AND = r"and(?: also)?|also|plus|und(?: auch)?|et(?: aussi)?|y(?: también)?|e(?: anche| também)?|en(?: ook)?"
_AND_ASKING = re.compile(rf"\s*[,;]?\s+(?:{_AND})\s+(?=(?:{_ASKING})\b)", re.IGNORECASE)
_ASKS = re.compile(rf"^(?:(?:and|so|but|also|und|et|y|e|en)\s+)?(?:{_ASKING})\b", re.IGNORECASE)
_FOLLOWS = re.compile(
    r"^(?:and|or|but|also|so|then|what about|how about|what if|und|oder|aber|auch|was ist mit|wie sieht es (?:mit|bei)|"
    r"et|ou|mais|et pour|y|o|pero|e|ma|mas|en|of|maar)\b",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"\b(?:it|its|it's|that|that's|this|these|those|they|them|there|one|ones|same|instead|either|too|"
    r"das|dies(?:e[rsmn]?)?|es|sie|ihn|dort|dafür|davon|ça|cela|celui|celle|ceux|eso|esto|ese|esa|ello|"
    r"quello|questo|quella|ciò|isso|isto|esse|essa|dat|deze|die|ervan|ervoor)\b",
    re.IGNORECASE,
)
_LITTLE = frozenset(
    _WORD.findall(
        """
        a an the i me my we our we you your he she is are am be was do does did have has had can could will would may
        of to for in on at with from by and or but so if not no yes what how when where who which why about please
        then long much many
        der die das ein eine ist sind und oder für von mit zu wie was wann wo kann ich
        le la les un une est et ou pour de du des à comment quand combien
        el los una es y o para con por cómo cuánto il lo gli per di che è e quanto como os as um uma em
        het een en of voor van met hoe wat wanneer
        """
    )
)


@dataclass(frozen=True)
class Said:
    """A line as far as this module looks at it."""

    customer: bool
    text: str


@dataclass(frozen=True)
class Part:
    """One question of a message: as it was put, and with what it leans on where it leans on something before."""

    text: str
    in_context: str | None
    follows: bool  # its words say that it continues the question before
    fragment: bool  # it says little without what it leans on: "and for e-bikes?", "how long do I have?"
    leans: bool = False  # a word of it stands for something before: "is it free?"


def parts(lines: Sequence[Said]) -> tuple[Part, ...]:
    """The questions in the newest words of the customer: all lines since somebody else last spoke."""
    newest = len(lines)
    while newest and lines[newest - 1].customer:
        newest -= 1
    burst = [_essence(line.text) for line in lines[newest:] if not social.reply_to(line.text)]
    topic = _topic([line.text for line in lines[:newest] if line.customer])
    found: list[Part] = []
    if len(burst) > 1 and _whole(burst[-1]) and not any(is_question(one) for one in burst[:-1]):
        return (_part(burst[-1], " ".join(burst[:-1])),)  # taken at its word where it needs no more than itself
    for text in _questions(" \n".join(burst)):
        found.append(_part(text, found[-1].text if found else topic))
    return tuple(found)


def telling(text: str) -> list[str]:
    """The words of `text` that say something, lower case."""
    return [word for word in _WORD.findall(text.lower()) if word not in _LITTLE]


def is_question(text: str) -> bool:
    """Whether `text` asks something, by its mark or by how it opens."""
    return "?" in text or _ASKS.match(_essence(text)) is not None


def _whole(text: str) -> bool:
    """Whether `text` opens and ends as a question does."""
    return text.rstrip().endswith("?") and _ASKS.match(text) is not None


def _topic(earlier: Sequence[str]) -> str | None:
    """What the customer last asked about; when that was a follow-up itself, with the question before it."""
    asked = [_essence(text) for text in earlier if not social.reply_to(text)]
    if not asked:
        return None
    if len(asked) > 1 and _part(asked[-1], asked[-2]).in_context is not None:
        return f"{asked[-2]} {asked[-1]}"
    return asked[-1]


def _essence(text: str) -> str:
    """`text` without greeting, addresses and numbers of orders or phones: no article is about those."""
    bare = re.sub(r" {2,}", " ", _CODES.sub(" ", social.without_greeting(text)))
    return bare if _WORD.search(bare) else text


def _part(text: str, before: str | None) -> Part:
    said = telling(text)
    opens = _FOLLOWS.match(text)
    leans = _LEANS.search(text) is not None
    few = len(said) < FEW_WORDS
    fragment = not said or (opens is not None and few and _ASKS.match(text) is None)
    if before is None or not (opens or few or (leans and len(said) < 2 * FEW_WORDS)):
        return Part(text, None, follows=False, fragment=False)
    return Part(text, f"{before} {text}", follows=bool(opens) or leans, fragment=fragment, leans=leans)


def _questions(text: str) -> list[str]:
    """`text` as one question, or as its questions when it clearly holds several."""
    sentences = [sentence.strip() for sentence in _SENTENCE.split(text) if _WORD.search(sentence)]
    asked = [
        piece.strip()
        for sentence in sentences
        for piece in _AND_ASKING.split(sentence)
        if piece.strip() and (piece.rstrip().endswith("?") or _ASKS.match(piece.strip()))
    ]
    if 1 < len(asked) <= MOST_PARTS:
        return asked
    whole = " ".join(sentences)
    return [whole] if whole else []
