"""Reference values of the hits of accounts, with 50 digits: `python3 tests/data/accounts.py > tests/data/accounts.csv`.

Hits are Poisson with mean a·b·m, where a is gamma of mean 1 and shape `activity`, b gamma of mean 1 and shape `album`.
P(hits = n) = Γ(n+κ) Γ(n+s) / (n! Γ(κ) Γ(s)) · zˢ · U(n+s, s+1−κ, z) with z = κ·s/m and Tricomi's U;
P(hits ≥ k) = 1 − Σ P(hits = n), n < k, with enough digits for what cancels. `inf` is a factor that is always 1.
"""

from mpmath import binomial, exp, factorial, gamma, hyperu, inf, mp, mpf, nstr, rf


def probability(n, activity, album, mean):
    if activity == inf and album == inf:
        return exp(-mean) * mean**n / factorial(n)
    if activity == inf or album == inf:
        shape = min(activity, album)
        return binomial(shape + n - 1, n) * (mean / (shape + mean)) ** n * (shape / (shape + mean)) ** shape
    z = activity * album / mean
    return (
        rf(activity, n) * rf(album, n) / factorial(n) * z**album * hyperu(n + album, album + 1 - activity, z, maxprec=20000)
    )


def tail(k, activity, album, mean):
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
