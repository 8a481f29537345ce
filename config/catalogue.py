"""The words that Baton's server says to staff, in locale/: gathered from the code, checked, and made ready to be read.

`python -m config.catalogue gather` brings the catalogues up to the code, `check` fails where one is behind it, and
`ready` makes the files that gettext reads. English is the words in the code themselves and needs no catalogue.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "locale"
APPS = ("agents", "assistant", "billing", "config", "conversations", "escalation", "tenants")
MARKS: Mapping[str, tuple[int | tuple[int, str], ...]] = {
    "_": (1,),  # in templates
    "gettext": (1,),
    "gettext_lazy": (1,),
    "gettext_noop": (1,),
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
HEADER = (
    "# What Baton's server says to staff: `make words` gathers it, people translate it. Customers' words are elsewhere."
)
KEPT = ('"Language:', '"Plural-Forms', '"Content-Type')  # of the header; the rest changes by itself, or says nothing
IN_A_STRING = re.compile(r"""f".*\{[^"]*gettext\('.*""")
Key = tuple[str, str]


def gathered() -> Catalog:
    """All that is marked in the code and in the templates."""
    found = Catalog()
    for path in _sources():
        text = path.read_text()
        if path.suffix == ".html":
            text = "\n".join(line.strip() for line in templatize(text).splitlines())
        for line, said, _comments, context in extract("python", BytesIO(text.encode()), keywords=MARKS):
            found.add(said, locations=[(str(path.relative_to(ROOT)), line)], context=context)
    return found


def read(language: str) -> Catalog:
    """The catalogue of a language; an empty one where there is none yet."""
    path = _written(language)
    if not path.exists():
        return Catalog(locale=language, fuzzy=False, header_comment=HEADER)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def write(language: str, catalogue: Catalog) -> None:
    """Keep the catalogue, without what changes by itself: lines of the code, and the time."""
    made = BytesIO()
    write_po(made, catalogue, width=120, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    header, between, entries = made.getvalue().decode().partition("\n\n")
    kept = [line for line in header.splitlines() if line.startswith(("#", "msg", *KEPT))]
    path = _written(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(kept) + between + entries)


def languages() -> list[str]:
    """Those that have a catalogue."""
    return sorted(path.parent.parent.name for path in FOLDER.glob("*/LC_MESSAGES/django.po"))


def gather() -> None:
    """Add what is new in the code to each catalogue, and drop what is said no more."""
    template = gathered()
    for language in languages():
        catalogue = read(language)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.header_comment = HEADER
        write(language, catalogue)


def check() -> Iterator[str]:
    """What is wrong with the catalogues, a line each."""
    template = {_key(one): one for one in gathered() if one.id}
    for path in _sources():
        for hidden in IN_A_STRING.findall(path.read_text()):
            yield f"{path.relative_to(ROOT)}: marked within an f-string, where nothing is gathered: {hidden}"
    for language in languages():
        has = {_key(one): one for one in read(language) if one.id}
        for key in template.keys() - has.keys():
            yield f"{language}: not gathered: {key[1]!r}"
        for key in has.keys() - template.keys():
            yield f"{language}: said no more: {key[1]!r}"
        for one in has.values():
            yield from (f"{language}: {problem}: {_key(one)[1]!r}" for problem in _problems(one))


def ready() -> None:
    """Make the files that gettext reads, where they are older than what they are made of."""
    for language in languages():
        source, made = _written(language), _written(language).with_suffix(".mo")
        if made.exists() and made.stat().st_mtime >= source.stat().st_mtime:
            continue
        part = made.with_suffix(".part")
        with part.open("wb") as file:
            write_mo(file, read(language))
        part.replace(made)


def main(asked: str) -> int:
    """Do what was asked for; 1 when a catalogue is behind the code."""
    deeds: Mapping[str, Callable[[], Iterable[str] | None]] = {"gather": gather, "check": check, "ready": ready}
    problems = sorted(deeds[asked]() or ())
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    if problems:
        sys.stdout.write("`make words` gathers; then translate what is empty in locale/.\n")
    return 1 if problems else 0


def _sources() -> Iterator[Path]:
    """The files with marked words; one without any is not worth the reading."""
    for app in APPS:
        for path in sorted((ROOT / app).rglob("*.py")):
            if "gettext" in path.read_text():
                yield path
        for path in sorted((ROOT / app).rglob("*.html")):
            if "i18n" in path.read_text():
                yield path


def _problems(one: Message) -> Iterator[str]:
    """What is wrong with one translation: none, a doubtful one, or one that names other values."""
    said = (one.string,) if isinstance(one.string, str) else tuple(one.string or ("",))
    ids = (one.id,) if isinstance(one.id, str) else tuple(one.id)
    if one.fuzzy:
        yield "doubtful"
    if not all(said):
        yield "not translated"
    elif _named(said[-1]) != _named(ids[-1]):
        yield "other values than the words in the code"


def _named(text: str) -> set[str]:
    """The values that a text names, as `{name}` or `%(name)s`."""
    percent = {part.split(")", 1)[0] for part in text.split("%(")[1:]}
    return percent or {name for _text, name, _spec, _as in Formatter().parse(text) if name}


def _key(one: Message) -> Key:
    return one.context or "", one.id if isinstance(one.id, str) else one.id[0]


def _written(language: str) -> Path:
    return FOLDER / language / "LC_MESSAGES" / "django.po"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
