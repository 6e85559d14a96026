import HDF5
import Wording

extension HDF5Problem: CustomStringConvertible {
  /// What was found and what to do, without the place.
  package var description: String {
    switch fault {
    // The file
    case .noSignature: "it does not begin as an HDF5 file does"
    case .superblockVersion(let version):
      "its superblock has version \(version), and versions 0 to 3 are read; "
        + rewriting.wholeFile
    case .fileCutShort(let expected, let found):
      "it should hold \(counted(expected, "byte")), but holds \(grouped(found)); the file is cut "
        + "short"
    case .beingWritten:
      "a program is writing it, or ended before it had closed it; wait for that program, or clear "
        + "the mark with h5clear -s"

    // Its structures
    case .cutShort(let structure, let end, let size):
      "\(structure.words)\(whose) should end at byte \(end), but the file ends after "
        + "\(size); the file is cut short or damaged"
    case .damaged(let structure, let position, let damage):
      "\(structure.words)\(whose) at byte \(position) is damaged: \(damage.words)"

    // What is not read
    case .unread(let feature): unread(feature)
    case .noZlib(let filter):
      "\(subject) is compressed by \(filter.name), and this system has no zlib that could be "
        + "opened; install zlib, or write it again without: \(rewriting.plain)"
    case .tooLarge(let bytes, let limit):
      "\(subject) would take \(bytes.map { counted($0, "byte") } ?? "too many bytes"), and of a "
        + "file of this size at most \(grouped(limit)) are read"
    case .tooMany(let counted, let limit):
      "\(subject) has more than \(grouped(limit)) \(counted.words), the most that are read"

    // What is not there, or is something else
    case .noObject(let name, let present):
      "there is no '\(excerpt(name))' in \(group); it has \(quoted(present))"
    case .noAttribute(let name, let present):
      "\(subject) has no attribute '\(excerpt(name))'; it has \(quoted(present))"
    case .notAGroup: "\(subject) is not a group"
    case .notADataset: "\(subject) is not a dataset"
    case .linkLoop: "the links at \(subject) lead on and on, as in a circle"
    case .wrongType(let expected, let found):
      "\(subject) holds \(found.words), and \(expected.words) are expected"
    case .notSingle(let shape): "\(subject) has the shape \(shape), and a single text is expected"
    case .integerTooLarge:
      "\(subject) holds a whole number that is larger than \(grouped(.max))"
    }
  }

  private func unread(_ feature: HDF5Feature) -> String {
    switch feature {
    case .filter(let filter):
      "\(subject) uses the filter \(excerpt(filter.name)), which is not read; write it again "
        + "with: \(rewriting.plain)"
    case .elements(let elements):
      "\(subject) holds \(elements.words), which are not read; write the file again with: "
        + rewriting.converted(elements)
    case .externalLink(let file, let path):
      "\(subject) is a link to '\(excerpt(path))' in the file '\(excerpt(file))', which is not "
        + "followed; copy it with: \(rewriting.copied(from: file, path))"
    case .userDefinedLink:
      "\(subject) is a link of a kind that only its program knows; copy what it leads to with: "
        + rewriting.plain
    case .externalData:
      "\(subject) keeps its numbers in another file, which is not read; write it again with: "
        + rewriting.plain
    case .virtualDataset:
      "\(subject) is a virtual dataset, put together of others, which is not read; write it "
        + "again with: \(rewriting.plain)"
    case .severalFiles:
      "it is one of several files that are one HDF5 file together, which is not read; "
        + rewriting.wholeFile
    case .compressedHeap:
      "\(group) keeps its names compressed, which is not read; \(rewriting.wholeFile)"
    case .unknownMessage(let number):
      "\(subject) has a property of number \(number) that is not known here, and the file "
        + "forbids to pass over it; \(rewriting.wholeFile)"
    }
  }

  /// "attribute 'a' of '/b'" or "'/b'".
  private var subject: String {
    let path = "'\(excerpt(object))'"
    return attribute.map { "attribute '\(excerpt($0))' of \(path)" } ?? path
  }

  /// " of '/b'"; nothing where the whole file is meant.
  private var whose: String { object == "/" && attribute == nil ? "" : " of \(subject)" }

  private var group: String { object == "/" ? "the root group" : "'\(excerpt(object))'" }

  private var rewriting: HDF5Rewriting {
    HDF5Rewriting(file: file, object: object, attribute: attribute)
  }

  private func quoted(_ names: [String]) -> String {
    listed(names.map { "'\(excerpt($0))'" }, "and")
  }
}

extension HDF5Structure {
  fileprivate var words: String {
    switch self {
    case .superblock: "the superblock"
    case .objectHeader: "the object header"
    case .dataspace: "the shape"
    case .datatype: "the data type"
    case .fillValue: "the fill value"
    case .layout: "the layout"
    case .filters: "the list of filters"
    case .link: "a link"
    case .attribute: "an attribute"
    case .sharedMessage: "a shared property"
    case .groupTree: "the tree of names"
    case .symbolTable: "a table of names"
    case .localHeap: "the list of names"
    case .globalHeap: "a heap of texts"
    case .fractalHeap: "a heap of names or attributes"
    case .recordTree: "a tree"
    case .chunkTree: "the tree of chunks"
    case .chunkArray: "the list of chunks"
    case .chunk: "a chunk"
    case .data: "the data"
    }
  }
}

extension HDF5Damage {
  fileprivate var words: String {
    switch self {
    case .signature: "other letters stand where it should begin"
    case .version(let version): "it has the unknown version \(version)"
    case .checksum: "its checksum is another one"
    case .value: "a number in it cannot be"
    case .length: "its parts do not have the bytes that they should have"
    case .loop: "the same bytes come again and again"
    case .incomplete: "a part of it is missing"
    }
  }
}

extension HDF5Counted {
  fileprivate var words: String {
    switch self {
    case .links: "names"
    case .attributes: "attributes"
    case .messages: "properties"
    case .axes: "axes"
    }
  }
}

extension HDF5Fault.ExpectedElements {
  fileprivate var words: String {
    switch self {
    case .numbers: "numbers"
    case .integers: "whole numbers"
    case .strings: "texts"
    }
  }
}

extension ElementType {
  fileprivate var words: String {
    switch self {
    case .integer(let bits, let signed):
      "\(signed ? "" : "unsigned ")whole numbers of \(bits) bits"
    case .float(let bits): "floating-point numbers of \(bits) bits"
    case .boolean: "Booleans"
    case .enumeration: "enumerated values"
    case .text: "texts"
    case .other(let other): other.words
    }
  }
}

extension ElementType.Other {
  fileprivate var words: String {
    switch self {
    case .integer(let bytes): "whole numbers of \(bytes) bytes"
    case .float(let bytes): "floating-point numbers of an unusual form in \(bytes) bytes"
    case .time: "times"
    case .bitfield: "bit fields"
    case .opaque: "bytes without a meaning"
    case .compound: "compound values"
    case .reference: "references"
    case .sequence: "sequences of any length"
    case .array: "arrays"
    case .complex: "complex numbers"
    }
  }
}
