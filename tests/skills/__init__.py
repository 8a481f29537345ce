"""Tests of the skills: policies, steps and acts, and the dialogue around them."""
