"""The letter with a one-time code, as a job."""

from collections.abc import Mapping
from email.utils import formataddr

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from conversations.identity import codes
from conversations.models import OneTimeCode
from conversations.outbound import addresses, composing
from conversations.transcripts.words import CODE_FOR
from conversations.words import say
from tenants import current
from tenants.jobs import Lease
from tenants.post import HEADERS, deliver

Words = Mapping[str, str]
SUBJECT: Words = {
    "en": "Your code for {company}",
    "ar": "رمزك لدى {company}",
    "de": "Ihr Code für {company}",
    "fr": "Votre code pour {company}",
    "es": "Su código para {company}",
    "it": "Il suo codice per {company}",
    "pt": "O seu código para {company}",
    "nl": "Uw code voor {company}",
}
TYPE_THIS: Words = {
    "en": "Type this code into the chat with {company}, to show that this address is yours:",
    "ar": "اكتب هذا الرمز في المحادثة مع {company} لإثبات أن هذا العنوان لك:",
    "de": "Tippen Sie diesen Code in den Chat mit {company}, um zu zeigen, dass diese Adresse Ihre ist:",
    "fr": "Saisissez ce code dans le chat avec {company} pour montrer que cette adresse est la vôtre :",
    "es": "Escriba este código en el chat con {company} para mostrar que esta dirección es suya:",
    "it": "Scriva questo codice nella chat con {company} per mostrare che questo indirizzo è suo:",
    "pt": "Escreva este código no chat com {company} para mostrar que este endereço é seu:",
    "nl": "Typ deze code in de chat met {company}, om te laten zien dat dit adres van u is:",
}
GOOD_FOR: Words = {
    "en": "It is good for ten minutes. Nobody from {company} will ever ask you for it in any other way.",
    "ar": "الرمز صالح لعشر دقائق. لن يطلبه منك أحد من {company} بأي طريقة أخرى.",
    "de": "Er gilt zehn Minuten. Niemand von {company} wird Sie je auf anderem Weg danach fragen.",
    "fr": "Il est valable dix minutes. Personne de {company} ne vous le demandera jamais autrement.",
    "es": "Vale durante diez minutos. Nadie de {company} se lo pedirá nunca de otra manera.",
    "it": "Vale dieci minuti. Nessuno di {company} glielo chiederà mai in altro modo.",
    "pt": "É válido por dez minutos. Ninguém de {company} lho pedirá de outra forma.",
    "nl": "De code is tien minuten geldig. Niemand van {company} vraagt er ooit op een andere manier om.",
}
NOT_YOU: Words = {
    "en": "Was it not you? Then somebody typed your address; without the code nothing happens.",
    "ar": "لم تطلب هذا؟ كتب أحدهم عنوانك؛ بدون الرمز لا يحدث شيء.",
    "de": "Das waren nicht Sie? Dann hat jemand Ihre Adresse getippt; ohne den Code geschieht nichts.",
    "fr": "Ce n'était pas vous ? Quelqu'un a saisi votre adresse ; sans le code, rien ne se passe.",
    "es": "¿No ha sido usted? Alguien escribió su dirección; sin el código no ocurre nada.",
    "it": "Non era lei? Qualcuno ha scritto il suo indirizzo; senza il codice non succede nulla.",
    "pt": "Não foi você? Alguém escreveu o seu endereço; sem o código nada acontece.",
    "nl": "Was u dit niet? Dan heeft iemand uw adres getypt; zonder de code gebeurt er niets.",
}


def work(held: Lease) -> None:
    """Send the code of the job, unless it is used, too old or gone; MailNotTakenError when it was not taken."""
    code = OneTimeCode.objects.filter(pk=str(held.ids["code_id"])).first()
    if code is not None and codes.is_good(code):
        deliver(compose(code))


def compose(code: OneTimeCode) -> EmailMultiAlternatives:
    """The letter; its Message-ID is the same each time."""
    company, digits = current.tenant().name, codes.digits(code)
    shown = f"{digits[:3]} {digits[3:]}"
    said = (TYPE_THIS if code.transcript_of_id is None else CODE_FOR, GOOD_FOR, NOT_YOU)
    opening, *closing = [say(words, code.language, company=company) for words in said]
    letter = EmailMultiAlternatives(
        subject=composing.one_line(say(SUBJECT, code.language, company=company)),
        body="\n\n".join([opening, f"    {shown}", *closing]) + "\n",
        from_email=formataddr((composing.one_line(company), addresses.sender())),
        to=[composing.one_line(code.email)],
        headers={**HEADERS, "Message-ID": f"<{code.id}@{addresses.host()}>"},
    )
    context = {"language": code.language, "opening": opening, "code": shown, "closing": closing}
    letter.attach_alternative(render_to_string("conversations/code_letter.html", context), "text/html")
    return letter
