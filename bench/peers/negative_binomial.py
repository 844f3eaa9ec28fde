"""Negative binomial regression, 3,650 rows x 30 columns, in statsmodels. Processor time, best of 5. Debian: python3-statsmodels."""
import time
import warnings

import numpy as np
import statsmodels
import statsmodels.api as sm

warnings.filterwarnings("ignore")
random = np.random.default_rng(2)
days, columns, theta = 3650, 30, 1.5
x = np.column_stack([np.ones(days), (random.random((days, 6)) < 0.4), random.standard_normal((days, columns - 7))])
mean = np.exp(np.log(0.3) + x[:, 1:] @ (0.08 * random.standard_normal(columns - 1)))
y = random.poisson(random.gamma(theta, mean / theta))
seconds = []
for _ in range(5):
    begin = time.process_time()
    fit = sm.NegativeBinomial(y, x).fit(disp=0, maxiter=500)
    seconds.append(time.process_time() - begin)
print("statsmodels", statsmodels.__version__)
print("NegativeBinomial.fit: %.1f ms, theta %.4f" % (1000 * min(seconds), 1 / fit.params[-1]))
