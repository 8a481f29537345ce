"""State machines that play at random against the real code and a small model beside it.

`make properties` plays the long form. A machine that fails prints the shortest steps that it found, as code, and a line
`@reproduce_failure(...)` that repeats exactly them when put above the machine's class.
"""
