"""A run writes its own section of docs/reliability.md and no other's."""

from pathlib import Path

import pytest

from tests import tables

BEFORE = "# Title\n\n<!-- load -->\nold\n<!-- /load -->\n\n<!-- burst -->\nother\n<!-- /burst -->\n"


def test_a_section_is_replaced_and_the_rest_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.md"
    page.write_text(BEFORE)
    monkeypatch.setenv("BATON_WRITE", "1")
    tables.write("load", "\nnew\n\n| a |\n", page=page)
    assert page.read_text() == BEFORE.replace("old\n", "new\n\n| a |\n")
    with pytest.raises(ValueError, match="no place for storm"):
        tables.write("storm", "lost", page=page)
    assert "lost" not in page.read_text()


def test_nothing_is_written_unasked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.md"
    page.write_text(BEFORE)
    monkeypatch.delenv("BATON_WRITE", raising=False)
    tables.write("load", "new", page=page)
    assert page.read_text() == BEFORE
    assert capsys.readouterr().out == "\nnew\n\n"


def test_every_section_of_the_page_has_both_marks() -> None:
    text = tables.PAGE.read_text()
    names = [line[5:-4] for line in text.splitlines() if line.startswith("<!-- ") and not line.startswith("<!-- /")]
    assert {"load", "faults", "hosts", "frames", "restore"} <= set(names)
    for name in names:
        assert tables.replaced(text, name, "x").count(f"<!-- /{name} -->") == 1


def test_a_figure_says_whether_it_is_kept() -> None:
    assert [tables.kept(200, 200), tables.kept(500, 200)] == ["kept", "**not kept**: 2.5 times"]
    assert tables.table(["a", "b"], [["c", 1]]) == "| a | b |\n| --- | --- |\n| c | 1 |"
    assert "cores, load" in tables.machine()
