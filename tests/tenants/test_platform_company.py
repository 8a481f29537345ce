"""The platform's own company: made once, kept up to date, and its chat answers about Baton on the public site."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django.fixtures import Settings

from agents.models import Agent
from assistant.models import Article
from conversations.models import Conversation, Message
from conversations.platform import company
from conversations.platform.company import Operator
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.clients import HostClient

ASKED = {
    "How much is it?": "What Baton costs",
    "What does it cost for 3 people?": "What Baton costs",
    "we are a language school with 3 people, how much per month": "What Baton costs",
    "Can I import my articles from Zendesk?": "Coming from another help desk",
    "Is there a data processing agreement?": "An agreement on processing data",
    "how do i put this on my wordpress site": "Putting the chat on your site",
    "do you support 2fa?": "Signing in safely",
    "What happens if my card is declined?": "When a payment fails",
    "how do we cancel": "Cancelling",
    "how long does the trial last": "Trying it before deciding",
    "Is it open source?": "Running Baton yourself",
    "Will it import our FAQ?": "Bringing in your knowledge",
    "Where do you keep our data?": "Where your data lies",
}


@pytest.fixture(scope="module")
def operator() -> Operator:
    """The first operator, with a password."""
    return Operator("Olga", "Olga@baton.example", cast.PASSWORD)


def test_it_is_made_once_and_made_again_changes_nothing(own_database: str, operator: Operator) -> None:
    tenant = company.make(operator)
    assert company.make(Operator("Mallory", "mallory@x.example", "another password")).pk == tenant.pk
    assert Tenant.objects.filter(is_platform=True).count() == 1
    with current.entered(tenant):
        assert [(agent.email, agent.is_operator) for agent in Agent.objects.all()] == [("olga@baton.example", True)]
        stamps = list(Article.objects.values_list("title", "updated_at"))
    company.make(operator)
    with current.entered(tenant):
        assert list(Article.objects.values_list("title", "updated_at")) == stamps
        assert len(stamps) == len(company.articles()) >= 25


def test_its_articles_follow_the_code_and_the_operators_own_stay(own_database: str, operator: Operator) -> None:
    tenant = company.make(operator)
    with current.entered(tenant):
        Article.objects.filter(title="What Baton costs").update(body="A million.")
        Article.objects.create(title="Of before", body="Gone since.", tags=[company.TAG])
        Article.objects.create(title="Ours", body="Written by an operator.")
    company.make(operator)
    with current.entered(tenant):
        assert "Free costs nothing" in Article.objects.get(title="What Baton costs").body
        assert set(Article.objects.exclude(tags__contains=[company.TAG]).values_list("title", flat=True)) == {"Ours"}


def test_its_chat_answers_about_baton_and_passes_on_who_wants_a_person(own_database: str, operator: Operator) -> None:
    tenant = company.make(operator)
    wrong = {}
    with current.entered(tenant):
        for number, (question, title) in enumerate(ASKED.items()):
            conversation = cast.answered(cast.customer(f"visitor{number}"), question)
            answer = Message.objects.filter(conversation=conversation, author_kind="assistant").last()
            found = [source["title"] for source in answer.sources] if answer else []
            if found[:1] != [title]:
                wrong[question] = found
        person = cast.answered(cast.customer("last"), "I want to talk to a person")
        assert Conversation.objects.get(pk=person.pk).holder == "queue"
    assert not wrong


def test_the_landing_page_carries_its_chat(own_database: str, operator: Operator, public_client: Client) -> None:
    before = public_client.get("/")
    assert "widget.js" not in before.content.decode()
    company.make(operator)
    page = public_client.get("/")
    assert '<script async src="http://baton.localhost/widget.js"></script>' in page.content.decode()
    assert "script-src 'self' http://baton.localhost;" in page["Content-Security-Policy"]
    assert "frame-src http://baton.localhost;" in page["Content-Security-Policy"]


def test_an_operator_without_a_password_comes_in_by_a_printed_link_once(own_database: str, settings: Settings) -> None:
    settings.OPERATOR, settings.OPERATOR_PASSWORD, settings.ORIGIN = "o@baton.example", "", "http://localhost"
    told = StringIO()
    call_command("make_platform", stdout=told)
    [link] = [word for word in told.getvalue().split() if "/enter/" in word]
    assert link.startswith("http://baton.localhost/enter/")
    assert "http://baton.localhost/operators/" in told.getvalue()
    assert "http://baton.localhost/reset/" in told.getvalue()
    path = link.removeprefix("http://baton.localhost")
    assert HostClient("baton.localhost").get(path)["Location"] == "/console/welcome"
    assert HostClient("baton.localhost").get(path)["Location"] == "/sign-in/"


def test_an_operator_with_a_password_gets_no_link(own_database: str, settings: Settings) -> None:
    settings.OPERATOR, settings.OPERATOR_PASSWORD = "o@baton.example", cast.PASSWORD
    told = StringIO()
    call_command("make_platform", stdout=told)
    assert "/enter/" not in told.getvalue()
    assert cast.PASSWORD not in told.getvalue()
    cast.signed_in(HostClient("baton.localhost"), "o@baton.example")
