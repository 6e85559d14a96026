"""Compares what unroll makes of the files of make-networks.py with what their frameworks made of them.

    python compare-networks.py UNROLL FOLDER [FOLDER …] [--jobs COUNT]

UNROLL is the program: each file goes through `unroll trace`, with several inputs as one .npz. A file that is
BAD is told with what is wrong; then come the counts, the largest difference, relative where outputs are
above 1, and each sentence of a refusal with how many files it refused. The exit status is 1 where a file is
BAD. Needs numpy and safetensors.
"""

import argparse
import collections
import concurrent.futures
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

import numpy
from safetensors.numpy import load_file


def run(arguments):
    return subprocess.run(arguments, capture_output=True, text=True, timeout=120)


def last_layer(unroll, path):
    """The name of the layer that makes the answer: the last one that `summary` lists."""
    return json.loads(run([unroll, "summary", path, "--format", "json"]).stdout)["layers"][-1]["name"]


def input_file(folder, network, scratch):
    files = [os.path.join(folder, name) for name in network["inputs"]]
    if len(files) == 1:
        return files[0]
    together = os.path.join(scratch, "inputs.npz")
    numpy.savez(together, *[numpy.load(file) for file in files])
    return together


def compare(unroll, folder, model, weights, network):
    """OK with the difference, refused with the sentence, or BAD with what is wrong."""
    with tempfile.TemporaryDirectory() as scratch:
        out = os.path.join(scratch, "trace.safetensors")
        path = os.path.join(folder, model)
        command = [
            unroll, "trace", path, "--input", input_file(folder, network, scratch), "--format",
            "safetensors", "-o", out]
        if weights:
            command += ["--weights", os.path.join(folder, weights)]
        done = run(command)
        if done.returncode not in (0, 1):
            return "BAD", f"it ended with {done.returncode}: {done.stderr[-200:]}"
        if done.returncode == 1:
            return "refused", done.stderr.strip().splitlines()[-1].replace(folder + "/", "")
        tensors = load_file(out)
        found = tensors["output/" + last_layer(unroll, path)].ravel()
        right = numpy.load(os.path.join(folder, network["name"] + "_output.npy"))
        if found.shape != right.shape:
            return "BAD", f"{found.shape[0]} numbers for {right.shape[0]}"
        difference = float((abs(found - right) / numpy.maximum(1, abs(right))).max())
        return ("OK", difference) if difference <= 1e-5 else ("BAD", f"it differs by {difference}")


def reason(sentence, model, weights):
    """A sentence without what is of this file alone: its name, places, names of layers and numbers."""
    for file in filter(None, [model, weights]):
        sentence = sentence.replace(file, "FILE")
    return re.sub(r"\d+", "N", sentence)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("unroll")
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    is_bad = False
    for folder in arguments.folders:
        files, networks, reasons = collections.Counter(), collections.Counter(), collections.Counter()
        largest = 0.0
        works = []
        for manifest in sorted(glob.glob(os.path.join(folder, "networks-*.json"))):
            with open(manifest) as file:
                works += [(one, *pair) for one in json.load(file) for pair in one["files"]]
        verdicts = collections.defaultdict(set)
        with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
            results = pool.map(
                lambda work: compare(arguments.unroll, folder, work[1], work[2], work[0]), works)
            for (network, model, weights), (verdict, said) in zip(works, results):
                files[verdict] += 1
                verdicts[network["name"]].add(verdict)
                if verdict == "OK":
                    largest = max(largest, said)
                elif verdict == "refused":
                    reasons[reason(said, model, weights)] += 1
                else:
                    is_bad = True
                    print("BAD", model, weights or "", said)
        networks.update(" and ".join(sorted(one)) for one in verdicts.values())
        for sentence, count in sorted(reasons.items()):
            print(f"refused {count}: {sentence}")
        print(folder, "files:", dict(files), "networks:", dict(networks), "largest:", largest)
    return 1 if is_bad else 0


if __name__ == "__main__":
    sys.exit(main())
