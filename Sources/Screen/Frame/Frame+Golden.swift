extension Frame {
  /// The frame as a test compares it: the characters, then the meaning of every cell as a letter,
  /// then what the letters mean. A difference in characters therefore shows first.
  ///
  /// "." is plain text on no paper; the other letters are given in the order in which the styles
  /// appear. Values are rounded to tenths.
  package var golden: String {
    var letters: [String: Unicode.Scalar] = [:]
    var legend: [String] = []
    let map = (0..<height).map { row in
      var line = String.UnicodeScalarView()
      for column in 0..<width {
        let cell = self[column, row]
        if cell.style == Style(), cell.halves == nil {
          line.append(".")
          continue
        }
        let name =
          cell.halves.map { $0.goldenName + (cell.isDimmed ? ", dimmed" : "") }
          ?? cell.style.goldenName
        let letter = letters[name] ?? Frame.goldenLetter(letters.count)
        if letters[name] == nil {
          letters[name] = letter
          legend.append("\(letter) \(name)")
        }
        line.append(letter)
      }
      return String(line)
    }
    return (textRows() + ["--- meanings"] + map + ["--- legend"] + legend)
      .map { $0 + "\n" }.joined()
  }

  /// a…z, A…Z, 0…9, then the letters from "Ā" on.
  private static func goldenLetter(_ number: Int) -> Unicode.Scalar {
    let first = Array(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".unicodeScalars)
    if number < first.count { return first[number] }
    return Unicode.Scalar(0x100 + UInt32(number - first.count)) ?? "?"
  }
}

extension Halves {
  /// "signed 0.4 over -0.2".
  var goldenName: String {
    let kind = ramp == .gate ? "gate" : "signed"
    let below = lower.map { Style.tenths(Float($0) / 100) } ?? "nothing"
    return "\(kind) \(Style.tenths(Float(upper) / 100)) over \(below)"
  }
}

extension Paper {
  /// The name of the ground; events are called as frames that were recorded call them.
  fileprivate var goldenName: String {
    switch self {
    case .eventOn: "set"
    case .eventOff: "clear"
    case .none, .bar, .cursor, .selection: "\(self)"
    }
  }
}

extension Style {
  /// "gate 0.4 on cursor, bold".
  var goldenName: String {
    var name: String
    switch ink {
    case .gate(let value): name = "gate \(Style.tenths(value))"
    case .signed(let value): name = "signed \(Style.tenths(value))"
    case .series(let number):
      name =
        Style.recordedHues.indices.contains(number)
        ? Style.recordedHues[number] : "series \(number)"
    default: name = "\(ink)"
    }
    if paper != .none { name += " on \(paper.goldenName)" }
    if bold { name += ", bold" }
    if underlined { name += ", underlined" }
    if reversed { name += ", reversed" }
    if dimmed { name += ", dimmed" }
    return name
  }

  /// What frames that were recorded call the first hues of the series.
  private static let recordedHues = [
    "inputGate", "forgetGate", "cellCandidate", "outputGate", "cellState", "hiddenState",
  ]

  fileprivate static func tenths(_ value: Float) -> String {
    guard value.isFinite else { return "\(value)" }
    let rounded = (min(max(value, -9), 9) * 10).rounded()
    // Adding 0 turns −0 into 0.
    return "\(rounded / 10 + 0)"
  }
}
