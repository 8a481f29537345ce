"""Code of a later version: one more migration of an app, without touching the app."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from uuid import uuid4

from django.test import override_settings

from tenants import hosts
from tenants.migrating import versions

ADDS_A_FIELD = """
migrations.AddField("UsageRecord", "channel", models.CharField(max_length=20, default="widget")),
migrations.AddIndex("UsageRecord", models.Index(fields=["channel"], name="usage_by_channel")),
"""
TEMPLATE = """
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("{app}", "{before}")]
    operations = [{operations}]
"""


@contextmanager
def migration(folder: Path, operations: str, *, app: str = "billing", name: str = "9999_later") -> Iterator[None]:
    """Let the code have one more migration of `app` with these operations for the length of a block."""
    package = f"later_{uuid4().hex}"
    ours = Path(import_module(f"{app}.migrations").__file__ or "").parent
    shutil.copytree(ours, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    before = max(file.stem for file in ours.glob("[0-9]*.py"))
    source = TEMPLATE.format(app=app, before=before, operations=operations)
    (folder / package / f"{name}.py").write_text(source)
    sys.path.insert(0, str(folder))
    try:
        with override_settings(MIGRATION_MODULES={app: package}):
            _look_again()
            yield
    finally:
        sys.path.remove(str(folder))
        _look_again()


def _look_again() -> None:
    versions.names.cache_clear()
    versions.version.cache_clear()
    hosts.forget()
