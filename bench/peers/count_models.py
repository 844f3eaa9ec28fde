"""Counts of 3,650 days by 29 columns and a constant: Poisson and negative binomial. Milliseconds of processor time, the
best of several. Debian: python3-statsmodels."""
import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # lytes uses one, too

import time
import warnings

import numpy as np
import statsmodels.api as sm

warnings.filterwarnings("ignore")
DAYS, COLUMNS = 3650, 29
random = np.random.default_rng(7)
x = random.standard_normal((DAYS, COLUMNS))
x[:, :6] = random.random((DAYS, 6)) < 0.4
x = sm.add_constant(x)
y = random.poisson(random.gamma(1.5, np.exp(-1.2 + x[:, 1:] @ random.normal(0, 0.08, COLUMNS)) / 1.5))


def best(run, times):
    milliseconds = []
    for _ in range(times):
        begin = time.process_time()
        run()
        milliseconds.append(1000 * (time.process_time() - begin))
    return min(milliseconds)


print("statsmodels GLM(Poisson)\t%.1f" % best(lambda: sm.GLM(y, x, family=sm.families.Poisson()).fit(), 7))
print("statsmodels NegativeBinomial\t%.1f" % best(lambda: sm.NegativeBinomial(y, x).fit(disp=0, maxiter=500), 3))
