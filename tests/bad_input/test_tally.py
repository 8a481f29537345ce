"""The plugin that counts what was played."""

import os
import subprocess
import sys

from tests.database import ROOT


def test_a_plugin_is_imported_before_the_settings_are_known() -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
    ran = subprocess.run(
        [sys.executable, "-c", "import tests.bad_input.tally"],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
