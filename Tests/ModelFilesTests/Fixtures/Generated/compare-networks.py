"""Compares what unroll makes of the files of make-networks.py with what their frameworks made of them.

    python compare-networks.py UNROLL FOLDER [FOLDER …]

UNROLL is the program. Each file is one line where it is refused, with the sentence, or BAD; then come the
counts. Needs numpy and safetensors. Networks with several inputs are left out, since `trace` takes one
file; `GeneratedNetworksTests` compares some of them.
"""

import collections
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
    return subprocess.run(arguments, capture_output=True, text=True, timeout=60)


def last_layer(unroll, folder, model):
    """The name of the layer that makes the answer: the last one of the model in our own form."""
    described = run([unroll, "describe", os.path.join(folder, model)])
    names = re.findall(r"^ +- \w+: (.+)$", described.stdout, re.MULTILINE)
    name = names[-1] if names else ""
    return json.loads(name) if name.startswith('"') else name


def compare(unroll, folder, model, weights, network):
    """OK, refused or BAD, and why."""
    with tempfile.TemporaryDirectory() as scratch:
        out = os.path.join(scratch, "trace.safetensors")
        command = [
            unroll, "trace", os.path.join(folder, model), "--input",
            os.path.join(folder, network["inputs"][0]), "--format", "safetensors", "-o", out]
        if weights:
            command += ["--weights", os.path.join(folder, weights)]
        done = run(command)
        if done.returncode not in (0, 1):
            return "BAD", f"it ended with {done.returncode}: {done.stderr[-200:]}"
        if done.returncode == 1:
            return "refused", done.stderr.strip().splitlines()[-1].replace(folder + "/", "")
        tensors = load_file(out)
        name = "output/" + last_layer(unroll, folder, model)
        if name not in tensors:
            return "BAD", f"there is no {name}"
        found = tensors[name].ravel()
        right = numpy.load(os.path.join(folder, network["name"] + "_output.npy"))
        if found.shape != right.shape:
            return "BAD", f"{found.shape[0]} numbers for {right.shape[0]}"
        difference = (abs(found - right) / numpy.maximum(1, abs(right))).max()
        return ("OK" if difference <= 1e-5 else "BAD"), f"difference {difference}"


def main():
    unroll, folders = sys.argv[1], sys.argv[2:]
    for folder in folders:
        files, networks = collections.Counter(), collections.Counter()
        for manifest in glob.glob(os.path.join(folder, "networks-*.json")):
            for network in json.load(open(manifest)):
                if len(network["inputs"]) > 1:
                    networks["several inputs, left out"] += 1
                    continue
                verdicts = set()
                for model, weights in network["files"]:
                    verdict, why = compare(unroll, folder, model, weights, network)
                    verdicts.add(verdict)
                    files[verdict] += 1
                    if verdict != "OK":
                        print(verdict, model, weights or "", why)
                networks[" and ".join(sorted(verdicts))] += 1
        print(folder, "files:", dict(files), "networks:", dict(networks))


if __name__ == "__main__":
    main()
