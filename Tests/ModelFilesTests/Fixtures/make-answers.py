#!/usr/bin/env python3
"""Writes Keras's answers with the weights that ship: pip install keras==3.15.1 tensorflow-cpu==2.21.0

latch_output.npy for latch_input.npy and weather_output.npy for weather_input.npy, float32.
"""

import json
import os
import struct

os.environ["CUDA_VISIBLE_DEVICES"] = ""
import keras
import numpy

FOLDER = os.path.dirname(os.path.abspath(__file__))
MODELS = os.path.normpath(os.path.join(FOLDER, "../../../lessons/models"))


def read(path):
    data = open(path, "rb").read()
    length = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8 : 8 + length])
    header.pop("__metadata__", None)
    return {
        name: numpy.frombuffer(data[8 + length :][slice(*entry["data_offsets"])], "<f4").reshape(entry["shape"])
        for name, entry in header.items()
    }


for name in ["latch", "weather"]:
    weights = read(f"{MODELS}/{name}/weights.safetensors")
    layers = [
        keras.layers.LSTM(128, return_sequences=True, name="lstm1"),
        keras.layers.LSTM(64, name="lstm2"),
        keras.layers.Dense(128, activation="relu", name="dense1"),
        keras.layers.Dense(64, activation="relu", name="dense2"),
        keras.layers.Dense(1, activation="sigmoid", name="output"),
    ]
    model = keras.Sequential([keras.Input((50, 10)), *layers])
    for layer in layers:
        kinds = ["kernel", "recurrent_kernel", "bias"] if "lstm" in layer.name else ["kernel", "bias"]
        layer.set_weights([weights[f"{layer.name}/{kind}"] for kind in kinds])
    answers = model.predict(numpy.load(f"{FOLDER}/{name}_input.npy"), verbose=0)
    numpy.save(f"{FOLDER}/{name}_output.npy", answers.reshape(numpy.load(f"{FOLDER}/{name}_output.npy").shape))
