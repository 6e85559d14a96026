"""Makes the pickles beside this script anew: python make_fixtures.py

values.0 to values.5 are the same values in Python's protocols 0 to 5, which values.txt has in words;
objects.N has what would be imported and called; hostile.N would run a program.
"""

import collections
import os
import pickle

HERE = os.path.dirname(os.path.abspath(__file__))

SHARED = [1, 2]
VALUES = [
    None, True, False, 0, 255, 65535, -7, 2**31, 2**40, -(2**40), 1.5, -0.25, 1e300, "text", "grün €😀",
    "a\nb\\c'", (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], SHARED,
    SHARED, {}, {"a": 1, "b": [2]}, {"one": {"two": 2}}, "x" * 300,
]
CIRCLE = []
CIRCLE.append(CIRCLE)


class Hostile:
    def __reduce__(self):
        return os.system, ("touch /tmp/unroll-was-run",)


class Thing:
    def __init__(self):
        self.width = 3


def write(name, value, protocol):
    with open(os.path.join(HERE, name), "wb") as file:
        pickle.dump(value, file, protocol)


def words(value):
    """The values as the tests write them."""
    if isinstance(value, (list, tuple)):
        return type(value).__name__ + "(" + ", ".join(map(words, value)) + ")"
    if isinstance(value, dict):
        return "dict(" + ", ".join(words(k) + ": " + words(v) for k, v in value.items()) + ")"
    if isinstance(value, str):
        return "text(" + value + ")"
    return str(value)


with open(os.path.join(HERE, "values.txt"), "w", encoding="utf-8") as file:
    file.write(words(VALUES))

for protocol in range(6):
    write(f"values.{protocol}", VALUES, protocol)
    write(f"hostile.{protocol}", {"a": Hostile(), "b": 1}, protocol)
    write(f"objects.{protocol}", [collections.OrderedDict(a=1, b=2), Thing(), CIRCLE], protocol)
write("bytes.3", [b"\x00\xff", b"x" * 300], 3)
write("sets.4", [{1}, frozenset({2}), 2**80], 4)
write("bytearray.5", bytearray(b"ab"), 5)
