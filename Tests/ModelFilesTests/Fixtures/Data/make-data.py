"""Writes the files of this folder: tables and arrays as people have them, and what pandas, NumPy and
Keras make of them (pip: pandas, numpy, tf_keras)."""

import json
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import numpy as np
import pandas as pd
from tf_keras.preprocessing.sequence import pad_sequences
from tf_keras.preprocessing.text import Tokenizer

# A table of prices with a date, a name and gaps.
rng = np.random.default_rng(12)
days = pd.bdate_range("2024-01-25", periods=40)
close = (20000 + rng.normal(0, 4, 40).cumsum()).round(3)
frame = pd.DataFrame(
    {
        "Date": days.strftime("%d/%m/%Y"),
        "Name": "ACME",
        "Open": (close + rng.normal(0, 1, 40)).round(3),
        "Close": close,
        "Volume": rng.integers(1000, 9000, 40).astype(float),
    }
)
frame.loc[[7, 8], "Volume"] = np.nan
frame.loc[21, "Open"] = np.nan
frame.to_csv("prices.csv", index=False)

frame = pd.read_csv("prices.csv")
features = frame[["Close", "Open", "Volume"]]
window = 6


def windows(table, step=1):
    rows = table.to_numpy(np.float64)
    starts = range(0, len(rows) - window, step)
    return np.stack([rows[start : start + window] for start in starts]).astype(np.float32)


filled = features.ffill()
fit = filled.iloc[0:25]
np.save("standardised.npy", windows((filled - fit.mean()) / fit.std(ddof=0)))
np.save("normalised.npy", windows((filled - filled.min()) / (filled.max() - filled.min())))
np.save("zeros.npy", windows(features.fillna(0), step=3))
dropped = features.dropna()
np.save("dropped.npy", windows(dropped))
np.save("truths.npy", filled["Close"].to_numpy()[window:].astype(np.float32))

# Texts with a tokenizer.
texts = [
    "The gate forgets, the cell remembers!",
    "What does the gate let in?",
    "A cell state is what the network keeps; a hidden state is what it says.",
    "Nothing",
]
for name, settings in {
    "plain": {},
    "few": {"num_words": 6, "oov_token": "<OOV>"},
    "letters": {"char_level": True, "lower": False},
}.items():
    tokenizer = Tokenizer(**settings)
    tokenizer.fit_on_texts(texts[:3])
    with open(f"tokenizer-{name}.json", "w") as file:
        if name == "few":
            json.dump(tokenizer.to_json(), file)
        else:
            file.write(tokenizer.to_json())
    numbers = tokenizer.texts_to_sequences(texts)
    np.save(f"tokens-{name}-pre.npy", pad_sequences(numbers, maxlen=8))
    np.save(f"tokens-{name}-post.npy", pad_sequences(numbers, maxlen=8, padding="post"))
with open("texts.txt", "w") as file:
    file.write("\n".join(texts) + "\n")

# One array in each type and order that NumPy has.
array = np.arange(24).reshape(4, 3, 2)
for kind in ["f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1"]:
    for order in "<>":
        if kind[1] == "1" and order == ">":
            continue
        np.save(f"type-{kind}{'-big' if order == '>' else ''}.npy", array.astype(order + kind))
np.save("fortran-big.npy", np.asfortranarray(array.astype(">f8")))
np.savez("several.npz", left=array, right=array[:, :, :1], note=np.array(["a"]))
np.savez_compressed("packed.npz", np.asfortranarray(array.astype(">i4")))
