"""Writes the files of this folder anew: python make_fixtures.py [FOLDER]

Needs h5py and numpy, no other library; last run with h5py 3.16.0 (HDF5 2.0.0) and numpy 2.4.6.
What h5py has no function for is asked of the HDF5 library that it brings along.
"""

import ctypes
import glob
import os
import sys

import h5py
import numpy as np

FOLDER = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
LIBRARY = ctypes.CDLL(
    glob.glob(os.path.join(os.path.dirname(h5py.__file__), "..", "h5py.libs", "libhdf5-*.so*"))[0]
)

SIGNED = [-2, -1, 0, 1, 100]
UNSIGNED = [0, 1, 2, 3, 200]
FLOATS = [-1.5, 0, 0.25, 3, 100]


def path(name):
    return os.path.join(FOLDER, name)


def numbers(group):
    for order, name in (("<", "little"), (">", "big")):
        for size in (1, 2, 4, 8):
            group[f"{name}/int{8 * size}"] = np.array(SIGNED, f"{order}i{size}")
            group[f"{name}/uint{8 * size}"] = np.array(UNSIGNED, f"{order}u{size}")
        for size in (2, 4, 8):
            group[f"{name}/float{8 * size}"] = np.array(FLOATS, f"{order}f{size}")
    group["bool"] = np.array([True, False, True])
    kind = h5py.enum_dtype({"RED": 0, "GREEN": 5, "BLUE": -3}, basetype="i2")
    group.create_dataset("enum", data=np.array([0, 5, -3], "i2"), dtype=kind)
    group["half_limits"] = np.array([0, -0.0, 6e-8, 65504, np.inf, -np.inf, np.nan], "<f2")
    group["float_limits"] = np.array([1e-45, 3.4e38, np.inf, -0.0], "<f4")
    group["uint64_limit"] = np.array([2**64 - 1], "u8")
    group["scalar"] = np.float32(2.5)
    group["no_rows"] = np.zeros((0, 3), "f4")
    bfloat16 = h5py.h5t.IEEE_F32LE.copy()
    bfloat16.set_fields(15, 7, 8, 0, 7)
    bfloat16.set_size(2)
    bfloat16.set_ebias(127)
    raw(group, "bfloat16", bfloat16, np.array(FLOATS, "f4"), h5py.h5t.NATIVE_FLOAT)
    twelve = h5py.h5t.STD_I16LE.copy()
    twelve.set_precision(12)
    twelve.set_offset(3)
    raw(group, "int12", twelve, np.array([1, -2, 2047, -2048], "i2"), h5py.h5t.NATIVE_INT16)


def raw(group, name, stored, values, memory):
    space = h5py.h5s.create_simple(values.shape)
    dataset = h5py.h5d.create(group.id, name.encode(), stored, space)
    dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, values, memory)


def texts(group):
    group["one"] = "a→ß"
    group["none"] = ""
    group["variable"] = np.array(["", "kernel", "x" * 50], object)
    group["fixed"] = np.array([b"a", b"kernel:0", b""], "S8")
    group.create_dataset("utf8", data="grün".encode(), dtype=h5py.string_dtype("utf-8", 8))
    for name, padding in (("terminated", h5py.h5t.STR_NULLTERM), ("spaces", h5py.h5t.STR_SPACEPAD)):
        kind = h5py.h5t.C_S1.copy()
        kind.set_size(8)
        kind.set_strpad(padding)
        space = h5py.h5s.create_simple((2,))
        dataset = h5py.Dataset(h5py.h5d.create(group.id, name.encode(), kind, space))
        dataset[...] = np.array([b"a b", b"kernel"], "S8")


def chunks(group):
    """Seven rows of five, 0 to 34, in chunks of three by two: one for each index of version 4."""
    values = np.arange(35, dtype="f4").reshape(7, 5)
    group.create_dataset("single", data=values, chunks=(7, 5))
    group.create_dataset("single_deflated", data=values, chunks=(7, 5), compression="gzip")
    properties = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    properties.set_chunk((3, 2))
    properties.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
    space = h5py.h5s.create_simple((7, 5), (10, 9))
    implicit = h5py.h5d.create(group.id, b"implicit", h5py.h5t.IEEE_F32LE, space, properties)
    h5py.Dataset(implicit)[...] = values
    for name, largest in (
        ("fixed", (9, 7)),
        ("extensible_rows", (None, 7)),
        ("extensible_columns", (8, None)),
        ("records", (None, None)),
    ):
        for filters, options in (("", {}), ("_deflated", {"compression": "gzip"})):
            group.create_dataset(
                name + filters, data=values, chunks=(3, 2), maxshape=largest, **options
            )
    cube = np.arange(60, dtype="i2").reshape(3, 4, 5)
    group.create_dataset("cube", data=cube, chunks=(2, 4, 5), maxshape=(None, 4, 5))
    shrunk = group.create_dataset("shrunk", data=values, chunks=(3, 2), maxshape=(None, None))
    shrunk.resize((4, 3))


