import Documents

// How a file of observations is meant, as `observations` of a `model.yaml` says it with the words of the
// options beside `--input`:
//
//     {kind: file, data: prices.csv, columns: [open, close], window: 50, step: 1, target: close,
//      group: id, standardise: true, fit_on: 0:800, missing: forward}
//     {kind: file, data: words.txt, tokenizer: tokenizer.json, pad: post}
extension InputReading {
  /// What is said of the file, as entries behind `data`.
  package var entries: [String] {
    let columns = columns.map { "[\($0.map(JSON.quoted).joined(separator: ", "))]" }
    let entries: [(String, String?)] = [
      ("columns", columns), ("window", window.map(String.init)),
      ("step", step == 1 ? nil : "\(step)"), ("target", target.map(JSON.quoted)),
      ("group", group.map(JSON.quoted)),
      ("standardise", scaling == .standardise ? "true" : nil),
      ("normalise", scaling == .normalise ? "true" : nil),
      ("fit_on", fitOn.map { JSON.quoted("\($0.lowerBound):\($0.upperBound)") }),
      ("missing", missing?.rawValue), ("array", array.map(JSON.quoted)),
      ("tokenizer", tokenizer.map(JSON.quoted)), ("pad", padding == .pre ? nil : padding.rawValue),
    ]
    return entries.compactMap { key, value in value.map { "\(key): \($0)" } }
  }

  static let keys = [
    "columns", "window", "step", "target", "group", "standardise", "normalise", "fit_on", "missing",
    "array", "tokenizer", "pad",
  ]

  init(yaml mapping: DocumentMapping) throws(FileError) {
    self.init()
    if let list = mapping["columns"] {
      var columns: [String] = []
      for value in try list.list("columns") { columns.append(try value.text("columns")) }
      self.columns = columns
    }
    window = try mapping["window"]?.integer("window", in: 1...1_000_000)
    step = try mapping["step"]?.integer("step", in: 1...1_000_000) ?? 1
    target = try mapping["target"]?.text("target")
    group = try mapping["group"]?.text("group")
    if try mapping["standardise"]?.flag("standardise") == true { scaling = .standardise }
    if try mapping["normalise"]?.flag("normalise") == true { scaling = .normalise }
    if let value = mapping["fit_on"] {
      let text = try value.text("fit_on")
      guard let rows = Self.rows(text) else { throw value.error(.input(.rows(text))) }
      fitOn = rows
    }
    missing = try Self.choice(mapping, "missing")
    array = try mapping["array"]?.text("array")
    tokenizer = try mapping["tokenizer"]?.path("tokenizer")
    padding = try Self.choice(mapping, "pad") ?? .pre
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ mapping: DocumentMapping, _ key: String
  ) throws(FileError) -> Choice? {
    guard let value = mapping[key] else { return nil }
    let text = try value.text(.key(key))
    guard let choice = Choice(rawValue: text) else {
      throw value.error(
        .choice(
          name: .key(key), found: text, nearest: nil, known: Choice.allCases.map(\.rawValue)))
    }
    return choice
  }
}
