"""The people and teams among whom a transfer chooses, over REST."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent, Role, Team
from conversations.models import Conversation
from tests import cast
from tests.conversations.doors import error, team_of

OF_A_REQUEST = 3  # the search path, the session, and the agent it belongs to


@pytest.mark.parametrize("path", ["agents", "teams"])
def test_the_lists_are_for_those_who_are_signed_in(acme_client: Client, bob: Agent, path: str) -> None:
    assert error(acme_client.get(f"/api/v1/{path}")) == (401, "unauthenticated", None)
    cast.agent("victor", Role.VIEWER)
    viewer = cast.signed_in(acme_client, "victor@example.com")
    assert viewer.get(f"/api/v1/{path}").status_code == 200


def test_the_people_are_listed_with_presence_teams_and_load(desk: Client, bobs: Conversation, bob: Agent) -> None:
    workshop = team_of("Workshop", bob)
    cast.agent("victor", Role.VIEWER)
    cast.agent("away", online=False)
    (away, first) = desk.get("/api/v1/agents").json()["data"]
    assert (away["name"], away["presence"], away["load"]) == ("Away Example", "offline", 0)
    assert (first["id"], first["presence"], first["load"], first["capacity"]) == (bob.id, "online", 1, 4)
    assert {team["id"] for team in first["teams"]} == {workshop.id, bob.teams.get(name="Customer care").id}


def test_the_teams_are_listed_with_who_is_online(desk: Client, bob: Agent) -> None:
    cast.agent("away", online=False)
    Team.objects.create(name="Nobody")
    told = [(team["name"], team["online"]) for team in desk.get("/api/v1/teams").json()["data"]]
    assert told == [("Customer care", 1), ("Nobody", 0)]


def test_the_lists_cost_the_same_number_of_queries_for_few_rows_and_for_many(
    desk: Client, bobs: Conversation, bob: Agent, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for many in (1, 40):
        people = [Agent(name=f"Agent {many} {n}", email=f"{many}-{n}@example.com") for n in range(many)]
        Agent.objects.bulk_create(people)
        for team in Team.objects.bulk_create([Team(name=f"Team {many} {n}") for n in range(many)]):
            team.agents.set(people)
        with django_assert_num_queries(OF_A_REQUEST + 3):  # loads, agents, their teams
            desk.get("/api/v1/agents")
        with django_assert_num_queries(OF_A_REQUEST + 2):  # teams, their agents
            desk.get("/api/v1/teams")
