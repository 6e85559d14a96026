#!/usr/bin/env python3
"""What the seed network takes in PyTorch and ONNX Runtime, to run in the same minutes as
`unroll-bench --only forward`: pip install numpy torch==2.15.0 onnx==1.23.2 onnxruntime==1.32.0

PyTorch and ONNX Runtime return hidden states alone where Unroll writes all six quantities. Median and least of
the runs and the least time of the processor, of all threads together, in milliseconds: where others use the cores
too, the least is what to compare.
"""

import sys
import time

import numpy
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper

FEATURES, TIMESTEPS = 10, 50
RECURRENT, DENSE = [(10, 128), (128, 64)], [(64, 128), (128, 64), (64, 1)]


class Network(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.recurrent = torch.nn.ModuleList(torch.nn.LSTM(n, m, batch_first=True) for n, m in RECURRENT)
        self.dense = torch.nn.ModuleList(torch.nn.Linear(n, m) for n, m in DENSE)

    def forward(self, x):
        for layer in self.recurrent:
            x, _ = layer(x)
        x = x[:, -1]
        for layer in self.dense[:-1]:
            x = torch.relu(layer(x))
        return torch.sigmoid(self.dense[-1](x))


def onnx_network(network):
    """The same weights as an ONNX graph; its LSTM has the order i, o, f, c and reads [timesteps, batch, features]."""
    nodes, weights = [], []

    def constant(name, values):
        weights.append(numpy_helper.from_array(numpy.ascontiguousarray(values), name))
        return name

    def turned(values):
        i, f, g, o = numpy.split(values.detach().numpy(), 4)
        return numpy.concatenate([i, o, f, g])

    nodes.append(helper.make_node("Transpose", ["x"], ["x0"], perm=[1, 0, 2]))
    last = "x0"
    for place, layer in enumerate(network.recurrent):
        names = [constant(f"w{place}", turned(layer.weight_ih_l0)[None]), constant(f"r{place}", turned(layer.weight_hh_l0)[None])]
        bias = numpy.concatenate([turned(layer.bias_ih_l0), turned(layer.bias_hh_l0)])
        names.append(constant(f"b{place}", bias[None]))
        is_last = place == len(RECURRENT) - 1
        outputs = ["", f"h{place}"] if is_last else [f"y{place}"]
        nodes.append(helper.make_node("LSTM", [last] + names, outputs, hidden_size=layer.hidden_size))
        axis = constant(f"axis{place}", numpy.array([0 if is_last else 1]))
        nodes.append(helper.make_node("Squeeze", [outputs[-1], axis], [f"s{place}"]))
        last = f"s{place}"
    for place, layer in enumerate(network.dense):
        kernel = constant(f"k{place}", layer.weight.detach().numpy().T)
        bias = constant(f"c{place}", layer.bias.detach().numpy())
        nodes.append(helper.make_node("Gemm", [last, kernel, bias], [f"d{place}"]))
        curve = "Sigmoid" if place == len(DENSE) - 1 else "Relu"
        nodes.append(helper.make_node(curve, [f"d{place}"], [f"a{place}"]))
        last = f"a{place}"
    graph = helper.make_graph(
        nodes, "seed",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", TIMESTEPS, FEATURES])],
        [helper.make_tensor_value_info(last, TensorProto.FLOAT, ["n", 1])], weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    return model.SerializeToString()


def measure(name, run, seconds):
    times, processor = [], []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or len(times) < 5:
        start, used = time.perf_counter(), time.process_time()
        run()
        processor.append((time.process_time() - used) * 1000)
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    print(f"{name:44}{times[len(times) // 2]:10.3f}{times[0]:10.3f}{min(processor):10.3f}", flush=True)


def main():
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 3
    torch.manual_seed(7)
    network = Network()
    model = onnx_network(network)
    inputs = {n: torch.rand(n, TIMESTEPS, FEATURES) for n in (1, 32, 1000)}
    print(f"{'what, ms':44}{'median':>10}{'least':>10}{'processor':>10}")
    for threads in (1, 2):
        torch.set_num_threads(threads)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        session = onnxruntime.InferenceSession(model, options, ["CPUExecutionProvider"])
        words = f"{threads} thread{'s' * (threads > 1)}"
        for count, x in inputs.items():
            array = x.numpy()
            with torch.inference_mode():
                found, = session.run(None, {"x": array})
                assert numpy.abs(found - network(x).numpy()).max() < 1e-4
                measure(f"PyTorch, forward of {count}, {words}", lambda: network(x), seconds)
            measure(f"ONNX Runtime, forward of {count}, {words}", lambda: session.run(None, {"x": array}), seconds)
        optimiser = torch.optim.Adam(network.parameters())
        x, target = inputs[32], torch.rand(32, 1).round()

        def step():
            optimiser.zero_grad()
            torch.nn.functional.binary_cross_entropy(network(x), target).backward()
            optimiser.step()

        copy = {name: value.clone() for name, value in network.state_dict().items()}
        measure(f"PyTorch, training step of 32, {words}", step, seconds)
        network.load_state_dict(copy)


main()
