"""Languages at the desk: which a customer writes, translations of both sides, replies sent as translations."""
