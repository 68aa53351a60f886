"""Reference values of the hits of accounts, with 50 digits: `python3 tests/data/accounts.py > tests/data/accounts.csv`.

Hits are Poisson with mean a·b·m, where a is gamma of mean 1 and shape `activity`, b gamma of mean 1 and shape `album`.
P(hits = n) = Γ(n+κ) Γ(n+s) / (n! Γ(κ) Γ(s)) · zˢ · U(n+s, s+1−κ, z) with z = κ·s/m and Tricomi's U;
P(hits ≥ k) = 1 − Σ P(hits = n), n < k, with enough digits for what cancels. `inf` is a factor that is always 1.
For a large κ, where U is slow, the negative binomial given activity is integrated over ln a.
"""

from mpmath import binomial, exp, expm1, factorial, hyp2f1, hyperu, inf, log, loggamma, mp, mpf, nstr, quad, rf, sqrt


def probability(n, activity, album, mean):
    if activity == inf and album == inf:
        return exp(-mean) * mean**n / factorial(n)
    if activity == inf or album == inf:
        shape = min(activity, album)
        return binomial(shape + n - 1, n) * (mean / (shape + mean)) ** n * (shape / (shape + mean)) ** shape
    if activity >= 100:
        return integrated(lambda given: probability(n, inf, album, given), n, activity, mean)
    z = activity * album / mean
    tricomi = hyperu(n + album, album + 1 - activity, z, maxprec=20000)
    return rf(activity, n) * rf(album, n) / factorial(n) * z**album * tricomi


def integrated(given_mean, k, activity, mean):
    """E[given_mean(a·mean)] for a gamma variable a, over 40 standard deviations to each side of its peak."""
    mp.dps = 40  # Nothing cancels.
    constant = activity * log(activity) - activity - loggamma(activity)
    width = 1 / sqrt(activity)
    ends = [width * i * 4 for i in range(-10, 11)] + [width * 40 + mpf(k) / activity * i for i in (1, 2)]

    scale = given_mean(mean)  # `quad` stops by absolute size.

    def integrand(u):
        return exp(constant - activity * (expm1(u) - u)) * (given_mean(exp(u) * mean) / scale)

    return quad(integrand, ends) * scale


def tail(k, activity, album, mean):
    if activity >= 100 and inf not in (activity, album):
        def given(m):
            first = probability(k, inf, album, m)
            return first * hyp2f1(1, album + k, k + 1, m / (album + m))
        return integrated(given, k, activity, mean)
    return 1 - sum(probability(n, activity, album, mean) for n in range(k))


LAWS = [
    ("inf", "inf"), ("0.01", "inf"), ("2", "inf"), ("1e6", "inf"), ("inf", "1e-9"), ("inf", "0.3"), ("inf", "1e3"),
    ("0.01", "1e-9"), ("0.01", "1e3"), ("0.5", "0.01"), ("1", "1"), ("2", "9e-6"), ("2", "5"), ("20", "0.3"), ("300", "40"),
    ("1e6", "1e-9"), ("1e6", "2"), ("1e6", "1e3"),
]
MEANS = ["1e-9", "1e-3", "0.7", "5.773", "200", "1e4"]

if __name__ == "__main__":
    print("function,k activity album mean,value")
    for activity, album in LAWS:
        for mean in MEANS:
            for k in (1, 2, 5, 30, 100):
                values = [mpf(t) for t in (activity, album, mean)]
                arguments = f"{k} {activity} {album} {mean}"
                for name, function in (("tail", tail), ("exactly", probability)):
                    mp.dps = 60
                    try:
                        rough = probability(k, *[mpf(t) for t in (activity, album, mean)])
                        mp.dps = 60 + max(0, -int(mp.log10(rough)))
                        if mp.dps > 360:
                            continue
                        value = function(k, *[mpf(t) for t in (activity, album, mean)])
                    except ValueError:  # U does not converge
                        continue
                    print(f"{name},{arguments},{nstr(value, 20, min_fixed=1, max_fixed=0)}", flush=True)
