"""How the forms of these pages tell screen readers what belongs to a field and what is wrong with it."""

from typing import TypeVar

from django import forms
from django.utils.translation import gettext_lazy

Form = TypeVar("Form", bound=forms.Form)


def worded(form: Form) -> Form:
    """The form, whose wrong fields point at the words that say why."""
    for name in form.errors:
        if name in form.fields:
            attributes = form.fields[name].widget.attrs
            attributes |= {"aria-invalid": "true", "aria-describedby": f"{form[name].auto_id}_error"}
    return form


def new_password() -> forms.CharField:
    """A field for a password that somebody chooses; a manager of passwords may suggest one."""
    widget = forms.PasswordInput({"autocomplete": "new-password", "minlength": "10"})
    hint = gettext_lazy("At least 10 characters, such as a few words that only you would put together.")
    missing = {"required": gettext_lazy("Choose a password.")}
    return forms.CharField(
        label=gettext_lazy("Password"),
        max_length=200,
        strip=False,
        widget=widget,
        help_text=hint,
        error_messages=missing,
    )
