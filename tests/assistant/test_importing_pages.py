"""Web pages: the main text as Markdown without menus, what robots may read, and hostile pages in time."""

import json
import time

import pytest

from assistant.knowledge.importing import pages, robots
from assistant.knowledge.importing.pages import Page

URL = "https://shop.example/help/index.html"


def read(html: str) -> Page:
    return pages.read(html.encode(), "text/html; charset=utf-8", url=URL)


def test_the_main_text_is_kept_with_its_shape() -> None:
    page = read(
        """<!doctype html><html lang="de-AT"><head><title>Versand | Shop</title><style>p{}</style></head><body>
        <header><h1>SHOP</h1></header><nav><a href="/a">Menu</a></nav>
        <main><h1>Versand &amp; Lieferung</h1><p>Wir liefern in <b>zwei</b> bis vier Tagen.<br>Auch ins
        Ausland, und das seit vielen Jahren.</p><h2>Ausland</h2><ul><li>EU: 3 Tage</li><li>Welt<ul><li>9 Tage</ul></ul>
        <table><tr><th>Land<th>Preis<tr><td>AT<td>5</table><h3>Leer</h3></main>
        <aside>Werbung</aside><footer>Impressum</footer><script>alert(1)</script></body></html>"""
    )
    assert (page.title, page.language) == ("Versand & Lieferung", "de")
    assert page.body == (
        "Wir liefern in zwei bis vier Tagen.\nAuch ins Ausland, und das seit vielen Jahren.\n\n## Ausland\n\n"
        "- EU: 3 Tage\n- Welt\n  - 9 Tage\n\nLand | Preis\n\nAT | 5"
    )


def test_a_row_of_cells_with_one_paragraph_each_is_a_line_and_longer_cells_keep_theirs() -> None:
    page = read(
        "<table><tr> <td> <p>Mon</p> </td> <td><p>9 to 17</p></td></tr>"
        "<tr><td><div><p>We open early.</p><p>We close late.</p></div></td></tr>"
        "<tr><td>Also<p>on Sundays</td></tr></table>"
    )
    assert page.body == "Mon | 9 to 17\n\nWe open early.\n\nWe close late.\n\nAlso\n\non Sundays"


def test_a_page_without_a_main_part_loses_its_menus_all_the_same() -> None:
    page = read(
        "<title>Parking - Shop</title><div><a href=/1>One</a> <a href=/2>Two</a></div><div>Park behind the shop, "
        "see <a href=/map>the map</a>.</div><ul><li><a href=/3>Three</a></li></ul>"
    )
    assert (page.title, page.body) == ("Parking", "Park behind the shop, see the map.")


def test_links_lead_to_the_same_site_only_and_to_pages() -> None:
    page = read(
        '<a href="/a">a</a><a href="b?x=1&amp;y=2#part">b</a><a href="/a#other">a</a><a href="https://shop.example:443/c">c</a>'
        '<a href="http://shop.example/d">d</a><a href="//evil.example/">e</a><a href="javascript:alert(1)">f</a>'
        '<a href="/file.PDF">g</a><a href="mailto:x@y.example">h</a><a href="https://[::1/">i</a><a>j</a>'
    )
    assert page.links == ("https://shop.example/a", "https://shop.example/help/b?x=1&y=2")


def test_questions_marked_up_for_search_engines_become_entries() -> None:
    told = {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": ["WebPage", "FAQPage"],
                "mainEntity": [
                    {"@type": "Question", "name": "Where?", "acceptedAnswer": {"text": "<p>Here.</p><ul><li>Or there"}},
                    {"@type": "Question", "name": None},
                    "nonsense",
                ],
            }
        ],
    }
    page = read(
        f'<script type="application/ld+json">{json.dumps(told)}</script><script type="application/ld+json">{{</script>'
    )
    assert [(entry.question, entry.answer) for entry in page.entries] == [("Where?", "Here.\n\n- Or there")]


