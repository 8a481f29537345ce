"""Sentence encoders and language identification that run offline, one instance per process."""
