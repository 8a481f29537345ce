"""Mails as real programs write them, by hand: a name, what follows the first headers, and what is new."""

from dataclasses import dataclass

# ruff: noqa: E501  a mail stands in one line where it can

FROM_CAROL = "Carol Example <Carol@Example.org>"


@dataclass(frozen=True)
class Case:
    """A mail: its other headers and body, and the text that a reader would call new."""

    name: str
    rest: bytes
    new: str


def raw(rest: bytes, *, to: str, sender: str = FROM_CAROL, message_id: str | None = "<c1@example.org>") -> bytes:
    """The whole mail on the wire."""
    head = f"From: {sender}\r\nTo: {to}\r\n" + (f"Message-ID: {message_id}\r\n" if message_id else "")
    return head.encode() + rest


def plain(body: str, subject: str = "Re: parcel", more: str = "") -> bytes:
    """An ordinary mail in UTF-8."""
    head = f"Subject: {subject}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n{more}\n"
    return (head + body).replace("\n", "\r\n").encode()


def html(body: str) -> bytes:
    """A mail of HTML only."""
    return f"Subject: Re: parcel\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}".encode()


def both(text: str, page: str) -> bytes:
    """A mail in two forms."""
    return (
        'Subject: Re: parcel\nContent-Type: multipart/alternative; boundary="b"\n\n'
        f"--b\nContent-Type: text/plain; charset=utf-8\n\n{text}\n--b\nContent-Type: text/html\n\n{page}\n--b--\n"
    ).encode()