def filters(group):
    values = np.arange(24, dtype="<i4").reshape(6, 4)
    for name, options in (
        ("deflate", {"compression": "gzip"}),
        ("shuffle", {"shuffle": True}),
        ("fletcher32", {"fletcher32": True}),
        ("all", {"compression": "gzip", "shuffle": True, "fletcher32": True}),
    ):
        group.create_dataset(name, data=values, chunks=(4, 3), **options)
    group.create_dataset("odd", data=np.arange(9, dtype="u1"), chunks=(3,), fletcher32=True)
    group.create_dataset(
        "texts", data=np.array(["one", "two", "three"], object), chunks=(2,), compression="gzip"
    )


def filling(group):
    group.create_dataset("nothing", shape=(2, 3), dtype="f4", fillvalue=7)
    group.create_dataset("zero", shape=(2,), dtype="i4")
    partly = group.create_dataset("partly", shape=(6,), chunks=(2,), dtype=">f8", fillvalue=-1)
    partly[2:4] = [5, 6]
    group.create_dataset("texts", shape=(2,), dtype=h5py.string_dtype())


def compact(group):
    properties = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    properties.set_layout(h5py.h5d.COMPACT)
    space = h5py.h5s.create_simple((2, 2))
    dataset = h5py.h5d.create(group.id, b"compact", h5py.h5t.IEEE_F32LE, space, properties)
    h5py.Dataset(dataset)[...] = [[1, 2], [3, 4]]


def attributes(group, large):
    few = group.create_group("few")
    few.attrs["text"] = "a text"
    few.attrs["names"] = ["lstm", "dense_1"]
    few.attrs["fixed_names"] = np.array([b"kernel:0", b"bias:0"])
    few.attrs["whole"] = 7
    few.attrs["numbers"] = np.array([[1.5, 2.5], [3.5, 4.5]], ">f4")
    few.attrs["truth"] = True
    few.attrs["nothing"] = h5py.Empty("f4")
    many = group.create_group("many")
    for index in range(20):
        many.attrs[f"a{index}"] = index
    if large:
        # More than a heap of attributes keeps in its blocks.
        many.attrs["large"] = np.arange(1200, dtype="f8")
    group["kind"] = np.dtype("<f4")
    named = group.create_dataset("of_named_kind", data=[1, 2], dtype=group["kind"])
    named.attrs.create("also", [3, 4], dtype=group["kind"])


def links(group):
    group["here/below/deepest"] = [1, 2, 3]
    group["same"] = group["here/below/deepest"]
    group["soft"] = h5py.SoftLink("/links/here")
    group["relative"] = h5py.SoftLink("here/below")
    group["dangling"] = h5py.SoftLink("/nowhere")
    group["circle"] = h5py.SoftLink("/links/circle")
    group["elsewhere"] = h5py.ExternalLink("other.h5", "/x")
    ring = group.create_group("ring")
    ring["ring"] = ring
    many = group.create_group("many")
    for index in range(60):
        many[f"n{index * 37 % 60:02}"] = h5py.SoftLink("/links/here")
    ordered = group.create_group("ordered", track_order=True)
    for name in ("zebra", "apple"):
        ordered[name] = h5py.SoftLink("/links/here")


def everything(name, version, **options):
    with h5py.File(path(name), "w", libver=version, **options) as file:
        numbers(file.create_group("numbers"))
        texts(file.create_group("texts"))
        chunks(file.create_group("chunks"))
        filters(file.create_group("filters"))
        filling(file.create_group("filling"))
        compact(file)
        attributes(file.create_group("attributes"), version != "earliest")
        links(file.create_group("links"))


def deep(name):
    """Indexes, trees and heaps of more than one level, hardly filled."""
    with h5py.File(path(name), "w", libver=("v110", "v110")) as file:
        rows = file.create_dataset(
            "extensible", shape=(140_000,), maxshape=(None,), chunks=(1,), dtype="i1"
        )
        rows[0:3] = [1, 2, 3]
        rows[100] = 4
        rows[135_000] = 5
        pages = file.create_dataset(
            "fixed", shape=(1500,), maxshape=(1501,), chunks=(1,), dtype="i1", fillvalue=9
        )
        pages[1100] = 4
        pages[1499] = 5
        grid = file.create_dataset(
            "records", shape=(20, 20), maxshape=(None, None), chunks=(1, 1), dtype="i2"
        )
        grid[...] = np.arange(400).reshape(20, 20)
        links = file.create_group("links")
        for index in range(200):
            links[f"name_{index:03}"] = h5py.SoftLink("/records")


