"""An agent's own words in other words: shorter, friendlier, tidier, in another language; their facts stay."""
