"""Says of something that it is there."""

from typing import TypeVar

Thing = TypeVar("Thing")


def there(thing: Thing | None) -> Thing:
    """The thing; a test fails where there is none."""
    assert thing is not None
    return thing
