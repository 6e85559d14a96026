"""Writes the files of this folder anew with Python's zipfile alone: python make_fixtures.py [FOLDER]"""

import io
import os
import sys
import zipfile

FOLDER = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
TIME = (2026, 1, 1, 0, 0, 0)


def archive(name, method, before=b"", zip64=False):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as entries:
        for entry, content in (
            ("config.json", b'{"a": 1}'),
            ("data/zeros", bytes(5000)),
            ("grün", b"umlaut"),
            ("empty", b""),
        ):
            info = zipfile.ZipInfo(entry, TIME)
            info.compress_type = method
            with entries.open(info, "w", force_zip64=zip64) as out:
                out.write(content)
        entries.comment = b"a comment"
    with open(os.path.join(FOLDER, name), "wb") as file:
        file.write(before + made.getvalue())


archive("stored.zip", zipfile.ZIP_STORED)
archive("deflated.zip", zipfile.ZIP_DEFLATED)
archive("behind.zip", zipfile.ZIP_DEFLATED, before=b"#!" + bytes(98))
archive("bzip2.zip", zipfile.ZIP_BZIP2)

# ZIP64 throughout: as if each number were larger than four bytes hold.
zipfile.ZIP64_LIMIT = 1
zipfile.ZIP_FILECOUNT_LIMIT = 1
archive("zip64.zip", zipfile.ZIP_DEFLATED, zip64=True)
