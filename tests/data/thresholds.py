"""Thresholds of detectors and rates of hashes, computed with 50 digits.

Usage: python3 thresholds.py > thresholds.csv     (needs mpmath)

Columns: kind, parameters, margin, threshold, fpr, recall. Parameters and margins are doubles, each taken at the exact value of
the nearest double. Kinds and their parameters:

fpr          separation, spread                       threshold where the FPR is the margin
fdr          separation, spread, prevalence           lowest threshold where the FDR is the margin
mixture-fpr  separation, spread, then weight, shift of each benign class
mixture-fdr  separation, spread, prevalence, then weight, shift of each benign class
hash         bits, list size, radius, then share, flip of each transformation; threshold is p0 = P(Bin(bits, 1/2) <= radius)
"""

from mpmath import mp, mpf

mp.dps = 50
LIMIT = 36


def exact(x):
    return mpf(float(x))


def cdf(x):
    return mp.erfc(-x / mp.sqrt(2)) / 2


def row(kind, parameters, margin, values):
    numbers = [mp.nstr(v, 20, min_fixed=1, max_fixed=0) for v in values]
    print(",".join([kind, " ".join(repr(float(p)) for p in parameters), repr(float(margin)), *numbers]))


def bisect(f, low, high):
    """The root of f, positive at low and not positive at high."""
    for _ in range(160):
        middle = (low + high) / 2
        if f(middle) > 0:
            low = middle
        else:
            high = middle
    return high


def first_root(f):
    step = mpf("0.02")
    t = -mpf(LIMIT)
    while t < LIMIT:
        if f(t + step) <= 0:
            return bisect(f, t, t + step)
        t += step
    return None


def solve(kind, separation, spread, prevalence, benign, margin):
    mu, sigma, m = exact(separation), exact(spread), exact(margin)
    weights = [(exact(w), exact(s)) for w, s in benign]
    fpr = lambda t: sum(w * cdf(s - t) for w, s in weights)
    recall = lambda t: cdf((mu - t) / sigma)
    if prevalence is None:
        t = bisect(lambda t: fpr(t) - m, -mpf(LIMIT), mpf(LIMIT))
    else:
        p = exact(prevalence)
        t = first_root(lambda t: fpr(t) * (1 - p) * (1 - m) - recall(t) * p * m)
    parameters = [separation, spread] + ([] if prevalence is None else [prevalence])
    if len(benign) > 1:
        parameters += [x for pair in benign for x in pair]
    if t is not None and t < LIMIT:
        row(kind, parameters, margin, [t, fpr(t), recall(t)])


ORDINARY = [(1.0, 0.0)]
MIXED = [(0.875, 0.0), (0.109375, 1.25), (0.015625, 2.5)]
CURVES = [(3.932, 1.0), (2.227, 1.0), (2.0, 1.3), (3.0, 0.75)]

print("kind,parameters,margin,threshold,fpr,recall")
for curve in CURVES:
    for k in range(1, 16):
        solve("fpr", *curve, None, ORDINARY, float(f"1e-{k}"))
for k in range(1, 16):
    solve("mixture-fpr", *CURVES[0], None, MIXED, float(f"1e-{k}"))
for curve in CURVES:
    for prevalence in range(2, 10):
        for k in range(1, 7):
            solve("fdr", *curve, float(f"1e-{prevalence}"), ORDINARY, float(f"1e-{k}"))
for prevalence in (3, 6, 9):
    for k in range(1, 7):
        solve("mixture-fdr", *CURVES[0], float(f"1e-{prevalence}"), MIXED, float(f"1e-{k}"))


def binomial_cdf(r, n, q):
    return sum(mp.binomial(n, i) * q**i * (1 - q) ** (n - i) for i in range(r + 1))


TRANSFORMATIONS = [(0.75, 0.02), (0.1875, 0.15), (0.0625, 0.4)]
for bits in (64, 96, 144, 256, 1024):
    for size in (1.0, 1e3, 3e6, 1e9):
        for tenths in (0, 1, 2, 3, 4):
            radius = bits * tenths // 10
            p0 = binomial_cdf(radius, bits, mpf(1) / 2)
            fpr = -mp.expm1(exact(size) * mp.log1p(-p0))
            recall = sum(exact(w) * binomial_cdf(radius, bits, exact(q)) for w, q in TRANSFORMATIONS)
            row("hash", [bits, size, radius] + [x for t in TRANSFORMATIONS for x in t], 0, [p0, fpr, recall])
