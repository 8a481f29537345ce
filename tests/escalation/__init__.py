"""Tests of the app escalation."""
