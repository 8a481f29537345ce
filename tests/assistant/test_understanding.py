"""The measures of intents ask nothing that was learned, and each example once."""

import csv
from pathlib import Path

from assistant.evaluation import understanding
from assistant.evaluation.understanding import Guessed, Labelled
from assistant.intents import Guess

LOST = ("I lost my card", "My card is gone!", "somebody took my card", "Can't find my bank card", "card stolen")
PIN = ("I forgot my PIN", "change my pin", "What is my pin code?", "new pin please", "PIN does not work")
EXAMPLES = [*((text, "lost") for text in LOST), *((text, "pin") for text in PIN)]


def _write(file: Path, rows: list[tuple[str, str]]) -> None:
    file.parent.mkdir(exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([("text", "category"), *rows])


def test_what_was_learned_is_not_asked_however_it_is_written(tmp_path: Path) -> None:
    _write(tmp_path / "banking77/train.csv", EXAMPLES)
    few = [EXAMPLES[number] for number in (0, 1, 3, 5, 6, 7)]
    changed = [(text.lower().replace("'", " ' ").replace("!", " !"), label) for text, label in few]
    _write(tmp_path / "banking77/train_10.csv", changed)
    found = understanding.bank_of_ten(tmp_path, lambda _: None)
    assert {one.text for one in found.asked} == {text for text, _ in EXAMPLES} - {text for text, _ in few}


def test_each_example_is_asked_once_of_what_was_learned_from_others(tmp_path: Path) -> None:
    _write(tmp_path / "banking77/train.csv", EXAMPLES)
    said: list[str] = []
    found = understanding.bank(tmp_path, said.append)
    assert sorted(one.text for one in found.asked) == sorted(text for text, _ in EXAMPLES)
    assert len(found.guesses) == len(EXAMPLES)
    assert found.right().value > 0.6
    assert sum(line.startswith("learning from") for line in said) == understanding.FOLDS


def test_a_rare_intent_counts_as_much_as_a_frequent_one() -> None:
    asked = [Labelled(text, "pin") for text in ("a", "b", "c")] + [Labelled("d", "lost")]
    guessed = Guessed(asked, [Guess("pin", 0.9, accepted=True)] * 4)
    assert guessed.right().value == 0.75
    assert guessed.right_evenly().value == 0.5
