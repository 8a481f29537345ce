"""Tests of what a company answers for: copies of its data, erasing customers, keeping for a time, closing."""
