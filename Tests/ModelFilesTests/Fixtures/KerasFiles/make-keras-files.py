"""Makes the files of Keras's in this folder, and what Keras and tf_keras compute for them.

pip install keras tensorflow tf_keras h5py; then: python make-keras-files.py

What no Keras of today writes any more (cuDNN's layers, Keras 1) is laid out as its files had it, and
the answers are those of tf_keras, which reads the weights of these very files.
"""

import os

os.environ.update(KERAS_BACKEND="tensorflow", TF_CPP_MIN_LOG_LEVEL="3", CUDA_VISIBLE_DEVICES="")
os.chdir(os.path.dirname(os.path.abspath(__file__)))

import json

import h5py
import keras
import numpy as np
import tf_keras
from tf_keras.src.saving.legacy import hdf5_format

x = np.random.default_rng(7).normal(size=(2, 5, 3)).astype("float32")
np.save("input.npy", x)


def answers(model, name):
    np.save(name + "_output.npy", np.asarray(model(x), "float32"))


def shake(model, seed):
    """Other weights than fresh ones, whose biases are zeros."""
    random = np.random.default_rng(seed)
    weights = [random.normal(0, 0.4, w.shape).astype("float32") for w in model.get_weights()]
    for place, weight in enumerate(model.weights):
        if "variance" in weight.name:
            weights[place] = np.abs(weights[place]) + 0.1
    model.set_weights(weights)


# Keras 3: after a step of training, so that an optimiser's state lies beside the weights.
L = keras.layers
model = keras.Sequential(
    [keras.Input((5, 3)), L.LSTM(3, return_sequences=True, name="first"),
     L.GRU(2, return_sequences=True), L.SimpleRNN(2, use_bias=False),
     L.Dense(2, activation="softmax")])
shake(model, 1)
model.compile("adam", "mse")
model.fit(x, np.zeros((2, 2)), verbose=0)
answers(model, "keras3")
model.save("keras3.h5")
model.optimizer = None
model.save("keras3.keras")
model.save_weights("keras3.weights.h5")
open("keras3.json", "w").write(model.to_json())

# Keras 3 on Windows, before 3.6: other signs between names, no names of layers.
with h5py.File("keras3.weights.h5") as good, h5py.File("windows.weights.h5", "w") as windows:
    def copy(path, item):
        if isinstance(item, h5py.Dataset) and not path.startswith("optimizer"):
            parts = path.split("/vars/")
            windows[parts[0].replace("/", "\\") + "/vars/" + parts[1]] = item[()]
    good.visititems(copy)


# A group that is itself among those within it, twice: each way down to a depth is another path.
with h5py.File("circles.weights.h5", "w") as circles:
    group = circles.create_group("layers/lstm")
    group["a"], group["b"] = group, group


def graph(framework):
    """Layers that meet, states handed over, a model in a model, wrappers, normalisation, frozen weights."""
    layers = framework.layers
    inner = framework.Sequential(
        [framework.Input((5, 3)), layers.LSTM(3, return_sequences=True, trainable=False),
         layers.BatchNormalization(), layers.Dense(2)], name="inner")
    entry = framework.Input((5, 3), name="entry")
    y = layers.TimeDistributed(layers.Dense(3, activation="tanh"), name="each")(inner(entry))
    both, forward, backward = layers.Bidirectional(
        layers.GRU(2, return_sequences=True, return_state=True), name="both")(y)
    y = layers.Conv1D(3, 2, padding="causal", activation="relu")(both)
    y = layers.LSTM(2)(y, initial_state=[forward, backward])
    y = layers.Concatenate()([y, layers.GlobalAveragePooling1D()(both)])
    return framework.Model(entry, layers.Dense(1)(layers.Dropout(0.5)(y)))


model = graph(keras)
shake(model, 2)
answers(model, "graph")
model.save("graph.keras")

model = graph(tf_keras)
shake(model, 8)
answers(model, "graph2")
model.save("graph2.h5")

# Words: an Embedding whose row 0 stands for nothing.
words = np.array([[1, 4, 2, 0, 0], [3, 3, 1, 2, 0]])
np.save("words.npy", words[..., None].astype("float32"))
model = keras.Sequential(
    [keras.Input((5,)), L.Embedding(5, 2, mask_zero=True), L.Bidirectional(L.LSTM(2)), L.Dense(1)])
