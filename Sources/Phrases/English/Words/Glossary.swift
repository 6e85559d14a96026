/// Every word of the screens that a learner may not know, in plain words.
package enum Glossary {
  package static let words: [(word: String, meaning: String)] = [
    ("observation", "One sample: a sequence of timesteps. Each starts with its states at zero."),
    (
      "timestep, t", "One step of a sequence, counted from 0. A layer reads them one after another."
    ),
    ("feature", "One of the numbers that arrive at each timestep."),
    ("one-hot", "A symbol as numbers: 1 at its own place, 0 at all others."),
    ("batch", "Observations side by side. Their number is the first axis, None in Keras's shapes."),
    ("layer", "Units that read the same inputs. An LSTM layer also reads its own last h."),
    ("unit", "One number of h and one of c, with weights of its own for three gates and g."),
    ("kernel", "The weights of what comes in: features × 4 · units, in the order i f g o."),
    ("recurrent kernel", "The weights of the layer's own last h: units × 4 · units."),
    ("bias", "What each of the four sums starts from."),
    ("input gate, i", "How much of the candidate is written into c, 0 to 1."),
    ("forget gate, f", "How much of the last c is kept, 0 to 1. At 1 it keeps, at 0 it forgets."),
    ("candidate, g", "What would be written into c, −1 to 1. It is not a gate."),
    ("output gate, o", "How much of tanh(c) shows as h, 0 to 1."),
    ("cell state, c", "The memory: f · c + i · g. It stays inside, unless return_state is True."),
    ("hidden state, h", "What the layer shows: o · tanh(c). The next layer reads it."),
    ("outputs", "What goes on to the next layer: h of every timestep, or of the last alone."),
    (
      "return_sequences",
      "True: the layer outputs h of every timestep. False: only the last. The parameters and the "
        + "numbers inside are the same."
    ),
    ("return_state", "The layer also outputs its last h and c, for a decoder."),
    (
      "Dense",
      "A layer without time: it reads the last axis. After a sequence it is applied at each timestep."
    ),
    ("ndim", "The number of axes, the batch counted: 3 for a sequence, 2 for one vector."),
    ("parameters", "All weights and biases of a layer. Their number does not depend on timesteps."),
    ("clamp", "Hold a gate at a value, as a what-if."),
    ("erase", "Let a state count as 0 when it enters a timestep, as a what-if."),
    ("schedule", "The order in which the cells are computed. All orders give the same numbers."),
    (
      "loss",
      "How far the answers are from the true ones, as one number. Learning makes it smaller."
    ),
    (
      "gradient, ∂",
      "How much the loss would move with a number: which way by its sign, how much by its size."
    ),
    ("learning rate", "How far each batch moves the weights, against their gradients."),
    ("epoch", "All training examples once, a batch at a time."),
    ("latch", "A memory of one bit: 7 sets it, 3 clears it, the others leave it alone."),
    ("σ, sigmoid", "A curve from 0 to 1. Gates use it."),
    ("tanh", "A curve from −1 to 1."),
  ]
}
