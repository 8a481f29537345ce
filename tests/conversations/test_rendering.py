"""Untrusted text becomes safe HTML in one place."""

import re
from html import unescape

import pytest

from conversations import rendering
from tests.bad_input.scripts import SCRIPTS

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "[click](JaVaScRiPt:alert(1))",
    "[click](data:text/html;base64,PHNjcmlwdD4=)",
    "[click](vbscript:msgbox)",
    "![pixel](https://evil.example/track.gif)",
    "<a href='javascript:alert(1)'>x</a>",
    "<svg/onload=alert(1)>",
    "<iframe src='https://evil.example'></iframe>",
    "<style>*{display:none}</style>",
    '"><b onmouseover=alert(1)>',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<https://example.org/><script>alert(1)</script>",
    "[x](https://example.org 'onmouseover=alert(1)')",
    "```\n</code></pre><script>alert(1)</script>\n```",
]
ALLOWED = re.compile(
    r"</?(?:p|br|strong|em|ul|ol|li|code|pre|blockquote|h3|hr|a)(?: (?:href|rel|target)=\"[^\"<>]*\")*>"
)


@pytest.mark.parametrize("kind", ["customer", "assistant", "agent"])
@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_survives(text: str, kind: str) -> None:
    html = rendering.html(text, author_kind=kind)
    assert "<" not in ALLOWED.sub("", html)
    assert not re.search(r'href="(?!https?:|mailto:)', html)


@pytest.mark.parametrize("kind", ["customer", "assistant", "agent"])
def test_of_six_hundred_scripts_none_becomes_markup_or_an_address(kind: str) -> None:
    assert len(SCRIPTS) >= 600
    for text in SCRIPTS:
        html = rendering.html(text, author_kind=kind)
        assert "<" not in ALLOWED.sub("", html), text
        assert not [tag for tag in ALLOWED.findall(html) if re.search(r'href="(?!https?:|mailto:)', tag)], text


def test_a_customers_script_is_read_as_it_was_written() -> None:
    for text in SCRIPTS:
        shown = unescape(re.sub(r"<[^>]*>", "", rendering.html(text, author_kind="customer")))
        assert "".join(shown.split()) == "".join(text.split())


def test_a_customers_markdown_stays_text() -> None:
    assert rendering.html("**bold**\nnext\n\npart", author_kind="customer") == "<p>**bold**<br>next</p><p>part</p>"


def test_an_agents_markdown_is_rendered() -> None:
    html = rendering.html("# Title\n\n- **one**\n- [two](https://example.org/a?b=1)", author_kind="agent")
    assert "<h3>Title</h3>" in html
    assert "<strong>one</strong>" in html
    assert 'href="https://example.org/a?b=1"' in html
    assert 'rel="noopener noreferrer nofollow"' in html
