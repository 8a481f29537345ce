"""The skills on their page: on and off, policies with the field that is wrong named, what they mean in sentences."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assistant.models import SkillSettings
from assistant.skills import configured
from tenants.trail.models import AuditEntry
from tests.settings.sending import get, patch, post, refused


def test_all_skills_are_listed_with_what_they_do(admin: Client) -> None:
    listed = get(admin, "skills")
    assert (listed["has_more"], listed["next_cursor"]) == (False, None)
    recommend = next(one for one in listed["data"] if one["name"] == "recommend")
    assert recommend["on"] is True
    assert recommend["broken"] == ""
    assert recommend["does"][0].startswith("Recommends up to 3 products that are in stock")
    assert len({one["name"] for one in listed["data"]}) == len(listed["data"])


def test_the_list_takes_a_fixed_number_of_queries(
    admin: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    get(admin, "skills")
    with django_assert_max_num_queries(9):
        get(admin, "skills")


def test_a_skill_tells_its_policy_and_what_may_be_set(admin: Client) -> None:
    whole = get(admin, "skills/follow_up")
    assert whole["policy"] == {"adds": True, "opens": True, "reopen_days": 14, "silent_days": 7}
    shown = {one["name"]: one for one in whole["shape"]}
    assert (shown["silent_days"]["kind"], shown["silent_days"]["unit"]) == ("whole", "days")
    assert len(whole["examples"]) >= 15
    assert whole["slots"][0] == {"name": "email", "label": "E-mail", "kind": "email", "required": True}


def test_a_skill_is_switched_with_a_trace(admin: Client) -> None:
    assert patch(admin, "skills/recommend", on=False).json()["on"] is False
    assert configured.everything()["recommend"].on is False
    patch(admin, "skills/recommend", on=False)
    entry = AuditEntry.objects.get(action="skill.changed")
    assert (entry.object_id, entry.changes) == ("recommend", {"on": [True, False]})


def test_a_policy_is_kept_with_a_trace_of_what_changed(admin: Client) -> None:
    changed = patch(admin, "skills/recommend", policy={"most_shown": 2, "never": ["Gift cards"]}).json()
    assert changed["policy"] == {
        "most_shown": 2,
        "in_stock_only": True,
        "asks_budget": False,
        "never": ["Gift cards"],
    }
    assert changed["does"][-1] == "Never recommends Gift cards."
    assert configured.everything()["recommend"].policy.most_shown == 2
    entry = AuditEntry.objects.get(action="skill.changed")
    assert entry.changes == {"most_shown": [3, 2], "never": [[], ["Gift cards"]]}


@pytest.mark.parametrize(
    ("policy", "param"),
    [
        ({"most_shown": 6}, "policy.most_shown"),
        ({"most_shown": "3"}, "policy.most_shown"),
        ({"in_stock_only": 1}, "policy.in_stock_only"),
        ({"never": ["x" * 100]}, "policy.never[0]"),
        ({"everything": True}, "policy.everything"),
    ],
)
def test_a_setting_that_cannot_be_is_named_and_changes_nothing(
    admin: Client, policy: dict[str, object], param: str
) -> None:
    assert refused(patch(admin, "skills/recommend", on=False, policy=policy)) == (422, param)
    assert refused(post(admin, "skills/recommend/describe", policy=policy)) == (422, param)
    assert not SkillSettings.objects.exists()
    assert not AuditEntry.objects.filter(action="skill.changed").exists()


def test_what_a_policy_would_mean_is_told_without_storing_it(admin: Client) -> None:
    told = post(admin, "skills/recommend/describe", policy={"in_stock_only": False}).json()
    assert told["does"][0].startswith("Recommends up to 3 products, also those that are sold out")
    assert not SkillSettings.objects.exists()


def test_a_policy_that_cannot_be_read_is_said_and_can_be_mended(admin: Client) -> None:
    SkillSettings.objects.create(name="recommend", policy={"most_shown": "many"})
    broken = get(admin, "skills/recommend")
    assert "most_shown" in broken["broken"]
    assert broken["policy"]["most_shown"] == 3
    mended = patch(admin, "skills/recommend", policy=broken["policy"]).json()
    assert mended["broken"] == ""
    assert AuditEntry.objects.get(action="skill.changed").changes["most_shown"] == ["many", 3]


def test_a_skill_that_there_is_not_is_not_found(admin: Client) -> None:
    assert refused(patch(admin, "skills/nothing", on=False)) == (404, "name")


def test_agents_look_and_change_nothing(desk: Client) -> None:
    get(desk, "skills/recommend")
    assert refused(patch(desk, "skills/recommend", on=False)) == (403, None)
    assert not SkillSettings.objects.exists()
