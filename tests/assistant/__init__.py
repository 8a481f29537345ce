"""The assistant: encoders, knowledge, answers, cards and their measurement."""
