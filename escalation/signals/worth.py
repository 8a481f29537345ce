"""What a customer is worth to the company, from attributes of whatever name: plan, spending, years, standing."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from escalation.hearing import Attribute

NAMES = ("known", "high_plan", "low_plan", "spends", "spends_little", "years", "new", "many", "says_high", "worth")

_PLAN = re.compile(r"plan|tier|segment|level|package|subscription|status|class|membership|type|category|edition|group")
_HIGH = re.compile(
    r"\b(?:enterprise|business|premium|pro|platinum|gold|vip|key|strategic|elite|diamond|corporate|priority|plus|ultimate|"
    r"scale|professional|executive|wholesale|high|top|large|unlimited|team|private|black|first|major|a)\b"
)
_LOW = re.compile(
    r"\b(?:free|trial|basic|starter|lite|guest|visitor|prospect|bronze|low|minimal|entry|hobby|inactive|lapsed|standard|"
    r"small|none|new|c|d)\b"
)
_MONEY = re.compile(
    r"value|ltv|clv|spen[dt]|revenue|mrr|arr|turnover|amount|balance|paid|premium_|fee|budget|contract|worth|sales|annual|"
    r"monthly|yearly|bill"
)
_YEARS = re.compile(r"year|tenure|since|age_|member_for|loyal|months|days")
_MANY = re.compile(
    r"seats|users|orders|bookings|lines|sites|locations|employees|licen[cs]es|policies|purchases|visits|stays|nights|"
    r"accounts|cards|devices|vehicles|rooms|units"
)


def read_worth(customer: Mapping[str, Attribute]) -> NDArray[np.float32]:
    """The features of a customer's attributes in the order of NAMES; zeros where nothing is known."""
    found = dict.fromkeys(NAMES, 0.0)
    for key, value in customer.items():
        name = key.lower()
        if isinstance(value, bool):
            _note(found, "says_high", float(value and bool(_HIGH.search(name) or "loyal" in name or "vip" in name)))
        elif isinstance(value, str):
            _read_word(found, name, value.lower())
        elif math.isfinite(value):
            _read_number(found, name, float(value))
    high = max(found["high_plan"], found["spends"], found["says_high"], found["many"], 0.8 * found["years"])
    low = max(found["low_plan"], found["spends_little"], found["new"])
    found["worth"] = high - 0.5 * low
    return np.array([found[name] for name in NAMES], dtype=np.float32)


def _read_word(found: dict[str, float], name: str, value: str) -> None:
    number = re.fullmatch(r"\W*(\d[\d.,]*)\s*(k|m)?\b.*", value)
    if number and not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", value):
        scale = {"k": 1e3, "m": 1e6}.get(number[2] or "", 1.0)
        _read_number(found, name, float(number[1].replace(",", "").rstrip(".") or 0) * scale)
        return
    if year := re.match(r"(?:19|20)(\d\d)\b", value):
        _read_number(found, "years", max(25.0 - float(year[1]), 0.0) if value.startswith("20") else 25.0)
        return
    words = value.replace("_", " ").replace("-", " ")
    if _PLAN.search(name) or len(words.split()) <= 3:
        _note(found, "high_plan", float(_HIGH.search(words) is not None))
        _note(found, "low_plan", float(_LOW.search(words) is not None))


def _read_number(found: dict[str, float], name: str, value: float) -> None:
    if _YEARS.search(name) and not _MONEY.search(name):
        if 1900 <= value <= 2100:
            value = max(2025.0 - value, 0.0)
        years = value / 12 if "month" in name else value / 365 if "day" in name else value
        _note(found, "years", min(years / 5, 1.0))
        _note(found, "new", float(years < 0.5))
    elif _MANY.search(name):
        _note(found, "many", min(math.log1p(max(value, 0.0)) / math.log(50), 1.0))
        _note(found, "new", float(value <= 1))
    elif _MONEY.search(name):
        yearly = value * 12 if "month" in name or "mrr" in name else value
        _note(found, "spends", min(max(math.log10(max(yearly, 1.0)) - 2.0, 0.0) / 2.0, 1.0))
        _note(found, "spends_little", float(yearly < 150))


def _note(found: dict[str, float], name: str, value: float) -> None:
    found[name] = max(found[name], value)
    found["known"] = 1.0
