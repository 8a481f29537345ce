"""What the desk says of a handover, in the reader's language where the words are Baton's own."""

from django.utils.translation import override

from conversations import labels
from escalation.defaults import DEFAULT_RULES


def test_the_rules_that_come_with_baton_speak_german() -> None:
    with override("de"):
        for rule in DEFAULT_RULES["rules"]:
            assert labels.of_rule(rule["label"]) != rule["label"]
            assert labels.reason(rule["reason"]) != rule["reason"]


def test_the_quote_behind_a_reason_stays_as_the_customer_wrote_it() -> None:
    stored = "The customer is angry or frustrated: “It is a joke.”."
    assert labels.reason(stored) == stored
    with override("de"):
        assert labels.reason(stored) == "Der Kunde ist verärgert oder frustriert: “It is a joke.”."


def test_what_a_company_wrote_is_never_translated() -> None:
    with override("de"):
        assert labels.of_rule("Orders") == "Orders"
        assert labels.reason("The customer is angry.") == "The customer is angry."
