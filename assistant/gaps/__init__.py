"""Questions that the knowledge did not answer: put together by subject, and answered from what people replied."""
