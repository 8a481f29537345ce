"""The matrix has teeth: without any one of these guards it fails, and with it it passes."""

import pytest

from tests.isolation.playing import Player
from tests.isolation.removals import REMOVALS, removed
from tests.isolation.stage import Company


@pytest.mark.parametrize("name", REMOVALS)
def test_a_guard_that_is_missing_is_missed(player: Player, theirs: Company, name: str) -> None:
    removal = REMOVALS[name]
    assert removal.question(player, theirs) == []
    with removed(removal):
        assert removal.question(player, theirs) != []
