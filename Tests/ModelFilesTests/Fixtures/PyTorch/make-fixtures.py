"""Makes the files of PyTorch beside this script anew: python make-fixtures.py

Each NAME.pth (or .pt, .safetensors) has NAME_input.npy, one observation [timesteps, features], and
NAME_output.npy, what PyTorch computes of it. Made with torch 2.15, numpy and safetensors.
"""

import os
from collections import OrderedDict

import numpy
import torch
from safetensors.torch import save_file
from torch import nn

torch.set_num_threads(1)
HERE = os.path.dirname(os.path.abspath(__file__))


def path(name):
    return os.path.join(HERE, name)


def keep(name, inputs, output):
    numpy.save(path(name + "_input.npy"), inputs.numpy().astype(numpy.float32))
    numpy.save(path(name + "_output.npy"), output.detach().numpy().reshape(-1).astype(numpy.float32))


def inputs(*shape):
    return torch.randn(*shape)


class Stacked(nn.Module):
    """Two layers in one nn.LSTM, read at the last timestep by two nn.Linear."""

    def __init__(self, recurrent=nn.LSTM, **settings):
        super().__init__()
        self.rnn = recurrent(3, 5, batch_first=True, **settings)
        self.fc1 = nn.Linear(5, 4)
        self.fc2 = nn.Linear(4, 2)

    def forward(self, x):
        last = self.rnn(x)[0][:, -1]
        return self.fc2(torch.relu(self.fc1(last)))


class Listed(nn.Module):
    """Lists its curves as modules."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.RNN(3, 4, nonlinearity="relu", batch_first=True, dropout=0.0)
        self.head = nn.Sequential(nn.Linear(4, 6), nn.Tanh(), nn.Dropout(0.3), nn.Linear(6, 1), nn.Sigmoid())

    def forward(self, x):
        return self.head(self.rnn(x)[0][:, -1])


class Curves(nn.Module):
    """Curves with settings of their own, and modules that change no number."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            nn.Identity(), nn.Flatten(), nn.Linear(3, 5), nn.LeakyReLU(0.05), nn.Dropout(0.2),
            nn.Linear(5, 4), nn.ELU(1.5), nn.Linear(4, 4), nn.LeakyReLU(), nn.Linear(4, 3),
            nn.Hardtanh(), nn.Linear(3, 2), nn.Softmax(dim=1))
        self.criterion = nn.CrossEntropyLoss()

    def forward(self, x):
        return self.body(x)


class Unknown(nn.Module):
    """Modules without weights that are not read, or not with these settings."""

    def __init__(self):
        super().__init__()
        self.pool = nn.MaxPool1d(2)
        self.fc1 = nn.Linear(3, 5)
        self.gelu = nn.GELU(approximate="tanh")
        self.clip = nn.Hardtanh(-2.0, 2.0)
        self.group = nn.GroupNorm(1, 5)
        self.fc2 = nn.Linear(5, 2)
        self.last = nn.LogSoftmax(dim=1)


class Cell(nn.Module):
    """A cell in a loop, and two nn.Linear of one nn.Sequential with nothing between them."""

    def __init__(self):
        super().__init__()
        self.cell = nn.LSTMCell(3, 4)
        self.head = nn.Sequential(nn.Linear(4, 3), nn.Linear(3, 2))

    def forward(self, x):
        state = None
        for timestep in range(x.shape[1]):
            state = self.cell(x[:, timestep], state)
        return self.head(state[0])


class Both(nn.Module):
    """Two layers in both directions, read by what each direction ends with, and scaled."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4, num_layers=2, bidirectional=True, batch_first=True)
        self.bn0 = nn.BatchNorm1d(8)
        self.fc1 = nn.Linear(8, 5)
        self.bn1 = nn.BatchNorm1d(5)
        self.fc2 = nn.Linear(5, 2)
        self.norm = nn.LayerNorm(2)
        for norm in (self.bn0, self.bn1):
            nn.init.normal_(norm.running_mean)
            nn.init.uniform_(norm.running_var, 0.5, 2)
            nn.init.normal_(norm.weight)
        nn.init.normal_(self.norm.bias)

    def forward(self, x):
        state = self.rnn(x)[1][0]
        x = self.bn0(torch.cat((state[-2], state[-1]), 1))
        return self.norm(self.fc2(torch.relu(self.bn1(self.fc1(x)))))


class Words(nn.Module):
    """Reads words, by a table that its name does not give away, and scales every timestep."""

    def __init__(self):
        super().__init__()
        self.table = nn.Embedding(11, 4)
        self.norm = nn.LayerNorm(4)
        self.first = nn.GRU(4, 5, batch_first=True, bidirectional=True)
        self.second = nn.GRU(10, 3, batch_first=True)
        self.fc = nn.Linear(3, 1)

    def forward(self, x):
        x = self.norm(self.table(x[..., 0].long()))
        return self.fc(self.second(self.first(x)[0])[0][:, -1])


class Several(nn.Module):
    """What cannot be opened, beside what can."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(4, 4)
        self.attention = nn.MultiheadAttention(4, 1)
        self.projected = nn.LSTM(4, 4, proj_size=2)
        self.scale = nn.Parameter(torch.ones(2, 2, 2, 2, 2))
        self.fc = nn.Linear(4, 1)


