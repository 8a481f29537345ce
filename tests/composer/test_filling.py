"""Variables are filled, and what has no value is named before anything is sent."""

import pytest

from conversations.canned.filling import fill, unknown


@pytest.mark.parametrize(
    ("text", "filled", "missing"),
    [
        ("Hello", "Hello", ()),
        ("Hi {{customer.first_name}}!", "Hi Carol!", ()),
        ("Hi {{ customer.first_name }}, {{customer.first_name}}", "Hi Carol, Carol", ()),
        ("Order {{order.number}}, {{order.number}}", "Order {{order.number}}, {{order.number}}", ("order.number",)),
        ("{{nothing.such}} {{Not One}} {{}}", "{{nothing.such}} {{Not One}} {{}}", ("nothing.such",)),
        ("Hi {{customer.first_name|there}}!", "Hi Carol!", ()),
        ("Order {{order.number | of yours }}, paid{{order.total|}}.", "Order of yours, paid.", ()),
        (
            "{{nothing.such|x}} {{order.number|{{x}}}}",
            "{{nothing.such|x}} {{order.number|{{x}}}}",
            ("nothing.such", "x"),
        ),
        ("{{customer.name}}", "{{order.number}}", ()),  # a value is never filled itself
    ],
)
def test_variables_are_filled(text: str, filled: str, missing: tuple[str, ...]) -> None:
    known = {"customer.first_name": "Carol", "customer.name": "{{order.number}}", "order.number": None}
    found = fill(text, known)
    assert (found.text, found.missing) == (filled, missing)


def test_variables_that_there_are_not_are_named() -> None:
    assert unknown("{{customer.nmae|you}}") == ("customer.nmae",)
    assert unknown("{{customer.name}} {{customer.nmae}} {{order}} {{order}}") == ("customer.nmae", "order")
