"""Trains a network and writes it at the end of each epoch, one a second; follow.py watches it.

    python train.py FORM FILE LOG [--epochs COUNT] [--units COUNT] [--seed SEED]

FORM is keras, h5, weights (FILE is .weights.h5, its architecture stands beside it as .json) or pth. LOG gets
two lines for each write, `begun` and `whole`, with the time and the size of the file.
"""

import argparse
import os
import time

os.environ.update(TF_CPP_MIN_LOG_LEVEL="3", CUDA_VISIBLE_DEVICES="")

import numpy

TIMESTEPS, FEATURES, OBSERVATIONS, BATCH = 20, 4, 64, 32


class Writes:
    """Paces the writes, and logs when they begin and end."""

    def __init__(self, file, log):
        self.file = file
        self.log = open(log, "a", buffering=1)
        self.due = time.time()

    def begin(self):
        self.due = max(self.due + 1, time.time())
        time.sleep(max(0, self.due - time.time()))
        self.note("begun")

    def note(self, what):
        size = os.path.getsize(self.file) if os.path.exists(self.file) else 0
        self.log.write(f"{what} {time.time():.4f} {size}\n")


def train_torch(x, y, arguments, writes):
    import torch

    class Network(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.lstm = torch.nn.LSTM(FEATURES, arguments.units, batch_first=True)
            self.fc = torch.nn.Linear(arguments.units, 1)

        def forward(self, rows):
            return self.fc(self.lstm(rows)[0][:, -1])

    torch.manual_seed(arguments.seed)
    model = Network()
    optimiser = torch.optim.Adam(model.parameters())
    loss = torch.nn.BCEWithLogitsLoss()
    rows, truths = torch.tensor(x), torch.tensor(y)
    for _ in range(arguments.epochs):
        for start in range(0, OBSERVATIONS, BATCH):
            optimiser.zero_grad()
            part = slice(start, start + BATCH)
            loss(model(rows[part]), truths[part]).backward()
            optimiser.step()
        writes.begin()
        torch.save(model.state_dict(), arguments.file)
        writes.note("whole")


def train_keras(x, y, arguments, writes):
    import keras

    keras.utils.set_random_seed(arguments.seed)
    model = keras.Sequential([
        keras.Input((TIMESTEPS, FEATURES)),
        keras.layers.LSTM(arguments.units, return_sequences=True),
        keras.layers.LSTM(16), keras.layers.Dense(1, activation="sigmoid")])
    model.compile("adam", "binary_crossentropy")
    is_weights = arguments.form == "weights"
    if is_weights:
        with open(arguments.file.replace(".weights.h5", ".json"), "w") as file:
            file.write(model.to_json())
    model.fit(x, y, epochs=arguments.epochs, batch_size=BATCH, verbose=0, callbacks=[
        keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: writes.begin()),
        keras.callbacks.ModelCheckpoint(arguments.file, save_weights_only=is_weights),
        keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: writes.note("whole"))])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("form", choices=["keras", "h5", "weights", "pth"])
    parser.add_argument("file")
    parser.add_argument("log")
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--units", type=int, default=64)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = numpy.random.default_rng(arguments.seed)
    x = chance.normal(size=(OBSERVATIONS, TIMESTEPS, FEATURES)).astype("float32")
    y = (x.sum((1, 2)) > 0).astype("float32")[:, None]
    train = train_torch if arguments.form == "pth" else train_keras
    train(x, y, arguments, Writes(arguments.file, arguments.log))


if __name__ == "__main__":
    main()
