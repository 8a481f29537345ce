"""Tests of the rules over REST."""
