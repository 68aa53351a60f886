#!/usr/bin/env python3
"""Checks the jobs of contrib/kubernetes for form, and runs the command of the sweep with a shell in place of the pod.

Needs PyYAML. Give the program as the only argument to run it as well: tests/cluster/kubernetes.py target/release/vessels"""

import os
import pathlib
import subprocess
import sys
import tempfile

import yaml

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "contrib" / "kubernetes"
NAMES = {
    "": {"apiVersion", "kind", "metadata", "spec"},
    "spec": {"completionMode", "completions", "parallelism", "backoffLimit", "template"},
    "pod": {"restartPolicy", "containers", "volumes"},
    "container": {"name", "image", "env", "command", "args", "resources", "volumeMounts"},
}


def known(where, table, names):
    assert set(table) <= NAMES[names], f"{where}: unknown {set(table) - NAMES[names]}"


def check(path):
    job = yaml.safe_load(path.read_text())
    known(path.name, job, "")
    assert (job["apiVersion"], job["kind"]) == ("batch/v1", "Job")
    spec = job["spec"]
    known(path.name, spec, "spec")
    pod = spec["template"]["spec"]
    known(path.name, pod, "pod")
    assert pod["restartPolicy"] in ("Never", "OnFailure"), "the only two that a job may have"
    (container,) = pod["containers"]
    known(path.name, container, "container")
    for words in (container["command"], container.get("args", [])):
        assert all(isinstance(word, str) for word in words), f"{path.name}: words are strings"
    assert {v["name"] for v in container["volumeMounts"]} == {v["name"] for v in pod["volumes"]}
    return spec, container


def run(program, spec, container):
    """Every index as its pod would, in a small sweep."""
    with tempfile.TemporaryDirectory() as folder:
        tools = pathlib.Path(folder, "bin")
        tools.mkdir()
        (tools / "vessels").symlink_to(pathlib.Path(program).resolve())
        results = pathlib.Path(folder, "results")
        command = [word.replace("/results", str(results)) for word in container["command"]]
        arguments = ["reference", "--set", "run.days=2", "--lever", "detectors.grooming.fixed.fpr=1e-5 .. 1e-3 log",
                     "--points", "10000"]
        path = f"{tools}:{os.environ['PATH']}"
        for index in range(spec["completions"]):
            env = {**os.environ, "PATH": path, "JOB_COMPLETION_INDEX": str(index), "SHARDS": container["env"][0]["value"]}
            subprocess.run(command + arguments, env=env, check=True)
        subprocess.run(["vessels", "merge", results, "--out", f"{folder}/table"], env={**os.environ, "PATH": path}, check=True)
        subprocess.run(["vessels", "sweep", *arguments, "--out", f"{folder}/whole", "-q"], env={**os.environ, "PATH": path}, check=True)
        subprocess.run(["diff", "-r", f"{folder}/table", f"{folder}/whole"], check=True)
        print("the shards of all indices are the whole, byte by byte")


spec, container = check(FOLDER / "sweep.yaml")
assert spec["completionMode"] == "Indexed"
assert container["env"] == [{"name": "SHARDS", "value": str(spec["completions"])}]
check(FOLDER / "merge.yaml")
print("contrib/kubernetes: two jobs in the right form")
if len(sys.argv) > 1:
    run(sys.argv[1], spec, container)
