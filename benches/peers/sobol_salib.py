"""The work of the bench `sensitivity` (20 inputs, 16,384 rows, 100 resamples) by SALib, in one process.

    pip install SALib
    python3 benches/peers/sobol_salib.py

Prints the median seconds of five runs. Outputs are of the same shape and the same model as in benches/sensitivity.rs;
the time does not depend on the values.
"""

import statistics
import time

import numpy
from SALib.analyze import sobol

ROWS, INPUTS = 16_384, 20


def g(points):
    a = numpy.arange(INPUTS)
    return numpy.prod((numpy.abs(4 * points - 2) + a) / (1 + a), axis=1)


generator = numpy.random.default_rng(1)
a, b = generator.random((2, ROWS, INPUTS))
outputs = numpy.empty((ROWS, INPUTS + 2))
outputs[:, 0], outputs[:, -1] = g(a), g(b)
for i in range(INPUTS):
    crossed = a.copy()
    crossed[:, i] = b[:, i]
    outputs[:, i + 1] = g(crossed)
problem = {
    "num_vars": INPUTS,
    "names": [f"x{i}" for i in range(INPUTS)],
    "bounds": [[0, 1]] * INPUTS,
}

seconds = []
for _ in range(5):
    start = time.perf_counter()
    sobol.analyze(
        problem,
        outputs.ravel(),
        num_resamples=100,
        calc_second_order=False,
        parallel=False,
        n_processors=1,
        seed=1,
    )
    seconds.append(time.perf_counter() - start)
print(f"{statistics.median(seconds):.4f}")
