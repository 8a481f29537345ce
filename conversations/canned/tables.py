"""Canned replies as a CSV table, out and in: all lines of an import are good, or nothing is stored."""

import csv
import io
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext

from assistant.knowledge.importing import texts
from assistant.knowledge.importing.texts import NoTextError
from conversations.attachments.uploads import TooLargeError
from conversations.canned import replies
from conversations.canned.forms import CannedReplyForm
from conversations.canned.replies import FIELDS
from conversations.models import CannedReply
from tenants.errors import ParameterError
from tenants.trail.audit import Actor
from tenants.trail.files import harmless

LARGEST = 1024 * 1024  # bytes


@dataclass(frozen=True)
class Imported:
    """How many were new, and how many took the place of one with the same folder, name and language."""

    created: int
    changed: int


def written() -> str:
    """All canned replies as CSV."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(FIELDS)
    for reply in CannedReply.objects.all():
        table.writerow([harmless(getattr(reply, name)) for name in FIELDS])
    return out.getvalue()


@transaction.atomic
def read(file: UploadedFile | None, *, actor: Actor) -> Imported:
    """Store the lines of a file; ParameterError naming the line that is wrong, and nothing is stored then."""
    created = changed = 0
    for number, fields in enumerate(_lines(file), start=2):
        known = CannedReply.objects.filter(
            folder=fields["folder"], name=fields["name"], language=fields["language"]
        ).first()
        try:
            if known is None:
                replies.create(fields, actor=actor)
                created += 1
            else:
                replies.change(known, fields, actor=actor)
                changed += 1
        except (ParameterError, replies.TakenError) as error:
            raise ParameterError(
                gettext("file: line {number}: {message}").format(number=number, message=error.message), param="file"
            ) from error
    return Imported(created, changed)


def _lines(file: UploadedFile | None) -> list[dict[str, str]]:
    if file is None:
        raise ParameterError(gettext("file: send one CSV file, as multipart/form-data."), param="file")
    if (file.size or 0) > LARGEST:
        raise TooLargeError(LARGEST)
    try:
        text = texts.decode(file.read())
        rows = list(csv.DictReader(io.StringIO(text), strict=True))
    except (NoTextError, csv.Error) as error:
        raise ParameterError(gettext("file: this is no table. Save it as CSV."), param="file") from error
    return [_line(row, number) for number, row in enumerate(rows, start=2)]


def _line(row: dict[str, str], number: int) -> dict[str, str]:
    if "name" not in row or "text" not in row:
        raise ParameterError(
            gettext("file: the first line must name the columns; name and text are needed."), param="file"
        )
    form = CannedReplyForm(data={name: _as_it_was(row.get(name) or "") for name in FIELDS})
    if not form.is_valid():
        name, problems = next(iter(form.errors.items()))
        raise ParameterError(
            gettext("file: line {number}: {name}: {problems}").format(number=number, name=name, problems=problems[0]),
            param="file",
        )
    return dict(form.validated_data)


def _as_it_was(text: str) -> str:
    return text[1:] if text.startswith("'") and harmless(text[1:]) == text else text