class Heads(nn.Module):
    """Two answers."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4)
        self.mean = nn.Linear(4, 1)
        self.variance = nn.Linear(4, 1)


def one(name, model, save, *shape):
    model.eval()
    x = inputs(*shape)
    keep(name, x, model(x[None])[0])
    save(model)


def without_folder(read):
    """What the older form keeps of a class's source, without the folder that it lies in."""

    def sources(*arguments, **settings):
        lines, number, file = read(*arguments, **settings)
        return lines, number, os.path.basename(file)

    return sources


def main():
    torch.serialization.get_source_lines_and_file = without_folder(
        torch.serialization.get_source_lines_and_file)
    torch.manual_seed(4)
    one("lstm", Stacked(num_layers=2), lambda m: torch.save(m.state_dict(), path("lstm.pth")), 6, 3)
    one("gru", Stacked(nn.GRU), lambda m: torch.save(
        {"epoch": 3, "loss": torch.tensor(0.5), "optimizer_state_dict": torch.optim.Adam(m.parameters()).state_dict(),
         "model_state_dict": OrderedDict(("module." + k, v) for k, v in m.state_dict().items())},
        path("gru.pth")), 6, 3)
    one("rnn", Stacked(nn.RNN, bias=False), lambda m: torch.save(
        m.state_dict(), path("rnn.pth"), _use_new_zipfile_serialization=False), 6, 3)
    one("whole", Listed(), lambda m: torch.save(m, path("whole.pt")), 6, 3)
    one("whole_legacy", Listed(), lambda m: torch.save(
        m, path("whole_legacy.pt"), _use_new_zipfile_serialization=False), 6, 3)
    one("half", Stacked().half().float(), lambda m: torch.save(m.half().state_dict(), path("half.pth")), 6, 3)
    one("names", Stacked(), lambda m: save_file(m.state_dict(), path("names.safetensors")), 6, 3)
    one("script", Stacked(), lambda m: torch.jit.script(m).save(path("script.pt")), 6, 3)

    # Weights that are parts and turned views of larger storages.
    model = Stacked()
    model.eval()
    x = inputs(6, 3)
    keep("views", x, model(x[None])[0])
    state = model.state_dict()
    turned = state["rnn.weight_ih_l0"].t().contiguous()
    state["rnn.weight_ih_l0"] = turned.t()
    both = torch.cat([state["fc1.bias"], state["fc2.bias"]])
    state["fc1.bias"], state["fc2.bias"] = both[:4], both[4:]
    state["fc2.weight"] = state["fc2.weight"].double()
    torch.save(state, path("views.pth"))

    one("cell", Cell(), lambda m: torch.save(m.state_dict(), path("cell.pth")), 6, 3)
    one("both", Both(), lambda m: torch.save(m.state_dict(), path("both.pth")), 6, 3)
    model = Words()
    model.eval()
    x = torch.tensor([[3], [10], [0], [7], [7]])
    keep("words", x, model(x[None])[0])
    torch.save(model.state_dict(), path("words.pth"))
    torch.save(Several().state_dict(), path("several_kinds.pth"))
    torch.save(Heads().state_dict(), path("heads.pth"))
    torch.save({"actor": Cell().state_dict(), "critic": Cell().state_dict()}, path("networks.pth"))
    torch.save({"epoch": 3, "loss": torch.tensor(0.5)}, path("no_network.pth"))

    torch.manual_seed(4)
    model = Curves()
    model.eval()
    x = inputs(1, 3)
    keep("curves", x, model(x))
    torch.save(model, path("curves.pt"))
    torch.save(Unknown(), path("unknown.pt"))

    # A pickle that would run a program, within a state dict and in place of one.
    class Hostile:
        def __reduce__(self):
            return os.system, ("touch /tmp/unroll-was-run",)

    torch.save({"state_dict": Stacked().state_dict(), "extra": Hostile()}, path("hostile.pth"))
    torch.save(Hostile(), path("hostile_alone.pth"))


if __name__ == "__main__":
    main()
