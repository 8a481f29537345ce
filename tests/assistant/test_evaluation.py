"""The evaluation commands run on files; figures and intents are sane."""

import csv
import json
from io import StringIO
from pathlib import Path

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from assistant import intents
from assistant.encoders import minilm
from assistant.evaluation import bench, figures
from assistant.evaluation.figures import Outcome
from assistant.knowledge import weights
from assistant.knowledge.confidence import SIGNS
from assistant.knowledge.views import FEATURES

EXAMPLES = {
    "card_lost": [
        "I lost my card",
        "my card is gone",
        "card was stolen",
        "can't find my bank card",
        "somebody took my card",
    ],
    "pin": ["I forgot my PIN", "change my pin", "what is my pin code", "new pin please", "PIN does not work"],
    "balance": [
        "how much money do I have",
        "show my balance",
        "account balance",
        "what is left on my account",
        "balance?",
    ],
}


def _write(file: Path, rows: list[dict[str, object]]) -> Path:
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return file


def _csv(file: Path, rows: list[tuple[str, str]]) -> Path:
    with file.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([("text", "label"), *rows])
    return file


def test_evaluate_articles_writes_hits_confidence_and_acceptance(tmp_path: Path) -> None:
    hotel = next(one for one in bench.own() if one.name == "hotel")
    articles = _write(
        tmp_path / "a.jsonl", [{"id": one.id, "title": one.title, "body": one.body} for one in hotel.articles]
    )
    asked = [{"id": number, "text": one.text} for number, one in enumerate(hotel.asked)]
    output = tmp_path / "o.jsonl"
    call_command(
        "evaluate_articles",
        articles=articles,
        questions=_write(tmp_path / "q.jsonl", asked),
        output=output,
        stdout=StringIO(),
    )
    rows = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == [row["id"] for row in asked]
    assert all(len(row["hits"]) == 10 and 0 <= row["confidence"] <= 1 for row in rows)
    right = [
        row["hits"][0]["article"] == one.article for row, one in zip(rows, hotel.asked, strict=True) if one.article
    ]
    assert sum(right) / len(right) > 0.85
    assert all(isinstance(row["accepted"], bool) for row in rows)


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    good = _write(tmp_path / "q.jsonl", [{"id": 1, "text": "x"}])
    bad = tmp_path / "a.jsonl"
    bad.write_text('{"id": 1, "title": "t", "body": "b"}\n{"id": 2, "title": "t"}\n', encoding="utf-8")
    with pytest.raises(CommandError, match="line 2: no “body”"):
        call_command("evaluate_articles", articles=bad, questions=good, output=tmp_path / "o", stdout=StringIO())
    bad.write_text("{\n", encoding="utf-8")
    with pytest.raises(CommandError, match="line 1: not JSON"):
        call_command("evaluate_articles", articles=bad, questions=good, output=tmp_path / "o", stdout=StringIO())
    with pytest.raises(CommandError, match="No such file"):
        call_command(
            "evaluate_articles", articles=tmp_path / "none", questions=good, output=tmp_path / "o", stdout=StringIO()
        )


def test_evaluate_intents_learns_and_refuses(tmp_path: Path) -> None:
    train = _csv(tmp_path / "train.csv", [(text, label) for label, texts in EXAMPLES.items() for text in texts])
    asked = [
        ("where did my card go, I lost it", "card_lost"),
        ("I can't remember my PIN", "pin"),
        ("recipe for soup", ""),
    ]
    output = tmp_path / "out.csv"
    call_command(
        "evaluate_intents", train=train, test=_csv(tmp_path / "t.csv", asked), output=output, stdout=StringIO()
    )
    with output.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["predicted"] for row in rows[:2]] == ["card_lost", "pin"]
    assert float(rows[2]["confidence"]) < float(rows[0]["confidence"])
    assert rows[2]["accepted"] == "false"


def test_evaluate_intents_wants_columns_and_two_labels(tmp_path: Path) -> None:
    one = _csv(tmp_path / "one.csv", [("a", "x"), ("b", "x")])
    with pytest.raises(CommandError, match="at least two labels"):
        call_command("evaluate_intents", train=one, test=one, output=tmp_path / "o", stdout=StringIO())
    (tmp_path / "bad.csv").write_text("text,intent\na,b\n", encoding="utf-8")
    with pytest.raises(CommandError, match="no column “label”"):
        call_command("evaluate_intents", train=tmp_path / "bad.csv", test=one, output=tmp_path / "o", stdout=StringIO())


def test_intents_learn_the_same_from_the_same_examples() -> None:
    texts = [text for found in EXAMPLES.values() for text in found]
    labels = [label for label, found in EXAMPLES.items() for _ in found]
    first, second = intents.fit(texts, labels), intents.fit(texts, labels)
    assert first.guess(["my card vanished"]) == second.guess(["my card vanished"])


def test_figures_of_a_known_measurement() -> None:
    outcomes = [Outcome(0.9, right=number < 9, answerable=True) for number in range(10)]
    outcomes += [Outcome(0.1, right=False, answerable=False)] * 10
    assert figures.right_first(outcomes) == 0.9
    assert figures.refused_at(outcomes, 0.9) == 1.0
    assert figures.calibration_error(outcomes) == pytest.approx(0.1, abs=0.06)
    low, high = figures.interval(0.5, 100)
    assert (round(low, 3), round(high, 3)) == (0.404, 0.596)


def test_the_committed_weights_name_every_feature_and_sign() -> None:
    document = json.loads(weights.FILE.read_text(encoding="utf-8"))
    for name in ("en", "other"):
        assert tuple(document[name]["views"]) == FEATURES
        assert tuple(document[name]["signs"]) == SIGNS
        assert min(document[name]["views"].values()) >= 0.0
    assert len(document["en"]["halfway"]) == len(document["en"]["middle"]) == minilm.DIMENSIONS
    assert document["other"]["halfway"] == document["other"]["middle"] == []


def test_only_the_direction_away_from_the_middle_counts() -> None:
    middle = np.array([1.0, 2.0, 0.0], dtype=np.float32)
    rows = np.array([[4.0, 6.0, 0.0], [1.0, 2.0, 0.5], [1.0, 2.0, 0.0]], dtype=np.float32)
    assert weights.apart(rows, middle) == pytest.approx(np.array([[0.6, 0.8, 0.0], [0.0, 0.0, 1.0], [0.0, 0.0, 0.0]]))


def test_own_benches_ask_each_article_three_ways_and_what_none_answers() -> None:
    for one in bench.own():
        per_article = {article.id: 0 for article in one.articles}
        for asked in one.asked:
            if asked.article is not None:
                per_article[asked.article] += 1
        assert set(per_article.values()) == {3}
        assert sum(asked.article is None for asked in one.asked) >= 15
    known = {article.id for one in bench.own() for article in one.articles}
    for one in bench.in_other_languages():
        assert all(asked.article is None or asked.article in known for asked in one.asked)
