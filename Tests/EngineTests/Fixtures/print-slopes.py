"""Slopes of Keras's activations and layers at their bends, for SlopeTests.

Needs TensorFlow 2.21 and Keras 3.15; prints what stands in the test.
"""

import os

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import tensorflow as tf

PLACES = {
    "leaky_relu": [-1, 0, 1], "selu": [0], "elu": [0], "relu": [0], "relu6": [0, 6],
    "hard_sigmoid": [-3, 3], "hard_silu": [-3, 3], "softsign": [0],
}
LAYERS = {
    "LeakyReLU()": keras.layers.LeakyReLU(),
    "ELU(0.5)": keras.layers.ELU(alpha=0.5),
    "ReLU(negative_slope=0.3)": keras.layers.ReLU(negative_slope=0.3),
    "ReLU(2, negative_slope=0.3)": keras.layers.ReLU(max_value=2, negative_slope=0.3),
    "ReLU(2, 0.3, threshold=1)": keras.layers.ReLU(max_value=2, negative_slope=0.3, threshold=1),
}


def slope(function, x):
    x = tf.constant([x], tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = function(x)
    return float(tape.gradient(y, x)[0])


for name, places in PLACES.items():
    print(name, [(x, slope(getattr(keras.activations, name), x)) for x in places])
for name, layer in LAYERS.items():
    print(name, [(x, slope(layer, x)) for x in (0, 1, 2)])