@pytest.mark.parametrize(
    ("content", "kept", "followed"),
    [
        ("noindex", False, True),
        ("nofollow", True, False),
        ("NONE", False, False),
        ("index, follow", True, True),
        ("noindex,nofollow", False, False),
    ],
)
def test_the_pages_own_words_to_robots_count(content: str, kept: bool, followed: bool) -> None:  # noqa: FBT001
    page = read(f'<meta name="robots" content="{content}">')
    assert (page.may_be_kept, page.may_be_followed) == (kept, followed)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("<p>Größe".encode("iso-8859-1"), "text/html; charset=ISO-8859-1"),
        (b'<meta charset="iso-8859-1"><p>' + "Größe".encode("iso-8859-1"), "text/html"),
        ("<p>Größe".encode(), "text/html"),
        ("<p>Größe".encode("cp1252"), "text/html"),
        ("<p>Größe".encode(), "text/html; charset=no-such-thing"),
        ("<p>Größe".encode(), "text/html; charset=hex"),
    ],
)
def test_the_encoding_is_found(content: bytes, kind: str) -> None:
    assert pages.read(content, kind, url=URL).body == "Größe"


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 300_000,
        "<a href=/x>" * 100_000,
        "<" * 1_000_000,
        "<!--" * 250_000,
        "<![CDATA[" * 100_000,
        "<p " + "a=b " * 250_000,
        '<a href="' + "x" * 1_000_000,
        "<title>" * 140_000,
        "<meta " * 160_000,
        "<html " * 160_000,
        '<script type="application/ld+json">' + "[" * 900_000 + "</script>",
        "application/ld+json" * 50_000,
        "<li>" * 250_000,
        "<table>" * 100_000 + "x",
        "&#" * 400_000,
        "& " * 400_000,
        "&notanentity;" * 80_000,
        "\x00\ud800" * 10,
    ],
    ids=range(18),
)
def test_a_hostile_page_takes_a_moment(html: str) -> None:
    began = time.monotonic()
    pages.read(html.encode("utf-8", "surrogatepass"), "text/html; charset=utf-8", url=URL)
    assert time.monotonic() - began < 12


def test_nothing_of_a_page_becomes_markup() -> None:
    page = read("<p>one &lt;script&gt;alert(1)&lt;/script&gt;<img src=x onerror=alert(1)><svg onload=x></svg>two")
    assert page.body == "one <script>alert(1)</script>two"  # words, which are escaped where they are shown


RULES = """
# a comment
User-agent: *
Disallow: /private
Allow: /private/open$
Disallow: /*.php$
Disallow: /search?*q=
Disallow:

User-agent: Other
User-agent: BATON
Disallow: /ours
Allow: /ours/*/good
"""


@pytest.mark.parametrize(
    ("path", "for_us", "for_all"),
    [
        ("/", True, True),
        ("/private", True, False),
        ("/private/x", True, False),
        ("/private/open", True, True),
        ("/private/open/x", True, False),
        ("/a.php", True, False),
        ("/a.php?x", True, True),
        ("/search?x=1&q=2", True, False),
        ("/%70rivate", True, False),
        ("/ours/x", False, True),
        ("/ours/x/good", True, True),
        ("/OURS", True, True),
    ],
)
def test_robots_txt_is_read_as_the_standard_says(path: str, for_us: bool, for_all: bool) -> None:  # noqa: FBT001
    url = f"https://shop.example{path}"
    assert robots.may_read(RULES, url) is for_us
    assert robots.may_read(RULES.replace("BATON", "Third"), url) is for_all


@pytest.mark.parametrize("rules", ["", "nonsense", "Disallow: /", "User-agent: *\nDisallow:", "<html>Not found</html>"])
def test_no_rule_allows_all(rules: str) -> None:
    assert robots.may_read(rules, "https://shop.example/x")


def test_hostile_rules_take_a_moment() -> None:
    began = time.monotonic()
    rules = "User-agent: *\n" + ("Disallow: /" + "*a" * 200 + "b\n") * 2500
    assert robots.may_read(rules, "https://shop.example/" + "a" * 1900)
    assert time.monotonic() - began < 3
