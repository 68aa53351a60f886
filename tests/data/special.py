"""Reference values of distribution functions, computed with 50 digits.

Usage: python3 special.py > special.csv     (needs mpmath)

Arguments are doubles: each is taken at the exact value of the nearest double, so that a function
is judged by what it does with the number that it is given.
"""

from mpmath import mp, mpf

mp.dps = 50


def row(function, arguments, value):
    print(f"{function},{' '.join(repr(a) for a in arguments)},{mp.nstr(value, 20, min_fixed=1, max_fixed=0)}")


def exact(x):
    return mpf(float(x))


def tail_quad(log_density, scale, limit):
    """Integral of exp(log_density(s)) from 0 to limit, which falls on the length `scale`."""
    top = log_density(mpf(0))
    ends = [mpf(i) for i in range(0, 60, 4)] + [mpf(90), mpf(150)]
    ends = [e * scale for e in ends if e * scale < limit] + ([limit] if limit < 150 * scale else [])
    return mp.exp(top) * mp.quad(lambda s: mp.exp(log_density(s) - top), ends)


def normal_survival(x):
    return mp.erfc(x / mp.sqrt(2)) / 2


def normal_upper_quantile(q):
    q = mpf(q)
    if q == mpf(0.5):
        return mpf(0)
    if q > mpf(0.5):
        return -normal_upper_quantile(1 - q)
    start = mp.sqrt(-2 * mp.log(q)) if q < 1e-3 else mpf(1)
    z = start
    for _ in range(200):
        s = normal_survival(z)
        step = s * mp.log(s / q) / mp.npdf(z)
        z += step
        if abs(step) < mpf(10) ** (-mp.dps + 2) * max(abs(z), mpf(10) ** -20):
            break
    return z


def gamma_lower(a, x):
    """P(a, x) by its series, whatever the size."""
    term = mp.exp(a * mp.log(x) - x - mp.loggamma(a + 1))
    total, n = mpf(0), 0
    while True:
        total += term
        n += 1
        term *= x / (a + n)
        if term < total * mpf(10) ** (-mp.dps + 2) and a + n > x:
            return total


def gamma_upper(a, x):
    if a > 2e4 and x >= a:
        def log_density(s):
            t = x + s
            return (a - 1) * mp.log(t) - t - mp.loggamma(a)
        slope = 1 - (a - 1) / x
        scale = 1 / (abs(slope) / 2 + mp.sqrt(slope ** 2 / 4 + 1 / x))
        return tail_quad(log_density, scale, mp.inf)
    with mp.workdps(50 + int(max(0, min((x - a) / 2, (x - a) ** 2 / a)))):
        return 1 - gamma_lower(a, x)


def gamma_quantile(a, p):
    if gamma_lower(a, mpf(10) ** -280) > p:
        return mpf(0)
    u = (mp.log(p) + mp.loggamma(a + 1)) / a
    if u > mp.log(a + 1):
        u = mp.log(a + 1)
    low, high = mpf(-700), mp.log(a + 100 + 20 * mp.sqrt(a))
    for _ in range(300):
        x = mp.exp(u)
        value = gamma_lower(a, x)
        if value > p:
            high = u
        else:
            low = u
        slope = mp.exp(a * u - x - mp.loggamma(a)) / value
        new = u - mp.log(value / p) / slope
        if not low < new < high:
            new = (low + high) / 2
        if abs(new - u) < mpf(10) ** -22:
            u = new
            break
        u = new
    return mp.exp(u)


