"""An alert reaches whom it should, once while they have not seen it, and by mail where it is grave."""

import threading
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.utils import timezone

from agents.models import Agent, Role
from agents.permissions import Right
from conversations import alerts
from conversations.alerts import people, raising
from conversations.models import Alert, AlertKind, Conversation
from tenants import current
from tenants.models import Job, Tenant
from tests import cast

KIND = AlertKind.RULE_NOTIFIED


def told() -> list[tuple[str, str, int]]:
    """Who was told of what, how often."""
    rows = Alert.objects.select_related("agent").order_by("agent__email", "subject")
    return [(alert.agent.email.partition("@")[0], alert.subject, alert.count) for alert in rows]


@pytest.fixture
def desk(in_acme: Tenant) -> dict[str, Agent]:
    """One person of each role."""
    return {role.value: cast.agent(role.value, role) for role in Role}


@pytest.mark.parametrize(
    ("who", "reached"),
    [
        (Right.MANAGE_SETTINGS, {"owner", "admin"}),
        (Right.WRITE_CONVERSATIONS, {"owner", "admin", "supervisor", "agent"}),
        (["supervisors"], {"supervisor"}),
        (["admins"], {"owner", "admin"}),
        (["supervisors", "agent's id"], {"supervisor", "agent"}),
        (["agt_nobody"], {"owner", "admin"}),
        ([], {"owner", "admin"}),
    ],
)
def test_whom_it_reaches(desk: dict[str, Agent], who: Right | list[str], reached: set[str]) -> None:
    named = who if isinstance(who, Right) else [str(desk["agent"].id) if "'s id" in one else one for one in who]
    by_id = {str(agent.id): role for role, agent in desk.items()}
    assert {by_id[key] for key in people.reached(named)} == reached


def test_who_left_is_not_told_and_somebody_else_is(desk: dict[str, Agent]) -> None:
    Agent.objects.filter(role=Role.SUPERVISOR).update(is_active=False)
    alerts.raise_to(["supervisors"], kind=KIND, subject="Look")
    assert told() == [("admin", "Look", 1), ("owner", "Look", 1)]


def test_the_same_again_only_raises_the_count_until_it_was_seen(desk: dict[str, Agent]) -> None:
    for text in ("first", "second"):
        alerts.raise_to(["supervisors"], kind=KIND, subject="Look", text=text)
    alert = Alert.objects.get()
    assert (alert.count, alert.text) == (2, "second")
    raising.see(alert)
    alerts.raise_to(["supervisors"], kind=KIND, subject="Look", text="third")
    assert sorted(told()) == [("supervisor", "Look", 1), ("supervisor", "Look", 2)]
    assert Alert.objects.get(seen_at=None).text == "third"


def test_about_another_conversation_or_thing_it_is_another_one(desk: dict[str, Agent]) -> None:
    about: list[Conversation | None] = [cast.says(cast.customer(name), "Hello") for name in ("carol", "other")]
    about.append(None)
    for conversation in [*about, *about]:
        alerts.raise_to(["supervisors"], kind=KIND, subject="Look", conversation=conversation)
    alerts.raise_to(["supervisors"], kind=KIND, subject="Look elsewhere")
    assert sorted(count for _who, _what, count in told()) == [1, 2, 2, 2]


def test_what_is_grave_goes_out_by_mail_once_a_day_while_nobody_saw_it(
    desk: dict[str, Agent], settings: LazySettings
) -> None:
    settings.MAIL_LEAVES = True
    for _ in range(2):
        alerts.raise_to(["admins"], kind=AlertKind.RULES_UNREADABLE, subject="The rules cannot be read")
    alerts.raise_to(["admins"], kind=KIND, subject="Look")
    letters = Job.objects.filter(kind=raising.LETTER, schema_name="acme")
    assert {job.ids["alert_id"] for job in letters} == {
        str(key) for key in Alert.objects.filter(kind=AlertKind.RULES_UNREADABLE).values_list("id", flat=True)
    }
    assert letters.count() == 2
    letters.delete()
    Alert.objects.update(mailed_at=timezone.now())
    alerts.raise_to(["admins"], kind=AlertKind.RULES_UNREADABLE, subject="The rules cannot be read")
    assert not letters.exists()
    Alert.objects.update(mailed_at=timezone.now() - timedelta(hours=25))
    alerts.raise_to(["admins"], kind=AlertKind.RULES_UNREADABLE, subject="The rules cannot be read")
    assert letters.count() == 2


def test_now_and_then_is_not_again_within_the_time_though_it_was_seen(desk: dict[str, Agent]) -> None:
    hour = timedelta(hours=1)
    raised = [
        alerts.raise_to_now_and_then(["supervisors"], every=hour, kind=KIND, subject="Look"),
        raising.see_all(desk["supervisor"]),
        alerts.raise_to_now_and_then(["supervisors"], every=hour, kind=KIND, subject="Look"),
    ]
    Alert.objects.update(raised_at=timezone.now() - hour)
    raised.append(alerts.raise_to_now_and_then(["supervisors"], every=hour, kind=KIND, subject="Look"))
    assert raised == [1, 1, 0, 1]


def test_what_was_seen_long_ago_is_forgotten_with_the_next_one(desk: dict[str, Agent]) -> None:
    for subject in ("old", "seen", "not seen"):
        alerts.raise_to(["supervisors"], kind=KIND, subject=subject)
    seen = timezone.now() - timedelta(days=91)
    Alert.objects.filter(subject="old").update(seen_at=seen)
    Alert.objects.filter(subject="seen").update(seen_at=timezone.now())
    Alert.objects.filter(subject="not seen").update(raised_at=seen)
    alerts.raise_to(["supervisors"], kind=KIND, subject="new")
    assert set(Alert.objects.values_list("subject", flat=True)) == {"seen", "not seen", "new"}


def test_long_words_are_cut_and_never_refused(desk: dict[str, Agent]) -> None:
    alerts.raise_to(["supervisors"], kind=KIND, subject="x" * 500, text="y\n\x00 " * 900)
    alert = Alert.objects.get()
    assert (len(alert.subject), len(alert.text)) == (160, 600)


def test_who_raise_at_once_make_one_alert(own_database: str, acme: Tenant) -> None:
    with current.entered(acme):
        cast.agent("owner", Role.OWNER)

    def tell() -> None:
        with current.entered(acme):
            alerts.raise_to(["admins"], kind=KIND, subject="Look")
        current.connection.close()

    threads = [threading.Thread(target=tell) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with current.entered(acme):
        assert told() == [("owner", "Look", 4)]
