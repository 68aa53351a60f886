"""The reference model of docs/performance.md for NumPy: all replications at once, a loop over days for the queue.

Prints the means that scenarios/reference.toml expects. Needs numpy.
"""
import numpy as np

DAYS, REPLICATIONS, ITEMS, CAPACITY = 365, 1000, 10**10, 1_114_000
MEDIAN, SIGMA = np.array([1e-6, 2e-7, 1e-7]), np.array([0.5, 0.8, 1.0])
RECALL, FPR = np.array([0.95, 0.80, 0.60]), np.array([1e-8, 1e-5, 1e-4])

rng = np.random.default_rng(20240607)
prevalence = rng.lognormal(np.log(MEDIAN), SIGMA, size=(REPLICATIONS, 3))
abuse = np.rint(ITEMS * prevalence).astype(np.int64)[:, None, :]
shape = (REPLICATIONS, DAYS, 3)
right = rng.binomial(abuse, RECALL, size=shape)
wrong = rng.binomial(ITEMS - abuse, FPR, size=shape)
confirmed = rng.binomial(right, 0.95).sum() + rng.binomial(wrong, 0.02).sum()
flags = (right + wrong).sum(axis=2)
backlog = np.zeros(REPLICATIONS, dtype=np.int64)
peak = backlog.copy()
for day in range(DAYS):
    backlog = np.maximum(backlog + flags[:, day] - CAPACITY, 0)
    np.maximum(peak, backlog, out=peak)
per_year = lambda counts: counts.sum() / REPLICATIONS
print(f"true {per_year(right):.4g} false {per_year(wrong):.4g} peak {peak.mean():.3g} confirmed {confirmed / REPLICATIONS:.4g}")
