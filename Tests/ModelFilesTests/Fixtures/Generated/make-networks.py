"""Makes networks with Keras 3, tf_keras or PyTorch, their files in every format, and their answers.

    python make-networks.py FRAMEWORK FOLDER [--named] [--common]
        [--random COUNT] [--seed SEED] [--only PREFIX]

FRAMEWORK is keras, tf_keras, torch or onnx, the last being PyTorch's networks exported. FOLDER gets for
each network NAME its files, NAME_input.npy (NAME_input_1.npy … of further inputs) and NAME_output.npy, and
in `networks-FRAMEWORK.json` which file goes with which. `compare-networks.py` compares them.

    python make-networks.py keras . --fixtures
    python make-networks.py tf_keras . --fixtures

make the fixtures beside this script anew. Written with Keras 3.15, tf_keras 2.21 and PyTorch 2.15.
"""

import argparse
import json
import os
import sys

os.environ.update(
    KERAS_BACKEND="tensorflow", TF_CPP_MIN_LOG_LEVEL="3", CUDA_VISIBLE_DEVICES="",
    OMP_NUM_THREADS="1", TF_NUM_INTRAOP_THREADS="1", TF_NUM_INTEROP_THREADS="1")

import numpy


def fill(model, chance):
    """Gives each array numbers of its own: what starts as 0 or 1 would hide what reads it."""
    for variable in model.weights:
        name = getattr(variable, "path", variable.name)
        value = numpy.asarray(variable)
        if "seed" in name or value.dtype != numpy.float32:
            continue
        if "variance" in name:
            value = chance.uniform(0.5, 2, size=value.shape)
        else:
            value = value + chance.normal(size=value.shape) * 0.2
        variable.assign(value.astype("float32"))


def answer(model, fed):
    """What the framework computes; several outputs one after the other."""
    outputs = model(fed if len(fed) > 1 else fed[0], training=False)
    outputs = outputs if isinstance(outputs, (list, tuple)) else [outputs]
    return numpy.concatenate([numpy.asarray(output).ravel() for output in outputs])


def keep_numbers(folder, name, fed, output):
    inputs = []
    for place, array in enumerate(fed):
        inputs.append(f"{name}_input{'_' + str(place) if place else ''}.npy")
        numpy.save(os.path.join(folder, inputs[-1]), array)
    numpy.save(os.path.join(folder, f"{name}_output.npy"), output.astype("float32"))
    return inputs


def keep_list(framework, folder, kept):
    with open(os.path.join(folder, f"networks-{framework}.json"), "w") as file:
        json.dump(kept, file, indent=1)


def save_keras(model, folder, name, is_keras3):
    """Every format that the framework has; the pairs of model and weights."""
    def path(ending):
        return os.path.join(folder, name + ending)

    pairs = []
    for ending in [".keras", ".h5"]:
        model.save(path(ending))
        pairs.append((name + ending, None))
    with open(path(".json"), "w") as file:
        file.write(model.to_json())
    model.save_weights(path(".weights.h5"))
    pairs.append((name + ".json", name + ".weights.h5"))
    if not is_keras3:
        model.save_weights(path("_weights.h5"), save_format="h5")
        pairs.append((name + ".json", name + "_weights.h5"))
    return pairs


