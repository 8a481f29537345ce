"""Which language a text is in."""

import threading
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from assistant.encoders.memory import give_back

# What support desks meet: with all 97 the short sentences of these are mistaken for rarer ones.
KNOWN = [
    *("ar", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hi", "hu", "id", "it"),
    *("ja", "ko", "nl", "no", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh"),
]
FEWEST_WORDS = 3
PRIOR_COUNTS = 5.0  # so many times more likely is the conversation's own language
PRIOR_COUNTS_WHEN_SHORT = 20.0

_loading = threading.Lock()


def identify(text: str, prior: str) -> str:
    """ISO 639-1 code of `text`; `prior`, the conversation's language, wins where the text says little."""
    words = [word for word in text.split() if any(char.isalpha() for char in word)]
    if not words:
        return prior
    ranked = _loaded().rank(" ".join(words))
    weight = PRIOR_COUNTS if len(words) >= FEWEST_WORDS else PRIOR_COUNTS_WHEN_SHORT
    language, _ = max(ranked, key=lambda pair: pair[1] * (weight if pair[0] == prior else 1.0))
    return str(language)


def _loaded() -> LanguageIdentifier:
    with _loading:
        return _identifier()


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(KNOWN)
    kept = (identifier.nb_ptc, identifier.nb_pc, identifier.nb_classes)
    identifier._full_model = kept  # noqa: SLF001 - lets go of the other languages: 30 MB
    give_back()
    return identifier
