"""The settings of the next version's processes."""

from tests.faults.settings import *  # noqa: F403
from tests.faults.settings import INSTALLED_APPS as APPS
from tests.faults.settings import TENANT_APPS as APPS_OF_TENANTS

NEWER = "tests.faults.newer"
TENANT_APPS = [*APPS_OF_TENANTS, NEWER]
INSTALLED_APPS = [*APPS, NEWER]
