"""How Baton is put together: settings, addresses, servers and the programs that start them."""

import os

from config.celery import app as celery_app

# One thread of linear algebra in each process, set before numpy loads: the product of one vector is over before a
# second thread has woken, and on a busy machine two threads that wait for each other took five times as long.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Without it ONNX Runtime keeps a number for this machine in the home folder and tells its makers of each start, before
# `disable_telemetry_events` can be called. Whoever runs Baton did not agree to that, so no setting turns it on again.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

__all__ = ["celery_app"]