# Each layer and option once: as JSON with weights, input and answer beside it, and where it matters how
# the weights are filed as a whole model.
PLAIN = [
    "LSTM_masked_sequence", "GRU_masked_sequence", "SimpleRNN_masked_sequence",
    "LSTM_masked_backwards", "GRU_words_start", "SimpleRNN_words_end", "LSTM_curves", "GRU_stateful",
    "SimpleRNN_unrolled", "LSTM_no_bias", "GRU_backwards_sequence", "GRU_open_length",
    "LSTM_hard_sigmoid", "GRU_reset_before_stacked", "LSTM_states", "GRU_decoder",
    "LSTM_two_inputs_decoder", "both_LSTM_concat_sequence", "both_GRU_sum_last",
    "both_SimpleRNN_mul_sequence", "both_LSTM_ave_last", "both_GRU_masked_stacked",
    "both_LSTM_states", "both_GRU_decoder", "both_none_joined", "both_two_kinds",
    "words_flat", "words_average", "words_dropped", "words_convolved", "words_two_texts",
    "words_translated", "masked_other_value", "masked_attention",
    "mask_through_Permute", "mask_through_Conv1D", "mask_through_TimeDistributed_Dense",
    "mask_meets_Add", "mask_meets_Multiply", "mask_meets_Maximum", "mask_meets_Concatenate",
    "mask_meets_Concatenate_time", "mask_meets_plain", "mask_meets_plain_last",
    "mask_meets_Attention_flat", "mask_and_states_LSTM", "mask_and_states_both",
    "mask_RNN_cell_backwards",
    "Conv1D_same_2_1", "Conv1D_causal_1_2", "Conv1D_groups", "MaxPooling1D_same",
    "AveragePooling1D_valid", "GlobalMaxPooling1D_kept", "GlobalAveragePooling1D",
    "BatchNormalization", "LayerNormalization_plain", "curve_selu", "curve_gelu", "curve_swish",
    "curve_softplus", "curve_exponential", "curve_softmax", "cell_softsign", "LeakyReLU", "ELU",
    "PReLU", "ReLU_bent", "Softmax", "autoencoder", "Reshape", "Permute", "noise", "distributed",
    "meet_Subtract", "meet_Average", "meet_Minimum", "meet_Concatenate_time", "meet_late_input",
    "meet_Dot_time", "meet_Attention", "luong", "pooled_attention", "pooled_dot", "residual",
    "operators", "other_order"]
WHOLE = {
    "keras": ["RNN_several_cells", "both_RNN_GRUCell", "mask_nested"],
    "tf_keras": [
        "RNN_several_kinds", "GRU_hard_sigmoid", "mask_meets_Subtract", "mask_meets_Concatenate",
        "both_SimpleRNN_decoder"]}


def keep_fixture(model, folder, name, fed, output):
    from safetensors.numpy import save_file

    with open(os.path.join(folder, name + ".json"), "w") as file:
        json.dump(json.loads(model.to_json()), file, separators=(",", ":"))
        file.write("\n")
    tensors = {variable.path: numpy.asarray(variable) for variable in model.weights}
    tensors = {path: value for path, value in tensors.items() if value.dtype == numpy.float32}
    save_file(tensors, os.path.join(folder, name + ".safetensors"))
    numbers = {"input" + (f"_{place}" if place else ""): array for place, array in enumerate(fed)}
    numbers["output"] = output.astype("float32")
    save_file(numbers, os.path.join(folder, name + "_numbers.safetensors"))


def keras_networks(framework, folder, arguments):
    import warnings

    warnings.filterwarnings("ignore")
    if framework == "keras":
        import keras as module
    else:
        import tf_keras as module
    import logging

    logging.disable(logging.WARNING)
    from grown_networks import grown
    from keras_networks import NAMED, Maker

    is_keras3 = framework == "keras"
    makes = []
    if arguments.named or arguments.fixtures:
        makes += [(name, make) for name, make in NAMED.items()]
    if arguments.common:
        from common_networks import networks

        makes += list(networks())
    makes += [(f"random{arguments.seed + place}", grown) for place in range(arguments.random)]
    kept = []
    for place, (name, make) in enumerate(makes):
        if arguments.only and not name.startswith(tuple(arguments.only)):
            continue
        if arguments.fixtures and not (
                name in WHOLE[framework] or is_keras3 and name in PLAIN):
            continue
        module.utils.set_random_seed(arguments.seed + place)
        module.backend.clear_session()
        maker = Maker(module, arguments.seed + place, is_keras3)
        try:
            model = make(maker)
            fill(model, maker.chance)
            output = answer(model, maker.fed)
        except Exception as problem:
            print(f"{framework} itself: {name}: {str(problem).splitlines()[0][:150]}", file=sys.stderr)
            continue
        if not numpy.isfinite(output).all() or abs(output).max() > 1000:
            print(f"too large: {name}", file=sys.stderr)
            continue
        if arguments.fixtures and name in PLAIN and is_keras3:
            keep_fixture(model, folder, name, maker.fed, output)
            continue
        if arguments.fixtures:
            ending = ".keras" if is_keras3 else ".h5"
            model.save(os.path.join(folder, f"{name}_{framework}{ending}"))
            keep_numbers(folder, f"{name}_{framework}", maker.fed, output)
            continue
        try:
            files = save_keras(model, folder, name, is_keras3)
        except Exception as problem:
            print(f"{framework} cannot save: {name}: {str(problem).splitlines()[0][:150]}", file=sys.stderr)
            continue
        inputs = keep_numbers(folder, name, maker.fed, output)
        kept.append({"name": name, "files": files, "inputs": inputs})
        keep_list(framework, folder, kept)
    return kept


