import Documents
import Wording

// What stands inside the sentences of a document.

extension DocumentProblem.SpecialFile {
  var words: String {
    switch self {
    case .pipe: "pipe"
    case .socket: "socket"
    case .device: "device"
    }
  }
}

extension DocumentProblem.Hindrance {
  var words: String {
    switch self {
    case .noPermission: "permission denied"
    case .noFolder: "its folder does not exist"
    case .diskFull: "the disk is full"
    case .noReader: "nobody reads from this pipe"
    case .shortened: "it became shorter while it was read"
    case .system(let words): words
    }
  }
}

extension DocumentProblem.Syntax {
  var sentence: String {
    switch self {
    case .reader(let words): "it cannot be read on from here: \(words)"
    case .openQuote: "the quotation mark that opens here is never closed"
    case .noDocument: "it cannot be read as YAML or JSON"
    case .textBehindQuote:
      "text follows a closing quotation mark; double the marks inside a cell"
    case .json(let expected):
      "this is not JSON: \(excerpt(expected.words)) is expected here; save the file again"
    case .part(let part, let error):
      "its \(part) is not JSON: \(excerpt(error.expected.words)) is expected after "
        + "\(counted(error.byte, "byte")); save the model again"
    }
  }
}

// MARK: - Headers

extension DocumentProblem.TensorsHeader {
  var words: String {
    switch self {
    case .json(let error): "\(excerpt(error.expected.words)) is expected after \(error.byte) bytes"
    case .noObject: "it is not an object of tensors"
    case .metadataIsNoObject: "__metadata__ is not an object"
    case .metadataIsNoText: "__metadata__ holds more than text"
    }
  }
}

extension JSONError.Expected {
  fileprivate var words: String {
    switch self {
    case .end: "nothing more"
    case .lessNesting: "less nesting"
    case .value: "a value"
    case .key: "a key in quotation marks"
    case .noKeyAgain(let key): "each key once, not '\(key)' again"
    case .noControl: "no control character in a string"
    case .escape: "an escape"
    case .surrogatePair: "both halves of a surrogate pair"
    case .hexadecimal: "four hexadecimal digits"
    case .mark(let marks): listed(marks.map { "'\($0)'" }, "or")
    }
  }
}

extension DocumentProblem.TensorHeader {
  var words: String {
    switch self {
    case .noObject: "is not described by an object"
    case .unknownEntry(let key): "has an entry '\(key)' that is not understood"
    case .noType: "has no data type"
    case .noShape: "has no shape of whole numbers"
    case .noOffsets: "has no pair of data offsets"
    }
  }
}

extension DocumentProblem.NumPyHeader {
  var words: String {
    switch self {
    case .endsWithin: "the file ends within it"
    case .beyondFile(let length, let available):
      "it should take \(length) bytes, but \(available) follow"
    case .shape(let shape): "no array can have the shape \(shape)"
    case .tooLong(let limit): "it is longer than \(limit) bytes"
    case .twice(let key): "'\(key)' stands in it twice"
    case .unknownKey(let key): "'\(key)' is not expected in it"
    case .missingKey(let key): "'\(key)' is missing in it"
    case .more: "more follows its '}'"
    case .expected(let token, let text): "'\(token)' is expected before '\(text)'"
    case .openQuote: "a quotation mark is not closed"
    case .namedFields: "its numbers have named fields"
    case .size(let digits): "its shape has a size '\(digits)'"
    }
  }
}
