"""Writes tests/data/foreign/: Parquet files of other programs, and foreign/expected.json, what they hold; needs pyarrow 26,
pandas 3, polars 2 and duckdb 2. (The package arrow of R writes with the same library as pyarrow.)

expected.json: by file, by column, the values as they are printed: numbers as the shortest text of the nearest double, nothing for
what is missing. Files in refused/ have one column `odd` of a type or an encoding that is not read.
"""

import datetime
import decimal
import json
import math
import pathlib
import shutil

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

here = pathlib.Path(__file__).resolve().parent / "foreign"
shutil.rmtree(here, ignore_errors=True)
(here / "refused").mkdir(parents=True)
expected = {}


def text(value):
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    number = float(value)
    return str(int(number)) if number == int(number) else repr(number)


def keep(name, columns):
    expected[name] = {column: [text(v) for v in values] for column, values in columns.items()}


words = [None, "a", "", "b", None, "é ✓", "a"]
reals = [0.5, None, -3.25, 1e-7, 2.0, None, 1e15]
whole = [1, None, 3, 4, 5, None, 7]
flags = [True, None, False, True, True, None, False]

# pandas: missing numbers are NaN or null, an index that counts is no column, a category is a dictionary.
frame = pd.DataFrame(
    {
        "word": pd.Series(words, dtype="object"),
        "real": reals,
        "whole": pd.array(whole, dtype="Int64"),
        "kind": pd.Categorical(["x", None, "y", "x", "x", None, "y"]),
        "flag": pd.array(flags, dtype="boolean"),
    }
)
frame.to_parquet(here / "pandas.parquet", engine="pyarrow")
keep(
    "pandas.parquet",
    {"word": words, "real": reals, "whole": whole, "kind": ["x", None, "y", "x", "x", None, "y"], "flag": flags},
)

# polars: all widths of whole numbers at their ends, small floats.
widths = {}
for bits in (8, 16, 32):
    widths[f"u{bits}"] = (getattr(pl, f"UInt{bits}"), [0, None, 2**bits - 1])
    widths[f"i{bits}"] = (getattr(pl, f"Int{bits}"), [-(2 ** (bits - 1)), None, 2 ** (bits - 1) - 1])
widths["u64"] = (pl.UInt64, [0, None, 2**53])
widths["u64_large"] = (pl.UInt64, [2**63, None, 2**64 - 2048])
widths["i64"] = (pl.Int64, [-(2**53), None, 2**53])
widths["f32"] = (pl.Float32, [0.5, None, -0.25])
widths["word"] = (pl.String, [None, "x", "y"])
polars = pl.DataFrame({name: pl.Series(values, dtype=kind) for name, (kind, values) in widths.items()})
polars.write_parquet(here / "polars.parquet", compression="snappy")
keep("polars.parquet", {name: values for name, (_, values) in widths.items()})

# duckdb: decimals of 4, 8 and 16 bytes, unsigned numbers, several row groups, words that are null.
duckdb.sql(
    f"""copy (
        select i::utinyint as small, (i * 1000000)::uinteger as large, (i / 4)::decimal(9, 2) as cents,
            (-i / 8)::decimal(18, 4) as more, (i * 1.5)::decimal(38, 3) as most, (i % 2 = 0) as flag,
            case when i % 3 = 0 then null else 'w' || (i % 5) end as word
        from range(5000) t(i) where i < 250
    ) to '{here / "duckdb.parquet"}' (format parquet, row_group_size 2048)"""
)
steps = range(250)
keep(
    "duckdb.parquet",
    {
        "small": steps,
        "large": [i * 1000000 for i in steps],
        "cents": [i / 4 for i in steps],
        "more": [-float(decimal.Decimal(i) / 8) if i else 0 for i in steps],
        "most": [i * 1.5 for i in steps],
        "flag": [i % 2 == 0 for i in steps],
        "word": [None if i % 3 == 0 else f"w{i % 5}" for i in steps],
    },
)

