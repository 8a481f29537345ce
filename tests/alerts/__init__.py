"""Tests of what people of the desk are told."""
