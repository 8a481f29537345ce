"""Tests of the reports: metrics, intervals, questions to them over REST."""
