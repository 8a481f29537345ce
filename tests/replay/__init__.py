"""Replays of other rules over stored decisions."""
