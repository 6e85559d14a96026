"""Makes the files of PyTorch's beside this script anew: python torch_fixtures.py

Each NAME.onnx that can be opened has NAME_input.npy, one observation [timesteps, features], and
NAME_output.npy, what PyTorch computes of it. Made with torch 2.15, onnxscript 0.7 and onnx 1.23.
"""

import os

import numpy
import onnx
import torch
from onnx.reference import ReferenceEvaluator
from torch import nn

torch.set_num_threads(1)
HERE = os.path.dirname(os.path.abspath(__file__))


def path(name):
    return os.path.join(HERE, name)


def keep(name, inputs, output):
    numpy.save(path(name + "_input.npy"), numpy.asarray(inputs, numpy.float32))
    numpy.save(path(name + "_output.npy"), numpy.asarray(output, numpy.float32).reshape(-1))


class Seed(nn.Module):
    """The course's network, of other widths."""

    def __init__(self, recurrent=nn.LSTM):
        super().__init__()
        self.first = recurrent(3, 6, batch_first=True)
        self.second = recurrent(6, 4, batch_first=True)
        self.head = nn.Sequential(
            nn.Linear(4, 5), nn.ReLU(), nn.Linear(5, 5), nn.ReLU(), nn.Linear(5, 1), nn.Sigmoid())

    def forward(self, x):
        x, _ = self.first(x)
        x, _ = self.second(x)
        return self.head(x[:, -1])


class LastState(nn.Module):
    """Timesteps first, two layers in one module, read by the last state of the upper one."""

    def __init__(self, recurrent=nn.GRU):
        super().__init__()
        self.rnn = recurrent(3, 4, num_layers=2)
        self.fc = nn.Linear(4, 3)

    def forward(self, x):
        _, state = self.rnn(x)
        state = state[0] if isinstance(state, tuple) else state
        return torch.softmax(self.fc(state[-1]), -1)


class EachTimestep(nn.Module):
    """An answer for every timestep, without a bias."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.RNN(3, 4, batch_first=True)
        self.fc = nn.Linear(4, 2, bias=False)

    def forward(self, x):
        return torch.tanh(self.fc(self.rnn(x)[0]))


class Both(nn.Module):
    """Two layers in both directions, read by what each direction ends with, and scaled."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4, num_layers=2, bidirectional=True, batch_first=True)
        self.bn = nn.BatchNorm1d(8)
        self.norm = nn.LayerNorm(8)
        self.fc = nn.Linear(8, 1)
        nn.init.normal_(self.bn.running_mean)
        nn.init.uniform_(self.bn.running_var, 0.5, 2)
        nn.init.normal_(self.norm.bias)

    def forward(self, x):
        state = self.rnn(x)[1][0]
        x = torch.tanh(self.bn(torch.cat((state[-2], state[-1]), 1)))
        return self.fc(self.norm(x))


class BothLast(Both):
    """The same at the last timestep, of which one direction has read nothing else."""

    def forward(self, x):
        return self.fc(self.rnn(x)[0][:, -1])


class Words(nn.Module):
    """Reads words, and all timesteps at once."""

    def __init__(self):
        super().__init__()
        self.table = nn.Embedding(11, 4)
        self.rnn = nn.GRU(4, 3, batch_first=True)
        self.fc = nn.Linear(15, 2)

    def forward(self, x):
        return self.fc(torch.flatten(self.rnn(self.table(x))[0], 1))


class CellState(LastState):
    """Reads what no layer hands on."""

    def forward(self, x):
        return self.fc(self.rnn(x)[1][1][-1])


