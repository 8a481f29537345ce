"""What strangers fill in on the platform's pages."""

import re
import unicodedata
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext, gettext_lazy, gettext_noop

from agents import passwords
from billing import choice
from billing.choice import Choice
from tenants.sign_ups import Wish

ADDRESS_IN_A_NAME = re.compile(r"://|www\.|[\w-]\.[a-z]{2,}/", re.IGNORECASE)
NAME_ONLY = gettext_noop("Please give the name only, without an address.")


class SignUp(forms.Form):
    """A company that wants a workspace, and its first person."""

    company = forms.CharField(label=gettext_lazy("Company"), min_length=2, max_length=80)
    person = forms.CharField(label=gettext_lazy("Your name"), max_length=80)
    email = forms.EmailField(
        label=gettext_lazy("Work e-mail"),
        max_length=254,
        error_messages={"invalid": gettext_lazy("This does not look like an e-mail address.")},
    )
    password = forms.CharField(label=gettext_lazy("Password"), max_length=200, strip=False, widget=forms.PasswordInput)
    time_zone = forms.CharField(required=False, max_length=60)
    plan = forms.CharField(required=False)
    interval = forms.CharField(required=False)

    def clean_company(self) -> str:
        """The company's name on one line."""
        return _name(self.cleaned_data["company"])

    def clean_person(self) -> str:
        """The person's name on one line."""
        return _name(self.cleaned_data["person"])

    def clean_password(self) -> str:
        """A password that is long enough, no common one, and more than the names that stand above it."""
        password: str = self.cleaned_data["password"]
        above = [str(self.cleaned_data.get(field, "")) for field in ("company", "person", "email")]
        validate_password(password)
        passwords.check(password, about=[*above, *above[-1].split("@")])
        return password

    def clean_time_zone(self) -> str:
        """The browser's time zone; UTC when it told none that is known."""
        told: str = self.cleaned_data["time_zone"]
        return told if told in available_timezones() else "UTC"

    def chosen(self) -> Choice | None:
        """The plan that they came with, before and after the form is filled in; None for what is not sold here."""
        if not settings.STRIPE_API_KEY:
            return None
        return choice.read(str(self["plan"].value() or ""), str(self["interval"].value() or ""))

    def wish(self) -> Wish:
        """What was filled in, once it is valid."""
        chosen = self.chosen()
        plan = {"plan": chosen.plan.key, "interval": chosen.interval} if chosen else {"plan": "", "interval": ""}
        return Wish(**{**self.cleaned_data, **plan})


class Host(forms.Form):
    """The name of a workspace, as its people know it from the address."""

    workspace = forms.CharField(label=gettext_lazy("Workspace"), max_length=253)


class Finder(forms.Form):
    """The address that somebody works with."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        max_length=254,
        error_messages={"invalid": gettext_lazy("This does not look like an e-mail address.")},
    )


def _name(told: str) -> str:
    """A name without line breaks and invisible characters."""
    plain = "".join(letter if unicodedata.category(letter)[0] != "C" else " " for letter in told)
    name = " ".join(plain.split())
    if not name or ADDRESS_IN_A_NAME.search(name):
        raise forms.ValidationError(gettext(NAME_ONLY))
    return name
