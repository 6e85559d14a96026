import Documents
import Engine
import Wording

// Observations from arrays, one for each input.
extension ObservationFile {
  static func arrays(
    _ arrays: [NumberArray], _ file: String, _ inputs: [InputLayer], _ reading: InputReading
  ) throws(FileError) -> ObservationFile {
    if let option = reading.asksForColumns {
      throw FileError(file, .input(.needsTable(option: option)))
    }
    if reading.missing != nil { throw FileError(file, .input(.needsTable(option: "missing"))) }
    var read: [InputRows] = []
    for (place, array) in arrays.enumerated() {
      let input = inputs.indices.contains(place) ? inputs[place] : nil
      guard let axes = InputRows.axes(of: array.shape, for: input) else {
        throw FileError(file, .observationShape(array.shape))
      }
      read.append(InputRows(shape: axes, values: array.values))
    }
    var result = ObservationFile(read[0], of: file, reading)
    if read.count == 1 { try result.cutWindows(for: inputs.first, after: 0) }
    try result.scale(result.rows.values.map { Double($0) })
    for (place, rows) in read.enumerated().dropFirst() {
      guard rows.starts.count == result.count else {
        throw FileError(
          file,
          .input(
            .observationCounts(
              input: inputs[place].name, expected: result.count, found: rows.starts.count)))
      }
    }
    result.beside = Array(read.dropFirst())
    return result
  }

  /// Cuts windows of as many rows as was asked for, or as the model reads, where a sequence is longer
  /// than that; `after` is how many rows a window needs behind it.
  mutating func cutWindows(
    for input: InputLayer?, after: Int, sequences given: [(range: Range<Int>, name: String)]? = nil
  ) throws(FileError) {
    let sequences = given?.map(\.range) ?? rows.sequences
    let longest = sequences.map(\.count).max() ?? 0
    let length = input?.hasTimesteps == true ? input?.timesteps : nil
    let isOne = given != nil || sequences.count == 1
    guard let window = reading.window ?? (isOne ? length : nil) ?? given.map({ _ in longest }),
      reading.window != nil || given != nil || after > 0 || longest > window
    else {
      guard after == 0 else {
        throw FileError(file, .input(.targetWithoutWindow(rows: longest)))
      }
      return
    }
    if let short = sequences.firstIndex(where: { $0.count < window + after }) {
      throw FileError(
        file,
        .input(
          .tooShort(
            rows: sequences[short].count, window: window, after: after,
            group: given.flatMap { $0[short].name.isEmpty ? nil : excerpt($0[short].name) })))
    }
    rows.cut(sequences, window: window, step: reading.step, after: after)
    areWindows = true
  }

  /// Brings the features to one scale, where that was asked for; `values` are the rows as they were
  /// read.
  mutating func scale(_ values: [Double]) throws(FileError) {
    guard let scaling = reading.scaling else {
      guard reading.fitOn == nil else { throw FileError(file, .input(.fitWithoutScaling)) }
      return
    }
    let all = 0..<rows.rowCount
    let fit = reading.fitOn ?? all
    guard fit.upperBound <= all.upperBound else {
      throw FileError(file, .input(.fitBeyond(fit, rows: all.count)))
    }
    let features = rows.features
    let scale = FeatureScale(scaling, values, features: features, rows: fit)
    unscaled = rows.values
    for place in rows.values.indices {
      rows.values[place] = Float(scale.scaled(values[place], feature: place % features))
    }
    self.scale = scale
  }
}

extension StoredArrays {
  /// The array that each input reads: the one that was asked for, the only one, or the one with the
  /// input's name.
  func chosen(
    for inputs: [InputLayer], _ file: String, _ reading: InputReading
  ) throws(FileError) -> [NumberArray] {
    let present = names
    if inputs.count > 1 {
      if let name = reading.array { throw FileError(file, .input(.oneArray(excerpt(name)))) }
      var result: [NumberArray] = []
      // Without names numpy.savez counts them.
      let counted = inputs.indices.map { "arr_\($0)" }
      let wanted = counted.allSatisfy(present.contains) ? counted : inputs.map(\.name)
      guard wanted.allSatisfy(present.contains) else {
        throw FileError(
          file, .input(.severalInputs(inputs.map(\.name), present: present.map(excerpt))))
      }
      for name in wanted { result.append(try array(name)) }
      return result
    }
    if let name = reading.array { return [try array(name)] }
    if present.count == 1 { return [try array(present[0])] }
    for name in [inputs.first?.name, "input"].compactMap(\.self) where present.contains(name) {
      return [try array(name)]
    }
    guard !present.isEmpty else { return [try array("input")] }
    throw FileError(file, .input(.whichArray(present.map(excerpt))))
  }
}
