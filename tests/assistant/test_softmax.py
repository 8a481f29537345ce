"""Our softmax regression finds what scikit-learn's does, and a worker loads neither it nor SciPy."""

import subprocess
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression

from assistant import softmax


def test_the_same_chances_as_scikit_learn() -> None:
    dice = np.random.default_rng(3)
    middles = dice.normal(size=(5, 20)).astype(np.float32)
    of = dice.integers(0, 5, 200)
    rows = (middles[of] + 1.5 * dice.normal(size=(200, 20))).astype(np.float32)
    ours = softmax.fit(rows, of, classes=5, strength=0.5).log_chances(rows)
    theirs = LogisticRegression(C=0.5, max_iter=500).fit(rows, of).predict_log_proba(rows)
    assert np.abs(np.exp(ours) - np.exp(theirs)).max() < 0.01
    assert np.allclose(np.exp(ours).sum(axis=1), 1.0, atol=1e-5)


def test_a_worker_that_decides_loads_no_library_for_fitting() -> None:
    told = (
        "import os, sys, django; os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings.test'); "
        "django.setup(); import conversations.turn; print('sklearn' in sys.modules, 'scipy' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "False"]
