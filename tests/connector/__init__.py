"""Tests of the connector, against a real service on this machine."""
