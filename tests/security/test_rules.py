"""Our own rules of safe code find what they should and leave alone what is meant; `make check` looks with them."""

from collections import defaultdict
from pathlib import Path

from tests.security import scanning


def test_each_rule_finds_every_bad_example_and_no_good_one(tmp_path: Path) -> None:
    rules = scanning.rules()
    bad: set[tuple[str, str]] = set()
    good: set[tuple[str, str]] = set()
    for rule in rules:
        for kind, examples, wanted in (("bad", rule.bad, bad), ("good", rule.good, good)):
            for number, example in enumerate(examples):
                at = Path(rule.place)
                place = at.with_name(f"{rule.name}_{kind}_{number}{at.suffix}")
                (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / place).write_text(example + "\n")
                wanted.add((rule.name, str(place)))
    found = set(scanning.found(tmp_path))
    assert sorted(bad - found) == []
    assert sorted(good & found) == []


def test_each_rule_has_both_kinds_of_examples_and_a_name_of_its_own() -> None:
    named = defaultdict(list)
    for rule in scanning.rules():
        named[rule.name].append(rule)
        assert rule.bad, rule.name
        assert rule.good, rule.name
    assert len(named) >= 15
    assert [name for name, several in named.items() if len(several) > 1] == []
