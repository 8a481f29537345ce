"""The measures of a tenant's intents, and of questions in other languages, on splits of public sets."""

import csv
import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np

from assistant import intents
from assistant.encoders import language, minilm, use
from assistant.evaluation import figures, measures
from assistant.evaluation.figures import Outcome
from assistant.evaluation.measures import Measured
from assistant.intents import Guess, Pair
from assistant.knowledge.index import build
from assistant.knowledge.passages import ArticleText
from assistant.knowledge.views import Query

SEED = 7
ACCEPTED = 0.95
MOST_ASKED = 1500
DRAWS = 3
FOLDS = 10  # of all examples: what is learned from nine tenths is nearest to the whole
NEAREST_OF = 400
LANGUAGES = {"deu": "de", "fra": "fr", "spa": "es", "ita": "it", "por": "pt", "nld": "nl"}

Say = Callable[[str], None]
Reader = Callable[[Sequence[str]], Pair]


class Labelled(NamedTuple):
    """A text and the intent that somebody gave it."""

    text: str
    label: str


@dataclass(frozen=True)
class Guessed:
    """Held-out texts with what was guessed for them; `strange` are guesses for texts that have no intent here."""

    asked: Sequence[Labelled]
    guesses: Sequence[Guess]
    strange: Sequence[Guess] = ()

    def right(self) -> Measured:
        """Share of the texts whose intent was guessed."""
        return measures.share(sum(self._hits()), len(self.asked))

    def right_evenly(self) -> Measured:
        """The same where each intent counts alike, however many texts it has; the interval is that of the texts."""
        hits: dict[str, list[bool]] = defaultdict(list)
        for one, hit in zip(self.asked, self._hits(), strict=True):
            hits[one.label].append(hit)
        value = float(np.mean([np.mean(own) for own in hits.values()]))
        return Measured(value, len(self.asked), *figures.interval(value, len(self.asked)))

    def refused(self) -> Measured:
        """Share of the strange texts under the confidence that ACCEPTED of the others reach."""
        least = float(np.quantile([guess.confidence for guess in self.guesses], 1 - ACCEPTED))
        return measures.share(sum(guess.confidence < least for guess in self.strange), len(self.strange))

    def calibration_error(self) -> Measured:
        """Of the confidence in the guesses for the texts that have an intent."""
        pairs = zip(self.guesses, self._hits(), strict=True)
        return measures.calibration_error([Outcome(one.confidence, hit, answerable=True) for one, hit in pairs])

    def _hits(self) -> list[bool]:
        return [guess.label == one.label for one, guess in zip(self.asked, self.guesses, strict=True)]


def bank(data: Path, say: Say) -> Guessed:
    """The bank's 77 intents: each example is asked once, by what was learned from nine of ten others."""
    examples = _rows(data / "banking77/train.csv", "category")
    read = _reader([one.text for one in examples], say)
    drawn = _drawn(examples, 0)
    known = [[one for place, one in enumerate(drawn) if place % FOLDS != fold] for fold in range(FOLDS)]
    return _together([_guessed(known[fold], drawn[fold::FOLDS], [], say, read) for fold in range(FOLDS)])


def bank_of_ten(data: Path, say: Say) -> Guessed:
    """The same intents learned from ten examples each, and asked all the others."""
    known = _rows(data / "banking77/train_10.csv", "category")
    # the two files differ in capitals and in the spaces around marks
    learned = {_bare(one.text) for one in known}
    others = [one for one in _rows(data / "banking77/train.csv", "category") if _bare(one.text) not in learned]
    return _guessed(known, others, [], say)


