"""What people have on their disks, by layer, option and combination: which of it opens.

143 public configurations were counted; these are their kinds, each with each kind of recurrent layer.
The last four are refused: a Lambda, a class of one's own, a convolution of pictures, and all of them.
"""

from keras_networks import graph

RECURRENT = {
    "LSTM": lambda l, **s: l.LSTM(4, **s), "GRU": lambda l, **s: l.GRU(4, **s),
    "SimpleRNN": lambda l, **s: l.SimpleRNN(4, **s),
    "Bidirectional": lambda l, **s: l.Bidirectional(l.LSTM(4, **s))}

# Before the recurrent layers, between two of them, and behind the last.
BEFORE = {
    "nothing": [], "Embedding": [lambda l: l.Embedding(9, 4)],
    "Embedding_mask": [lambda l: l.Embedding(9, 4, mask_zero=True)],
    "Embedding_SpatialDropout1D": [lambda l: l.Embedding(9, 4), lambda l: l.SpatialDropout1D(0.2)],
    "Conv1D_MaxPooling1D": [
        lambda l: l.Conv1D(4, 3, activation="relu"), lambda l: l.MaxPooling1D(2)],
    "Embedding_Conv1D_MaxPooling1D": [
        lambda l: l.Embedding(9, 4), lambda l: l.Conv1D(4, 3, activation="relu"),
        lambda l: l.MaxPooling1D(2)],
    "Masking": [lambda l: l.Masking(0.0)], "Dense": [lambda l: l.Dense(4, activation="relu")],
    "TimeDistributed": [lambda l: l.TimeDistributed(l.Dense(4))]}
BETWEEN = {
    "Dropout": [lambda l: l.Dropout(0.2)], "BatchNormalization": [lambda l: l.BatchNormalization()],
    "Activation": [lambda l: l.Activation("relu")]}
BEHIND = {
    "Dense": [lambda l: l.Dense(1)], "Dropout_Dense": [lambda l: l.Dropout(0.2), lambda l: l.Dense(1)],
    "Dense_Activation": [lambda l: l.Dense(3), lambda l: l.Activation("softmax")],
    "BatchNormalization_Dense": [lambda l: l.BatchNormalization(), lambda l: l.Dense(1)],
    "RepeatVector": [
        lambda l: l.RepeatVector(4), lambda l: l.LSTM(4, return_sequences=True),
        lambda l: l.TimeDistributed(l.Dense(1))]}
ENDS = {
    "Flatten": [lambda l: l.Flatten(), lambda l: l.Dense(1)],
    "TimeDistributed": [lambda l: l.TimeDistributed(l.Dense(1))],
    "GlobalMaxPooling1D": [lambda l: l.GlobalMaxPooling1D(), lambda l: l.Dense(1)]}
STATE_CURVES = ["tanh", "relu", "elu", "sigmoid"]
GATE_CURVES = ["sigmoid", "hard_sigmoid", "elu", "tanh"]
DENSE_CURVES = ["linear", "relu", "softmax", "sigmoid", "swish", "elu"]


def networks():
    """Each network's name with a function that makes it of a `Maker`."""

    def behind(name, *layers):
        return row(
            *BEFORE[name], *layers,
            source=lambda m: m.words(8) if "Embedding" in name else m.input(8))

    def row(*layers, source=None):
        return lambda m: m.chain((source or (lambda m: m.input(8)))(m), *[
            layer(m.layers) for layer in layers])

    for kind, make in RECURRENT.items():
        for name in BEFORE:
            yield f"{kind}_behind_{name}", behind(
                name, lambda l, make=make: make(l), lambda l: l.Dense(1, activation="sigmoid"))
        for name, layers in BETWEEN.items():
            yield f"{kind}_twice_{name}", row(
                lambda l, make=make: make(l, return_sequences=True), *layers,
                lambda l, make=make: make(l), *layers, lambda l: l.Dense(1))
        for name, layers in BEHIND.items():
            yield f"{kind}_before_{name}", row(lambda l, make=make: make(l), *layers)
        for name, layers in ENDS.items():
            yield f"{kind}_sequence_{name}", row(
                lambda l, make=make: make(l, return_sequences=True), *layers)
        for curve in STATE_CURVES:
            yield f"{kind}_activation_{curve}", row(
                lambda l, make=make, c=curve: make(l, activation=c), lambda l: l.Dense(1))
        for curve in GATE_CURVES if kind != "SimpleRNN" else []:
            yield f"{kind}_recurrent_{curve}", row(
                lambda l, make=make, c=curve: make(l, recurrent_activation=c), lambda l: l.Dense(1))
        yield f"{kind}_open", row(
            lambda l, make=make: make(l), lambda l: l.Dense(1),
            source=lambda m: m.input(8, open_length=True))
        yield f"{kind}_one_feature", row(
            lambda l, make=make: make(l), lambda l: l.Dense(1), source=lambda m: m.input(8, 1))
        yield f"{kind}_stateful", row(
            lambda l, make=make: make(l, stateful=True), lambda l: l.Dense(1),
            source=lambda m: m.input(8, fixed_batch=True))
        yield f"{kind}_Concatenate", graph(
            lambda m, make=make: m.layers.Dense(1)(m.layers.Concatenate()(
                (lambda x: [make(m.layers)(x), m.layers.Flatten()(m.layers.Dense(2)(x))])(
                    m.input(8)))))
        yield f"{kind}_two_inputs", graph(
            lambda m, make=make: m.layers.Dense(1)(m.layers.Concatenate()(
                [make(m.layers)(m.input(8)), m.layers.Dense(2)(m.flat())])))
        yield f"{kind}_Attention", graph(
            lambda m, make=make: m.layers.Dense(1)(m.layers.Flatten()(
                (lambda h: m.layers.Attention()([h, h]))(
                    make(m.layers, return_sequences=True)(m.input(8))))))
    yield "GRU_reset_before", row(lambda l: l.GRU(4, reset_after=False), lambda l: l.Dense(1))
    for curve in DENSE_CURVES:
        yield f"Dense_{curve}", row(
            lambda l: l.LSTM(4), lambda l, c=curve: l.Dense(3, activation=c), lambda l: l.Dense(1))
    yield "refused_Lambda", row(
        lambda l: l.LSTM(4), lambda l: l.Lambda(lambda x: x * 2), lambda l: l.Dense(1))

    def own(m):
        class Own(m.layers.Layer):
            def call(self, x):
                return x * 2

        return Own()

    def pictures(m):
        rows = m.layers.Reshape((8, 3, 1))(m.input(8))
        return m.layers.TimeDistributed(m.layers.Flatten())(m.layers.Conv2D(2, 1)(rows))

    yield "refused_own", graph(
        lambda m: m.layers.Dense(1)(own(m)(m.layers.LSTM(4)(m.input(8)))))
    yield "refused_Conv2D", graph(lambda m: m.layers.LSTM(3)(pictures(m)))
    yield "refused_all", graph(
        lambda m: own(m)(m.layers.Lambda(lambda x: x * 2)(m.layers.LSTM(3)(pictures(m)))))
