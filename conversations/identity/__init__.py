"""How customers prove who they are: the company's signature, or a code by mail."""