def beta_lower(a, b, x, y=None):
    """I_x(a, b) for x not far above the mean, all terms positive."""
    y = 1 - x if y is None else y
    if min(a, b) > 3000:
        def log_density(s):
            return ((a - 1) * mp.log(x - s) + (b - 1) * mp.log(y + s)
                    - mp.loggamma(a) - mp.loggamma(b) + mp.loggamma(a + b))
        slope = (a - 1) / x - (b - 1) / y
        scale = 1 / (abs(slope) / 2 + mp.sqrt(slope ** 2 / 4 + (a + b) / (x * y)))
        return tail_quad(log_density, scale, x)
    prefix = mp.exp(a * mp.log(x) + b * mp.log(y) - mp.loggamma(a + 1) - mp.loggamma(b) + mp.loggamma(a + b))
    # I = prefix · Σ (a+b)_j / (a+1)_j · x^j
    term, total, j = mpf(1), mpf(0), 0
    while True:
        total += term
        term *= (a + b + j) / (a + 1 + j) * x
        j += 1
        if term < total * mpf(10) ** (-mp.dps + 2) and (a + b + j) * x < (a + 1 + j) * mpf("0.999999999"):
            return prefix * total
        if j > 2_000_000:
            raise RuntimeError(f"no convergence at {a} {b} {x}")


def series_is_short(a, b, x):
    return min(a, b) <= 3000 and x < 0.01


def beta(a, b, x):
    if x * (a + b) < a + mpf(1) / 2 or series_is_short(a, b, x):
        return beta_lower(a, b, x)
    return 1 - beta_lower(b, a, 1 - x, x)


def beta_complement(a, b, x):
    if series_is_short(a, b, x):
        with mp.workdps(120):
            return 1 - beta_lower(a, b, x)
    if x * (a + b) < a + mpf(1) / 2:
        return 1 - beta_lower(a, b, x)
    return beta_lower(b, a, 1 - x, x)


def beta_quantile(a, b, p):
    low, high = mpf(-1600), mpf(1600)
    u = mp.log(a / b)
    target = mp.log(p / (1 - p))
    for _ in range(2000):
        x = 1 / (1 + mp.exp(-u))
        y = 1 / (1 + mp.exp(u))
        lower, upper = beta(a, b, x), beta_complement(a, b, x)
        value = mp.log(lower / upper) - target
        if value > 0:
            high = u
        else:
            low = u
        density = mp.exp(a * mp.log(x) + b * mp.log(y) - mp.loggamma(a) - mp.loggamma(b) + mp.loggamma(a + b))
        new = u - value * lower * upper / density
        if not low < new < high:
            new = (low + high) / 2
        if abs(new - u) < mpf(10) ** -22:
            break
        u = new
    return 1 / (1 + mp.exp(-u))


def ln_choose(n, k):
    return mp.loggamma(n + 1) - mp.loggamma(k + 1) - mp.loggamma(n - k + 1)