shake(model, 9)
np.save("words_output.npy", np.asarray(model(words), "float32"))
model.save("words.h5")

# A Bidirectional that hands on sequences and skips timesteps: zeros stand for those.
model = keras.Sequential(
    [keras.Input((5,)), L.Embedding(5, 2, mask_zero=True),
     L.Bidirectional(L.GRU(2, return_sequences=True), merge_mode="sum"), L.Flatten(), L.Dense(1)])
shake(model, 9)
np.save("skipped_output.npy", np.asarray(model(words), "float32"))
model.save("skipped.keras")

# tf_keras: hard_sigmoid of Keras 2, a GRU that resets before.
L = tf_keras.layers
tf_keras.backend.clear_session()
model = tf_keras.Sequential(
    [L.LSTM(3, input_shape=(5, 3), activation="hard_sigmoid", return_sequences=True),
     L.GRU(2, reset_after=False, recurrent_activation="hard_sigmoid"), L.Dense(2)])
shake(model, 3)
answers(model, "keras2")
model.save("keras2.keras")
model.save("keras2.h5")
model.save_weights("keras2.weights.h5")
model.save_weights("keras2-weights.h5", save_format="h5")
open("keras2.json", "w").write(model.to_json())

# Attributes in several parts, as where the names do not fit into one, once fixed and once not.
with h5py.File("keras2-weights.h5") as good, h5py.File("parts.h5", "w") as parts:
    names = [n.decode() if isinstance(n, bytes) else n for n in good.attrs["layer_names"]]
    parts.attrs["keras_version"] = np.bytes_("2.9.0")
    parts.attrs["layer_names0"] = np.array(names[:2], "S9")
    parts.attrs["layer_names1"] = np.array(names[2:], dtype=h5py.string_dtype())
    for name in names:
        group = parts.create_group(name)
        paths = [p.decode() if isinstance(p, bytes) else p for p in good[name].attrs["weight_names"]]
        for number, path in enumerate(paths):
            group.attrs["weight_names" + str(number)] = np.array([path.encode()])
            group[path] = good[name][path][()]
model.load_weights("parts.h5")
os.remove("keras2-weights.h5")


def whole(name, version, config, layers):
    """A whole-model file of an older Keras: layers are (name, [(name of array, array)])."""
    with h5py.File(name, "w") as file:
        if version:
            file.attrs["keras_version"] = np.bytes_(version)
        file.attrs["model_config"] = np.bytes_(json.dumps(config))
        weights = file.create_group("model_weights")
        weights.attrs["layer_names"] = [layer.encode() for layer, _ in layers]
        for layer, arrays in layers:
            group = weights.create_group(layer)
            group.attrs["weight_names"] = [path.encode() for path, _ in arrays]
            for path, array in arrays:
                group[path] = array


# cuDNN's layers.
model = tf_keras.Sequential(
    [L.Bidirectional(L.LSTM(3, return_sequences=True), input_shape=(5, 3), name="both"),
     L.GRU(2, reset_after=True, name="cu_dnngru"), L.Dense(2, name="dense")])
shake(model, 4)


class CuDNNLSTM:
    pass


class CuDNNGRU:
    pass


def cudnn(layer, kind):
    target = kind()
    return hdf5_format._convert_rnn_weights(target, layer.get_weights())


both, gru, dense = model.layers
names = ["kernel:0", "recurrent_kernel:0", "bias:0"]
config = {
    "class_name": "Sequential",
    "config": [
        {"class_name": "Bidirectional", "config": {
            "name": "both", "trainable": True, "batch_input_shape": [None, 5, 3],
            "merge_mode": "concat", "layer": {"class_name": "CuDNNLSTM", "config": {
                "name": "cu_dnnlstm", "trainable": True, "return_sequences": True,
                "return_state": False, "go_backwards": False, "stateful": False, "units": 3,
                "unit_forget_bias": True}}}},
        {"class_name": "CuDNNGRU", "config": {
            "name": "cu_dnngru", "trainable": True, "return_sequences": False,
            "return_state": False, "go_backwards": False, "stateful": False, "units": 2}},
        {"class_name": "Dense", "config": {
            "name": "dense", "trainable": True, "units": 2, "activation": "linear",
            "use_bias": True}}]}