class Refused(nn.Module):
    """A sum of two paths, and a step that no layer is."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4, batch_first=True)
        self.fc = nn.Linear(4, 4)

    def forward(self, x):
        last = self.rnn(x)[0][:, -1]
        return torch.cumsum(self.fc(last) + last, -1)


def plain():
    """A GRU whose reset comes before the product, which PyTorch has not: as onnx's own reference has it."""
    random = numpy.random.default_rng(7)

    def tensor(name, *shape):
        values = random.normal(size=shape).astype(numpy.float32)
        return onnx.numpy_helper.from_array(values, name)

    port = onnx.helper.make_tensor_value_info
    nodes = [
        onnx.helper.make_node("GRU", ["x", "W", "R", "B"], ["", "h"], name="gru", hidden_size=4),
        onnx.helper.make_node("Squeeze", ["h", "axes"], ["y"], name="squeeze"),
    ]
    graph = onnx.helper.make_graph(
        nodes, "plain", [port("x", 1, [5, "batch", 3])], [port("y", 1, ["batch", 4])],
        [tensor("W", 1, 12, 3), tensor("R", 1, 12, 4), tensor("B", 1, 24),
         onnx.numpy_helper.from_array(numpy.array([0]), "axes")])
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 17)])
    onnx.save(model, path("plain_gru.onnx"))
    x = random.normal(size=(5, 1, 3)).astype(numpy.float32)
    keep("plain_gru", x[:, 0], ReferenceEvaluator(model).run(None, {"x": x})[0])


def clean(name):
    """Without where each step came from in a program's source, which only takes room."""
    model = onnx.load(path(name), load_external_data=False)
    for node in model.graph.node:
        del node.metadata_props[:]
    for group in (model.graph.input, model.graph.output, model.graph.value_info, model.graph.initializer):
        for value in group:
            del value.metadata_props[:]
    del model.graph.value_info[:]
    del model.graph.metadata_props[:]
    onnx.save(model, path(name))


def export(name, model, shape, **settings):
    model.eval()
    x = torch.tensor([3, 10, 0, 7, 7]) if isinstance(model, Words) else torch.randn(*shape)
    # Of timesteps first the observation is in the middle.
    batch = x[None] if not isinstance(model, LastState) else x[:, None]
    output = model(batch)
    keep(name, x[:, None] if isinstance(model, Words) else x, output.detach().numpy())
    file = path(name + ".onnx")
    torch.onnx.export(model, (batch,), file, **settings)
    clean(name + ".onnx")


def main():
    plain()
    torch.manual_seed(6)
    script = {"dynamo": False, "input_names": ["input"]}
    graph = {"dynamo": True, "external_data": False}
    export("torch_lstm", Seed(), (5, 3), dynamic_axes={"input": {0: "batch"}}, **script)
    export("torch_lstm_dynamo", Seed(), (5, 3), **graph)
    export("torch_gru", Seed(nn.GRU), (5, 3), dynamic_axes={"input": {0: "batch", 1: "time"}}, **script)
    export("torch_gru_dynamo", Seed(nn.GRU), (5, 3), **graph)
    export("torch_state", LastState(), (5, 3), dynamic_axes={"input": {1: "batch"}}, **script)
    export("torch_state_dynamo", LastState(nn.LSTM), (5, 3), **graph)
    export("torch_each", EachTimestep(), (5, 3), **script)
    for name, settings in [("", script), ("_dynamo", graph)]:
        export("torch_both" + name, Both(), (5, 3), **settings)
        export("torch_words" + name, Words(), (5,), **settings)
    export("torch_outside", LastState(), (5, 3), **graph)
    # As PyTorch does with larger weights: in a file beside.
    if os.path.exists(path("torch_outside.onnx.data")):
        os.remove(path("torch_outside.onnx.data"))
    onnx.save(
        onnx.load(path("torch_outside.onnx")), path("torch_outside.onnx"), save_as_external_data=True,
        location="torch_outside.onnx.data", size_threshold=0)
    for name, model, shape in [
            ("torch_refused", Refused(), (1, 5, 3)),
            ("torch_both_last", BothLast(), (1, 5, 3)), ("torch_cell", CellState(nn.LSTM), (5, 1, 3))]:
        torch.onnx.export(model, (torch.zeros(*shape),), path(name + ".onnx"), **script)
        clean(name + ".onnx")


if __name__ == "__main__":
    main()
