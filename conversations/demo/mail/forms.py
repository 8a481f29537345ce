"""What a customer may write on the demo's mail pages."""

from django import forms


class Reply(forms.Form):
    """An answer to a mail."""

    text = forms.CharField(max_length=20_000, widget=forms.Textarea(attrs={"rows": 5}), label="Your reply")


class NewMail(forms.Form):
    """A first mail to the company."""

    name = forms.CharField(max_length=80, label="Your name", initial="Rosa Penhale")
    address = forms.EmailField(max_length=120, label="Your e-mail address", initial="rosa@example.org")
    subject = forms.CharField(max_length=150, label="Subject")
    text = forms.CharField(max_length=20_000, widget=forms.Textarea(attrs={"rows": 8}), label="Message")