def torch_networks(framework, folder, arguments):
    import torch
    from safetensors.torch import save_file
    from torch_networks import network

    torch.set_num_threads(1)
    kept = []
    for place in range(arguments.random):
        seed = arguments.seed + place
        name = f"random{seed}"
        model, fed = network(numpy.random.default_rng(seed), seed)
        with torch.no_grad():
            output = model(fed).numpy().ravel()

        def path(ending):
            return os.path.join(folder, name + ending)

        files = []
        if framework == "torch":
            torch.save(model.state_dict(), path(".pth"))
            torch.save(
                model.state_dict(), path("_legacy.pth"), _use_new_zipfile_serialization=False)
            torch.save({"epoch": 3, "model_state_dict": model.state_dict()}, path("_checkpoint.pt"))
            torch.save(model, path("_whole.pt"))
            torch.save(model, path("_whole_legacy.pt"), _use_new_zipfile_serialization=False)
            torch.jit.save(torch.jit.trace(model, fed), path("_script.pt"))
            save_file(model.state_dict(), path(".safetensors"))
            files = [
                (name + ending, None)
                for ending in [
                    ".pth", "_legacy.pth", "_checkpoint.pt", "_whole.pt", "_whole_legacy.pt",
                    "_script.pt", ".safetensors"]]
        else:
            for ending, settings in [(".onnx", {"dynamo": False}), ("_dynamo.onnx", {"dynamo": True})]:
                try:
                    torch.onnx.export(
                        model, (fed[:1].long() if model.reads_words else fed[:1],), path(ending),
                        input_names=["input"], output_names=["output"], **settings)
                    files.append((name + ending, None))
                except Exception as problem:
                    print(f"cannot export: {name}{ending}: {str(problem)[:150]}", file=sys.stderr)
        # An exported network has one observation.
        inputs = keep_numbers(
            folder, name, [fed.numpy()[:1] if framework == "onnx" else fed.numpy()],
            output[:output.size // 3] if framework == "onnx" else output)
        kept.append({"name": name, "files": files, "inputs": inputs})
    return kept


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("framework", choices=["keras", "tf_keras", "torch", "onnx"])
    parser.add_argument("folder")
    parser.add_argument("--named", action="store_true")
    parser.add_argument("--common", action="store_true")
    parser.add_argument("--fixtures", action="store_true")
    parser.add_argument("--random", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*")
    arguments = parser.parse_args()
    os.makedirs(arguments.folder, exist_ok=True)
    make = torch_networks if arguments.framework in ["torch", "onnx"] else keras_networks
    kept = make(arguments.framework, arguments.folder, arguments)
    if arguments.fixtures:
        return
    keep_list(arguments.framework, arguments.folder, kept)
    print(f"{len(kept)} networks, {sum(len(one['files']) for one in kept)} files")


if __name__ == "__main__":
    main()
