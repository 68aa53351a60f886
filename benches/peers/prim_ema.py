"""PRIM of EMA Workbench on the data of benches/discovery.rs (pip install ema_workbench).

    python prim_ema.py time                 median of three runs on 20,000 cases with 20 columns
    python prim_ema.py reference FILE       trajectory on 500 cases with 4 columns, as JSON (src/discovery/prim/ema.json)
"""
import json
import sys
import time

import numpy as np
import pandas as pd
from ema_workbench.analysis import prim


def uniforms(count):
    """Number i is the output of SplitMix64 for state i, in units of 2**-53."""
    with np.errstate(over="ignore"):
        z = np.arange(count, dtype=np.uint64) + np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    return (z >> np.uint64(11)).astype(float) * 2.0**-53


def planted(n, d):
    """Uniform columns, the last in steps of 1/20; interest has probability 0.9 in a box of the first two, else 0.05."""
    u = uniforms(n * d + n)
    x = u[: n * d].reshape(n, d).copy()
    inside = (x[:, 0] >= 0.3) & (x[:, 0] <= 0.7) & (x[:, 1] >= 0.4)
    y = u[n * d :] < np.where(inside, 0.9, 0.05)
    x[:, d - 1] = np.floor(x[:, d - 1] * 20) / 20
    return pd.DataFrame(x, columns=[f"x{j}" for j in range(d)]), y


def limits(box, first):
    """Per column [lower, upper], null where not restricted."""
    return [
        [None if box[c][i] == first[c][i] else float(box[c][i]) for i in range(2)]
        for c in box.columns
    ]


def reference(path):
    x, y = planted(500, 4)
    found = prim.Prim(x, y, threshold=0.1).find_box()
    t = found.peeling_trajectory
    steps = [
        {
            "cases": int(t.n[i]),
            "hits": int(t.k[i]),
            "limits": limits(found.box_lims[i], found.box_lims[0]),
            "quasi_p": {c: [float(v) for v in p] for c, p in found.qp[i].items()},
        }
        for i in range(len(t))
    ]
    with open(path, "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(s) for s in steps) + "\n]\n")


def timing():
    x, y = planted(20_000, 20)
    took = []
    for _ in range(3):
        start = time.perf_counter()
        found = prim.Prim(x, y, threshold=0.1).find_box()
        took.append(time.perf_counter() - start)
    t = found.peeling_trajectory
    print(f"{sorted(took)[1]:.3f} s, {len(t)} boxes, last: {t.n.iloc[-1]} cases, {t.k.iloc[-1]} of interest")


if __name__ == "__main__":
    timing() if sys.argv[1] == "time" else reference(sys.argv[2])