def main():
    print("function,arguments,value")
    for x in (-37.0, -20.5, -8.0, -3.1, -1.0, -0.3, 0.0, 1e-9, 0.2, 1.0, 1.5, 2.326, 4.753, 6.1, 7.94134532617, 11.5, 20.3, 30.1, 36.9, 37.4):
        row("normal_survival", (x,), normal_survival(exact(x)))
        row("normal_cdf", (x,), normal_survival(-exact(x)))
        row("normal_density", (x,), mp.npdf(exact(x)))
    for x in (-5.0, -1.0, 0.5, 3.0, 12.0, 29.9, 30.1, 38.0, 100.0, 1e4):
        value = mp.log(normal_survival(exact(x))) if x < 1000 else (
            -exact(x) ** 2 / 2 - mp.log(2 * mp.pi) / 2 - mp.log(exact(x)) + mp.log(1 - 1 / exact(x) ** 2 + 3 / exact(x) ** 4 - 15 / exact(x) ** 6))
        row("normal_ln_survival", (x,), value)
    for q in (1e-300, 1e-200, 1e-100, 1e-50, 1e-30, 1.4e-11, 1e-15, 1e-16, 1e-12, 1e-9, 1e-6, 1e-4, 1e-3, 0.01, 0.0749, 0.0751, 0.1, 0.25, 0.4, 0.499999, 0.5, 0.6, 0.9, 0.925, 0.999, 0.999999999):
        row("normal_upper_quantile", (q,), normal_upper_quantile(exact(q)))
        row("normal_quantile", (q,), -normal_upper_quantile(exact(q)))

    for n in (0, 1, 2, 5, 12, 20, 21, 50, 170, 1000, 10 ** 6, 10 ** 12, 10 ** 18):
        row("ln_factorial", (float(n),), mp.loggamma(mpf(n) + 1))
    gammas = [(1e-3, 1e-10), (1e-3, 0.5), (1e-3, 5.0), (0.3, 1e-20), (0.3, 0.7), (0.3, 40.0), (1.0, 1e-6), (1.0, 600.0),
              (2.5, 0.01), (2.5, 3.0), (2.5, 100.0), (15.0, 2.0), (15.0, 15.5), (15.0, 200.0), (999.0, 600.0), (999.0, 1000.0),
              (999.0, 1800.0), (9999.5, 9000.0), (9999.5, 10000.0), (9999.5, 12000.0), (12345.6, 11000.0), (12345.6, 12345.0),
              (12345.6, 14000.0), (1e6, 970000.0), (1e6, 999500.0), (1e6, 1000500.0), (1e6, 1030000.0)]
    for a, x in gammas:
        row("gamma_lower", (a, x), gamma_lower(exact(a), exact(x)))
        row("gamma_upper", (a, x), gamma_upper(exact(a), exact(x)))
    for a in (0.02, 0.3, 1.0, 2.0, 7.3, 100.0, 2000.0):
        for p in (1e-12, 1e-3, 0.2, 0.50001, 0.999999):
            with mp.workdps(30):
                value = gamma_quantile(exact(a), exact(p))
            if value > 0:
                row("gamma_quantile", (a, p), value)

    betas = [(0.5, 0.5, 0.3), (0.5, 0.5, 1e-30), (1.0, 1.0, 0.25), (2.0, 3.0, 1e-8), (2.0, 3.0, 0.9999), (0.001, 2.0, 0.4), (5.0, 0.001, 0.9),
             (1e-3, 1e-3, 0.5), (40.0, 60.0, 0.1), (40.0, 60.0, 0.4), (40.0, 60.0, 0.9), (800.0, 900.0, 0.3), (800.0, 900.0, 0.47), (3.0, 1e9, 2e-9), (3.0, 1e9, 3e-8),
             (12000.0, 15000.0, 0.40), (12000.0, 15000.0, 0.4444), (12000.0, 15000.0, 0.48), (2e4, 1e9, 1.9e-5), (1e9, 1e9, 0.49995), (1e9, 1e9, 0.50000001)]
    for a, b, x in betas:
        row("beta_regularised", (a, b, x), beta(exact(a), exact(b), exact(x)))
    for a, b in ((0.02, 3.0), (0.5, 0.5), (1.0, 4.0), (2.0, 3.0), (0.3, 40.0), (30.0, 4.0), (500.0, 700.0), (2.0, 1e6)):
        for p in (1e-30, 1e-6, 0.1, 0.6, 0.99):
            with mp.workdps(30):
                value = beta_quantile(exact(a), exact(b), exact(p))
            if value > mpf(10) ** -300:
                row("beta_quantile", (a, b, p), value)

    points = [(0, 10, 0.3), (3, 10, 0.3), (10, 10, 0.3), (90, 256, 0.5), (31, 256, 0.5), (0, 256, 0.5), (10, 256, 0.12), (300, 1000, 0.3), (700, 1000, 0.3),
              (1, 10 ** 6, 1e-9), (0, 10 ** 16, 1.5e-16), (2, 10 ** 16, 1.5e-16), (40, 10 ** 16, 1.5e-16), (10000, 10 ** 10, 1e-6), (10900, 10 ** 10, 1e-6), (9100, 10 ** 10, 1e-6),
              (990000, 10 ** 6, 0.99), (10 ** 15, 10 ** 18, 1e-3), (10 ** 15 + 3 * 10 ** 7, 10 ** 18, 1e-3), (5 * 10 ** 17, 10 ** 18, 0.5),
              (5 * 10 ** 17 + 64 * 10 ** 8, 10 ** 18, 0.5), (5 * 10 ** 17 - 64 * 10 ** 7, 10 ** 18, 0.5), (10 ** 12, 10 ** 18, 1e-6), (10 ** 12 - 5 * 10 ** 6, 10 ** 18, 1e-6)]
    for k, n, p in points:
        k = int(float(k))
        args = (float(k), float(n), p)
        m, q, P = mpf(n), mpf(k), exact(p)
        row("binomial_ln_probability", args, ln_choose(m, q) + q * mp.log(P) + (m - q) * mp.log(1 - P))
        survival = mpf(1) if k == 0 else beta(q, m - q + 1, P)
        cdf = mpf(1) if k == n else beta_complement(q + 1, m - q, P)
        row("binomial_survival", args, survival)
        row("binomial_cdf", args, cdf)
        if cdf < mpf("0.9"):
            row("binomial_ln_cdf", args, mp.log(cdf))
    for k, n, p in ((10, 5000, 0.5), (1000, 10 ** 6, 0.01)):
        row("binomial_ln_cdf", (float(k), float(n), p), mp.log(beta_complement(mpf(k + 1), mpf(n - k), exact(p))))
    for n, p in ((1, 0.3), (10 ** 6, 1e-12), (10 ** 9, 1e-25), (10 ** 6, 1e-5), (10 ** 18, 1e-18), (500, 0.02)):
        row("at_least_one", (float(n), p), -mp.expm1(n * mp.log1p(-exact(p))))

    for k, m in ((0, 0.1), (1, 1e-9), (3, 1e-30), (5, 2.0), (60, 2.0), (200, 5.0), (10, 30.0), (100, 300.0), (1000, 1020.0), (20000, 21000.0), (1000000, 1001000.0), (1004000, 1000000.0), (10 ** 12, 1e12 + 3e6)):
        K, M = mpf(k), exact(m)
        row("poisson_probability", (float(k), m), mp.exp(K * mp.log(M) - M - mp.loggamma(K + 1)))
        if k <= 2 * 10 ** 6:
            row("poisson_survival", (float(k), m), mpf(1) if k == 0 else gamma_lower(K, M))
            row("poisson_cdf", (float(k), m), gamma_upper(K + 1, M) if k > 2e4 else mp.exp(-M) * mp.fsum(M ** j / mp.factorial(j) for j in range(k + 1)))

    for k, shape, mean in ((1, 0.5, 1e-12), (3, 0.5, 1e-6), (10, 2.0, 0.01), (10, 2.0, 1.0), (30, 0.1, 1e-3), (30, 5.0, 40.0), (200, 5.0, 40.0), (2, 1e-3, 1e-3), (5, 1e-3, 10.0), (30, 1e6, 3.0), (1, 3.0, 1e-15), (4, 0.7, 25.0)):
        s, m = exact(shape), exact(mean)
        x = m / (s + m)
        row("negative_binomial_survival", (float(k), shape, mean), beta(mpf(k), s, x))
        row("negative_binomial_probability", (float(k), shape, mean),
            mp.exp(mp.loggamma(k + s) - mp.loggamma(k + 1) - mp.loggamma(s) + k * mp.log(x) + s * mp.log(s / (s + m))))

    for k, N, K, n in ((0, 10, 4, 3), (3, 10, 4, 3), (2, 50, 5, 20), (0, 1000, 30, 100), (30, 1000, 30, 100), (300, 1000, 500, 600), (5000, 10 ** 8, 10 ** 6, 5 * 10 ** 5),
                       (5300, 10 ** 8, 10 ** 6, 5 * 10 ** 5), (10 ** 12, 10 ** 18, 10 ** 15, 10 ** 15), (10 ** 12 + 4 * 10 ** 6, 10 ** 18, 10 ** 15, 10 ** 15),
                       (25 * 10 ** 16, 10 ** 18, 5 * 10 ** 17, 5 * 10 ** 17), (25 * 10 ** 16 + 64 * 10 ** 7, 10 ** 18, 5 * 10 ** 17, 5 * 10 ** 17), (3, 10 ** 18, 10 ** 9, 10 ** 9)):
        k = int(float(k))
        value = ln_choose(mpf(K), mpf(k)) + ln_choose(mpf(N - K), mpf(n - k)) - ln_choose(mpf(N), mpf(n))
        row("hypergeometric_ln_probability", (float(k), float(N), float(K), float(n)), value)


main()
