"""The encoders agree with the published ones and refuse damaged files."""

import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tokenizers import BertWordPieceTokenizer

from assistant.encoders import language, minilm, use, wordpiece
from assistant.reading import read

SPECIAL = re.compile(r"\[(CLS|SEP|UNK|PAD|MASK)\]")  # the reference reads these as its marks, Baton as words
ODD = [
    "\x00a\u200bb\u00adc", "İstanbul ﬁne ẞ ǅ", "𝐇ello 🎉👩‍👩‍👧 e\u0301", "a" * 101, "中文abc 日本語",
    "\u3000x\u2028y\x0bz",
    "Σας ΟΔΟΣ", "\ue000x", "can't won't it's", "1.000,50 €", "naïve café Ärger Straße", "नमस्ते दुनिया", "สวัสดี",
]  # fmt: skip


@pytest.fixture(scope="module")
def reference() -> BertWordPieceTokenizer:
    tokenizer = BertWordPieceTokenizer(str(wordpiece.VOCABULARY), lowercase=True)
    tokenizer.enable_truncation(256)
    return tokenizer


def real() -> set[str]:
    """Every line of Baton's code and documents, once."""
    return {
        line
        for folder in ("assistant", "conversations", "docs", "escalation", "tests")
        for file in (Path(__file__).parents[2] / folder).rglob("*.*")
        if file.suffix in {".py", ".md", ".html"}
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.strip() and not SPECIAL.search(line)
    }


def test_wordpiece_agrees_with_the_reference_on_real_texts(reference: BertWordPieceTokenizer) -> None:
    texts = [*sorted(real()), *ODD]
    told = [found.ids for found in reference.encode_batch(texts)]
    assert [text for text, ids in zip(texts, told, strict=True) if wordpiece.tokenize(text, 256) != ids] == []


# The reference knows an older Unicode: scripts with signs added since differ in it, so these are the settled ones.
SETTLED = st.characters(max_codepoint=0x5FF) | st.sampled_from("中日本語한국어🎉👍\u200d\u2028…“”€₹नमस्तेกขไทย")


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(SETTLED, max_size=60).filter(lambda text: not SPECIAL.search(text)))
def test_wordpiece_agrees_with_the_reference_on_any_text(reference: BertWordPieceTokenizer, text: str) -> None:
    assert wordpiece.tokenize(text, 256) == reference.encode(text).ids


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    damaged = tmp_path / "model.onnx"
    damaged.write_bytes(b"not the model")
    with pytest.raises(wordpiece.DamagedModelError, match=r"model\.onnx has a wrong checksum"):
        wordpiece.verify(damaged, minilm.MODEL_SHA256)


def test_vectors_have_length_one_and_do_not_depend_on_their_batch() -> None:
    texts = [
        "Where is my order?",
        "",
        "I would like to send back the helmet " * 40,
        "Wo ist meine Bestellung?",
    ]
    for encoder in (minilm, use):
        together = encoder.encode(texts)
        assert together.shape == (4, encoder.DIMENSIONS)
        assert np.allclose(np.linalg.norm(together, axis=1), 1.0, atol=1e-5)
        for number, text in enumerate(texts):
            assert float(encoder.encode([text])[0] @ together[number]) > 0.999


def test_meaning_is_near_and_across_languages_for_the_second_view() -> None:
    order, parcel, refund, german = use.encode(
        ["Where is my order?", "Track my parcel", "I want my money back", "Wo ist meine Bestellung?"]
    )
    assert order @ german > 0.8
    assert order @ parcel > order @ refund
    first = minilm.encode(["Where is my order?", "Track my parcel", "I want my money back"])
    assert first[0] @ first[1] > first[0] @ first[2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Where is my order, please?", "en"),
        ("Wann kommt mein Paket endlich an?", "de"),
        ("Où est ma commande ?", "fr"),
        ("¿Cuánto tarda el envío a Madrid?", "es"),
        ("Quanto costa la spedizione in Italia?", "it"),
        ("Onde está o meu pedido?", "pt"),
        ("Wat kost de verzending naar Utrecht?", "nl"),
    ],
)
def test_a_sentence_shows_its_language(text: str, expected: str) -> None:
    assert language.identify(text, "en") == expected


@pytest.mark.parametrize("text", ["ok", "123", "hmm", "BC-20417", "", "👍"])
def test_a_word_that_says_little_keeps_the_language_of_the_conversation(text: str) -> None:
    assert language.identify(text, "nl") == "nl"
    assert language.identify(text, "en") == "en"


def test_reading_follows_the_conversation() -> None:
    reading = read(["Wo bleibt meine Bestellung von letzter Woche?", "hm ok"])
    assert reading.language == "de"
    assert reading.vectors.shape == (2, 384)
    assert reading.vectors_use.shape == (2, 512)
    nothing = read([], prior="it")
    assert (nothing.language, nothing.vectors.shape, nothing.vectors_use.shape) == ("it", (0, 384), (0, 512))