whole(
    "cudnn.h5", "2.2.0", config,
    [("both", [
        (f"both/{half}_cu_dnnlstm/{n}", array)
        for half, layer in [("forward", both.forward_layer), ("backward", both.backward_layer)]
        for n, array in zip(names, cudnn(layer, CuDNNLSTM))]),
     ("cu_dnngru", list(zip(["cu_dnngru/" + n for n in names], cudnn(gru, CuDNNGRU)))),
     ("dense", list(zip(["dense/kernel:0", "dense/bias:0"], dense.get_weights())))])
shake(model, 5)
model.load_weights("cudnn.h5")
answers(model, "cudnn")

# Keras 1: three arrays a gate, its names of settings, no version.
model = tf_keras.Sequential(
    [L.LSTM(3, input_shape=(5, 3), return_sequences=True, recurrent_activation="hard_sigmoid"),
     L.GRU(2, reset_after=False, recurrent_activation="hard_sigmoid"), L.Dense(2)])
shake(model, 6)
lstm, gru, dense = model.layers


def gates(layer, name, order):
    kernel, recurrent, bias = layer.get_weights()
    u = layer.units
    ours = {"i": 0, "f": 1, "c": 2, "o": 3} if len(order) == 4 else {"z": 0, "r": 1, "h": 2}
    arrays = []
    for gate in order:
        part = slice(ours[gate] * u, (ours[gate] + 1) * u)
        arrays += [(f"{name}_W_{gate}", kernel[:, part]), (f"{name}_U_{gate}", recurrent[:, part]),
                   (f"{name}_b_{gate}", bias[part])]
    return arrays


common = {
    "trainable": True, "init": "glorot_uniform", "inner_init": "orthogonal", "activation": "tanh",
    "inner_activation": "hard_sigmoid", "go_backwards": False, "stateful": False, "unroll": False,
    "consume_less": "cpu", "dropout_W": 0.0, "dropout_U": 0.0, "W_regularizer": None,
    "U_regularizer": None, "b_regularizer": None}
config = {
    "class_name": "Sequential",
    "config": [
        {"class_name": "LSTM", "config": {
            **common, "name": "lstm_1", "output_dim": 3, "input_dim": 3, "input_length": 5,
            "forget_bias_init": "one", "return_sequences": True}},
        {"class_name": "GRU", "config": {
            **common, "name": "gru_1", "output_dim": 2, "return_sequences": False}},
        {"class_name": "Dense", "config": {
            "name": "dense_1", "trainable": True, "output_dim": 2, "init": "glorot_uniform",
            "activation": "linear", "bias": True}}]}
whole(
    "keras1.h5", None, config,
    [("lstm_1", gates(lstm, "lstm_1", "icfo")), ("gru_1", gates(gru, "gru_1", "zrh")),
     ("dense_1", list(zip(["dense_1_W", "dense_1_b"], dense.get_weights())))])
shake(model, 7)
model.load_weights("keras1.h5")
answers(model, "keras1")

# Keras 1's Convolution1D kept its kernel over two axes, the second of length one.
model = tf_keras.Sequential(
    [L.Conv1D(2, 3, input_shape=(5, 3), activation="relu"), L.LSTM(2, recurrent_activation="hard_sigmoid")])
shake(model, 10)
convolution, lstm = model.layers
kernel, bias = convolution.get_weights()
config = {
    "class_name": "Sequential",
    "config": [
        {"class_name": "Convolution1D", "config": {
            "name": "convolution1d_1", "trainable": True, "batch_input_shape": [None, 5, 3],
            "input_dtype": "float32", "nb_filter": 2, "filter_length": 3, "border_mode": "valid",
            "subsample_length": 1, "init": "uniform", "activation": "relu", "bias": True}},
        {"class_name": "LSTM", "config": {
            **common, "name": "lstm_1", "output_dim": 2, "return_sequences": False,
            "forget_bias_init": "one"}}]}
whole(
    "convolution1.h5", None, config,
    [("convolution1d_1", [("convolution1d_1_W", kernel[:, None]), ("convolution1d_1_b", bias)]),
     ("lstm_1", gates(lstm, "lstm_1", "icfo"))])
answers(model, "convolution1")
