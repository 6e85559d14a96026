import Wording

extension ModelFileError {
  /// One sentence: where, what was found, what to do. Safe to print on a terminal.
  package var description: String {
    Cleaning.text("\(place): \(problem.sentence)")
  }
}

extension ModelFileError.Problem {
  /// What was found and what to do, without the place.
  package var sentence: String {
    switch self {
    case .missing: "there is no such file"
    case .folder: "this is a folder, and a file is needed"
    case .noFile(let kind):
      "this is a \(kind), and a file is needed; a pipe is read as /dev/stdin"
    case .unreadable(let reason): "it cannot be read: \(reason)"
    case .unwritable(let reason): "it cannot be written: \(reason)"
    case .tooLarge(let limit): "it is larger than \(bytes(limit)), the most that is read"
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

    case .syntax(let problem): problem
    case .duplicateKey(let key): "the key '\(key)' stands here twice; keep one of them"
    case .alias(let name):
      "'*\(name)' repeats what '&\(name)' names, which is not done in these files; write it out"
    case .tooDeep(let limit):
      "lists and groups of keys stand inside one another more than \(limit) deep, the most that is "
        + "read; write them flatter"
    case .empty(let expected): "the file is empty, and \(expected) is expected"
    case .wrongType(let name, let expected, let found):
      "\(name) should be \(expected), but \(found) stands here"
    case .unknownKey(let key, let nearest, let known):
      "unknown key '\(key)'; \(suggestion(nearest, known, "the keys here are"))"
    case .missingKey(let key, let example):
      "the key '\(key)' is missing here; write for example '\(example)'"
    case .choice(let name, let found, let nearest, let known):
      "unknown \(name) '\(found)'; \(suggestion(nearest, known, "the choices are"))"
    case .outOfRange(let name, let found, let lowest, let highest):
      "\(name) should be a whole number from \(lowest) to \(highest), but '\(found)' stands here"
    case .unknownLayer(let found):
      "a layer begins with 'lstm: NAME' or 'dense: NAME', but \(found) stands here"
    case .hiddenCharacter(let name, let character):
      "the name '\(name)' holds the character \(codePoint(character)), which cannot be shown; "
        + "leave it out"

    case .kerasNotAModel(let found):
      "\(found) is not a model that can be opened here; save a Sequential or Functional one with "
        + "model.to_json()"
    case .kerasLayer(let layer, let name):
      "layer '\(layer)' is a \(name); only InputLayer, LSTM and Dense can be opened so far"
    case .kerasSetting(let layer, let setting, let found, let reason):
      "layer '\(layer)' has \(setting)=\(found), \(reason)"
    case .kerasWiring(let layer, let reason):
      "layer '\(layer)' \(reason); only a plain chain of layers can be opened so far"
    case .kerasNoInput:
      "the input shape is missing; begin the model with keras.Input((timesteps, features))"

    case .noHeader(let found):
      "it holds \(bytes(found)), too few for a safetensors file, whose first 8 bytes give the "
        + "length of its header"
    case .headerBeyondFile(let length, let available):
      "its header should take \(length) bytes, but \(available) follow; the file is cut short or "
        + "not a safetensors file"
    case .headerTooLong(let limit):
      "its header is longer than \(bytes(limit)), the most that is read; save fewer tensors in it"
    case .headerUnreadable(let reason): "its header cannot be read: \(reason)"
    case .tensorEntry(let tensor, let reason): "tensor '\(tensor)' \(reason)"
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
    case .notNumPy: "it does not begin as an .npy file does; write it with numpy.save"
    case .numPyVersion(let major, let minor):
      "it is an .npy file of version \(major).\(minor); versions 1 to 3 can be read"
    case .numPyHeader(let reason): "its .npy header cannot be read: \(reason)"
    case .numPyType(let found):
      "its numbers are of type '\(found)'; write it with array.astype('float32')"
    case .numPyOrder:
      "its numbers stand column by column (Fortran order); write it with "
        + "numpy.ascontiguousarray"
    case .numPyLength(let shape, let expected, let found):
      "an array of shape \(shape) takes \(bytes(expected)), but \(found) follow the header"
    case .noRows: "it holds no row of numbers"
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

    case .observationShape(let shape):
      "its shape is \(shape); an input is [timesteps, features] or "
        + "[observations, timesteps, features], none of them 0"
    case .noObservation(let index, let count):
      "there is no observation \(index); they count from 0"
        + (count.map { " to \($0 - 1)" } ?? " on")
    case .observationTooLarge(let timesteps, let features, let limit):
      "its input (\(timesteps), \(features)) has more than \(grouped(limit)) numbers, the most that "
        + "a run reads; give it fewer timesteps or features"
    case .featureNames(let expected, let found):
      "it names \(counted(found, "feature")), but the input has \(expected)"
    case .symbol(let text): "a sequence is written in the digits 0 to 9, but '\(text)' stands here"
    case .sequenceLength(let expected, let found):
      "this sequence has \(counted(found, "symbol")), and the network reads \(expected)"
    case .latchInput(let timesteps, let features):
      "the latch gives ten one-hot symbols at a fixed number of timesteps, but the network's "
        + "input is \(shape(timesteps, features))"
    case .weatherInput(let timesteps, let features):
      "the weather gives ten features at a fixed number of days, but the network's input is "
        + shape(timesteps, features)
    case .date(let text): "'\(text)' is not a date such as 2012/01/31"
    case .dateGap(let previous, let found):
      "the day after \(previous) is expected, but \(found) stands here"
    case .weatherWord(let found, let nearest):
      "unknown weather '\(found)'; \(suggestion(nearest, WeatherKind.names, "the words are"))"
    case .tooFewDays(let needed, let found):
      "it holds \(counted(found, "day")), and at least \(needed) are needed for a test window"
    case .unknownModel(let name, let nearest, let shipped):
      "there is no model '\(name)'; " + modelRemedy(nearest, shipped)
    case .noModelInFolder: "the folder holds no model.yaml"
    case .noLessons(let explicit, let variable, let program):
      "no lessons folder was found by --lessons (\(explicit ?? "not given")), by UNROLL_LESSONS "
        + "(\(variable ?? "not set")), upward from the program (\(program ?? "place unknown")) or "
        + "in ../share/unroll/lessons beside it; name one with --lessons"
    case .noLessonInFolder: "the folder holds no lesson, no .yaml file"
    case .noLesson(let nearest, let known):
      "there is no lesson of this name; \(suggestion(nearest, known, "the lessons are"))"
    case .lessonsFolder(let source):
      "\(source) names it, but it is no lessons folder, which holds a folder 'models'"
    case .telling(let layer, let nearest, let layers):
      "there is no LSTM layer '\(layer)'; \(suggestion(nearest, layers, "the LSTM layers are"))"
    case .tellingUnit(let layer, let unit, let units):
      "layer '\(layer)' has no unit \(unit); they count from 0 to \(units - 1)"
    case .torchWeights:
      "its tensors have PyTorch's names; rename them to LAYER/kernel, LAYER/recurrent_kernel and "
        + "LAYER/bias, transposed and with the two biases added"
    case .network(let error): error.sentence
    }
  }

  private func modelRemedy(_ nearest: String?, _ shipped: [String]) -> String {
    if let nearest { return "did you mean '\(nearest)'?" }
    let path = "give the path of a model.yaml or of a Keras .json"
    return shipped.isEmpty ? path : "the shipped ones are \(listed(shipped, "and")); or \(path)"
  }

  /// `U+001B`, as Unicode's tables have it.
  private func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private func shape(_ timesteps: Int?, _ features: Int) -> String {
    "(\(timesteps.map(String.init) ?? "None"), \(features))"
  }

  private func suggestion(_ nearest: String?, _ known: [String], _ lead: String) -> String {
    if let nearest { return "did you mean '\(nearest)'?" }
    return "\(lead) \(listed(known, "and"))"
  }
}
