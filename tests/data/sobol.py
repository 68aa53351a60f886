"""Writes src/design/joe_kuo.bin and tests/data/sobol.csv; needs scipy 1.17.

joe_kuo.bin: the primitive polynomials and initial direction numbers of the first 1,024 dimensions of the file
new-joe-kuo-6.21201 (S. Joe and F. Y. Kuo, Constructing Sobol sequences with better two-dimensional projections,
SIAM J. Sci. Comput. 30, 2008; BSD licence), as scipy carries them. It is a string of bits, most significant first.
From the second dimension on, each dimension is
    4 bits       the degree s of its polynomial
    s - 1 bits   the coefficients between the first and the last, which are 1
    1 - 1 bits, 2 - 1 bits, ..., s - 1 bits
                 the direction numbers m_1 ... m_s without their last bit, which is 1; m_i is below 2^i
and noughts fill the last byte.

sobol.csv: coordinates of scipy.stats.qmc.Sobol, times 2^32. scipy walks in Gray code order: its point i is the point
i ^ (i >> 1) of the sequence.
"""

import csv
import pathlib

import numpy as np
import scipy.stats
from scipy.stats import qmc

DIMENSIONS = 1024
root = pathlib.Path(__file__).resolve().parents[2]

table = np.load(pathlib.Path(scipy.stats.__file__).with_name("_sobol_direction_numbers.npz"))
bits = []


def put(value, width):
    bits.extend((int(value) >> i) & 1 for i in reversed(range(width)))


for poly, m in zip(table["poly"][1:DIMENSIONS], table["vinit"][1:DIMENSIONS]):
    degree = int(poly).bit_length() - 1
    put(degree, 4)
    put(int(poly) >> 1, degree - 1) if degree > 1 else None
    for i, value in enumerate(m[:degree], start=1):
        assert value % 2 == 1 and value < 2**i
        put(int(value) >> 1, i - 1)
(root / "src/design/joe_kuo.bin").write_bytes(np.packbits(bits).tobytes())

rows = [*range(10), 63, 64, 1000, 4095, 123456, 2**20 - 1]
dimensions = [*range(12), 37, 64, 255, 256, 600, 1022, 1023]
with open(root / "tests/data/sobol.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["row", "dimension", "numerator"])
    for row in rows:
        sobol = qmc.Sobol(DIMENSIONS, scramble=False, bits=32)
        if row:
            sobol.fast_forward(row)
        point = sobol.random(1)[0] * 2.0**32
        writer.writerows((row, d, int(point[d])) for d in dimensions)
