"""The assistant's knowledge over REST: articles, imports, and questions to try it with."""
