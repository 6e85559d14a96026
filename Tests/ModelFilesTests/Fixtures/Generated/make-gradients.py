"""Makes networks with Keras 3 or PyTorch as `make-networks.py` does, and their gradients.

    python make-gradients.py FRAMEWORK FOLDER [--named] [--common] [--random COUNT] [--seed SEED]
        [--only PREFIX]
    python make-gradients.py keras . --fixtures

The second makes those anew that stand in `Gradients`, of networks that `make-networks.py` put beside this
script. FRAMEWORK is keras or torch. The loss is the sum of all that leaves, each number by a factor of its
own. For each network NAME, FOLDER gets

- NAME.json and NAME.safetensors, or NAME.pt: the network;
- NAME_gradients.safetensors or NAME_gradients.pt: the gradients in place of its weights;
- NAME_moved.safetensors: the weights after a step of training that moves averages alone, where there is one;
- NAME_numbers.safetensors: its inputs (input, input_1, …), `output`, `factors`, the gradients of its inputs
  (input_gradient, …) and `training`, 1 where it ran as it is trained.

`UNROLL_GRADIENTS=FOLDER swift test --filter GeneratedGradients` compares them. Written with Keras 3.15 and
PyTorch 2.15.
"""

import argparse
import copy
import importlib
import json
import os
import sys

networks = importlib.import_module("make-networks")

import numpy

# Of these the gradients are kept beside the networks.
FIXTURES = [
    "LSTM_masked_backwards", "GRU_words_start", "GRU_backwards_sequence", "GRU_reset_before_stacked",
    "SimpleRNN_masked_sequence", "GRU_decoder", "both_GRU_masked_stacked", "both_two_kinds",
    "words_average", "words_convolved", "words_two_texts", "masked_attention", "mask_meets_Multiply",
    "mask_meets_Maximum", "mask_and_states_LSTM", "Conv1D_same_2_1", "Conv1D_groups",
    "MaxPooling1D_same", "AveragePooling1D_valid", "GlobalMaxPooling1D_kept", "BatchNormalization",
    "LayerNormalization_plain", "PReLU", "ReLU_bent", "meet_Dot_time", "pooled_attention"]
NOISE = ["Dropout", "SpatialDropout1D", "GaussianDropout", "GaussianNoise", "AlphaDropout"]


def factors_for(output, seed):
    return numpy.random.default_rng(seed + 1_000_000).normal(size=output.shape).astype("float32")


def numbers(fed, output, factors, slopes, training):
    kept = {"output": output, "factors": factors, "training": numpy.float32([training])}
    for place, array in enumerate(fed):
        ending = f"_{place}" if place else ""
        kept["input" + ending] = array
        if slopes[place] is not None:
            kept["input_gradient" + ending] = slopes[place]
    return kept


# MARK: - Keras


def arrays(model):
    return {variable.path: numpy.asarray(variable) for variable in model.weights
            if "seed" not in variable.path}


def keras_gradients(model, fed, seed, training):
    """The gradients by the paths of weights, those of the inputs, the answer, and its factors."""
    import tensorflow as tf

    inputs = [tf.constant(array) for array in fed]
    with tf.GradientTape() as tape:
        for tensor in inputs:
            tape.watch(tensor)
        output = model(inputs if len(inputs) > 1 else inputs[0], training=training)
        factors = factors_for(numpy.asarray(output), seed)
        loss = tf.reduce_sum(output * factors)
    learnt = model.trainable_variables
    slopes = tape.gradient(loss, [v.value for v in learnt] + inputs)
    slopes = [None if slope is None else tf.convert_to_tensor(slope).numpy() for slope in slopes]
    gradients = {path: numpy.zeros_like(value) for path, value in arrays(model).items()}
    for variable, slope in zip(learnt, slopes):
        if slope is not None:
            gradients[variable.path] = slope
    return gradients, slopes[len(learnt):], numpy.asarray(output), factors


def layers_of(model):
    for layer in model.layers:
        yield layer
        for name in ["layer", "forward_layer", "backward_layer"]:
            if hasattr(layer, name):
                yield getattr(layer, name)
        if hasattr(layer, "layers"):
            yield from layers_of(layer)


def is_noisy(model):
    return any(
        type(layer).__name__ in NOISE or getattr(layer, "dropout", 0)
        or getattr(layer, "recurrent_dropout", 0) for layer in layers_of(model))


def normalises(model):
    return any(type(layer).__name__ == "BatchNormalization" for layer in layers_of(model))


def keep_keras(model, folder, name, fed, seed, training=False):
    from safetensors.numpy import save_file

    def path(ending):
        return os.path.join(folder, name + ending)

    with open(path(".json"), "w") as file:
        file.write(model.to_json())
    save_file(arrays(model), path(".safetensors"))
    gradients, slopes, output, factors = keras_gradients(model, fed, seed, training)
    if not numpy.isfinite(output).all() or abs(output).max() > 1000:
        raise ValueError("too large")
    save_file(gradients, path("_gradients.safetensors"))
    if training:
        save_file(arrays(model), path("_moved.safetensors"))
    save_file(numbers(fed, output, factors, slopes, training), path("_numbers.safetensors"))


