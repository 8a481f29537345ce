"""The two companies of the isolation suite, whose things the operations are played with."""

from tests.isolation.conftest import dns, folder, ours, player, quiet, theirs

__all__ = ["dns", "folder", "ours", "player", "quiet", "theirs"]
