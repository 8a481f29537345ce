"""How Baton is put together: settings, addresses, servers and the programs that start them."""

import os

from config.celery import app as celery_app

# One thread of linear algebra in each process, set before numpy loads: the product of one vector is over before a
# second thread has woken, and on a busy machine two threads that wait for each other took five times as long.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__all__ = ["celery_app"]