def keras_networks(folder, arguments):
    import warnings

    warnings.filterwarnings("ignore")
    import keras
    from keras_networks import NAMED, Maker, grown

    makes = list(NAMED.items()) if arguments.named else []
    if arguments.common:
        from common_networks import networks as common

        makes += list(common())
    makes += [(f"random{arguments.seed + place}", grown) for place in range(arguments.random)]
    kept = 0
    for place, (name, make) in enumerate(makes):
        if arguments.only and not name.startswith(tuple(arguments.only)):
            continue
        seed = arguments.seed + place
        keras.utils.set_random_seed(seed)
        keras.backend.clear_session()
        maker = Maker(keras, seed, True)
        try:
            model = make(maker)
            if len(model.outputs) > 1:
                continue
            networks.fill(model, maker.chance)
            keep_keras(model, folder, name, maker.fed, seed)
            kept += 1
            if normalises(model) and not is_noisy(model):
                keep_keras(model, folder, name + "_training", maker.fed, seed, training=True)
                kept += 1
        except Exception as problem:
            print(f"keras itself: {name}: {str(problem).splitlines()[0][:150]}", file=sys.stderr)
    return kept


def keras_fixtures(folder):
    import keras
    from safetensors.numpy import load_file, save_file

    for place, name in enumerate(FIXTURES):
        stem = os.path.join(folder, name)
        with open(stem + ".json") as file:
            model = keras.models.model_from_json(file.read())
        weights = load_file(stem + ".safetensors")
        paths = {}
        for variable in model.weights:
            path = variable.path
            if "seed" in path:
                continue
            # Whether the model's name or a layer's stands before it depends on how it was built.
            found = [key for key in weights if f"/{key}".endswith(f"/{path}") or f"/{path}".endswith(f"/{key}")]
            assert len(found) == 1, (name, path, found)
            paths[path] = found[0]
            variable.assign(weights[found[0]])
        known = load_file(stem + "_numbers.safetensors")
        fed = [known[key] for key in ["input", "input_1", "input_2"] if key in known]
        training = name == "BatchNormalization"
        gradients, slopes, output, factors = keras_gradients(model, fed, place, training)
        if not training:
            assert abs(output.ravel() - known["output"]).max() < 1e-5, name
        stem = os.path.join(folder, "Gradients", name)
        gradients = {paths[path]: value for path, value in gradients.items()}
        save_file(gradients, stem + "_gradients.safetensors")
        # The inputs stand beside the network.
        kept = numbers(fed, output, factors, slopes, training)
        save_file(
            {key: kept[key] for key in kept if not key.startswith("input") or "gradient" in key},
            stem + "_numbers.safetensors")
    return len(FIXTURES)


# MARK: - PyTorch


def torch_networks(folder, arguments):
    import torch
    from safetensors.numpy import save_file
    from torch_networks import network

    torch.set_num_threads(1)
    for place in range(arguments.random):
        seed = arguments.seed + place
        name = f"torch{seed}"
        model, fed = network(numpy.random.default_rng(seed), seed)
        if model.reads_words:
            # A row that stands for nothing has no gradient in PyTorch; here it is a row like any other.
            model.embedding.padding_idx = None
        fed.requires_grad_(not model.reads_words)
        output = model(fed)
        factors = factors_for(output.detach().numpy(), seed)
        (output * torch.from_numpy(factors)).sum().backward()
        torch.save(model, os.path.join(folder, name + ".pt"))
        gradients = copy.deepcopy(model)
        with torch.no_grad():
            for parameter, source in zip(gradients.parameters(), model.parameters()):
                parameter.copy_(source.grad)
                parameter.grad = None
            for module in gradients.modules():
                if isinstance(module, (torch.nn.LSTM, torch.nn.RNN)):
                    # Both biases of a sum have its gradient; read as weights they are added up.
                    for key, parameter in module.named_parameters():
                        if key.startswith("bias_hh"):
                            parameter.zero_()
        torch.save(gradients, os.path.join(folder, name + "_gradients.pt"))
        slopes = [None if fed.grad is None else fed.grad.numpy()]
        save_file(
            numbers([fed.detach().numpy()], output.detach().numpy(), factors, slopes, False),
            os.path.join(folder, name + "_numbers.safetensors"))
    return arguments.random


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("framework", choices=["keras", "torch"])
    parser.add_argument("folder")
    parser.add_argument("--named", action="store_true")
    parser.add_argument("--common", action="store_true")
    parser.add_argument("--fixtures", action="store_true")
    parser.add_argument("--random", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*")
    arguments = parser.parse_args()
    os.makedirs(arguments.folder, exist_ok=True)
    if arguments.fixtures:
        os.makedirs(os.path.join(arguments.folder, "Gradients"), exist_ok=True)
        made = keras_fixtures(arguments.folder)
    elif arguments.framework == "keras":
        made = keras_networks(arguments.folder, arguments)
    else:
        made = torch_networks(arguments.folder, arguments)
    print(f"{made} networks")


if __name__ == "__main__":
    main()
