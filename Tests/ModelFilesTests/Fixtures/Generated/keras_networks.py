"""Networks of Keras 3 and of tf_keras, which is Keras 2: one of each kind.

Each is a function of a `Maker` that gives a model. The maker has the framework, chance, and the inputs
that the model made so far is fed.
"""

import numpy

CELLS = ["LSTM", "GRU", "SimpleRNN"]
CURVES = [
    "linear", "relu", "tanh", "sigmoid", "hard_sigmoid", "elu", "selu", "gelu", "swish", "softplus",
    "softsign", "softmax", "exponential"]
LATER_CURVES = [
    "leaky_relu", "relu6", "silu", "hard_silu", "celu", "glu", "hard_tanh", "hard_shrink",
    "log_sigmoid", "log_softmax", "mish", "soft_shrink", "sparse_plus", "sparsemax", "squareplus",
    "tanh_shrink", "threshold", "sparse_sigmoid"]
BATCH = 3


class Maker:
    """Makes layers of one framework, with chance from one seed."""

    def __init__(self, framework, seed, is_keras3):
        self.keras = framework
        self.layers = framework.layers
        self.chance = numpy.random.default_rng(seed)
        self.is_keras3 = is_keras3
        self.fed = []
        self.tensors = []
        # The most units of a layer.
        self.most = 5

    # -- Chance

    def pick(self, choices):
        return choices[int(self.chance.integers(len(choices)))]

    def flip(self, share=0.5):
        return bool(self.chance.random() < share)

    def size(self, least=1, most=None):
        return int(self.chance.integers(least, (most or self.most) + 1))

    # -- Inputs

    def input(self, timesteps=6, features=3, open_length=False, fixed_batch=False, skipped=False):
        """Rows of numbers; `skipped` ones are zero at the end, at the start or in the middle."""
        rows = self.chance.normal(size=(BATCH, timesteps, features)).astype("float32")
        if skipped:
            rows[0, timesteps // 2 + 1:] = 0
            rows[1, :1] = 0
            rows[2, timesteps // 3] = 0
            # Only a timestep whose features are all zero is skipped.
            rows[2, -1, 0] = 0
        self.fed.append(rows)
        return self._input((None if open_length else timesteps, features), fixed_batch)

    def flat(self, features=4):
        self.fed.append(self.chance.normal(size=(BATCH, features)).astype("float32"))
        return self._input((features,), False)

    def words(self, timesteps=6, known=9, fixed=True, padded="end"):
        """Whole numbers for an Embedding, zero where a text has ended."""
        words = self.chance.integers(1, known, size=(BATCH, timesteps))
        for place in range(BATCH):
            empty = (0, 2, timesteps // 2)[place]
            if padded == "end" and empty:
                words[place, -empty:] = 0
            elif padded == "start" and empty:
                words[place, :empty] = 0
        self.fed.append(words.astype("float32"))
        return self._input((timesteps if fixed else None,), False)

    def _input(self, shape, fixed_batch):
        if fixed_batch:
            shape = (BATCH,) + shape
            key = "batch_shape"
            tensor = self.keras.Input(**{key: shape})
        else:
            tensor = self.keras.Input(shape=shape)
        self.tensors.append(tensor)
        return tensor

    # -- Models

    def model(self, output):
        inputs = self.tensors if len(self.tensors) > 1 else self.tensors[0]
        return self.keras.Model(inputs, output)

    def chain(self, source, *layers):
        """A Sequential model that reads a source made before."""
        return self.keras.Sequential([source] + list(layers))

    def cell(self, name, units, **settings):
        return getattr(self.layers, name)(units, **settings)


NAMED = {}


def named(function):
    """Registers a function that yields a name and a model's making for each variant."""
    for name, make in function():
        assert name not in NAMED, name
        NAMED[name] = make
    return function


def chain(*makes, source=None):
    """A Sequential model of layers, each made by a function of the maker's layers."""

    def make(maker):
        tensor = source(maker) if source else maker.input()
        return maker.chain(tensor, *[layer(maker.layers) for layer in makes])

    return make


def graph(function):
    """A functional model: a function of the maker that gives its output."""
    return lambda maker: maker.model(function(maker))


def skipping(maker):
    return maker.input(skipped=True)


def minus_one(m):
    tensor = m.input()
    m.fed[-1][0, 3:] = -1
    m.fed[-1][1, 2] = -1
    return tensor


@named
def recurrent():
    for cell in CELLS:
        def kind(cell=cell, **settings):
            return lambda layers: getattr(layers, cell)(4, **settings)

        yield f"{cell}_last", chain(kind())
        yield f"{cell}_sequence", chain(kind(return_sequences=True))
        yield f"{cell}_stacked", chain(kind(return_sequences=True), kind(), lambda l: l.Dense(2))
        yield f"{cell}_no_bias", chain(kind(use_bias=False))
        yield f"{cell}_backwards", chain(kind(go_backwards=True))
        yield f"{cell}_backwards_sequence", chain(
            kind(go_backwards=True, return_sequences=True), kind())
        yield f"{cell}_unrolled", chain(kind(unroll=True))
        yield f"{cell}_stateful", chain(
            kind(stateful=True), source=lambda m: m.input(fixed_batch=True))
        yield f"{cell}_curves", chain(
            kind(activation="relu", return_sequences=True), kind(activation="softsign"))
        yield f"{cell}_dropout", chain(kind(dropout=0.2, recurrent_dropout=0.3))
        yield f"{cell}_one_feature", chain(kind(), source=lambda m: m.input(features=1))
        yield f"{cell}_open_length", chain(kind(), source=lambda m: m.input(open_length=True))
        yield f"{cell}_masked", chain(lambda l: l.Masking(0.0), kind(), source=skipping)
        yield f"{cell}_masked_sequence", chain(
            lambda l: l.Masking(0.0), kind(return_sequences=True), kind(return_sequences=True),
            source=skipping)
        yield f"{cell}_masked_backwards", chain(
            lambda l: l.Masking(0.0), kind(go_backwards=True, return_sequences=True),
            lambda l: l.Dense(2), source=skipping)
        for padded in ["end", "start"]:
            yield f"{cell}_words_{padded}", chain(
                lambda l: l.Embedding(9, 4, mask_zero=True), kind(return_sequences=True), kind(),
                lambda l: l.Dense(1), source=lambda m, p=padded: m.words(padded=p))
        for mode in ["concat", "sum", "mul", "ave"]:
            for sequences in [False, True]:
                yield f"both_{cell}_{mode}_{'sequence' if sequences else 'last'}", chain(
                    lambda l, m=mode, s=sequences, k=kind: l.Bidirectional(
                        k(return_sequences=s)(l), merge_mode=m))
        for sequences in [False, True]:
            yield f"both_{cell}_masked_{'sequence' if sequences else 'last'}", chain(
                lambda l: l.Masking(0.0),
                lambda l, s=sequences, k=kind: l.Bidirectional(k(return_sequences=s)(l)),
                lambda l: l.Dense(2), source=skipping)
        yield f"both_{cell}_masked_stacked", chain(
            lambda l: l.Masking(0.0),
            lambda l, k=kind: l.Bidirectional(k(return_sequences=True)(l)),
            lambda l, k=kind: l.Bidirectional(k()(l), merge_mode="sum"), source=skipping)

        def states(m, cell=cell):
            """What the layer hands on beside its output, all of it joined."""
            handed = m.cell(cell, 4, return_state=True, return_sequences=False)(m.input())
            return m.layers.Concatenate()(list(handed))

        yield f"{cell}_states", graph(states)

        def both_states(m, cell=cell):
            layer = m.layers.Bidirectional(m.cell(cell, 3, return_state=True))
            return m.layers.Concatenate()(list(layer(m.input())))

        yield f"both_{cell}_states", graph(both_states)

        def started(m, cell=cell):
            handed = m.cell(cell, 4, return_state=True)(m.input())
            repeated = m.layers.RepeatVector(5)(handed[0])
            decoded = m.cell(cell, 4, return_sequences=True)(
                repeated, initial_state=list(handed[1:]))
            return m.layers.TimeDistributed(m.layers.Dense(2))(decoded)

        yield f"{cell}_decoder", graph(started)

        def teacher(m, cell=cell):
            """An encoder and a decoder with inputs of their own."""
            handed = m.cell(cell, 4, return_state=True)(m.input())
            decoded = m.cell(cell, 4, return_sequences=True, return_state=True)(
                m.input(timesteps=4, features=2), initial_state=list(handed[1:]))
            return m.layers.Dense(2, activation="softmax")(decoded[0])

        yield f"{cell}_two_inputs_decoder", graph(teacher)

        def both_started(m, cell=cell):
            handed = m.layers.Bidirectional(m.cell(cell, 3, return_state=True))(m.input())
            decoded = m.layers.Bidirectional(m.cell(cell, 3, return_sequences=True))(
                m.layers.RepeatVector(4)(handed[0]), initial_state=list(handed[1:]))
            return m.layers.Dense(2)(decoded)

        yield f"both_{cell}_decoder", graph(both_started)
        yield f"RNN_{cell}Cell", chain(
            lambda l, c=cell: l.RNN(getattr(l, f"{c}Cell")(4), return_sequences=True),
            lambda l: l.Dense(2))
        yield f"both_RNN_{cell}Cell", chain(
            lambda l, c=cell: l.Bidirectional(l.RNN(getattr(l, f"{c}Cell")(3))))
    yield "RNN_several_cells", chain(
        lambda l: l.RNN([l.LSTMCell(4), l.LSTMCell(3)], return_sequences=True),
        lambda l: l.Dense(2))
    yield "RNN_several_kinds", chain(lambda l: l.RNN([l.GRUCell(4), l.SimpleRNNCell(3)]))
    yield "GRU_reset_before", chain(lambda l: l.GRU(4, reset_after=False))
    yield "GRU_reset_before_stacked", chain(
        lambda l: l.GRU(4, reset_after=False, return_sequences=True, use_bias=False),
        lambda l: l.GRU(3, reset_after=False, activation="relu"))
    yield "both_GRU_reset_before", chain(
        lambda l: l.Bidirectional(l.GRU(4, reset_after=False)))
    yield "LSTM_hard_sigmoid", chain(
        lambda l: l.LSTM(4, recurrent_activation="hard_sigmoid", return_sequences=True),
        lambda l: l.LSTM(3, recurrent_activation="hard_sigmoid", unit_forget_bias=False))
    yield "GRU_hard_sigmoid", chain(lambda l: l.GRU(4, recurrent_activation="hard_sigmoid"))
    yield "both_two_kinds", chain(
        lambda l: l.Bidirectional(
            l.LSTM(3, return_sequences=True),
            backward_layer=l.GRU(3, go_backwards=True, return_sequences=True)))
    yield "both_none_joined", graph(
        lambda m: m.layers.Concatenate()(
            list(m.layers.Bidirectional(m.layers.LSTM(3), merge_mode=None)(m.input()))))
    yield "both_none_sequence", graph(
        lambda m: m.layers.Concatenate()(
            list(m.layers.Bidirectional(
                m.layers.GRU(3, return_sequences=True), merge_mode=None)(m.input()))))
    yield "seed", chain(
        lambda l: l.LSTM(6, return_sequences=True), lambda l: l.LSTM(4),
        lambda l: l.Dense(4, activation="relu"), lambda l: l.Dense(4, activation="relu"),
        lambda l: l.Dense(1, activation="sigmoid"))


@named
def words():
    def texts(m):
        return m.words()

    yield "words_flat", chain(
        lambda l: l.Embedding(9, 4), lambda l: l.Flatten(),
        lambda l: l.Dense(2, activation="softmax"), source=texts)
    yield "words_average", chain(
        lambda l: l.Embedding(9, 4, mask_zero=True), lambda l: l.GlobalAveragePooling1D(),
        lambda l: l.Dense(2), source=texts)
    yield "words_largest", chain(
        lambda l: l.Embedding(9, 4, mask_zero=True), lambda l: l.GlobalMaxPooling1D(),
        lambda l: l.Dense(2), source=texts)
    yield "words_dropped", chain(
        lambda l: l.Embedding(9, 4, mask_zero=True), lambda l: l.SpatialDropout1D(0.2),
        lambda l: l.Bidirectional(l.LSTM(3, return_sequences=True)),
        lambda l: l.GlobalMaxPooling1D(), lambda l: l.Dense(1, activation="sigmoid"), source=texts)
    yield "words_convolved", chain(
        lambda l: l.Embedding(9, 4), lambda l: l.Conv1D(4, 3, activation="relu"),
        lambda l: l.MaxPooling1D(2), lambda l: l.LSTM(3), lambda l: l.Dense(2), source=texts)
    yield "words_open_length", chain(
        lambda l: l.Embedding(9, 4, mask_zero=True), lambda l: l.GRU(3),
        source=lambda m: m.words(fixed=False))
    yield "words_each", chain(
        lambda l: l.Embedding(9, 4, mask_zero=True),
        lambda l: l.Bidirectional(l.LSTM(3, return_sequences=True)),
        lambda l: l.TimeDistributed(l.Dense(4, activation="softmax")), source=texts)
    yield "words_two_maskings", chain(
        lambda l: l.Embedding(9, 4, mask_zero=True), lambda l: l.LayerNormalization(),
        lambda l: l.Dropout(0.2), lambda l: l.Dense(4, activation="tanh"),
        lambda l: l.LSTM(3), source=texts)

    def pair(m):
        one = m.layers.Embedding(9, 4, mask_zero=True)(m.words())
        other = m.layers.Embedding(9, 4, mask_zero=True)(m.words(padded="start"))
        return m.layers.Dense(1)(
            m.layers.Concatenate()([m.layers.LSTM(3)(one), m.layers.GRU(3)(other)]))

    yield "words_two_texts", graph(pair)

    def translated(m):
        heard = m.layers.Embedding(9, 4, mask_zero=True)(m.words())
        handed = m.layers.LSTM(4, return_state=True)(heard)
        said = m.layers.Embedding(8, 4, mask_zero=True)(m.words(timesteps=5, known=8))
        decoded = m.layers.LSTM(4, return_sequences=True, return_state=True)(
            said, initial_state=list(handed[1:]))
        return m.layers.Dense(8, activation="softmax")(decoded[0])

    yield "words_translated", graph(translated)

    def masked_joins(m):
        source = m.layers.Masking(0.0)(m.input(features=4, skipped=True))
        one = m.layers.LSTM(4, return_sequences=True)(source)
        added = m.layers.Add()([one, source])
        return m.layers.GRU(3)(m.layers.Concatenate()([added, one]))

    yield "masked_joins", graph(masked_joins)
    yield "masked_average", chain(
        lambda l: l.Masking(0.0), lambda l: l.LSTM(4, return_sequences=True),
        lambda l: l.GlobalAveragePooling1D(), source=skipping)
    yield "masked_batch_norm", chain(
        lambda l: l.Masking(0.0), lambda l: l.BatchNormalization(), lambda l: l.LSTM(4),
        source=skipping)
    yield "masked_activation", chain(
        lambda l: l.Masking(0.0), lambda l: l.Activation("sigmoid"), lambda l: l.GRU(4),
        source=skipping)
    yield "masked_distributed", chain(
        lambda l: l.Masking(0.0), lambda l: l.TimeDistributed(l.Dense(4)), lambda l: l.LSTM(4),
        source=skipping)
    yield "masked_repeat", chain(
        lambda l: l.Masking(0.0), lambda l: l.LSTM(4), lambda l: l.RepeatVector(3),
        lambda l: l.LSTM(3, return_sequences=True), source=skipping)
    yield "masked_other_value", chain(
        lambda l: l.Masking(-1.0), lambda l: l.LSTM(4), source=minus_one)
    yield "masked_convolved", chain(
        lambda l: l.Masking(0.0), lambda l: l.LSTM(4, return_sequences=True),
        lambda l: l.Conv1D(3, 2), lambda l: l.GlobalMaxPooling1D(), source=skipping)
    yield "masked_attention", graph(
        lambda m: (lambda h: m.layers.GlobalAveragePooling1D()(m.layers.Attention()([h, h])))(
            m.layers.LSTM(4, return_sequences=True)(
                m.layers.Masking(0.0)(m.input(skipped=True)))))


@named
def masks():
    """Where a mask goes: a layer between two recurrent ones, or where two sequences meet."""
    for name, make in {
        "Dense": lambda l: l.Dense(4), "Dropout": lambda l: l.Dropout(0.2),
        "SpatialDropout1D": lambda l: l.SpatialDropout1D(0.2),
        "GaussianNoise": lambda l: l.GaussianNoise(0.1), "Activation": lambda l: l.Activation("relu"),
        "LeakyReLU": lambda l: l.LeakyReLU(), "PReLU": lambda l: l.PReLU(), "ELU": lambda l: l.ELU(),
        "ReLU": lambda l: l.ReLU(),
        "BatchNormalization": lambda l: l.BatchNormalization(),
        "LayerNormalization": lambda l: l.LayerNormalization(), "Permute": lambda l: l.Permute((1, 2)),
        "Conv1D": lambda l: l.Conv1D(4, 1), "MaxPooling1D": lambda l: l.MaxPooling1D(1),
        "Reshape": lambda l: l.Reshape((6, 4)), "Flatten": lambda l: l.Flatten(),
        "TimeDistributed_Dense": lambda l: l.TimeDistributed(l.Dense(4)),
        "TimeDistributed_Dropout": lambda l: l.TimeDistributed(l.Dropout(0.1)),
        "ActivityRegularization": lambda l: l.ActivityRegularization(0.1),
    }.items():
        yield f"mask_through_{name}", chain(
            lambda l: l.Masking(0.0), lambda l: l.LSTM(4, return_sequences=True), make,
            *([] if name == "Flatten" else [lambda l: l.GRU(3, return_sequences=True)]),
            source=skipping)

    def pair(m):
        one = m.layers.Masking(0.0)(m.input(features=4, skipped=True))
        other = m.layers.Masking(0.0)(m.input(features=4, skipped=True))
        m.fed[-1][0, :] += 1
        return [m.layers.LSTM(4, return_sequences=True)(one), m.layers.GRU(4, return_sequences=True)(other)]

    for kind in ["Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate"]:
        yield f"mask_meets_{kind}", graph(
            lambda m, k=kind: m.layers.LSTM(3, return_sequences=True)(getattr(m.layers, k)()(pair(m))))
    yield "mask_meets_Concatenate_time", graph(
        lambda m: m.layers.LSTM(3, return_sequences=True)(m.layers.Concatenate(axis=1)(pair(m))))
    yield "mask_meets_plain", graph(
        lambda m: m.layers.LSTM(3)(m.layers.Add()(
            [pair(m)[0], m.layers.Dense(4)(m.input(features=4))])))
    yield "mask_meets_plain_last", graph(
        lambda m: m.layers.LSTM(3)(m.layers.Concatenate()(
            [m.layers.Dense(4)(m.input(features=4)), pair(m)[0]])))
    yield "mask_meets_Dot", graph(
        lambda m: m.layers.LSTM(3)(m.layers.Dot(axes=2)(pair(m))))
    yield "mask_meets_Attention", graph(
        lambda m: m.layers.LSTM(3)(m.layers.Attention()(pair(m))))
    yield "mask_meets_Attention_flat", graph(
        lambda m: m.layers.Flatten()(m.layers.Attention()(pair(m))))
    for cell in CELLS:
        def states(m, cell=cell):
            source = m.layers.Masking(0.0)(m.input(skipped=True))
            handed = m.cell(cell, 4, return_state=True)(source)
            decoded = m.cell(cell, 4, return_sequences=True, return_state=True)(
                source, initial_state=list(handed[1:]))
            return m.layers.GRU(2)(decoded[0])

        yield f"mask_and_states_{cell}", graph(states)

    def both_states(m):
        source = m.layers.Masking(0.0)(m.input(skipped=True))
        handed = m.layers.Bidirectional(m.layers.LSTM(3, return_state=True))(source)
        decoded = m.layers.Bidirectional(m.layers.LSTM(3, return_sequences=True))(
            source, initial_state=list(handed[1:]))
        return m.layers.GRU(2)(decoded)

    yield "mask_and_states_both", graph(both_states)
    yield "mask_RNN_several_cells", chain(
        lambda l: l.Masking(0.0),
        lambda l: l.RNN([l.GRUCell(4), l.SimpleRNNCell(3), l.GRUCell(2)], return_sequences=True),
        lambda l: l.LSTM(2), source=skipping)
    yield "mask_RNN_cell_backwards", chain(
        lambda l: l.Masking(0.0), lambda l: l.RNN(l.GRUCell(4), go_backwards=True), source=skipping)
    yield "mask_both_sum_stacked", chain(
        lambda l: l.Masking(0.0),
        lambda l: l.Bidirectional(l.GRU(3, return_sequences=True), merge_mode="sum"),
        lambda l: l.Bidirectional(l.SimpleRNN(3, return_sequences=True), merge_mode="mul"),
        lambda l: l.GlobalAveragePooling1D(), source=skipping)
    yield "mask_each_softmax", chain(
        lambda l: l.Masking(0.0), lambda l: l.LSTM(4, return_sequences=True),
        lambda l: l.Dense(3, activation="softmax"), source=skipping)
    yield "mask_nested", graph(
        lambda m: m.layers.GRU(2)(m.keras.Sequential([
            m.keras.Input(shape=(6, 3)), m.layers.Masking(0.0),
            m.layers.LSTM(4, return_sequences=True)])(m.input(skipped=True))))


@named
def others():
    lstm = lambda l: l.LSTM(3, return_sequences=True)
    for padding in ["valid", "same", "causal"]:
        for strides, dilation in [(1, 1), (2, 1), (1, 2)]:
            yield f"Conv1D_{padding}_{strides}_{dilation}", chain(
                lambda l, p=padding, s=strides, d=dilation: l.Conv1D(
                    4, 3, padding=p, strides=s, dilation_rate=d), lambda l: l.LSTM(2))
    yield "Conv1D_groups", chain(
        lambda l: l.Conv1D(4, 2, groups=2, use_bias=False, activation="relu"), lambda l: l.LSTM(2),
        source=lambda m: m.input(features=4))
    yield "Conv1D_open", chain(
        lambda l: l.Conv1D(4, 3, padding="same"), lambda l: l.MaxPooling1D(2), lambda l: l.GRU(2),
        source=lambda m: m.input(open_length=True, timesteps=7))
    for kind in ["MaxPooling1D", "AveragePooling1D"]:
        for padding in ["valid", "same"]:
            yield f"{kind}_{padding}", chain(
                lambda l, k=kind, p=padding: getattr(l, k)(3, strides=2, padding=p),
                lambda l: l.LSTM(2))
    for kind in ["GlobalMaxPooling1D", "GlobalAveragePooling1D"]:
        yield kind, chain(lstm, lambda l, k=kind: getattr(l, k)())
        yield f"{kind}_kept", chain(
            lstm, lambda l, k=kind: getattr(l, k)(keepdims=True), lambda l: l.Flatten())
    yield "BatchNormalization", chain(
        lstm, lambda l: l.BatchNormalization(), lambda l: l.LSTM(3),
        lambda l: l.BatchNormalization(center=False, epsilon=0.01), lambda l: l.Dense(2))
    yield "BatchNormalization_no_scale", chain(lambda l: l.BatchNormalization(scale=False), lstm)
    yield "LayerNormalization", chain(lstm, lambda l: l.LayerNormalization(), lambda l: l.Dense(2))
    yield "LayerNormalization_plain", chain(
        lambda l: l.LSTM(4), lambda l: l.LayerNormalization(center=False, scale=False, epsilon=0.01))
    for curve in CURVES:
        yield f"curve_{curve}", chain(
            lstm, lambda l, c=curve: l.Activation(c), lambda l, c=curve: l.Dense(3, activation=c))
        if curve not in ["softmax", "exponential"]:
            yield f"cell_{curve}", chain(
                lambda l, c=curve: l.LSTM(3, activation=c, return_sequences=True),
                lambda l, c=curve: l.GRU(3, recurrent_activation=c),
                source=lambda m: m.input(timesteps=3))
    yield "LeakyReLU", chain(lambda l: l.Dense(4), lambda l: l.LeakyReLU(), lambda l: l.LSTM(2))
    yield "ELU", chain(lambda l: l.Dense(4), lambda l: l.ELU(0.7), lambda l: l.LSTM(2))
    yield "PReLU", chain(lstm, lambda l: l.PReLU(), lambda l: l.LSTM(2))
    yield "PReLU_shared", chain(lstm, lambda l: l.PReLU(shared_axes=[1]), lambda l: l.LSTM(2))
    yield "ReLU", chain(lambda l: l.Dense(4), lambda l: l.ReLU(), lambda l: l.LSTM(2))
    yield "ReLU_bent", chain(
        lambda l: l.Dense(4),
        lambda l: l.ReLU(max_value=0.5, negative_slope=0.1, threshold=0.1), lambda l: l.LSTM(2))
    yield "Softmax", chain(lambda l: l.LSTM(3), lambda l: l.Dense(4), lambda l: l.Softmax())
    yield "autoencoder", chain(
        lambda l: l.LSTM(4, activation="relu"), lambda l: l.RepeatVector(6),
        lambda l: l.LSTM(4, activation="relu", return_sequences=True),
        lambda l: l.TimeDistributed(l.Dense(3)))
    yield "Flatten", chain(lstm, lambda l: l.Flatten(), lambda l: l.Dense(2))
    yield "Reshape", chain(
        lambda l: l.Dense(6), lambda l: l.Reshape((2, 3)), lambda l: l.LSTM(2),
        source=lambda m: m.flat())
    yield "Reshape_open", chain(
        lambda l: l.Reshape((-1, 6)), lambda l: l.LSTM(2))
    yield "Reshape_behind", chain(
        lambda l: l.LSTM(6), lambda l: l.Dense(6), lambda l: l.Reshape((3, 2)))
    yield "Permute", chain(lambda l: l.Permute((2, 1)), lambda l: l.LSTM(2))
    yield "plain", chain(
        lambda l: l.Dense(4, activation="relu"), lambda l: l.Dropout(0.5),
        lambda l: l.Dense(1, use_bias=False), source=lambda m: m.flat())
    yield "noise", chain(
        lambda l: l.GaussianNoise(0.1), lambda l: l.GaussianDropout(0.1),
        lambda l: l.AlphaDropout(0.1), lambda l: l.ActivityRegularization(0.1),
        lambda l: l.SpatialDropout1D(0.1), lambda l: l.LSTM(2), lambda l: l.Dropout(0.1))
    yield "distributed", chain(
        lambda l: l.TimeDistributed(l.Dense(3, activation="relu")),
        lambda l: l.TimeDistributed(l.Dropout(0.1)),
        lambda l: l.TimeDistributed(l.BatchNormalization()),
        lambda l: l.TimeDistributed(l.LayerNormalization()),
        lambda l: l.TimeDistributed(l.Activation("tanh")), lambda l: l.LSTM(2))
    yield "dense_on_sequence", chain(
        lambda l: l.Dense(4, activation="tanh"), lstm, lambda l: l.Dense(2, use_bias=False))


@named
def graphs():
    def two(m, timesteps=True):
        source = m.input()
        return [
            m.layers.LSTM(3, return_sequences=timesteps)(source),
            m.layers.GRU(3, return_sequences=timesteps)(source)]

    for kind in ["Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate"]:
        yield f"meet_{kind}", graph(
            lambda m, k=kind: m.layers.Dense(1)(getattr(m.layers, k)()(two(m))))
    yield "meet_Add_three", graph(
        lambda m: m.layers.Add()(two(m, False) + [m.layers.Dense(3)(m.flat())]))
    yield "meet_Concatenate_time", graph(
        lambda m: m.layers.LSTM(2)(m.layers.Concatenate(axis=1)(two(m))))
    yield "meet_Concatenate_inputs", graph(
        lambda m: m.layers.LSTM(2)(m.layers.Concatenate()([m.input(), m.input(features=2)])))
    yield "meet_late_input", graph(
        lambda m: m.layers.Dense(1, activation="sigmoid")(m.layers.Concatenate()(
            [m.layers.LSTM(3)(m.input()), m.flat()])))
    yield "meet_Dot", graph(lambda m: m.layers.Dot(axes=1)(two(m, False)))
    yield "meet_Dot_time", graph(
        lambda m: m.layers.LSTM(2)(m.layers.Dot(axes=(2, 2), normalize=True)(two(m))))
    yield "meet_Attention", graph(
        lambda m: m.layers.GlobalAveragePooling1D()(m.layers.Attention()(two(m))))
    yield "meet_Attention_scaled", graph(
        lambda m: (lambda h: m.layers.Flatten()(m.layers.Attention(use_scale=True)(
            [h[0], h[1], m.layers.Dense(4)(h[0])])))(two(m)))
    yield "meet_AdditiveAttention", graph(
        lambda m: m.layers.GlobalAveragePooling1D()(m.layers.AdditiveAttention()(two(m))))

    def residual(m):
        source = m.input(features=4)
        first = m.layers.Add()([m.layers.LSTM(4, return_sequences=True)(source), source])
        second = m.layers.Add()([m.layers.LSTM(4, return_sequences=True)(first), first])
        return m.layers.Dense(2)(m.layers.LayerNormalization()(second))

    yield "residual", graph(residual)

    def luong(m):
        encoded, h, c = m.layers.LSTM(4, return_sequences=True, return_state=True)(m.input())
        decoded = m.layers.LSTM(4, return_sequences=True)(
            m.input(timesteps=5, features=2), initial_state=[h, c])
        scores = m.layers.Dot(axes=[2, 2])([decoded, encoded])
        shares = m.layers.Activation("softmax")(scores)
        context = m.layers.Dot(axes=[2, 1])([shares, encoded])
        joined = m.layers.Concatenate()([context, decoded])
        return m.layers.TimeDistributed(m.layers.Dense(3, activation="softmax"))(
            m.layers.TimeDistributed(m.layers.Dense(4, activation="tanh"))(joined))

    yield "luong", graph(luong)

    def pooled(m):
        """Attention as many write it: a score a timestep, its shares, and the sum of the states."""
        states = m.layers.LSTM(4, return_sequences=True)(m.input())
        scores = m.layers.Dense(1, activation="tanh")(states)
        shares = m.layers.Activation("softmax")(m.layers.Flatten()(scores))
        repeated = m.layers.Permute([2, 1])(m.layers.RepeatVector(4)(shares))
        return m.layers.Dense(1)(
            m.layers.GlobalAveragePooling1D()(m.layers.Multiply()([states, repeated])))

    yield "pooled_attention", graph(pooled)

    def dotted(m):
        states = m.layers.GRU(4, return_sequences=True)(m.input())
        shares = m.layers.Softmax(axis=1)(m.layers.Dense(1)(states))
        return m.layers.Flatten()(m.layers.Dot(axes=1)([shares, states]))

    yield "pooled_dot", graph(dotted)

    def inception(m):
        source = m.input(timesteps=7)
        parts = [
            m.layers.Conv1D(3, width, padding="same", activation="relu")(source)
            for width in (1, 3, 5)]
        return m.layers.Dense(2)(m.layers.GRU(3)(m.layers.Concatenate()(parts)))

    yield "several_widths", graph(inception)

    def nested(m):
        inner = m.keras.Sequential([
            m.keras.Input(shape=(6, 3)), m.layers.LSTM(4, return_sequences=True),
            m.layers.Dense(3)])
        tensor = m.input()
        return m.layers.Dense(1)(m.layers.LSTM(2)(inner(tensor)))

    yield "nested_chain", graph(nested)

    def nested_graph(m):
        source = m.keras.Input(shape=(6, 3))
        made = m.layers.Add()([m.layers.LSTM(3, return_sequences=True)(source), source])
        inner = m.keras.Model(source, made)
        return m.layers.GRU(2)(inner(m.input()))

    yield "nested_graph", graph(nested_graph)

    def nested_in_chain(m):
        tensor = m.input()
        inner = m.keras.Sequential([
            m.keras.Input(shape=(6, 3)), m.layers.Bidirectional(m.layers.LSTM(3)),
            m.layers.Dense(4, activation="relu")])
        return m.keras.Sequential([tensor, inner, m.layers.Dense(1)])

    yield "nested_in_chain", nested_in_chain

    def operators(m):
        one, other = two(m)
        return m.layers.Dense(1)((one + other) * one - other)

    yield "operators", graph(operators)

    def sliced(m):
        states = m.layers.LSTM(4, return_sequences=True)(m.input())
        return m.layers.Dense(1)(states[:, -1, :])

    yield "last_by_slice", graph(sliced)

    def shared(m):
        layer = m.layers.LSTM(3)
        return m.layers.Dense(1)(
            m.layers.Concatenate()([layer(m.input()), layer(m.input())]))

    yield "shared_layer", graph(shared)

    def several(m):
        states = m.layers.LSTM(3)(m.input())
        return [m.layers.Dense(1)(states), m.layers.Dense(2)(states)]

    yield "several_outputs", graph(several)
    yield "other_order", graph(
        lambda m: (lambda a, b: m.layers.Dense(2)(m.layers.Concatenate()(
            [m.layers.GRU(3)(b), m.layers.LSTM(2)(a)])))(m.input(), m.input(features=2)))


@named
def later():
    """What only Keras 3 has."""
    for curve in LATER_CURVES:
        yield f"keras3_curve_{curve}", chain(
            lambda l, c=curve: l.LSTM(4, return_sequences=True),
            lambda l, c=curve: l.Activation(c))
