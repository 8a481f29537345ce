"""A code by mail proves an address, once, for ten minutes, with five tries; and nothing tells who is known here."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from conversations import receive, tasks
from conversations.identity import codes
from conversations.identity.codes import Standing
from conversations.known import known
from conversations.models import Conversation, Customer, OneTimeCode, Proof
from conversations.widget import visitors
from tenants import jobs
from tenants.models import Job, Tenant
from tests import cast
from tests.identity.conftest import sent_code

JANE = "jane@example.org"


def says(conversation: Conversation, text: str) -> Conversation:
    receive.message(conversation.customer, text, client_id=cast.new_id())
    return Conversation.objects.select_related("customer").get(pk=conversation.pk)


@pytest.mark.parametrize("words", ["{}", "my code is {}", "{0[0]}{0[1]}{0[2]} {0[3]}{0[4]}{0[5]}", "Code: {}, thanks!"])
def test_the_right_code_proves_the_address(talk: Conversation, words: str) -> None:
    talk = says(talk, words.format(sent_code(talk, " Jane@Example.org")))
    assert known(talk).proven == {JANE}
    assert known(talk).how == "code"
    assert talk.customer.email == JANE
    assert codes.standing(talk) == Standing.NONE


def test_a_code_works_once(talk: Conversation) -> None:
    code = sent_code(talk)
    talk = says(talk, code)
    Proof.objects.all().delete()
    assert known(says(talk, code)).proven == frozenset()


def test_a_proof_ends(talk: Conversation) -> None:
    talk = says(talk, sent_code(talk))
    past = timezone.now() - timedelta(hours=2)
    Proof.objects.update(proven_at=past, expires_at=past + timedelta(hours=1))
    assert known(talk).proven == frozenset()


def test_the_sixth_try_is_too_late_even_with_the_right_code(talk: Conversation) -> None:
    code = sent_code(talk)
    wrong = "000000" if code != "000000" else "000001"
    for _ in range(codes.MOST_TRIES):
        assert codes.standing(talk) in {Standing.WAITING, Standing.WRONG}
        talk = says(talk, wrong)
    assert codes.standing(talk) == Standing.SPENT
    talk = says(talk, code)
    assert known(talk).proven == frozenset()
    assert talk.customer.email == ""


def test_one_message_is_one_try(talk: Conversation) -> None:
    code = sent_code(talk)
    guesses = " ".join(f"{number:06d}" for number in range(100) if f"{number:06d}" != code)
    talk = says(talk, guesses)
    assert OneTimeCode.objects.get().tries == 1
    assert codes.standing(talk) == Standing.WRONG
    assert codes.standing(says(talk, "One moment please")) == Standing.WAITING


def test_a_code_ends_after_ten_minutes(talk: Conversation) -> None:
    code = sent_code(talk)
    OneTimeCode.objects.update(sent_at=timezone.now() - timedelta(minutes=11))
    talk = says(talk, code)
    assert codes.standing(talk) == Standing.EXPIRED
    assert not Proof.objects.exists()


def test_only_the_newest_code_counts(talk: Conversation) -> None:
    before, after = sent_code(talk), sent_code(talk)
    if before != after:
        assert known(says(talk, before)).proven == frozenset()
    assert known(says(talk, after)).proven == {JANE}


def test_a_number_of_an_order_is_no_try(talk: Conversation) -> None:
    sent_code(talk)
    for text in ("LC-104233", "#104233", "1042334", "+49 151 123456789"):
        says(talk, text)
    assert OneTimeCode.objects.get().tries == 0


def test_the_code_of_another_customer_proves_nothing(talk: Conversation, in_acme: Tenant) -> None:
    code = sent_code(talk)
    other = cast.says(Customer.objects.create(name="Visitor 9Z"), code)
    assert known(other).proven == frozenset()
    assert OneTimeCode.objects.get().tries == 0


def test_too_many_letters_to_an_address_are_not_sent(talk: Conversation, in_acme: Tenant) -> None:
    for _ in range(codes.MOST_TO_ADDRESS):
        assert codes.send(talk, JANE)
    other = cast.says(Customer.objects.create(name="Visitor 9Z"), "Hello")
    jobs_before = Job.objects.filter(kind=codes.KIND).count()
    assert not codes.send(other, "JANE@example.org")
    assert Job.objects.filter(kind=codes.KIND).count() == jobs_before
    assert OneTimeCode.objects.count() == codes.MOST_TO_ADDRESS


def test_too_many_letters_for_a_visitor_are_not_sent(talk: Conversation) -> None:
    for number in range(codes.MOST_OF_CUSTOMER):
        assert codes.send(talk, f"{number}@example.org")
    assert not codes.send(talk, "one-more@example.org")


def test_the_letter_holds_the_code_and_no_table_does(talk: Conversation, letters_leave: None) -> None:
    talk.language = "de"
    code = sent_code(talk)
    job = Job.objects.get(kind=codes.KIND)
    assert code not in str(job.ids) + str(OneTimeCode.objects.values())
    assert jobs.run(job.pk, tasks.work)
    (letter,) = mail.outbox
    assert letter.to == [JANE]
    assert "".join(re.findall(r"\d{3} \d{3}", str(letter.body))).replace(" ", "") == code
    assert letter.subject == "Ihr Code für Acme Bicycles"


def test_a_used_code_is_not_sent_again(talk: Conversation, letters_leave: None) -> None:
    says(talk, sent_code(talk))
    jobs.run(Job.objects.get(kind=codes.KIND).pk, tasks.work)
    assert mail.outbox == []


def test_after_the_proof_the_tokens_of_before_are_over(talk: Conversation) -> None:
    thief = owner = visitors.token(talk.customer)
    stored = receive.message(talk.customer, sent_code(talk), client_id=cast.new_id())
    assert stored.renewed
    assert visitors.known(thief) is None
    customer, token = visitors.renewed(talk.customer, owner)
    assert visitors.known(token) == customer == talk.customer


def test_a_wrong_code_ends_no_token(talk: Conversation) -> None:
    token, code = visitors.token(talk.customer), sent_code(talk)
    stored = receive.message(talk.customer, "000000" if code != "000000" else "000001", client_id=cast.new_id())
    assert not stored.renewed
    assert visitors.known(token) == talk.customer


def test_a_message_without_digits_asks_nothing_about_codes(
    talk: Conversation, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert not codes.hear(talk, "Hello there", seq=2)
