import Documents
import Engine
import Wording

// Observations from the columns of a table.
extension ObservationFile {
  static func numbers(
    _ table: CSVNumbers, _ file: String, _ inputs: [InputLayer], _ reading: InputReading
  ) throws(FileError) -> ObservationFile {
    guard inputs.count < 2 else {
      throw FileError(file, .input(.severalInputs(inputs.map(\.name), present: [])))
    }
    if reading.array != nil { throw FileError(file, .input(.needsArrays)) }
    let input = inputs.first
    let target = try reading.target.map { (name) throws(FileError) in
      try table.numericColumn(name, in: file)
    }
    let group = try reading.group.map { (name) throws(FileError) in
      try table.column(name, in: file)
    }
    let label = try ColumnLabel(table, unlike: [target, group].compactMap(\.self), reading)
    let choice = try Self.features(
      table, file, input, reading, target: target,
      beside: [group, label?.column].compactMap(\.self))

    // Rows in the order of their sequences, and what becomes of gaps in them.
    let order = try RowOrder(table, by: group)
    let used = choice.columns + (target.map { [$0] } ?? [])
    let filled = try order.filled(table, used, file, reading.missing)
    let width = choice.columns.count
    var values = filled.values
    if used.count > width {
      values = filled.rows.indices.flatMap { row in
        filled.values[row * used.count..<row * used.count + width]
      }
    }
    // Each row is an observation where it is as wide as one, and where the model knows no timesteps.
    let isRowwise = choice.isFlat || input?.hasTimesteps == false
    let shape = [filled.rows.count, width]
    guard let axes = isRowwise ? InputRows.axes(of: shape, for: input) : [1] + shape else {
      throw FileError(file, .observationShape(shape))
    }
    var result = ObservationFile(
      InputRows(shape: axes, values: values.map { Float($0) }), of: file, reading)
    if !choice.isFlat {
      result.marks = label.map { label in filled.rows.map { label.marks[$0] } }
      if table.names != nil {
        var names: [String] = []
        for column in choice.columns {
          let title = table.columns[column].title ?? "feature \(column)"
          names.append(try checkedName(title, at: Place(file)))
        }
        result.featureNames = names
      }
    }
    if !isRowwise {
      try result.cutWindows(
        for: input, after: target == nil ? 0 : 1,
        sequences: group == nil ? nil : filled.sequences)
    } else if let option = group != nil ? "group" : reading.window != nil ? "window" : nil {
      throw FileError(file, .input(.rowsAreObservations(option: option)))
    }
    try result.scale(values)
    if let target {
      let column = (0..<filled.rows.count).map { filled.values[$0 * used.count + width] }
      result.truths = result.truths(
        of: table.columns[target], column, feature: choice.columns.firstIndex(of: target),
        isRowwise: isRowwise)
    }
    let known = Set([label?.column, group].compactMap(\.self))
    result.passedOver = table.columns.indices.filter {
      table.columns[$0].kind != .numbers && !known.contains($0)
    }.map { table.columns[$0].name }
    return result
  }

  /// The columns that are the features, and whether a row of them is a whole observation.
  private static func features(
    _ table: CSVNumbers, _ file: String, _ input: InputLayer?, _ reading: InputReading,
    target: Int?, beside: [Int]
  ) throws(FileError) -> (columns: [Int], isFlat: Bool) {
    let wanted = input?.features
    let flat = input?.size
    func isFlat(_ count: Int) -> Bool { count == flat && count != wanted }
    if let names = reading.columns {
      var columns: [Int] = []
      for name in names { columns.append(try table.numericColumn(name, in: file)) }
      guard wanted == nil || columns.count == wanted || isFlat(columns.count) else {
        throw FileError(
          file, .input(.columnCount(expected: wanted ?? 0, found: columns.count, table.described)))
      }
      return (columns, isFlat(columns.count))
    }
    let faults = table.columns.indices.compactMap { table.fault($0) }
    if let fault = faults.min(by: { $0.place.isBefore($1.place) }) { throw fault }
    let numeric = table.numeric.filter { !beside.contains($0) }
    guard !numeric.isEmpty else {
      let hasWords = table.columns.contains { $0.kind == .words }
      if input?.hasFeatures == false, hasWords {
        throw FileError(file, .input(.needsTokenizer))
      }
      throw FileError(file, .noNumbers(columns: table.columns.map(\.name)))
    }
    guard let wanted else { return (numeric, false) }
    let others = numeric.filter { $0 != target }
    for columns in [numeric, others, table.numeric] where columns.count == wanted {
      return (columns, false)
    }
    for columns in [others, numeric] where isFlat(columns.count) { return (columns, true) }
    // Any number of tokens, or of timesteps of one feature, is an observation a row.
    if input?.hasTimesteps == true, input?.timesteps == nil, wanted == 1,
      input?.hasFeatures == false
    {
      return (others, true)
    }
    throw FileError(file, .input(.whichColumns(expected: wanted, table.described)))
  }

  /// The true answer of each observation: the value in the row after a window, or in its own row where
  /// a row is an observation.
  func truths(
    of column: CSVNumbers.Column, _ values: [Double], feature: Int?, isRowwise: Bool
  ) -> [ObservationFacts.Truth] {
    let name = Cleaning.text(column.title ?? "")
    let areYesOrNo = values.allSatisfy { $0 == 0 || $0 == 1 }
    return rows.starts.indices.map { index in
      let value = values[isRowwise ? index : rows.starts[index] + rows.timesteps]
      let scaled = feature.flatMap { feature in scale.map { $0.scaled(value, feature: feature) } }
      return ObservationFacts.Truth(
        name: name, value: Float(scaled ?? value), measured: scaled == nil ? nil : Float(value),
        isYes: areYesOrNo ? value == 1 : nil)
    }
  }

  /// The true answers in a column of a table whose rows are observations.
  func truths(
    of target: String, in table: CSVNumbers, _ file: String
  ) throws(FileError) -> [ObservationFacts.Truth] {
    let column = try table.numericColumn(target, in: file)
    return truths(
      of: table.columns[column], table.values(of: [column]), feature: nil, isRowwise: true)
  }
}
