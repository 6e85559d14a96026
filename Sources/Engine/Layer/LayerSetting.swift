/// One of the settings that a kind of layer has, under Keras's name: where it stands, and what it is
/// where nothing is said.
package struct LayerSetting<Settings>: Sendable {
  /// Keras's name.
  package let name: String
  private let standard: LayerOption.Value
  private let words: [String]
  private let isRequired: Bool
  private let get: @Sendable (Settings) -> LayerOption.Value
  private let put: @Sendable (LayerOption.Value, inout Settings) -> Void

  private init<Value>(
    _ name: String, _ path: WritableKeyPath<Settings, Value> & Sendable,
    standard: LayerOption.Value, words: [String] = [], isRequired: Bool = false,
    wrap: @escaping @Sendable (Value) -> LayerOption.Value,
    unwrap: @escaping @Sendable (LayerOption.Value) -> Value?
  ) {
    self.name = name
    self.standard = standard
    self.words = words
    self.isRequired = isRequired
    get = { wrap($0[keyPath: path]) }
    put = { value, settings in
      if let value = unwrap(value) { settings[keyPath: path] = value }
    }
  }

  /// A flag.
  static func flag(
    _ name: String, _ path: WritableKeyPath<Settings, Bool> & Sendable, standard: Bool
  ) -> LayerSetting {
    LayerSetting(
      name, path, standard: .truth(standard), wrap: { .truth($0) },
      unwrap: { if case .truth(let value) = $0 { value } else { nil } })
  }

  /// A curve.
  static func curve(
    _ name: String, _ path: WritableKeyPath<Settings, Activation> & Sendable, standard: Activation
  ) -> LayerSetting {
    LayerSetting(
      name, path, standard: .activation(standard), wrap: { .activation($0) },
      unwrap: { if case .activation(let value) = $0 { value } else { nil } })
  }

  /// A whole number; `nil` for the standard makes it one that has to be said.
  static func integer(
    _ name: String, _ path: WritableKeyPath<Settings, Int> & Sendable, standard: Int?
  ) -> LayerSetting {
    LayerSetting(
      name, path, standard: .integer(standard ?? 1), isRequired: standard == nil,
      wrap: { .integer($0) },
      unwrap: { if case .integer(let value) = $0 { value } else { nil } })
  }

  /// A number.
  static func number(
    _ name: String, _ path: WritableKeyPath<Settings, Double> & Sendable, standard: Double
  ) -> LayerSetting {
    LayerSetting(
      name, path, standard: .number(standard), wrap: { .number($0) },
      unwrap: { if case .number(let value?) = $0 { value } else { nil } })
  }

  /// A number that may be left open.
  static func openNumber(
    _ name: String, _ path: WritableKeyPath<Settings, Double?> & Sendable
  ) -> LayerSetting {
    LayerSetting(
      name, path, standard: .number(nil), wrap: { .number($0) },
      unwrap: { if case .number(let value) = $0 { .some(value) } else { nil } })
  }

  /// Some whole numbers; `nil` for the standard makes them such that have to be said.
  static func integers(
    _ name: String, _ path: WritableKeyPath<Settings, [Int]> & Sendable, standard: [Int]?
  ) -> LayerSetting {
    LayerSetting(
      name, path, standard: .integers(standard ?? []), isRequired: standard == nil,
      wrap: { .integers($0) },
      unwrap: {
        switch $0 {
        case .integers(let values): values
        case .integer(let value): [value]
        default: nil
        }
      })
  }

  /// One of some words.
  static func word<Word: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ path: WritableKeyPath<Settings, Word> & Sendable, standard: Word
  ) -> LayerSetting {
    LayerSetting(
      name, path, standard: .word(standard.rawValue), words: Word.allCases.map(\.rawValue),
      wrap: { .word($0.rawValue) },
      unwrap: { if case .word(let value) = $0 { Word(rawValue: value) } else { nil } })
  }

  /// What it is in a layer.
  func option(of settings: Settings) -> LayerOption {
    LayerOption(
      name: name, value: get(settings), standard: standard, words: words, isRequired: isRequired)
  }

  /// Sets it in a layer; a value of another kind changes nothing.
  func set(_ value: LayerOption.Value, in settings: inout Settings) { put(value, &settings) }
}
