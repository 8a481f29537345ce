"""How probable it is that the best hit answers the question."""

import numpy as np
from numpy.typing import NDArray

from assistant.knowledge.views import ENGLISH, FEATURES

SIGNS = ("score", "margin", "certainty", "minilm", "use", "letters", "agreement", "covered", "length")

_BEST_OF_VIEW = [FEATURES.index(name) for name in ("minilm_whole", "use_whole", "words_whole", "letters_whole")]
_MINILM, _USE, _LETTERS = (FEATURES.index(name) for name in ("minilm_best", "use_best", "letters_best"))


def signs(
    similarities: NDArray[np.float32], scores: NDArray[np.float32], *, covered: float, length: int
) -> NDArray[np.float32]:
    """What speaks for the best article, one number for each of SIGNS.

    `covered` is the share of the question's words, by weight, that stand in the article; `length` counts them.
    """
    best = int(np.argmax(scores))
    others = np.delete(scores, best)
    runner_up = float(others.max()) if len(others) else 0.0
    shifted = np.exp(scores - scores[best])
    agreeing = np.mean([int(np.argmax(similarities[:, view])) == best for view in _BEST_OF_VIEW])
    return np.array(
        [
            scores[best],
            scores[best] - runner_up,
            -np.log(shifted.sum()),
            similarities[best, _MINILM],
            similarities[best, _USE],
            similarities[best, _LETTERS],
            agreeing,
            covered,
            np.log1p(length),
        ],
        dtype=np.float32,
    )


def nearest_column(language: str) -> int:
    """Which of FEATURES says how near an article is to a question in `language`."""
    return _MINILM if language == ENGLISH else _USE
