"""Telephone numbers as customers type them, as they are kept, and as they are read."""

import phonenumbers
from babel.core import get_global
from django.utils.translation import gettext
from phonenumbers import NumberParseException, PhoneNumberFormat

from tenants.errors import ParameterError

LONGEST = 40


def parsed(typed: str, *, zone: str) -> str:
    """The number in E.164; without a country's code it is one of the country of the time zone.

    ParameterError for what is no number that can be called.
    """
    region = str(get_global("zone_territories").get(zone, "")) or None
    try:
        number = phonenumbers.parse(typed[:LONGEST], region)
    except NumberParseException as error:
        raise _wrong() from error
    if len(typed) > LONGEST or not phonenumbers.is_valid_number(number):
        raise _wrong()
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def readable(kept: str) -> str:
    """The number in groups, with the country's code."""
    return phonenumbers.format_number(phonenumbers.parse(kept), PhoneNumberFormat.INTERNATIONAL)


def _wrong() -> ParameterError:
    return ParameterError(
        gettext("phone: write the number with its country code, such as +49 30 901820."), param="phone"
    )
