"""Versions of the rule book: published, in force, kept, unreadable."""

from copy import deepcopy

import pytest

from escalation import versions
from escalation.defaults import DEFAULT_RULES
from escalation.models import RuleBookVersion
from escalation.rules import RuleError, Unreadable, decide
from tenants import current
from tenants.models import Tenant
from tests.escalation.conversations import facts


def test_what_is_published_is_in_force_and_the_version_before_is_kept(in_acme: Tenant) -> None:
    before = versions.publish(DEFAULT_RULES, by="Bob")
    changed = deepcopy(DEFAULT_RULES)
    changed["rules"][2]["team"] = "Complaints"
    book = versions.publish(changed, by="Alice")
    assert book.version == before.version + 1
    assert versions.published() == book
    assert RuleBookVersion.objects.get(number=book.version).published_by == "Alice"
    assert RuleBookVersion.objects.filter(number=before.version).exists()


def test_a_document_that_is_no_rule_book_is_refused_and_nothing_changes(in_acme: Tenant) -> None:
    before = versions.published()
    with pytest.raises(RuleError):
        versions.publish({"format": 1, "rules": []}, by="Alice")
    assert versions.published() == before


@pytest.mark.parametrize("stored", [{"format": 1, "rules": [{"name": "?"}]}, {}, [], "rules"])
def test_a_stored_book_that_cannot_be_read_hands_over_and_alerts(
    in_acme: Tenant, stored: object, caplog: pytest.LogCaptureFixture
) -> None:
    number = versions.published().version + 1
    RuleBookVersion.objects.create(number=number, document=stored, published_by="an older version")
    book = versions.published()
    assert isinstance(book, Unreadable)
    assert book.version == number
    assert decide(facts(), book) is not None
    assert "cannot be read" in caplog.text


def test_a_company_without_rules_gets_people(in_acme: Tenant) -> None:
    RuleBookVersion.objects.all().delete()
    assert decide(facts(), versions.published()) is not None


def test_rules_of_one_company_are_not_those_of_another(acme: Tenant, globex: Tenant) -> None:
    with current.entered(globex):
        before = versions.publish(DEFAULT_RULES, by="Dave")
    with current.entered(acme):
        versions.publish(DEFAULT_RULES, by="Alice")
        versions.publish(DEFAULT_RULES, by="Alice")
    with current.entered(globex):
        assert versions.published() == before
        assert before.version == 1
