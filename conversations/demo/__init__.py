"""Larkfield Cycles: a believable shop to try Baton with, its past, its pages and its simulated customers."""
