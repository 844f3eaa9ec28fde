"""12 exposures x 8 lags x 3,650 days with missing days, every circular shift, step-down max-T, in numpy.

Two rows: the score statistic as lytes has it (residuals given, so the regressions are not in the time), and pairwise
complete rank correlations, which need six transforms where the score needs two. Milliseconds of processor time, best of
20. Debian: python3-scipy.
"""
import time

import numpy as np
from scipy.stats import rankdata

DAYS, EXPOSURES, LAGS, GUARD = 3650, 12, 8, 14
random = np.random.default_rng(5)
counts = random.poisson(0.3, DAYS).astype(float)
counts_known = random.random(DAYS) > 0.2
exposures = (random.random((EXPOSURES, DAYS)) < 0.4).astype(float)
known = random.random((EXPOSURES, DAYS)) > 0.2


def correlate(a, b):
    return np.fft.irfft(a * np.conj(b), DAYS)


def step_down(statistics):
    shifts = np.arange(GUARD + 1, DAYS - GUARD)
    null = np.array([np.roll(s, -lag)[shifts] for s in statistics for lag in range(LAGS)])
    observed = np.array([s[lag] for s in statistics for lag in range(LAGS)])
    spread = np.sqrt((null**2).mean(axis=1))
    null = np.abs(null) / spread[:, None]
    size = np.abs(observed) / spread
    order = np.argsort(size)
    largest = np.maximum.accumulate(null[order], axis=0)
    p = (1 + (largest >= size[order][:, None] - 1e-12).sum(axis=1)) / (1 + len(shifts))
    return np.maximum.accumulate(p[::-1])[::-1]


def score_screen():
    e = np.where(counts_known, counts - counts[counts_known].mean(), 0.0)
    fe, fee = np.fft.rfft(e), np.fft.rfft(e * e)
    statistics = []
    for x, k in zip(exposures, known):
        r = np.where(k, x - x[k].mean(), 0.0)
        statistics.append(correlate(fe, np.fft.rfft(r)) / np.sqrt(correlate(fee, np.fft.rfft(r * r))))
    return step_down(statistics)


def ranked(values, mask):
    ranks = np.zeros(DAYS)
    ranks[mask] = rankdata(values[mask])
    ranks[mask] -= ranks[mask].mean()
    return ranks


def rank_screen(y, xs):
    fy, fm, fyy = np.fft.rfft(y), np.fft.rfft(counts_known.astype(float)), np.fft.rfft(y * y)
    statistics = []
    for x, k in zip(xs, known):
        fx, fk, fxx = np.fft.rfft(x), np.fft.rfft(k.astype(float)), np.fft.rfft(x * x)
        n, sx, sy = correlate(fm, fk), correlate(fm, fx), correlate(fy, fk)
        cov = correlate(fy, fx) - sx * sy / n
        statistics.append(cov / np.sqrt((correlate(fm, fxx) - sx**2 / n) * (correlate(fyy, fk) - sy**2 / n)))
    return step_down(statistics)


def best(run, times=20):
    seconds = []
    for _ in range(times):
        begin = time.process_time()
        run()
        seconds.append(time.process_time() - begin)
    return 1000 * min(seconds)


print("numpy, all shifts\t%.1f" % best(score_screen))
y = ranked(counts, counts_known)
xs = [ranked(x, k) for x, k in zip(exposures, known)]
print("numpy, all shifts of rank correlations\t%.1f" % best(lambda: rank_screen(y, xs)))
