"""Random networks of Keras 3 and of tf_keras: layers, options, graphs and sizes by chance."""

from keras_networks import CELLS, CURVES, LATER_CURVES


class Growth:
    """Grows a network layer by layer; knows whether a sequence or a row of numbers stands at its end."""

    def __init__(self, maker):
        self.maker = maker
        self.layers = maker.layers

    def settings(self, cell):
        """Random settings of a recurrent layer."""
        m = self.maker
        settings = {"use_bias": m.flip(0.85)}
        if m.flip(0.3):
            settings["activation"] = m.pick(["relu", "elu", "sigmoid", "softsign", "linear", "selu"])
        if cell != "SimpleRNN" and m.flip(0.3):
            settings["recurrent_activation"] = m.pick(["hard_sigmoid", "tanh", "softsign"])
        if cell == "GRU" and m.flip(0.4):
            settings["reset_after"] = False
        if m.flip(0.2):
            settings["go_backwards"] = True
        if m.flip(0.2):
            settings["dropout"] = 0.2
        if m.flip(0.1):
            settings["unroll"] = True
        return settings

    def recurrent(self, sequences):
        m = self.maker
        cell = m.pick(CELLS)
        settings = self.settings(cell)
        if m.flip(0.1):
            settings = {key: value for key, value in settings.items() if "activation" in key}
            cells = [
                m.cell(f"{cell}Cell", m.size(), **settings) for _ in range(m.size(1, 2))]
            return self.layers.RNN(cells, return_sequences=sequences)
        if m.flip(0.35):
            settings.pop("go_backwards", None)
            inner = m.cell(cell, m.size(), return_sequences=sequences, **settings)
            return self.layers.Bidirectional(
                inner, merge_mode=m.pick(["concat", "concat", "sum", "mul", "ave"]))
        return m.cell(cell, m.size(), return_sequences=sequences, **settings)

    def between(self, timesteps, masked):
        """A layer that takes a sequence and leaves one; with how many timesteps it leaves."""
        m, l = self.maker, self.layers
        kinds = ["dense", "distributed", "drop", "curve", "batch", "layer", "bent"]
        if not masked:
            kinds += ["conv", "pool"]
        kind = m.pick(kinds)
        if kind == "dense":
            return l.Dense(m.size(), activation=m.pick(CURVES[:-1])), timesteps
        if kind == "distributed":
            return l.TimeDistributed(l.Dense(m.size(), use_bias=m.flip())), timesteps
        if kind == "drop":
            return m.pick([
                l.Dropout(0.3), l.SpatialDropout1D(0.2), l.GaussianNoise(0.1),
                l.GaussianDropout(0.1)]), timesteps
        if kind == "curve":
            return m.pick([
                l.Activation(m.pick(CURVES[:-1])), l.LeakyReLU(), l.ELU(), l.ReLU()]), timesteps
        if kind == "bent":
            if m.is_keras3:
                return l.Activation(m.pick([c for c in LATER_CURVES if c != "glu"])), timesteps
            return l.PReLU(shared_axes=[1]), timesteps
        if kind == "batch":
            return l.BatchNormalization(scale=m.flip(0.8), center=m.flip(0.8)), timesteps
        if kind == "layer":
            return l.LayerNormalization(), timesteps
        if kind == "conv":
            width = m.size(1, min(3, timesteps))
            padding = m.pick(["valid", "same", "causal"])
            strides = m.pick([1, 1, 2])
            length = timesteps if padding != "valid" else timesteps - width + 1
            return l.Conv1D(
                m.size(2, 5), width, padding=padding, strides=strides, use_bias=m.flip(0.8),
                activation=m.pick([None, "relu", "tanh"])), -(-length // strides)
        pool = m.pick([l.MaxPooling1D, l.AveragePooling1D])
        padding = m.pick(["valid", "same"])
        width = min(2, timesteps)
        length = timesteps if padding == "same" else timesteps - width + 1
        return pool(width, padding=padding), -(-length // width)

    def head(self):
        m, l = self.maker, self.layers
        layers = []
        for _ in range(m.size(0, 2)):
            layers.append(l.Dense(m.size(), activation=m.pick(CURVES[:-1]), use_bias=m.flip(0.8)))
            if m.flip(0.3):
                layers.append(m.pick([l.Dropout(0.5), l.BatchNormalization(), l.LeakyReLU()]))
        layers.append(l.Dense(m.size(1, 3), activation=m.pick([None, "sigmoid", "softmax", "relu"])))
        return layers


def grown(maker):
    """A random network: a source, layers in a row or a graph, and what stands at its end."""
    m, growth, l = maker, Growth(maker), maker.layers
    m.most = m.pick([5, 5, 5, 40])
    timesteps = m.size(4, m.pick([9, 9, 30]))
    masked = False
    source = m.pick(["rows", "rows", "masked", "words"])
    in_graph = m.flip()
    fixed = {"fixed_batch": True} if m.flip(0.15) else {}
    layers = []
    if source == "words":
        tensor = m.words(timesteps, padded=m.pick(["end", "start"]))
        masked = m.flip(0.7)
        layers.append(l.Embedding(9, m.size(2, 5), mask_zero=masked))
    else:
        masked = source == "masked"
        tensor = m.input(timesteps, m.size(), skipped=masked, **fixed)
        if masked:
            layers.append(l.Masking(0.0))
    for _ in range(m.size(0, 3)):
        if m.flip(0.5):
            layers.append(growth.recurrent(True))
        else:
            layer, timesteps = growth.between(timesteps, masked)
            layers.append(layer)
    # A residual or a second branch, where it is a graph.
    if in_graph:
        value = tensor
        for layer in layers:
            value = layer(value)
        value, masked = joined(m, growth, value, masked)
        for layer in ending(m, growth, masked):
            value = layer(value)
        if m.flip(0.15):
            beside = l.Dense(m.size(), activation="tanh")(m.flat())
            value = l.Dense(m.size(1, 3))(l.Concatenate()([flat(l, value), beside]))
        return m.model(value)
    return m.chain(tensor, *layers, *ending(m, growth, masked))


def joined(m, growth, value, masked):
    """What a graph makes of a sequence that it reads more than once, and whether a mask goes with it."""
    l = m.layers
    width = value.shape[-1]
    kind = m.pick([
        "residual", "branches", "attention", "states", "both_states", "inputs", "operators", "dot",
        "nested", "none"])
    if kind == "residual":
        value = l.Add()([value, m.cell(m.pick(CELLS), width, return_sequences=True)(value)])
    elif kind == "branches":
        value = l.Concatenate()([
            growth.recurrent(True)(value), l.Dense(m.size(), activation="tanh")(value)])
    elif kind == "attention" and not masked:
        value = m.pick([l.Attention, l.AdditiveAttention])(use_scale=m.flip())([value, value])
    elif kind in ["states", "both_states"]:
        cell = m.pick(CELLS)
        units = m.size()

        def layer(**settings):
            made = m.cell(cell, units, **settings)
            return l.Bidirectional(made) if kind == "both_states" else made

        handed = layer(return_state=True)(value)
        value = layer(return_sequences=True)(
            l.RepeatVector(m.size(2, 4))(handed[0]), initial_state=list(handed[1:]))
        masked = False
    elif kind == "inputs" and value.shape[1] and m.fed[0].ndim == 3 and not masked:
        other = m.input(value.shape[1], m.size(), fixed_batch=value.shape[0] is not None)
        value = l.Concatenate()([value, growth.recurrent(True)(other)])
    elif kind == "operators" and m.is_keras3:
        value = (value + l.Dense(width)(value)) * value
    elif kind == "dot" and not masked and value.shape[1]:
        shares = l.Softmax()(l.Dot(axes=2, normalize=m.flip())([value, value]))
        value = l.Dot(axes=(2, 1))([shares, value])
    elif kind == "nested" and value.shape[1] and value.shape[0] is None:
        value = m.keras.Sequential([
            m.keras.Input(shape=tuple(value.shape[1:])), growth.recurrent(True),
            l.Dense(m.size())])(value)
    return value, masked


def flat(l, value):
    return l.Flatten()(value) if len(value.shape) > 2 else value


def ending(m, growth, masked):
    """What makes the answer of a sequence."""
    l = m.layers
    kind = m.pick(["last", "last", "each", "average", "largest", "flat"])
    if kind == "last":
        return [growth.recurrent(False)] + growth.head()
    if kind == "each":
        return [growth.recurrent(True), l.TimeDistributed(l.Dense(m.size(1, 3)))]
    if kind == "average":
        return [growth.recurrent(True), l.GlobalAveragePooling1D()] + growth.head()
    if kind == "largest":
        return [growth.recurrent(True), l.GlobalMaxPooling1D()] + growth.head()
    return [growth.recurrent(True), l.Flatten()] + growth.head()