def sized(name, version, offset, length):
    """Addresses and lengths of other widths than eight bytes."""
    creation = h5py.h5p.create(h5py.h5p.FILE_CREATE)
    creation.set_sizes(offset, length)
    access = h5py.h5p.create(h5py.h5p.FILE_ACCESS)
    access.set_libver_bounds(version, h5py.h5f.LIBVER_LATEST)
    with h5py.File(h5py.h5f.create(path(name).encode(), fcpl=creation, fapl=access)) as file:
        file["numbers"] = np.arange(5, dtype="f4")
        file["texts"] = np.array(["one", "two"], object)
        file.create_dataset(
            "chunks", data=np.arange(35.0).reshape(7, 5), chunks=(3, 2), compression="gzip"
        )
        for index in range(12):
            file.attrs[f"a{index}"] = index
            file[f"group/n{index}"] = index


def shared(name):
    """Messages that objects share in a heap, and chunks at the edge that are not deflated."""
    creation = h5py.h5p.create(h5py.h5p.FILE_CREATE)
    ids = [ctypes.c_int64(creation.id), ctypes.c_uint(0)]
    assert LIBRARY.H5Pset_shared_mesg_nindexes(ids[0], ctypes.c_uint(1)) >= 0
    # All kinds, from 20 bytes on.
    assert LIBRARY.H5Pset_shared_mesg_index(*ids, ctypes.c_uint(0x1F), ctypes.c_uint(20)) >= 0
    access = h5py.h5p.create(h5py.h5p.FILE_ACCESS)
    access.set_libver_bounds(h5py.h5f.LIBVER_LATEST, h5py.h5f.LIBVER_LATEST)
    with h5py.File(h5py.h5f.create(path(name).encode(), fcpl=creation, fapl=access)) as file:
        for index in range(3):
            dataset = file.create_dataset(f"d{index}", data=np.arange(4, dtype="f8"))
            dataset.attrs["unit"] = np.arange(6.0)
            for more in range(12):
                dataset.attrs[f"more{more}"] = np.arange(3.0)
        properties = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        properties.set_chunk((3, 2))
        properties.set_deflate(5)
        assert LIBRARY.H5Pset_chunk_opts(ctypes.c_int64(properties.id), ctypes.c_uint(2)) >= 0
        space = h5py.h5s.create_simple((7, 5), (9, 7))
        edges = h5py.h5d.create(file.id, b"edges", h5py.h5t.IEEE_F32LE, space, properties)
        h5py.Dataset(edges)[...] = np.arange(35).reshape(7, 5)


def refused(name):
    """What is not read, each with a name of its own."""
    with h5py.File(path(name), "w") as file:
        values = np.arange(10, dtype="f4")
        file.create_dataset("lzf", data=np.zeros(100, "f4"), compression="lzf")
        file.create_dataset("scaleoffset", data=np.arange(10), scaleoffset=0)
        file["complex"] = np.array([1 + 2j])
        file["compound"] = np.zeros(2, [("a", "f4")])
        file["opaque"] = np.zeros(2, "V2")
        file["long_double"] = np.array([1.5], "longdouble")
        file["reference"] = np.array([file["complex"].ref], h5py.ref_dtype)
        file.create_dataset("sequence", shape=(2,), dtype=h5py.vlen_dtype("f4"))
        file.create_dataset("array", shape=(2,), dtype=np.dtype(("f4", (3,))))
        file.create_dataset("external", shape=(10,), dtype="f4", external=[("o.bin", 0, 40)])
        layout = h5py.VirtualLayout(shape=(10,), dtype="f4")
        layout[:] = h5py.VirtualSource(".", "external", shape=(10,))
        file.create_virtual_dataset("virtual", layout)
        file.attrs["complex"] = 1j
        # Claims without a byte behind them.
        file.create_dataset("enormous", shape=(1 << 38,), chunks=(1 << 20,), dtype="f4")
        file.create_dataset("enormous_whole", shape=(1 << 38,), dtype="f4")
        file.create_dataset("many_chunks", shape=(1 << 23,), chunks=(1,), dtype="i1")


if __name__ == "__main__":
    everything("earliest.h5", "earliest")
    everything("latest.h5", "latest", userblock_size=512)
    deep("deep.h5")
    sized("sizes_4_8.h5", h5py.h5f.LIBVER_EARLIEST, 4, 8)
    sized("sizes_8_4.h5", h5py.h5f.LIBVER_LATEST, 8, 4)
    shared("shared.h5")
    refused("refused.h5")
