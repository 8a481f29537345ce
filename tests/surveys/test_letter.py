"""The letter to whom the widget did not reach: its links store nothing, its page's button does, one can stop it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from pytest_django.fixtures import Settings

from agents.models import Agent
from conversations import tasks
from conversations.models import AskedBy, Conversation, Customer, Survey, SurveySettings
from conversations.surveys import asking, words
from tenants import jobs, proofs
from tenants.models import Job
from tenants.post import MailNotTakenError
from tests import stored
from tests.clients import HostClient
from tests.mail.postbox import Postbox, part, postbox, text_of
from tests.surveys import told


@pytest.fixture
def box(settings: Settings) -> Iterator[Postbox]:
    """A mail server, with Baton set up to send by it and to ask by mail."""
    with postbox() as running:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running.port
        settings.MAIL_LEAVES, settings.ORIGIN = True, "http://baton.localhost:8000"
        yield running


@pytest.fixture
def over(box: Postbox, carol: Customer) -> Conversation:
    """A conversation of Carol's that the assistant had and that is resolved; letters are on."""
    SurveySettings.objects.create(by_mail=True)
    return told.by_assistant(carol)


def post_letter() -> None:
    """Do the job that was written as it was resolved."""
    job = Job.objects.get(kind="survey_letter")
    Job.objects.filter(pk=job.pk).update(run_at=timezone.now())
    assert jobs.run(job.pk, tasks.work)


class Links(HTMLParser):
    """The addresses that a letter's HTML links to, or a form's choices that are marked."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.checked: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what leads on, and what is marked."""
        given = dict(attrs)
        if tag == "a":
            self.found.append(str(given["href"]))
        if tag == "input" and "checked" in given:
            self.checked.append(f"{given['name']}={given['value']}")


def paths(box: Postbox) -> list[str]:
    """Where the letter leads, without the host."""
    return [
        f"{urlsplit(link).path}?{urlsplit(link).query}".rstrip("?") for link in Links(part(box.only(), "html")).found
    ]


def browser(*, csrf: bool = False) -> HostClient:
    """Anybody's browser."""
    return HostClient("acme.localhost", enforce_csrf_checks=csrf)


def test_the_letter_asks_in_the_customers_language_and_a_reply_goes_into_the_conversation(
    over: Conversation, box: Postbox
) -> None:
    Conversation.objects.update(language="de")
    post_letter()
    mail = box.only()
    assert (mail["To"], mail["Subject"]) == ("carol@example.org", "Wie war unsere Hilfe? Eine Frage von Acme Bicycles")
    assert mail["Reply-To"].startswith("reply+")
    assert (mail["Auto-Submitted"], mail["List-Unsubscribe-Post"]) == ("auto-generated", "List-Unsubscribe=One-Click")
    assert "Sehr schlecht" in text_of(mail)
    assert words.day(Survey.objects.get().ended_at, "de") in text_of(mail)
    assert [path.rpartition("?")[2] for path in paths(box)[:5]] == ["s=5", "s=4", "s=3", "s=2", "s=1"]
    survey = Survey.objects.get()
    assert (survey.channel, survey.token_hash) == (AskedBy.MAIL, proofs.digest(asking.token(survey)))
    assert asking.token(survey) not in str(Survey.objects.values().get())


def test_the_day_is_the_companys_and_written_as_the_language_does(over: Conversation) -> None:
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert [words.day(late, language) for language in ("en", "de", "fr")] == [
        "22 Nov 2026",
        "22. November 2026",
        "22 novembre 2026",
    ]


def test_whoever_follows_every_link_stores_nothing(over: Conversation, box: Postbox) -> None:
    post_letter()
    before, survey = stored.everything(), Survey.objects.values().get()
    for path in paths(box):
        for method in ("get", "head", "options"):
            assert getattr(browser(), method)(path).status_code in {200, 405}
    assert stored.everything() == before
    assert Survey.objects.values().get() == survey


