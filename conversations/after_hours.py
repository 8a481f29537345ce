"""Tells a customer who waits outside of a team's hours when the team is back."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from agents import hours
from agents.models import Team
from conversations import control, words
from conversations.models import Conversation

BACK = {
    "en": "{team} is back on {day} at {clock} ({zone}). Your place is kept, and the answer will be here.",
    "de": "{team} ist am {day} um {clock} ({zone}) wieder da. Ihr Platz bleibt erhalten; die Antwort steht dann hier.",
    "fr": "{team} sera de retour {day} à {clock} ({zone}). Votre place est gardée ; la réponse sera ici.",
    "es": "{team} vuelve el {day} a las {clock} ({zone}). Su turno se guarda; la respuesta estará aquí.",
    "pt": "{team} volta na {day} às {clock} ({zone}). O seu lugar fica guardado; a resposta estará aqui.",
    "it": "{team} torna {day} alle {clock} ({zone}). Il suo posto resta riservato; la risposta sarà qui.",
    "nl": "{team} is er {day} om {clock} ({zone}) weer. Uw plaats blijft bewaard; het antwoord komt hier.",
}
DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    "pt": ("segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"),
    "it": ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
}
WITH_ITS_DATE = timedelta(days=6)  # from which a weekday alone could be the wrong one


def say_when(conversation: Conversation, team: Team | None) -> None:
    """Write a quiet line with the day and the time when the team is not at work now; the conversation is locked."""
    if team is None:
        return
    loaded = hours.of(team)
    now = timezone.now()
    opens = hours.next_opening(loaded, now)
    if opens is not None and opens > now:
        control.notice(conversation, back(team.name, opens, zone=loaded.zone, language=conversation.language, now=now))


def back(team: str, opens: datetime, *, zone: ZoneInfo, language: str, now: datetime) -> str:
    """When the team is back, as its own clocks show it, in the customer's language."""
    spoken = language if language in DAYS else words.ENGLISH
    there = opens.astimezone(zone)
    day = DAYS[spoken][there.weekday()]
    if opens - now > WITH_ITS_DATE:
        day = f"{day}, {there:%Y-%m-%d},"
    return words.say(BACK, spoken, team=team, day=day, clock=f"{there:%H:%M}", zone=zone.key)
