"""Pasted text, Markdown and CSV become articles; what cannot is named with its place."""

import codecs

import pytest

from assistant.knowledge.articles import Draft
from assistant.knowledge.importing import drafts, markdown, tables, texts
from assistant.knowledge.importing.drafts import Problem


def pasted(text: str, title: str = "") -> list[tuple[str, str]]:
    return [(draft.title, draft.body) for draft in markdown.of_paste(text, title=title)]


def of_file(text: str, name: str = "help/parking-lot.md") -> list[Draft]:
    return list(markdown.of_file(text, name=name))


def rows(text: str) -> list[tuple[str, str]]:
    return [(one.title, one.body) for one in tables.of_file(text, name="f.csv") if isinstance(one, Draft)]


def wrong(text: str) -> list[str]:
    gathered = drafts.sift(tables.of_file(text, name="f.csv"), spoken="en")
    return [f"{problem.where}: {problem.message}" for problem in gathered.problems]


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("# A\none\n\n# B\ntwo", [("A", "one"), ("B", "two")]),
        ("## A\none\n## B ##\ntwo\n### C\nthree", [("A", "one"), ("B", "two\n### C\nthree")]),
        ("# FAQ\n## A\none\n## B\ntwo", [("A", "one"), ("B", "two")]),
        ("# FAQ\nHello.\n## A\none", [("FAQ", "Hello."), ("A", "one")]),
        ("Before.\n# A\none", [("Before.", "Before."), ("A", "one")]),
        (
            "# A\n```\n# not a heading\n```\n~~~\n# nor this\n~~~",
            [("A", "```\n# not a heading\n```\n~~~\n# nor this\n~~~")],
        ),
        ("#no heading\ntext", [("no heading", "#no heading\ntext")]),
        (
            "When do you open?\nAt nine.\n\nAnd close?\n\nAt six.",
            [("When do you open?", "At nine."), ("And close?", "At six.")],
        ),
        ("Q: When?\nA: At nine.", [("When?", "A: At nine.")]),
        ("1. When?\nAt nine.\n\n2. Where?\nHere.", [("When?", "At nine."), ("Where?", "Here.")]),
        ("We are open. Are you coming? Yes.", [("We are open. Are you coming? Yes.",) * 2]),
        ("# Only a heading", [("Only a heading", "")]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_pasted_text_is_parted_at_its_headings(text: str, articles: list[tuple[str, str]]) -> None:
    assert pasted(text) == articles


def test_pasted_text_without_headings_takes_the_title_given() -> None:
    assert pasted("Some words.", "About us") == [("About us", "Some words.")]
    assert len(pasted("word " * 100)[0][0]) <= 81


def test_a_markdown_file_is_one_article_with_its_front_matter() -> None:
    (made,) = of_file(
        "---\ntitle: 'Parking: where'\nauthor: x\ntags: [shop, \"car\"]\nlang: DE\nquestions:\n  - Where can I park?\n"
        "  - May I?\n---\n# Parking\nBehind the shop.\n\n## Cost\nFree.\n"
    )
    assert made == Draft(
        "Parking: where",
        "Behind the shop.\n\n## Cost\nFree.",
        questions=("Where can I park?", "May I?"),
        language="de",
        tags=("shop", "car"),
    )


def test_a_markdown_file_without_any_of_it_is_called_as_the_file() -> None:
    assert [(one.title, one.body) for one in of_file("Behind the shop.")] == [("parking lot", "Behind the shop.")]
    assert [(one.title, one.body) for one in of_file("# A\none\n# B\ntwo")] == [("A", "one"), ("B", "two")]
    assert [(one.title, one.where) for one in of_file("intro\n# A\none")] == [
        ("parking lot", "help/parking-lot.md, line 1"),
        ("A", "help/parking-lot.md, line 2"),
    ]


def test_lines_that_begin_with_a_question_mark_are_questions() -> None:
    (made,) = of_file("# Parking\n? Where can I park?\n? Parking\n\nBehind the shop.")
    assert (made.questions, made.body) == (("Where can I park?", "Parking"), "Behind the shop.")


@pytest.mark.parametrize("text", ["---\ntitle: A\nno end", "---", "----\ntitle: A\n----\nx", "---\n- x\n---\nbody"])
def test_broken_front_matter_is_text(text: str) -> None:
    assert of_file(text)[0].title == "parking lot"


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_a_table_is_read_with_any_usual_delimiter(sign: str) -> None:
    table = sign.join(["Question", "Answer"]) + "\r\n" + sign.join(['"When, and; |\twhere?"', "Nine"]) + "\r\n"
    assert rows(table) == [("When, and; |\twhere?", "Nine")]


def test_a_table_has_questions_language_and_tags() -> None:
    table = "title,body,questions,language,tags,internal\nA,one,Q1?|Q2?,de_AT,x;y,no\nB,two,,,,\n"
    first, second = tables.of_file(table, name="f.csv")
    assert first == Draft("A", "one", questions=("Q1?", "Q2?"), language="de", tags=("x", "y"))
    assert isinstance(second, Draft)
    assert second.language is None
    assert drafts.sift([second], spoken="en").drafts[0].questions == ()


@pytest.mark.parametrize("names", ["Titel;Antwort", "pregunta_x;título;respuesta", "TITLE ; Text"])
def test_columns_are_known_by_several_names(names: str) -> None:
    table = names + "\n" + ";".join(["x"] * names.count(";") + ["y"])
    assert rows(table) == [("x", "y")]


@pytest.mark.parametrize(
    ("table", "problems"),
    [
        ("a,b\n1,2", ["f.csv, line 1: There is no column called title or question. The first line names the columns."]),
        (
            "title,x\n1,2",
            ["f.csv, line 1: There is no column called body or answer. The first line names the columns."],
        ),
        ("title,body\nA", ["f.csv, line 2: The line has 1 fields, and title and body need 2."]),
        (
            "title,body\n,x\nA,\nB,y",
            ["f.csv, line 2: There is no title.", "f.csv, line 3: There is no text below the title."],
        ),
        (
            'title,body\n"A\n",x\nA,y',
            ["f.csv, line 4: The same title stands in f.csv, line 2 already; this one was left out."],
        ),
        ("title,body\n" + "x" * 201 + ",y", ["f.csv, line 2: The title has more than 200 letters."]),
        ("title,body,language\nA,x,English", ["f.csv, line 2: The language is not written like en or de."]),
        ("title,body,tags\nA,x," + "t" * 41, ["f.csv, line 2: A tag has more than 40 letters."]),
    ],
)
def test_each_wrong_line_is_named(table: str, problems: list[str]) -> None:
    assert wrong(table) == problems


def test_a_field_that_is_too_long_is_a_problem_and_the_rest_is_read() -> None:
    found = list(tables.of_file("title,body\nA,one\nB," + "x" * 200_000 + "\nC,three", name="f.csv"))
    assert [one.title for one in found if isinstance(one, Draft)] == ["A", "C"]
    assert [one.where for one in found if isinstance(one, Problem)] == ["f.csv, line 3"]


def test_two_thousand_articles_are_the_most() -> None:
    gathered = drafts.sift((Draft(str(number), "x", language="en") for number in range(2005)), spoken="en")
    assert (len(gathered.drafts), len(gathered.problems)) == (2000, 5)


def test_the_language_is_heard_where_it_is_not_told() -> None:
    found = drafts.sift(
        [
            Draft("Wo ist mein Paket?", "Ihr Paket kommt in zwei bis vier Werktagen an."),
            Draft("Delivery", "Your parcel arrives within two to four working days."),
            Draft("???", "1234"),
        ],
        spoken="fr",
    )
    assert [draft.language for draft in found.drafts] == ["de", "en", "fr"]


@pytest.mark.parametrize(
    "content",
    [
        "Größe – “ok”\nx".encode(),
        codecs.BOM_UTF8 + "Größe – “ok”\nx".encode(),
        "Größe – “ok”\r\nx".encode("utf-16"),
        codecs.BOM_UTF16_BE + "Größe – “ok”\rx".encode("utf-16-be"),
        "Größe – “ok”\r\nx".encode("cp1252"),
    ],
)
def test_the_encoding_is_found(content: bytes) -> None:
    assert texts.decode(content) == "Größe – “ok”\nx"


@pytest.mark.parametrize(
    "content", [b"\x00\x01\x02", b"PK\x03\x04\x00\x00", codecs.BOM_UTF16_LE + b"\x00", bytes(range(256))]
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(texts.NoTextError):
        texts.decode(content)
