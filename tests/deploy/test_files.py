"""Dockerfile, compose.yaml, manifests and nginx's files are sound, and agree with each other and with the settings."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import crossplane
import kubernetes_validate
import pytest
import yaml

from config.process import SWEEPER, WEB, WORKER
from tests.database import ROOT

DEPLOY = ROOT / "deploy"
MANIFESTS = sorted((DEPLOY / "kubernetes").glob("*.yaml"))
KUBERNETES = "1.31"
VARIABLE = re.compile(r"^#?([A-Z][A-Z_]+)=", re.MULTILINE)
SAID = re.compile(r"^\|((?: `[A-Z_]+`,?)+) \|", re.MULTILINE)
NOT_IN_PRODUCTION = {"BATON_ALLOW_LOOPBACK", "STRIPE_API_BASE", "BATON_WEB"}
SET_BY_IMAGE = {"PORT", "BATON_BIND", "BATON_DATA", "BATON_LOCAL", "DJANGO_SETTINGS_MODULE"}
SET_BY_COMPOSE = {"DATABASE_URL", "REDIS_URL", "BATON_PROXIES"}
OF_COMPOSE_ALONE = {"POSTGRES_PASSWORD", "BATON_IMAGE", "CERTIFICATES"}
OURS = {"web", "worker", "sweeper", "migrate"}


def documents(path: Path) -> list[dict[str, Any]]:
    """What a file of YAML holds."""
    return [found for found in yaml.safe_load_all(path.read_text()) if found]


def manifests() -> Iterator[dict[str, Any]]:
    """Everything that is for Kubernetes."""
    for path in MANIFESTS:
        yield from documents(path)


def pods() -> dict[str, dict[str, Any]]:
    """The pod of each workload."""
    return {
        found["metadata"]["name"]: found["spec"]["template"]["spec"]
        for found in manifests()
        if found["kind"] in {"Deployment", "Job"}
    }


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    """compose.yaml."""
    [found] = documents(ROOT / "compose.yaml")
    return found


@pytest.fixture(scope="module")
def said() -> set[str]:
    """The variables that docs/operations.md tells of."""
    table = (ROOT / "docs" / "operations.md").read_text().partition("## What can be set")[2].partition("\n## ")[0]
    return {name for row in SAID.findall(table) for name in re.findall(r"[A-Z_]+", row)}


def test_the_dockerfile_has_nothing_to_find_fault_with() -> None:
    linter = Path(sys.executable).with_name("hadolint")
    done = subprocess.run([linter, ROOT / "Dockerfile"], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("", 0)


def test_the_image_holds_no_secret_and_runs_as_nobody() -> None:
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    last = lines[max(at for at, line in enumerate(lines) if line.startswith("FROM ")) :]
    assert "USER 10001:10001" in last
    assert "HEALTHCHECK" in " ".join(last)
    assert not [line for line in last if re.search(r"SECRET|PASSWORD|TOKEN|apt-get|COPY \. ", line)]
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert "*" in ignored, "what is not named must not reach the build"
    assert {line.removeprefix("!").split("/")[0] for line in ignored if line.startswith("!")} == {
        *("agents", "assistant", "billing", "config", "conversations", "escalation", "tenants", "locale", "docs"),
        *("clients", "frontend", "manage.py", "requirements.lock", "requirements-node.lock", "LICENSE", "NOTICE"),
    }


def test_whatever_compose_sets_is_a_setting_and_every_setting_is_named(compose: dict[str, Any], said: set[str]) -> None:
    example = set(VARIABLE.findall((DEPLOY / "env.example").read_text()))
    by_compose = {name for service in OURS for name in compose["services"][service].get("environment", {})}
    by_image = set(re.findall(r"^(?:ENV|   ) ([A-Z_]+)=", (ROOT / "Dockerfile").read_text(), re.MULTILINE))
    assert by_compose == SET_BY_COMPOSE
    assert by_image & said == SET_BY_IMAGE
    assert example - OF_COMPOSE_ALONE <= said
    assert said - example - SET_BY_COMPOSE - SET_BY_IMAGE == NOT_IN_PRODUCTION
    assert set(re.findall(r"\$\{([A-Z_]+)", (ROOT / "compose.yaml").read_text())) == OF_COMPOSE_ALONE
    [settings] = documents(DEPLOY / "kubernetes" / "settings.yaml")
    assert set(settings["data"]) <= said


def test_compose_starts_in_order_and_every_service_is_watched_and_held(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert set(services) == {*OURS, "postgres", "redis", "nginx"}
    for name in ("web", "worker", "sweeper"):
        assert services[name]["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}
    assert services["nginx"]["depends_on"] == {"web": {"condition": "service_healthy"}}
    for name, service in services.items():
        assert service["restart"] == ("no" if name == "migrate" else "unless-stopped"), name
        if name != "web":  # it has the image's own
            assert "healthcheck" in service, name
        if name != "postgres":
            assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"]), name
            assert service["security_opt"] == ["no-new-privileges:true"], name
        assert (name == "nginx") == ("ports" in service), "nothing but nginx is reached from outside"
    for mounted in services["nginx"]["volumes"][:-1]:
        assert (ROOT / mounted.split(":")[0]).is_file()


def test_the_manifests_are_of_their_kinds() -> None:
    for found in manifests():
        kubernetes_validate.validate(found, KUBERNETES, strict=True)


def test_the_kustomization_names_every_manifest_but_the_job() -> None:
    [found] = documents(DEPLOY / "kustomization.yaml")
    named = {DEPLOY / path for path in found["resources"]}
    assert named == set(MANIFESTS) - {DEPLOY / "kubernetes" / "migrate.yaml"}
    for file in found["configMapGenerator"][0]["files"]:
        assert (DEPLOY / file.partition("=")[2]).is_file() or (DEPLOY / file).is_file()


def test_every_pod_is_of_no_rights_and_knows_its_bounds() -> None:
    for name, pod in pods().items():
        [container] = pod["containers"]
        assert pod["securityContext"]["runAsNonRoot"] is True, name
        assert pod["automountServiceAccountToken"] is False, name
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }, name
        assert {"cpu", "memory"} == set(container["resources"]["requests"]), name
        assert "memory" in container["resources"]["limits"], name
        assert name == "migrate" or "livenessProbe" in container, name
        volumes = {volume["name"] for volume in pod["volumes"]}
        assert {mount["name"] for mount in container["volumeMounts"]} <= volumes, name


def test_what_selects_a_workload_selects_one_that_is_there() -> None:
    names = {f"{name}" for name in pods()}
    scaled = [found for found in manifests() if found["kind"] in {"HorizontalPodAutoscaler", "PodDisruptionBudget"}]
    assert {found["metadata"]["name"] for found in scaled} == {"web", "worker", "proxy"}
    for found in manifests():
        spec = found.get("spec", {})
        if found["kind"] == "Service":
            assert spec["selector"]["app.kubernetes.io/name"] in names
        if found["kind"] == "Deployment":
            assert spec["selector"]["matchLabels"] == spec["template"]["metadata"]["labels"]
        if found["kind"] == "HorizontalPodAutoscaler":
            assert spec["scaleTargetRef"]["name"] in names
    assert next(found for found in manifests() if found["kind"] == "NetworkPolicy")["spec"]["podSelector"] == {}


def test_the_units_start_what_there_is_and_docs_name_them() -> None:
    units = {path.name: path.read_text() for path in (DEPLOY / "systemd").iterdir()}
    docs = (ROOT / "docs" / "operations.md").read_text()
    each = units["baton@.service"]
    assert "-m config.process %i" in each
    for process in (WEB, WORKER, SWEEPER):
        assert f"baton@{process}" in each
        assert f"baton@{process}" in docs
    for name, text in units.items():
        assert name.endswith(".timer") or "EnvironmentFile=/etc/baton/env" in text
        assert name.partition(".")[0] in docs or name == "baton@.service"
    assert "manage.py back_up /var/backups/baton --keep 30" in units["baton-back-up.service"]
    assert "DJANGO_SETTINGS_MODULE=config.settings.prod" in docs, "without it the processes do not start"


@pytest.mark.parametrize("which", ["nginx", "kubernetes"])
def test_nginx_can_read_its_files_and_lets_no_client_speak_for_itself(which: str, tmp_path: Path) -> None:
    for name in ("baton.conf", "server.conf", "web.conf"):
        (tmp_path / name).write_text((DEPLOY / "nginx" / name).read_text())
    (tmp_path / "nginx.conf").write_text((DEPLOY / which / "nginx.conf").read_text())
    found = crossplane.parse(str(tmp_path / "nginx.conf"), strict=False, catch_errors=True)
    assert (found["status"], found["errors"]) == ("ok", [])
    text = json.dumps(found)
    assert '["X-Forwarded-For", "$remote_addr"]' in text
    assert '["X-Forwarded-Proto", "$baton_scheme"]' in text
    assert "proxy_add_x_forwarded_for" not in text
    assert "$request_uri" not in (tmp_path / "baton.conf").read_text(), "addresses may carry what is secret"
