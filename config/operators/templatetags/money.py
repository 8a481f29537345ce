"""Amounts in templates."""

from django import template

from conversations.platform import plans

register = template.Library()


@register.filter
def money(cents: int) -> str:
    """An amount in cents as people write it; below 0 with a minus before it."""
    return f"−{plans.money(-cents)}" if cents < 0 else plans.money(cents)
