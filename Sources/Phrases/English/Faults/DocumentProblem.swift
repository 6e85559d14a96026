import Documents
import Wording

extension DocumentProblem: CustomStringConvertible {
  /// What was found and what to do, without the place.
  package var description: String {
    switch self {
    // Any file
    case .missing: "there is no such file"
    case .folder: "this is a folder, and a file is needed"
    case .noFile(let kind):
      "this is a \(kind.words), and a file is needed; a pipe is read as /dev/stdin"
    case .unreadable(let reason): "it cannot be read: \(reason.words)"
    case .unwritable(let reason): "it cannot be written: \(reason.words)"
    case .tooLarge(let limit): "it is larger than \(bytes(limit)), the most that is read"
    case .partTooLarge(let part, let limit):
      "its \(part) is larger than \(bytes(limit)), the most that is read"
    case .tooManyNumbers(let found, let limit):
      "it holds \(grouped(found)) numbers, and at most \(grouped(limit)) are read; save fewer of "
        + "them in it"
    case .unknownKind(let expected):
      "this kind of file is not known here; it should end in \(listed(expected, "or"))"
    case .notText: "it is not UTF-8 text"
    case .outOfReach:
      "this lies outside the lesson's folder, and a lesson opens files beside and below it; "
        + "--allow-files lets it open others"
    case .onlyFiles: "a lesson opens files, and this is none"
    case .untold:
      "it is not what the lesson takes it for; what stands in a file outside the lesson's folder "
        + "is not told"

    // YAML and JSON
    case .syntax(let problem): problem.sentence
    case .duplicateKey(let key): "the key '\(key)' stands here twice; keep one of them"
    case .alias(let name):
      "'*\(name)' repeats what '&\(name)' names, which is not done in these files; write it out"
    case .tooDeep(let limit):
      "lists and groups of keys stand inside one another more than \(limit) deep, the most that is "
        + "read; write them flatter"
    case .empty(let expected): "the file is empty, and \(expected.words) is expected"
    case .wrongType(let name, let expected, let found):
      "\(name.words) should be \(expected.words), but \(found.words) stands here"
    case .unknownKey(let key, let nearest, let known):
      "unknown key '\(key)'; \(suggestion(nearest, known, "the keys here are"))"
    case .missingKey(let key, let example):
      "the key '\(key)' is missing here; write for example '\(example)'"
    case .choice(let name, let found, let nearest, let known):
      "unknown \(name.words) '\(found)'; \(suggestion(nearest, known, "the choices are"))"
    case .outOfRange(let name, let found, let lowest, let highest):
      "\(name.words) should be a whole number from \(lowest) to \(highest), but '\(found)' stands here"
    case .hiddenCharacter(let name, let character):
      "the name '\(name)' holds the character \(codePoint(character)), which cannot be shown; "
        + "leave it out"

    // safetensors
    case .noHeader(let found):
      "it holds \(bytes(found)), too few for a safetensors file, whose first 8 bytes give the "
        + "length of its header"
    case .headerBeyondFile(let length, let available):
      "its header should take \(length) bytes, but \(available) follow; the file is cut short or "
        + "not a safetensors file"
    case .headerTooLong(let limit):
      "its header is longer than \(bytes(limit)), the most that is read; save fewer tensors in it"
    case .headerUnreadable(let reason): "its header cannot be read: \(reason.words)"
    case .tensorEntry(let tensor, let reason): "tensor '\(tensor)' \(reason.words)"
    case .dataType(let tensor, let found):
      "tensor '\(tensor)' has the data type \(found); F32, F64, F16 and BF16 can be read, so "
        + "convert it before saving"
    case .tensorShape(let tensor, let shape):
      "tensor '\(tensor)' has the shape \(shape), which no array can have"
    case .byteCount(let tensor, let shape, let expected, let found):
      "tensor '\(tensor)' of shape \(shape) takes \(bytes(expected)), but its offsets span "
        + "\(found)"
    case .offsetsBeyondData(let tensor, let end, let available):
      "tensor '\(tensor)' ends at byte \(end) of the data, but there are \(available); the file "
        + "is cut short"
    case .overlap(let tensor, let other):
      "the tensors '\(other)' and '\(tensor)' share bytes; save the file again"
    case .unusedBytes(let start, let end):
      "bytes \(start) to \(end) of the data belong to no tensor; save the file again"
    case .noTensor(let name, let present):
      "there is no tensor '\(name)'; the file has \(listed(present, "and"))"

    // npy
    case .notNumPy: "it does not begin as an .npy file does; write it with numpy.save"
    case .numPyVersion(let major, let minor):
      "it is an .npy file of version \(major).\(minor); versions 1 to 3 can be read"
    case .numPyHeader(let reason): "its .npy header cannot be read: \(reason.words)"
    case .numPyType(let found):
      "its numbers are of type '\(found)'; write it with array.astype('float32')"
    case .numPyLength(let shape, let expected, let found):
      "an array of shape \(shape) takes \(bytes(expected)), but \(found) follow the header"

    // csv
    case .noRows: "it holds no row of numbers"
    case .noNumbers(let columns):
      "none of its columns is one of numbers; they are \(listed(columns.map(\.words), "and"))"
    case .unclosedQuote: "the quotation mark here is never closed"
    case .cellCount(let expected, let found):
      "this row has \(counted(found, "cell")), and the rows before it have \(expected)"
    case .tooManyCells(let limit):
      "this row has more than \(grouped(limit)) cells, the most that are read"
    case .notANumber(let text, let column):
      "'\(text)'\(column.map { " in column '\($0)'" } ?? "") is not a number; write one such as "
        + "0.5 or -1e-3"
    case .header(let expected, let found):
      "the columns should be \(expected.joined(separator: ",")), but they are "
        + found.joined(separator: ",")
    }
  }

  /// `U+001B`, as Unicode's tables have it.
  private func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// "1 byte", "512 bytes", "64 MiB".
  private func bytes(_ count: Int) -> String {
    count >= 1 << 20 && count.isMultiple(of: 1 << 20)
      ? "\(count >> 20) MiB" : counted(count, "byte")
  }
}
