"""The index of a tenant follows its knowledge, and no text is encoded twice."""

import time
from collections.abc import Sequence
from datetime import timedelta

import numpy as np
import pytest
from django.utils import timezone
from numpy.typing import NDArray

from assistant.encoders import minilm
from assistant.knowledge import store
from assistant.knowledge.store import current_index
from assistant.models import Article, Audience, EncodedText, KnowledgeVersion
from tenants import current
from tests import cast


@pytest.fixture(autouse=True)
def _empty_shelves() -> None:
    store._shelves.clear()


def _publish() -> None:
    version = KnowledgeVersion.objects.get(id=1)
    version.number += 1
    version.save()


def test_index_is_kept_until_the_knowledge_changes(in_acme: object) -> None:
    cast.knowledge()
    first = current_index(current.schema_name())
    assert current_index(current.schema_name()) is first
    Article.objects.create(title="Do you repair bicycles?", body="Yes, within three days.")
    _publish()
    second = current_index(current.schema_name())
    assert {article.title for article in second.articles} == set(cast.ARTICLES) | {"Do you repair bicycles?"}


def test_another_process_reads_the_vectors(in_acme: object, monkeypatch: pytest.MonkeyPatch) -> None:
    cast.knowledge()
    first = current_index(current.schema_name())
    assert first.views is not None
    assert EncodedText.objects.count() == len({piece.text for piece in first.views.pieces})
    store._shelves.clear()
    encode, encoded = minilm.encode, list[str]()

    def listening(texts: Sequence[str]) -> NDArray[np.float32]:
        encoded.extend(texts)
        return encode(texts)

    monkeypatch.setattr(minilm, "encode", listening)
    second = current_index(current.schema_name())
    assert encoded == []
    assert second.views is not None
    assert float((first.views.minilm * second.views.minilm).sum(axis=1).min()) > 0.999


def test_vectors_of_a_deleted_article_are_deleted(in_acme: object) -> None:
    cast.knowledge()
    before = current_index(current.schema_name())
    Article.objects.get(title="What are your opening hours?").delete()
    _publish()
    after = current_index(current.schema_name())
    assert before.views is not None
    assert after.views is not None
    assert EncodedText.objects.count() == len({piece.text for piece in after.views.pieces})
    assert all("opening" not in piece.text for piece in after.views.pieces)


def test_tenant_without_articles_has_an_empty_index(in_acme: object) -> None:
    assert current_index(current.schema_name()).articles == ()


def _titles() -> set[str]:
    return {article.title for article in current_index(current.schema_name()).articles}


def test_what_is_for_agents_only_is_never_in_the_index(in_acme: object) -> None:
    cast.knowledge()
    Article.objects.create(title="Discounts we may give", body="Up to 20 percent.", audience=Audience.DESK)
    _publish()
    assert _titles() == set(cast.ARTICLES)


def test_an_article_is_in_the_index_while_it_is_valid_and_nobody_has_to_publish_for_that(in_acme: object) -> None:
    cast.knowledge()
    now = timezone.now()
    soon = now + timedelta(seconds=3)
    Article.objects.create(title="Summer sale", body="A third off all bicycles.", valid_from=soon)
    Article.objects.create(title="Spring sale", body="A tenth off all bicycles.", valid_until=soon)
    Article.objects.create(title="Winter sale", body="Half off all bicycles.", valid_until=now - timedelta(days=1))
    _publish()
    assert _titles() == {*cast.ARTICLES, "Spring sale"}
    time.sleep(max((soon - timezone.now()).total_seconds(), 0.0))
    assert _titles() == {*cast.ARTICLES, "Summer sale"}


def test_one_change_cuts_and_encodes_only_what_changed(in_acme: object) -> None:
    cast.knowledge()
    first = current_index(current.schema_name())
    before = set(EncodedText.objects.values_list("digest", flat=True))
    changed = Article.objects.get(title="What are your opening hours?")
    changed.body = "We open at seven."
    changed.save()
    _publish()
    second = current_index(current.schema_name())
    assert second.views is not None
    texts = {piece.text for piece in second.views.pieces}
    assert "We open at seven." in texts
    assert set(EncodedText.objects.values_list("digest", flat=True)) == {store._digest(text) for text in texts}
    assert before & {store._digest(text) for text in texts}
    assert first.views is not None
    kept = {id(piece) for piece in first.views.pieces} & {id(piece) for piece in second.views.pieces}
    assert len(kept) > len(second.views.pieces) / 2
