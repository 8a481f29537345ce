"""The platform's letters: in text and HTML, from the platform, and told in words when no server takes them."""

import pytest
from pytest_django.fixtures import Settings

from tenants import post
from tenants.post import Letter, Link, MailNotTakenError
from tests.mail.postbox import Postbox, part

LETTER = Letter(
    subject="Open\nyour workspace",
    opening=("Hello <Ada>,",),
    button=Link("Open it", "http://localhost/verify/x/?a=1&b=2"),
    links=(Link("Acme", "http://acme.localhost/"),),
    closing=("You did not ask? Then do nothing.",),
)


def test_a_letter_leaves_as_text_and_as_escaped_html(box: Postbox) -> None:
    post.write("ada@example.org", LETTER)
    mail = box.only()
    assert (mail["From"], mail["To"]) == ("Baton <hello@localhost>", "ada@example.org")
    assert (mail["Subject"], mail["Auto-Submitted"]) == ("Open your workspace", "auto-generated")
    text, html = part(mail, "plain").replace("\r\n", "\n"), part(mail, "html")
    assert "Hello <Ada>,\n" in text
    assert "Open it:\nhttp://localhost/verify/x/?a=1&b=2\n" in text
    assert "Hello &lt;Ada&gt;," in html
    assert 'href="http://localhost/verify/x/?a=1&amp;b=2"' in html
    assert all("http://acme.localhost/" in body for body in (text, html))


def test_a_refusal_is_told_without_the_address(box: Postbox) -> None:
    box.says = "550 Nobody here of that name"
    with pytest.raises(MailNotTakenError, match=r"^the mail server answered 550$"):
        post.write("ada@example.org", LETTER)


def test_without_a_mail_server_the_reason_names_the_setting(settings: Settings) -> None:
    settings.MAIL_LEAVES = False
    with pytest.raises(MailNotTakenError, match="EMAIL_URL"):
        post.write("ada@example.org", LETTER)
