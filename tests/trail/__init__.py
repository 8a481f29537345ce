"""Tests of the audit log and of the application's role in the database."""
