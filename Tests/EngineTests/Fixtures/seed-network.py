#!/usr/bin/env python3
"""Makes the three seed_network cases anew: pip install keras==3.15.1 tensorflow-cpu==2.21.0

Their weights are those of lessons/models/latch, so no case has them a second time.
"""

import json
import os
import struct
import sys

os.environ["CUDA_VISIBLE_DEVICES"] = ""
import keras
import numpy
import tensorflow

FOLDER = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(FOLDER, "../../.."))
WEIGHTS = "lessons/models/latch/weights.safetensors"
QUANTITIES = ["input_gate", "forget_gate", "cell_candidate", "output_gate", "cell_state", "hidden_state"]


def read(path):
    data = open(path, "rb").read()
    length = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8 : 8 + length])
    header.pop("__metadata__", None)
    return {
        name: numpy.frombuffer(data[8 + length :][slice(*entry["data_offsets"])], "<f4").reshape(entry["shape"])
        for name, entry in header.items()
    }


def write(path, tensors):
    header, body = {}, b""
    for name, tensor in sorted(tensors.items()):
        piece = numpy.ascontiguousarray(tensor, "<f4").tobytes()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [len(body), len(body) + len(piece)]}
        body += piece
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    open(path, "wb").write(struct.pack("<Q", len(text)) + text + body)


def network(timesteps, weights, sequences):
    layers = [
        keras.layers.LSTM(128, return_sequences=True, name="lstm1"),
        keras.layers.LSTM(64, return_sequences=sequences, name="lstm2"),
        keras.layers.Dense(128, activation="relu", name="dense1"),
        keras.layers.Dense(64, activation="relu", name="dense2"),
        keras.layers.Dense(1, activation="sigmoid", name="output"),
    ]
    source = keras.Input((timesteps, 10), name="input_layer")
    tensor, outputs = source, []
    for layer in layers:
        tensor = layer(tensor)
        outputs.append(tensor)
    for layer in layers:
        names = ["kernel", "recurrent_kernel", "bias"] if isinstance(layer, keras.layers.LSTM) else ["kernel", "bias"]
        layer.set_weights([weights[f"{layer.name}/{name}"] for name in names])
    return keras.Model(source, tensor, name="functional"), keras.Model(source, outputs), layers


def trace(values, kernel, recurrent, bias):
    """The equations of an LSTM in float64: each quantity as (batch, timesteps, units)."""
    sigmoid = lambda z: 1 / (1 + numpy.exp(-z))
    values, kernel, recurrent, bias = (array.astype("f8") for array in (values, kernel, recurrent, bias))
    h = c = numpy.zeros((len(values), recurrent.shape[0]))
    steps = []
    for timestep in range(values.shape[1]):
        i, f, g, o = numpy.split(values[:, timestep] @ kernel + h @ recurrent + bias, 4, axis=1)
        i, f, g, o = sigmoid(i), sigmoid(f), numpy.tanh(g), sigmoid(o)
        c = f * c + i * g
        h = o * numpy.tanh(c)
        steps.append([i, f, g, o, c, h])
    return [numpy.stack(quantity, axis=1) for quantity in zip(*steps)]


def case(name, about, batch, timesteps, sequences, seed):
    weights = read(os.path.join(ROOT, WEIGHTS))
    model, all_outputs, layers = network(timesteps, weights, sequences)
    values = numpy.random.default_rng(seed).standard_normal((batch, timesteps, 10)).astype("f4")
    tensors = {"input": values}
    for layer, output in zip(layers, all_outputs(values)):
        tensors[f"output/{layer.name}"] = numpy.asarray(output)
    below = values
    for layer in layers[:2]:
        quantities = trace(below, *(weights[f"{layer.name}/{name}"] for name in ["kernel", "recurrent_kernel", "bias"]))
        for quantity, numbers in zip(QUANTITIES, quantities):
            tensors[f"trace/{layer.name}/{quantity}"] = numbers.astype("f4")
        output = tensors[f"output/{layer.name}"]
        hidden = quantities[-1] if output.ndim == 3 else quantities[-1][:, -1]
        difference = numpy.abs(hidden - output).max()
        assert difference < 5e-6, (name, layer.name, difference)
        below = quantities[-1]
    write(os.path.join(FOLDER, name + ".safetensors"), tensors)

    def described(layer):
        entry = {"class": type(layer).__name__, "name": layer.name, "units": layer.units}
        if isinstance(layer, keras.layers.LSTM):
            for key in ["return_sequences", "return_state", "go_backwards"]:
                entry[key] = getattr(layer, key)
        entry["activation"] = layer.activation.__name__
        if isinstance(layer, keras.layers.LSTM):
            entry["recurrent_activation"] = layer.recurrent_activation.__name__
        return entry | {"use_bias": layer.use_bias}

    description = {
        "case": name,
        "about": about,
        "source": f"keras {keras.__version__}, tensorflow {tensorflow.__version__}, CPU, float32",
        "weights": WEIGHTS,
        "batch": batch,
        "input_shape": [timesteps, 10],
        "layers": [described(layer) for layer in layers],
        "parameters": model.count_params(),
        "output_shapes": {layer.name: list(layer.output.shape) for layer in layers},
        "keras_config": json.loads(model.to_json()),
    }
    with open(os.path.join(FOLDER, name + ".json"), "w") as file:
        file.write(json.dumps(description, indent=1) + "\n")


case("seed_network", "the network of the seed question, one observation", 1, 50, False, 1)
case("seed_network_sequences", "lstm2 with return_sequences=True: the Dense layers then apply at every timestep", 1, 50, True, 2)
case("seed_network_batch", "the same layers, eight observations: state starts at zero for each", 8, 9, False, 3)
