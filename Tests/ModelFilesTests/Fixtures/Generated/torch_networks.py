"""Random networks of PyTorch as people write them: modules one behind the other, the last timestep read."""

import torch
from torch import nn

CURVES = [nn.ReLU, nn.ReLU, nn.Tanh, nn.Sigmoid]


class Network(nn.Module):
    """Words or rows, recurrent modules, the end of the last one, and Linears with ReLU between them."""

    def __init__(self, chance):
        super().__init__()
        self.reads_words = chance.random() < 0.3
        most = 40 if chance.random() < 0.25 else 5
        width = int(chance.integers(1, 6))
        self.features = width
        if self.reads_words:
            self.embedding = nn.Embedding(9, width, padding_idx=0 if chance.random() < 0.5 else None)
        kind = [nn.LSTM, nn.LSTM, nn.GRU, nn.RNN]
        names = []
        for place in range(int(chance.integers(1, 3))):
            cell = kind[int(chance.integers(len(kind)))]
            settings = {"batch_first": True, "bias": bool(chance.random() < 0.85)}
            settings["num_layers"] = int(chance.integers(1, 4))
            settings["bidirectional"] = bool(chance.random() < 0.35)
            if settings["num_layers"] > 1 and chance.random() < 0.5:
                settings["dropout"] = 0.2
            units = int(chance.integers(2, most + 1))
            name = f"rnn{place + 1}"
            setattr(self, name, cell(width, units, **settings))
            names.append(name)
            width = units * (2 if settings["bidirectional"] else 1)
        self.recurrent_names = names
        layers = []
        for _ in range(int(chance.integers(0, 3))):
            units = int(chance.integers(2, most + 1))
            layers += [nn.Linear(width, units, bias=bool(chance.random() < 0.85)), nn.ReLU()]
            if chance.random() < 0.3:
                layers.append(nn.Dropout(0.3))
            width = units
        if chance.random() < 0.25:
            self.norm = nn.BatchNorm1d(width) if not layers else None
            if self.norm is None:
                del self.norm
        layers.append(nn.Linear(width, int(chance.integers(1, 4))))
        self.head = nn.Sequential(*layers)

    def forward(self, x):
        x = self.embedding(x.long()) if self.reads_words else x
        for name in self.recurrent_names:
            x, state = getattr(self, name)(x)
        module = getattr(self, self.recurrent_names[-1])
        hidden = state[0] if isinstance(state, tuple) else state
        if module.bidirectional:
            ended = torch.cat([hidden[-2], hidden[-1]], 1)
        else:
            ended = hidden[-1]
        if hasattr(self, "norm"):
            ended = self.norm(ended)
        return self.head(ended)


def network(chance, seed):
    """A network with weights of its own, and an input for it."""
    torch.manual_seed(seed)
    model = Network(chance).eval()
    with torch.no_grad():
        for name, tensor in model.named_buffers():
            if name.endswith("running_mean"):
                tensor.normal_(0, 0.3)
            if name.endswith("running_var"):
                tensor.uniform_(0.5, 2)
    timesteps = int(chance.integers(3, 30 if chance.random() < 0.25 else 9))
    if model.reads_words:
        return model, torch.from_numpy(chance.integers(0, 9, size=(3, timesteps))).float()
    return model, torch.from_numpy(
        chance.normal(size=(3, timesteps, model.features)).astype("float32"))
