"""Whole policies of a shop and an airline as data, and the writes that they are judged on."""