def bank_with_hidden(data: Path, say: Say) -> Guessed:
    """Two thirds of the intents learned; questions of the last third are strange, and in the same domain."""
    examples = _rows(data / "banking77/train.csv", "category")
    labels = sorted({one.label for one in examples})
    read = _reader([one.text for one in examples], say)
    found = []
    for draw in range(DRAWS):
        hidden = set(random.Random(SEED + draw).sample(labels, len(labels) // 3))  # noqa: S311 - a fixed draw, no secret
        known, asked = (
            [one for one in part if one.label not in hidden] for part in _parted(examples, MOST_ASKED, draw)
        )
        strange = [one.text for one in _parted(examples, MOST_ASKED, draw)[1] if one.label in hidden]
        found.append(_guessed(known, asked, strange, say, read))
    return _together(found)


def many(data: Path, say: Say) -> Guessed:
    """150 intents of ten domains, and questions that belong to none."""
    known, asked = (_rows(data / f"clinc150/{name}.csv", "intent") for name in ("train", "val"))
    strange = [one.text for name in ("oos_train", "oos_val") for one in _rows(data / f"clinc150/{name}.csv", "intent")]
    return _guessed(known, asked, strange, say)


def abroad(data: Path, say: Say) -> dict[str, Measured]:
    """For each language: how often the nearest of NEAREST_OF English texts is the one that says the same."""
    found = {}
    for code, spoken in LANGUAGES.items():
        say(f"asking {NEAREST_OF} English texts in {spoken}")
        with (data / f"tatoeba/{code}.csv").open(encoding="utf-8", newline="") as lines:
            pairs = [(row[code], row["eng"]) for row in csv.DictReader(lines)]
        english = list(dict.fromkeys(english for _, english in pairs))[:NEAREST_OF]
        index = build([ArticleText(text, text, "") for text in english])
        asked = [(text, meant) for text, meant in pairs if meant in english]
        hits = 0
        vectors = zip(minilm.encode([text for text, _ in asked]), use.encode([text for text, _ in asked]), strict=True)
        for (text, meant), (near, far) in zip(asked, vectors, strict=True):
            query = Query(text, near, far, language.identify(text, spoken))
            hits += index.search(query, best=1).hits[0].article.id == meant
        found[spoken] = measures.share(hits, len(asked))
    return found


def _guessed(
    known: Sequence[Labelled], asked: Sequence[Labelled], strange: Sequence[str], say: Say, read: Reader | None = None
) -> Guessed:
    say(f"learning from {len(known)} examples")
    read = read or _reader([], say)
    texts, labels = intents.with_names([one.text for one in known], [one.label for one in known])
    fitted = intents.fit(texts, labels, read=read(texts))
    say(f"guessing {len(asked) + len(strange)}")
    lines = [one.text for one in asked]
    return Guessed(
        asked,
        fitted.guess(lines, read=read(lines)),
        fitted.guess(strange, read=read(strange)) if strange else [],
    )


def _together(draws: Sequence[Guessed]) -> Guessed:
    return Guessed(
        [one for draw in draws for one in draw.asked],
        [one for draw in draws for one in draw.guesses],
        [one for draw in draws for one in draw.strange],
    )


def _reader(texts: Sequence[str], say: Say) -> Reader:
    """Gives the vectors of any texts; those of `texts` are read once."""
    if texts:
        say(f"reading {len(texts)} texts")
    known = dict(zip(texts, zip(minilm.encode(texts), use.encode(texts), strict=True), strict=True))

    def read(wanted: Sequence[str]) -> Pair:
        new = [text for text in dict.fromkeys(wanted) if text not in known]
        known.update(zip(new, zip(minilm.encode(new), use.encode(new), strict=True), strict=True))
        return np.stack([known[text][0] for text in wanted]), np.stack([known[text][1] for text in wanted])

    return read


def _parted(examples: Sequence[Labelled], asked: int, draw: int) -> tuple[list[Labelled], list[Labelled]]:
    """A fixed draw of `asked` examples, and the others before them."""
    drawn = _drawn(examples, draw)
    return drawn[asked:], drawn[:asked]


def _drawn(examples: Sequence[Labelled], draw: int) -> list[Labelled]:
    """All examples in a fixed order that depends on `draw` alone."""
    return random.Random(SEED + draw).sample(examples, len(examples))  # noqa: S311 - a fixed draw, no secret


def _bare(text: str) -> str:
    """The letters and digits of `text`, by which it is known however it is spaced."""
    return "".join(filter(str.isalnum, text.casefold()))


def _rows(file: Path, label: str) -> list[Labelled]:
    with file.open(encoding="utf-8", newline="") as lines:
        return [Labelled(row["text"], row[label]) for row in csv.DictReader(lines)]
