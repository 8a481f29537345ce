"""Invented customers with addresses that cannot exist (example.com, example.org)."""

from dataclasses import dataclass
from random import Random

FIRST_NAMES = """
Amelia Ben Carys Dominic Elspeth Farid Greta Hugo Imogen Jamal Keira Leon Mira Nathan Orla Pavel Quentin Rosa Samir
Tilda Ursula Victor Wanda Xenia Yusuf Zoe Adaeze Bruno Chloe Devi Emil Freya Gavin Hana Isaac Juno Karl Lucia Mateus
Nadia Oscar Petra Ravi Sofia Theo Una Vikram Wren Yara Zain
"""
LAST_NAMES = """
Abbott Barros Castell Dunmore Eastwood Farrow Grantley Hollis Ibsen Jowett Kapoor Lindqvist Marlowe Nakagawa Oyelaran
Penhale Quayle Redfern Sandoval Thorne Underhill Vasquez Whitcombe Yardley Zielinski Ashdown Birchall Cavendish
Drummond Ellery Fairweather Goswami Hartnell Inchbald Jarrow Kettering Lockhart Moreau Norwood Osgood Pemberton Rahman
Selwyn Tregear Upton Varley Wexford Amadi Blom Costa
"""
ABROAD = {
    "de": "Lukas Baumann, Annika Vogel, Jörg Steinbach, Mareike Hollmann, Stefan Krüger, Birgit Lorenz",
    "es": "Lucía Herrero, Álvaro Pastor, Carmen Iglesias, Diego Montero, Nuria Calvo, Javier Solís",
    "fr": "Camille Lefort, Mathieu Garnier, Élodie Chauvin, Bastien Roche, Inès Perrault, Luc Delmas",
    "pt": "Beatriz Nogueira, Tiago Salgado, Catarina Peixoto, Rui Valente, Marta Figueira, Nuno Seabra",
}
ASCII = str.maketrans("áàäéèêíóöôúüçñÁÉ", "aaaeeeiooouucnAE")
TOWNS = ("Hartsbridge", "Elmcombe", "Wexley", "Port Marrow", "Stonnington", "Aldermere", "Fenwick Green", "Ravenholt")
STREETS = (
    "Orchard Row", "Station Road", "Kiln Lane", "Weir Street", "Chapel Hill", "Tanner's Yard", "Elder Walk",
    "Quay Street", "Meadow Close", "Foundry Road",
)  # fmt: skip


@dataclass(frozen=True)
class Person:
    """A customer of the shop; an anonymous visitor has no name and no e-mail address."""

    language: str
    first: str
    last: str
    email: str
    house: int
    street: str
    town: str
    postcode: str

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first} {self.last}"


def crowd(chance: Random, count: int) -> list[Person]:
    """`count` different people who write in English."""
    pairs = [(first, last) for first in FIRST_NAMES.split() for last in LAST_NAMES.split()]
    return [_person(chance, first, last, "en") for first, last in chance.sample(pairs, count)]


def from_abroad(chance: Random) -> list[Person]:
    """Everybody who writes in another language, in any order."""
    names = [(name.partition(" "), language) for language, all_of in ABROAD.items() for name in all_of.split(", ")]
    found = [_person(chance, first, last, language) for (first, _, last), language in names]
    return chance.sample(found, len(found))


def _person(chance: Random, first: str, last: str, language: str) -> Person:
    host = chance.choice(("example.com", "example.com", "example.org"))
    style = chance.choice(("{first}.{last}", "{first}{last}", "{first}.{last}{number}"))
    mailbox = style.format(
        first=first.lower().translate(ASCII), last=last.lower().translate(ASCII), number=chance.randint(60, 99)
    )
    return Person(
        language=language,
        first=first,
        last=last,
        email=f"{mailbox}@{host}",
        house=chance.randint(1, 120),
        street=chance.choice(STREETS),
        town=chance.choice(TOWNS),
        postcode=f"HB{chance.randint(1, 9)} {chance.randint(1, 9)}{''.join(chance.sample('ABDEFGHJLNPQRSTU', 2))}",
    )
