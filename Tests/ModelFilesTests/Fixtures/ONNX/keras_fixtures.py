"""Makes the files of Keras's beside this script anew: KERAS_BACKEND=tensorflow python keras_fixtures.py

Made with Keras 3.15, TensorFlow 2.21 and tf2onnx 1.17; as those of torch_fixtures.py.
"""

import os

import keras
import numpy
from keras import layers

HERE = os.path.dirname(os.path.abspath(__file__))


def path(name):
    return os.path.join(HERE, name)


def main():
    keras.utils.set_random_seed(6)
    def both(units, **settings):
        return layers.Bidirectional(layers.LSTM(units, **settings))

    for name, recurrent in [
            ("keras_lstm", layers.LSTM), ("keras_gru", layers.GRU), ("keras_both", both)]:
        model = keras.Sequential([
            keras.Input((5, 3)), recurrent(6, return_sequences=True), recurrent(4),
            layers.Dense(5, activation="relu"), layers.Dense(5, activation="relu"),
            layers.Dense(1, activation="sigmoid")])
        for weight in model.weights:
            weight.assign(weight + 0.3 * keras.random.normal(weight.shape))
        x = numpy.random.default_rng(6).normal(size=(1, 5, 3)).astype(numpy.float32)
        output = model.predict(x, verbose=0)
        model.export(path(name + ".onnx"), format="onnx", verbose=False)
        if recurrent is not layers.GRU:
            numpy.save(path(name + "_input.npy"), x[0])
            numpy.save(path(name + "_output.npy"), output.reshape(-1))


if __name__ == "__main__":
    main()
