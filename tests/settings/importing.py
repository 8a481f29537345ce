"""Files that become articles."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from assistant.knowledge.importing import running
from tests.settings.sending import get
from tests.settings.working import work_off


def imported(client: Client, *files: tuple[str, bytes]) -> Any:
    """The import of these files, stored at once, after its jobs ran."""
    uploads = [SimpleUploadedFile(name, content) for name, content in files]
    reply = client.post("/api/v1/knowledge_imports/files", {"files": uploads, "apply": "true"})
    assert reply.status_code == 201, reply.content
    work_off(running.KIND)
    return get(client, f"knowledge_imports/{reply.json()['id']}")
