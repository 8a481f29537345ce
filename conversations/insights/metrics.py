"""Every metric of the reports by its key: trust first, then volume."""

from collections.abc import Mapping

from conversations.insights.metric import Metric
from conversations.insights.trust_metrics import TRUST
from conversations.insights.volume_metrics import VOLUME

METRICS: Mapping[str, Metric] = {one.key: one for one in (*TRUST, *VOLUME)}
