"""How much of "the metric is below its quantile" follows from few inputs, or from each by itself: python3 benches/quasi_limit.py TABLE.csv

TABLE.csv is a random sweep with one metric, its last column. What quasi sampling takes away from the error of a quantile at the
sizes of a run is the part of the variance of that indicator that single inputs and few of them together explain. Needs numpy.
"""

import csv
import sys

import numpy as np

with open(sys.argv[1]) as table:
    rows = list(csv.reader(table))
columns = rows[0][3:-1]
inputs = np.array([[float(cell) for cell in row[3:-1]] for row in rows[1:]])
metric = np.array([float(row[-1]) for row in rows[1:]])
ranks = (inputs.argsort(0).argsort(0) + 0.5) / len(metric)
rho = [abs(np.corrcoef(column, metric.argsort().argsort())[0, 1]) for column in ranks.T]
order = np.argsort(rho)[::-1]
print("inputs:", ", ".join(columns[i] for i in order[:2]))


def explained(below, chosen, bins):
    """Share of the variance of `below` that lies between the cells of a grid over the chosen inputs, without the part of chance."""
    cell = np.zeros(len(metric), int)
    for i in chosen:
        cell = cell * bins + (ranks[:, i] * bins).astype(int)
    n = np.bincount(cell, minlength=bins ** len(chosen))
    share = np.bincount(cell, below, minlength=len(n))[n > 1] / n[n > 1]
    n = n[n > 1]
    within = (n * share * (1 - share) * n / (n - 1)).sum() / n.sum()
    return 1 - within / below.var()


for p in (0.05, 0.95):
    below = (metric <= np.quantile(metric, p)).astype(float)
    both = explained(below, order[:2], 16)
    each = sum(explained(below, [i], 40) for i in order)
    print(f"{p:.0%} quantile: {both:.0%} by both, {each:.0%} by all {len(order)} inputs one by one")