def test_the_page_marks_the_links_choice_and_its_button_keeps_it(over: Conversation, box: Postbox) -> None:
    post_letter()
    path = paths(box)[1]
    client = browser(csrf=True)
    page = client.get(path)
    assert Links(page.content.decode()).checked == ["satisfaction=4"]
    assert "<script" not in page.content.decode()
    assert (page["Referrer-Policy"], page["X-Frame-Options"]) == ("no-referrer", "DENY")
    rating = {"satisfaction": "4", "effort": "2", "comment": "Too many forms."}
    assert not client.cookies
    told_by_browsers = {"Origin": "null"}  # of a page that tells no referrer
    assert client.post(path, rating, follow=True, headers=told_by_browsers).status_code == 200
    survey = Survey.objects.get()
    assert (survey.satisfaction, survey.effort, survey.comment) == (4, 2, "Too many forms.")
    again = client.get(path.partition("?")[0]).content.decode()
    assert words.THANKS["en"] in again
    assert Links(again).checked == ["satisfaction=4", "effort=2"]


def test_what_is_over_or_wrong_is_said_and_changes_nothing(over: Conversation, box: Postbox) -> None:
    post_letter()
    path = paths(box)[0].partition("?")[0]
    assert browser().post(path, {"satisfaction": "9"}).status_code == 422
    assert browser().post(path, {"comment": "Hm"}).status_code == 422
    assert browser().post(path, {"satisfaction": "1"}).status_code == 302
    Survey.objects.update(answered_at=timezone.now() - timedelta(minutes=11))
    late = browser().post(path, {"satisfaction": "5"})
    assert (late.status_code, words.OVER["en"] in late.content.decode()) == (409, True)
    assert Survey.objects.get().satisfaction == 1
    assert browser().get("/r/nonsense").status_code == 404
    assert HostClient("globex.localhost").get(path).status_code == 404


def test_who_guesses_addresses_is_slowed_down(over: Conversation) -> None:
    answers = [browser().get(f"/r/{number}").status_code for number in range(42)]
    assert (answers[0], answers[-1]) == (404, 429)


def test_one_click_of_a_mail_program_ends_the_questions_for_good(
    over: Conversation, box: Postbox, carol: Customer, bob: Agent
) -> None:
    post_letter()
    address = urlsplit(box.only()["List-Unsubscribe"].strip(" <>")).path
    assert Survey.objects.get().refused_at is None
    stopped = browser(csrf=True).post(address, {"List-Unsubscribe": "One-Click"})
    assert stopped.status_code == 302
    assert Survey.objects.get().refused_at is not None
    assert browser().post(address.removesuffix("/stop"), {"satisfaction": "1"}).status_code == 409
    SurveySettings.objects.update(every_days=0)
    told.again(carol, bob)
    post_letter()
    assert len(box.came) == 1


def test_who_was_asked_by_the_widget_gets_no_letter(over: Conversation, box: Postbox, carol: Customer) -> None:
    told.asked(carol)
    post_letter()
    assert not box.came


def test_a_letter_that_never_left_asked_nobody(over: Conversation, box: Postbox) -> None:
    box.says = "451 later"
    job = Job.objects.get(kind="survey_letter")
    Job.objects.filter(pk=job.pk).update(run_at=timezone.now())
    with pytest.raises(MailNotTakenError):
        jobs.run(job.pk, tasks.work)
    assert Survey.objects.count() == 1
    Job.objects.filter(pk=job.pk).update(run_at=timezone.now(), attempts=jobs.MOST_ATTEMPTS - 1)
    with pytest.raises(MailNotTakenError):
        jobs.run(job.pk, tasks.work)
    assert not Survey.objects.exists()


def test_the_words_are_there_in_all_seven_languages() -> None:
    languages = {"en", "de", "fr", "es", "pt", "it", "nl"}
    told_of = {name: value for name, value in vars(words).items() if name.isupper()}
    assert len(told_of) > 15
    assert {name for name, value in told_of.items() if set(value) != languages} == set()
    assert {len(steps) for labels in (words.SATISFACTION, words.EFFORT) for steps in labels.values()} == {5}
