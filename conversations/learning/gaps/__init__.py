"""Knowledge gaps: questions that got no answer, or a bad one, by subject, with what became of each."""