# pyarrow: half floats, decimals, columns within groups that are missing, dictionaries, several row groups and pages.
halves = [0.5, None, -65504.0, 2.0**-24, 1.0 + 2.0**-10, float("nan"), 0.0]
cents = [decimal.Decimal("0.10"), None, decimal.Decimal("-12345.67"), decimal.Decimal("1.05"), None, decimal.Decimal(0), decimal.Decimal("3.33")]
inner = [{"x": 1.5, "word": "p"}, None, {"x": None, "word": "q"}, {"x": 2.5, "word": None}, None, {"x": 3.5, "word": "r"}, {"x": 4.5, "word": ""}]
table = pa.table(
    {
        "half": pa.array([None if h is None else np.float16(h) for h in halves], pa.float16()),
        "cents": pa.array(cents, pa.decimal128(9, 2)),
        "wide": pa.array(cents, pa.decimal128(30, 2)),
        "word": pa.array(words, pa.large_string()),
        "inner": pa.array(inner, pa.struct([("x", pa.float64()), ("word", pa.string())])),
        "nothing": pa.array([None] * 7, pa.float64()),
        "no_word": pa.array([None] * 7, pa.string()),
        "null": pa.nulls(7),
        "bytes": pa.array([b"a", None, b"b", b"", b"c", None, b"d"], pa.binary()),
    }
)
held = {
    "half": halves,
    "cents": [None if c is None else float(c) for c in cents],
    "wide": [None if c is None else float(c) for c in cents],
    "word": words,
    "inner.x": [None if i is None else i["x"] for i in inner],
    "inner.word": [None if i is None else i["word"] for i in inner],
    "nothing": [None] * 7,
    "no_word": [None] * 7,
    "null": [None] * 7,
    "bytes": ["a", None, "b", "", "c", None, "d"],
}
pq.write_table(table, here / "pyarrow.parquet", row_group_size=3)
keep("pyarrow.parquet", held)
pq.write_table(table, here / "pages.parquet", data_page_version="2.0", data_page_size=16, write_batch_size=2, compression="none")
keep("pages.parquet", held)
pq.write_table(
    table, here / "integers.parquet", store_decimal_as_integer=True, use_dictionary=False, version="1.0", store_schema=False
)
keep("integers.parquet", held)

# Encodings that are not the default.
table = pa.table(
    {
        "packed": pa.array([3, 1, None, 4, 1, 5, 9], pa.int64()),
        "split": pa.array(reals, pa.float64()),
        "runs": pa.array(flags, pa.bool_()),
    }
)
pq.write_table(
    table,
    here / "encodings.parquet",
    use_dictionary=False,
    column_encoding={
        "packed": "DELTA_BINARY_PACKED",
        "split": "BYTE_STREAM_SPLIT",
        "runs": "RLE",
    },
    data_page_version="2.0",
)
keep(
    "encodings.parquet",
    {"packed": [3, 1, None, 4, 1, 5, 9], "split": reals, "runs": flags},
)

# No rows, and row groups without rows.
empty = pa.table({"x": pa.array([], pa.float64()), "word": pa.array([], pa.string())})
pq.write_table(empty, here / "empty.parquet")
keep("empty.parquet", {"x": [], "word": []})
with pq.ParquetWriter(here / "empty-groups.parquet", empty.schema) as writer:
    for rows in ([], [1.5], [], [2.5, None], []):
        part = pa.table({"x": pa.array(rows, pa.float64()), "word": pa.array(["w"] * len(rows), pa.string())})
        writer.write_table(part)
keep("empty-groups.parquet", {"x": [1.5, 2.5, None], "word": ["w"] * 3})

day = datetime.datetime(2026, 11, 23, 12)
refused = {
    "date": pa.array([day.date()], pa.date32()),
    "time": pa.array([day.time()], pa.time32("ms")),
    "timestamp": pa.array([day], pa.timestamp("us")),
    "list": pa.array([[1.0, 2.0]], pa.list_(pa.float64())),
    "map": pa.array([[("a", 1.0)]], pa.map_(pa.string(), pa.float64())),
    "fixed": pa.array([b"1234"], pa.binary(4)),
    "decimal256": pa.array([decimal.Decimal("1.5")], pa.decimal256(60, 2)),
    "not-utf8": pa.array([b"\xff\xfe"], pa.binary()),
    "beyond-double": pa.array([2**53 + 1], pa.int64()),
    "beyond-double-unsigned": pa.array([2**64 - 1], pa.uint64()),
}
for name, values in refused.items():
    pq.write_table(pa.table({"odd": values}), here / "refused" / f"{name}.parquet")
pq.write_table(
    pa.table({"odd": refused["timestamp"]}), here / "refused" / "int96.parquet", use_deprecated_int96_timestamps=True
)
for encoding in ("DELTA_LENGTH_BYTE_ARRAY", "DELTA_BYTE_ARRAY"):
    path = here / "refused" / f"{encoding.lower().replace('_', '-')}.parquet"
    pq.write_table(pa.table({"odd": ["a", "b"]}), path, use_dictionary=False, column_encoding={"odd": encoding})
for codec in ("zstd", "gzip", "brotli", "lz4"):
    pq.write_table(pa.table({"odd": [1.0]}), here / "refused" / f"{codec}.parquet", compression=codec)
pq.write_table(pa.Table.from_arrays([pa.array([1.0]), pa.array([2.0])], names=["odd", "odd"]), here / "refused" / "twice.parquet")

(here / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1) + "\n")
