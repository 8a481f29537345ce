"""A reply that goes out as a translation: looked at first, sent once, and the agent's own words kept for the desk."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from agents.models import Agent
from assistant.models import AssistantSettings
from conversations import control, log, tasks
from conversations.models import Conversation, HeldReply, Message, ReplyDraft, Translation
from conversations.reply_drafts import holding
from tenants import jobs
from tenants.models import Job
from tests.model_server.misbehaving import MISBEHAVIOURS
from tests.model_server.serving import Server
from tests.model_server.translating import answers

SAYS, GERMAN = "I am sorry. Your parcel arrives tomorrow.", "Das tut mir leid. Ihr Paket kommt morgen an."
WRITTEN = {"text": SAYS, "language": "en"}


def post(desk: Client, conversation: Conversation, what: str, **asked: Any) -> Any:
    return desk.post(f"/api/v1/conversations/{conversation.id}/{what}", asked, content_type="application/json")


def own_words(desk: Client, conversation: Conversation) -> list[tuple[int, str, str]]:
    rows = desk.get(f"/api/v1/conversations/{conversation.id}/translations").json()["data"]
    return [(row["seq"], row["state"], row["text"]) for row in rows]


def test_a_reply_is_translated_for_a_look_and_nothing_is_sent(
    desk: Client, german: Conversation, model: Server
) -> None:
    found = post(desk, german, "reply_translation", text=SAYS).json()
    assert found == {"text": GERMAN, "language": "de", "source": "en", "lost": [], "added": []}
    assert (german.messages.count(), Translation.objects.count()) == (1, 0)
    model.model = answers(
        [{"id": "1", "language": "en", "translation": "Ihr Paket BD-20771 kommt, siehe https://x.example"}]
    )
    found = post(desk, german, "reply_translation", text="Your parcel AC-10442 comes.").json()
    assert (found["lost"], sorted(found["added"])) == (["AC-10442"], ["BD-20771", "https://x.example"])
    assert post(desk, german, "reply_translation", text="Hi", language="xx!").status_code == 422


@pytest.mark.parametrize("how", ["breaks", "answers in prose", "budget", "off"])
def test_without_a_translation_one_is_told_and_can_send_as_written(
    desk: Client, german: Conversation, model: Server, how: str
) -> None:
    if how == "off":
        AssistantSettings.objects.update(translates=False)
    elif how == "budget":
        AssistantSettings.objects.update(tokens_per_conversation=1)
    else:
        model.model = MISBEHAVIOURS[how].model
    refused = post(desk, german, "reply_translation", text=SAYS)
    assert refused.status_code == (409 if how == "off" else 503)
    assert refused.json()["error"]["message"]
    assert german.messages.count() == 1
    assert post(desk, german, "messages", client_id=str(uuid4()), text=SAYS).status_code == 201
    assert Translation.objects.count() == 0


def test_the_customer_gets_the_translation_and_the_desk_the_agents_own_words_too(
    desk: Client, german: Conversation, model: Server
) -> None:
    body = {"client_id": str(uuid4()), "text": GERMAN, "written": WRITTEN}
    first, again = (post(desk, german, "messages", **body) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert (first.json()["text"], first.json()["id"]) == (GERMAN, again.json()["id"])
    assert SAYS not in first.content.decode()
    assert own_words(desk, german) == [(first.json()["seq"], "written", SAYS)]
    post(desk, german, "translations")
    for job in list(Job.objects.filter(kind="translation")):
        jobs.run(job.pk, tasks.work)
    assert own_words(desk, german)[-1] == (first.json()["seq"], "written", SAYS)  # no machine says it otherwise
    assert GERMAN not in model.heard()
    bad = post(desk, german, "messages", client_id=str(uuid4()), text="x", written={"text": "y", "language": "German"})
    assert (bad.status_code, bad.json()["error"]["param"]) == (422, "written.language")


def test_a_held_translation_is_said_with_its_words_or_taken_back_as_they_were_written(
    desk: Client, german: Conversation, bob: Agent
) -> None:
    body = {"text": GERMAN, "written": WRITTEN, "seconds": 5}
    held = post(desk, german, "held_replies", client_id=str(uuid4()), **body).json()
    assert held["written"] == WRITTEN
    [waiting] = desk.get("/api/v1/composer").json()["held"]
    assert (waiting["text"], waiting["written"]) == (GERMAN, WRITTEN)
    said = desk.post(f"/api/v1/held_replies/{held['id']}/send").json()
    assert own_words(desk, german) == [(said["message"]["seq"], "written", SAYS)]
    held = post(desk, german, "held_replies", client_id=str(uuid4()), **body).json()
    with log.writing(str(german.id)) as conversation:
        control.hand_back(conversation, bob)
    assert desk.post(f"/api/v1/held_replies/{held['id']}/send").status_code == 409
    assert ReplyDraft.objects.get(agent=bob).reply == SAYS
    assert Message.objects.filter(text=GERMAN).count() == 1


def test_a_page_that_is_gone_loses_no_own_words(desk: Client, german: Conversation) -> None:
    body = {"text": GERMAN, "written": WRITTEN, "seconds": 5}
    held = post(desk, german, "held_replies", client_id=str(uuid4()), **body).json()
    HeldReply.objects.update(due_at=timezone.now() - timedelta(seconds=1))
    Job.objects.update(run_at=timezone.now())
    jobs.run(Job.objects.get(kind=holding.KIND, key=held["id"]).pk, tasks.work)
    assert [text for _, _, text in own_words(desk, german)] == [SAYS]