QUOTED = "> Bob from Acme Bicycles:\n>\n> On its way.\n"
CASES = [
    Case("bare", plain("Thanks!"), "Thanks!"),
    Case(
        "gmail en",
        plain(
            "Great, thank you.\n\nOn Sun, 22 Nov 2026 at 14:05, Bob from Acme Bicycles <\n"
            f"support@acme.localhost> wrote:\n\n{QUOTED}"
        ),
        "Great, thank you.",
    ),
    Case(
        "gmail de",
        plain(
            "Danke, passt.\n\nAm So., 22. Nov. 2026 um 14:05 Uhr schrieb Bob von Acme Bicycles <\n"
            f"support@acme.localhost>:\n\n{QUOTED}"
        ),
        "Danke, passt.",
    ),
    Case(
        "gmail fr",
        plain(f"Merci !\n\nLe dim. 22 nov. 2026 à 14:05, Bob <support@acme.localhost> a écrit :\n\n{QUOTED}"),
        "Merci !",
    ),
    Case(
        "gmail es",
        plain(f"Gracias.\n\nEl dom, 22 nov 2026 a las 14:05, Bob (<support@acme.localhost>) escribió:\n\n{QUOTED}"),
        "Gracias.",
    ),
    Case(
        "gmail pt",
        plain(f"Obrigada.\n\nEm dom., 22 de nov. de 2026 às 14:05, Bob <b@acme.localhost> escreveu:\n\n{QUOTED}"),
        "Obrigada.",
    ),
    Case(
        "gmail it",
        plain(f"Grazie.\n\nIl giorno dom 22 nov 2026 alle ore 14:05 Bob <b@acme.localhost> ha scritto:\n\n{QUOTED}"),
        "Grazie.",
    ),
    Case("gmail nl", plain(f"Dank.\n\nOp zo 22 nov 2026 om 14:05 schreef Bob <b@acme.localhost>:\n\n{QUOTED}"), "Dank."),
    Case("apple", plain(f"Fine.\n\nSent from my iPhone\n\n> On 22 Nov 2026, at 14:05, Bob <b@a.org> wrote:\n> \n{QUOTED}"), "Fine."),
    Case("apple de", plain(f"Gut.\n\nVon meinem iPhone gesendet\n\n> Am 22.11.2026 um 14:05 schrieb Bob <b@a.org>:\n{QUOTED}"), "Gut."),
    Case(
        "outlook en",
        plain(
            "Perfect.\n\nBest\nCarol\n\n________________________________\nFrom: Bob <b@acme.localhost>\n"
            "Sent: Sunday, November 22, 2026 2:05 PM\nTo: Carol\nSubject: Re: parcel\n\nOn its way.\n"
        ),
        "Perfect.\n\nBest\nCarol",
    ),
    Case(
        "outlook de",
        plain(
            "Passt.\n\nVon: Bob <b@acme.localhost>\nGesendet: Sonntag, 22. November 2026 14:05\nAn: Carol\n"
            "Betreff: Re: parcel\n\nUnterwegs.\n"
        ),
        "Passt.",
    ),
    Case(
        "outlook fr",
        plain(
            "Parfait.\n\nDe : Bob <b@acme.localhost>\nEnvoyé : dimanche 22 novembre 2026 14:05\nÀ : Carol\n"
            "Objet : Re: parcel\n\nEn route.\n"
        ),
        "Parfait.",
    ),
    Case(
        "outlook divider",
        plain("Ok.\n\n-----Original Message-----\nFrom: Bob\nSent: today\nSubject: x\n\nOn its way.\n"),
        "Ok.",
    ),
    Case("thunderbird", plain(f"On 22/11/2026 14:05, Bob wrote:\n{QUOTED}\nMy answer below.\n\n-- \nCarol\n"), "My answer below."),
    Case(
        "answered between the quotes",
        plain("On 22/11/2026 14:05, Bob wrote:\n> Which colour?\nRed.\n> Which size?\n54.\n"),
        "On 22/11/2026 14:05, Bob wrote:\n> Which colour?\nRed.\n> Which size?\n54.",
    ),
    Case("signature", plain("Where is it?\n-- \nCarol Example\nTel 0123\n"), "Where is it?"),
    Case("a list is no signature", plain("I need:\n- a bell\n- a lamp\nThanks,\nCarol"), "I need:\n- a bell\n- a lamp\nThanks,\nCarol"),
    Case(
        "a sentence is no attribution",
        plain("On Monday your colleague wrote:\nI can return it. Is that so?"),
        "On Monday your colleague wrote:\nI can return it. Is that so?",
    ),
    Case("a journey is no head", plain("Please ship\nFrom: Leeds\nTo: York\nDate: Monday"), "Please ship\nFrom: Leeds\nTo: York\nDate: Monday"),
    Case("only a quote", plain("> You wrote this\n"), "> You wrote this"),
    Case("html only", html("<p>Hello<br>there</p><div>I &amp; my <b>bike</b></div><script>x()</script>"), "Hello\nthere\n\nI & my bike"),
    Case(
        "gmail html",
        html(
            '<div dir="ltr">Super!</div><br><div class="gmail_quote"><div>On Sun, 22 Nov 2026 at 14:05, Bob &lt;'
            '<a href="mailto:b@a.org">b@acme.localhost</a>&gt; wrote:<br></div><blockquote>On its way.</blockquote></div>'
        ),
        "Super!",
    ),
    Case("html list", html("<ul><li>a bell<li>a lamp</ul><table><tr><td>1</td><td>x</td></tr></table>"), "- a bell\n- a lamp\n\n1x"),
    Case("two forms", both("The plain one.", "<p>The other.</p>"), "The plain one."),
    Case("an empty plain form", both("  \n", "<p>Only here.</p>"), "Only here."),
    Case("latin-1 that claims utf-8", b"Subject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nGr\xfc\xdfe", "Grüße"),
    Case("unknown charset", b"Subject: x\r\nContent-Type: text/plain; charset=klingon\r\n\r\nna\xc3\xafve", "naïve"),
    Case("no charset and no type", b"Subject: x\r\n\r\nS\xc3\xad", "Sí"),
    Case("quoted-printable", b"Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nCaf=E9 =\r\nau lait", "Café au lait"),
    Case("broken base64", b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVsbG8!!!gd29ybGQ=", "Hello world"),
    Case("NUL", b"Content-Type: text/plain\r\n\r\na\x00b", "ab"),
    Case("half a surrogate pair", b"Content-Type: text/plain; charset=utf-7\r\n\r\nhi +2D0- there", "hi \ufffd there"),
    Case("flowed", plain("This is one \nline.\n\nAnd another.", more="").replace(b"charset=utf-8", b"charset=utf-8; format=flowed"), "This is one line.\n\nAnd another."),
    Case("broken subject", b"Subject: =?utf-8?b?!!!?= =?x-unknown?q?a?=\r\nContent-Type: text/plain\r\n\r\nStill here", "Still here"),
    Case("broken multipart", b"Content-Type: multipart/mixed\r\n\r\nNo boundary at all", "No boundary at all"),
    Case("multipart that never ends", b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHalf', "Half"),
    Case(
        "nested",
        b'Content-Type: multipart/mixed; boundary="o"\r\n\r\n--o\r\nContent-Type: multipart/related; boundary="i"\r\n\r\n'
        b"--i\r\nContent-Type: text/plain\r\n\r\nInside\r\n--i--\r\n--o\r\nContent-Type: text/plain\r\n\r\nOutside\r\n--o--\r\n",
        "Inside\n\nOutside",
    ),
]  # fmt: skip
AUTOMATIC = [
    "Auto-Submitted: auto-replied",
    "Auto-Submitted: auto-generated; x=y",
    "Precedence: bulk",
    "Precedence: auto_reply",
    "X-Autoreply: yes",
    "Return-Path: <>",
    "List-Id: <shop.example.org>",
    "X-Written-By-AI: yes",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
]
