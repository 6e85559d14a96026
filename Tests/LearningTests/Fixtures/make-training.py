"""Six steps of Keras with each optimiser and each loss, for OptimiserTests.

Writes training.safetensors beside this file: x, the true answers and the weights before the first step,
and for each case the loss of every step and the weights behind the last.

    python make-training.py          (keras with tensorflow, safetensors, numpy)
"""

import os

os.environ["CUDA_VISIBLE_DEVICES"] = ""
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np
from safetensors.numpy import save_file

RATE = 0.05
STEPS, BATCH = 6, 4

# case: optimiser, loss, last activation, what is answered
CASES = {
    "adam": (dict(kind="Adam"), "categorical_crossentropy", "softmax", "one_hot"),
    "sgd": (dict(kind="SGD"), "categorical_crossentropy", "softmax", "one_hot"),
    "momentum": (dict(kind="SGD", momentum=0.9), "categorical_crossentropy", "softmax", "one_hot"),
    "nesterov": (
        dict(kind="SGD", momentum=0.9, nesterov=True), "categorical_crossentropy", "softmax", "one_hot"),
    "rmsprop": (dict(kind="RMSprop"), "categorical_crossentropy", "softmax", "one_hot"),
    "rmsprop_momentum": (
        dict(kind="RMSprop", momentum=0.5), "categorical_crossentropy", "softmax", "one_hot"),
    "clipnorm": (dict(kind="SGD", clipnorm=0.1), "categorical_crossentropy", "softmax", "one_hot"),
    "global_clipnorm": (
        dict(kind="SGD", global_clipnorm=0.1), "categorical_crossentropy", "softmax", "one_hot"),
    "binary": (dict(kind="Adam"), "binary_crossentropy", "sigmoid", "one_hot"),
    "categorical_softplus": (dict(kind="Adam"), "categorical_crossentropy", "softplus", "one_hot"),
    "sparse": (dict(kind="Adam"), "sparse_categorical_crossentropy", "softmax", "number"),
    "mse": (dict(kind="Adam"), "mean_squared_error", "linear", "real"),
    "mae": (dict(kind="Adam"), "mean_absolute_error", "linear", "real"),
}


def network(activation):
    return keras.Sequential(
        [
            keras.Input((5, 2)),
            keras.layers.LSTM(3, name="lstm"),
            keras.layers.Dense(3, activation=activation, name="output"),
        ]
    )


def weights(model):
    return {
        f"{layer.name}/{w.name}": w.numpy() for layer in model.layers for w in layer.weights
    }


rng = np.random.default_rng(13)
x = rng.normal(size=(STEPS * BATCH, 5, 2)).astype("float32")
kinds = rng.integers(0, 3, STEPS * BATCH)
answers = {
    "one_hot": np.eye(3, dtype="float32")[kinds],
    "number": kinds.astype("float32"),
    "real": rng.normal(size=(STEPS * BATCH, 3)).astype("float32"),
}
keras.utils.set_random_seed(13)
before = network("linear").get_weights()
tensors = {"x": x, **{f"answers/{name}": values for name, values in answers.items()}}
for name, (optimiser, loss, activation, kind) in CASES.items():
    model = network(activation)
    model.set_weights(before)
    if "before/lstm/kernel" not in tensors:
        tensors.update({f"before/{key}": value for key, value in weights(model).items()})
    settings = {key: value for key, value in optimiser.items() if key != "kind"}
    model.compile(getattr(keras.optimizers, optimiser["kind"])(RATE, **settings), loss)
    losses = []
    for step in range(STEPS):
        part = slice(step * BATCH, (step + 1) * BATCH)
        model.reset_metrics()
        losses.append(float(model.train_on_batch(x[part], answers[kind][part])))
    tensors[f"{name}/losses"] = np.array(losses, "float32")
    tensors.update({f"{name}/{key}": value for key, value in weights(model).items()})
save_file(
    {key: np.ascontiguousarray(value) for key, value in tensors.items()},
    os.path.join(os.path.dirname(os.path.abspath(__file__)), "training.safetensors"),
    metadata={"keras": keras.__version__},
)
