"""Which language a text is in: the model of py3langid, of which only what support desks need is kept in memory."""

import math
import threading
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from py3langid.langid import MODEL_DIR, MODEL_FILE
from py3langid.modelio import load_model

from assistant.encoders.automaton import Automaton
from assistant.encoders.memory import give_back

# What support desks meet: with all 140 the short sentences of these are mistaken for rarer ones.
KNOWN = (
    *("ar", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hi", "hu", "id", "it"),
    *("ja", "ko", "nl", "no", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh"),
)
FEWEST_WORDS = 3
PRIOR_COUNTS = 5.0  # so many times more likely is the conversation's own language
PRIOR_COUNTS_WHEN_SHORT = 20.0

_loading = threading.Lock()


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """Naive Bayes over features of bytes: a column for each of `languages`."""

    languages: tuple[str, ...]
    automaton: Automaton
    weights: NDArray[np.float16]  # features x languages
    priors: NDArray[np.float32]

    def chances(self, text: str) -> Mapping[str, float]:
        """How likely each language is; all the same where the text says nothing.

        Scores are divided by the root of the length, as py3langid does: long texts are else too sure.
        """
        plain = unicodedata.normalize("NFC", text.lower() if text.isupper() else text)
        content = plain.encode(errors="surrogatepass")
        counted = self.automaton.count(content)
        scores = np.zeros(len(self.languages), dtype=np.float32)
        if counted:
            features = np.fromiter(counted, dtype=np.intp, count=len(counted))
            counts = np.fromiter(counted.values(), dtype=np.float32, count=len(counted))
            scores = np.log1p(counts) @ self.weights[features] + self.priors
            scores /= math.sqrt(len(content))
        grown = np.exp(scores - scores.max())
        return dict(zip(self.languages, (grown / grown.sum()).tolist(), strict=True))


def identify(text: str, prior: str) -> str:
    """ISO 639-1 code of `text`; `prior`, the conversation's language, wins where the text says little."""
    words = [word for word in text.split() if any(char.isalpha() for char in word)]
    if not words:
        return prior
    chances = loaded().chances(" ".join(words))
    weight = PRIOR_COUNTS if len(words) >= FEWEST_WORDS else PRIOR_COUNTS_WHEN_SHORT
    return max(chances, key=lambda code: chances[code] * (weight if code == prior else 1.0))


def loaded() -> Model:
    """The process's one model, loaded at first use."""
    with _loading:
        return _model()


@cache
def _model() -> Model:
    weights, priors, labels, steps, row_of, feature_of = load_model(MODEL_DIR / MODEL_FILE)
    columns = [labels.index(code) for code in KNOWN]
    # in one piece: a transposed copy would be read a column at a time
    model = Model(KNOWN, Automaton(steps, row_of, feature_of), weights[:, columns].copy(order="C"), priors[columns])
    del weights, priors, labels, steps, row_of, feature_of
    give_back()
    return model
