"""The Klarna check: where automation costs trust, by the company's own figures, and what people would cost."""
