"""State machines that play at random against the real code and a small model beside it.

`make properties` plays the long form. A machine that fails prints its steps, as code, and a line
`@reproduce_failure(...)` that repeats exactly them when put above the machine's class. The short form of the ordinary
suite looks for no fewer steps; the failure is kept in `.hypothesis`, and `make properties` begins with it and does.
"""
