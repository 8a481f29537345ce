"""Public ids: prefixed, sortable, strict."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenants import ids


@given(st.uuids())
def test_every_uuid_comes_back(value: uuid.UUID) -> None:
    assert ids.decode("conv", ids.encode("conv", value)) == value


@given(st.uuids(), st.uuids())
def test_ids_sort_as_their_uuids(one: uuid.UUID, other: uuid.UUID) -> None:
    assert (ids.encode("msg", one) < ids.encode("msg", other)) == (one.int < other.int)


@given(st.text(max_size=40))
def test_nothing_else_is_an_id(text: str) -> None:
    with pytest.raises(ValueError, match="not an id"):
        ids.decode("conv", text)


def test_one_kind_is_not_another() -> None:
    with pytest.raises(ValueError, match="agt_"):
        ids.decode("agt", ids.encode("conv", ids.uuid7()))


def test_new_ids_rise_with_time() -> None:
    made = [ids.uuid7() for _ in range(200)]
    assert [value.version for value in made] == [7] * 200
    assert {value.variant for value in made} == {uuid.RFC_4122}
    until_the_chance = [value.int >> 64 for value in made]
    assert until_the_chance == sorted(until_the_chance)
    assert len(set(until_the_chance)) > len({value.int >> 80 for value in made}), "all within a millisecond are equal"
