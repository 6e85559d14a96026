/// The major version of Keras that wrote a file: names, defaults and a curve changed between them.
struct KerasVersion: Hashable, Sendable {
  let major: Int

  static let latest = KerasVersion(major: 3)

  init(major: Int) { self.major = major }

  /// A version as files have it, `2.2.4-tf`; nil where it begins with no number from 1 to 3.
  init?(written text: String) {
    guard let major = text.split(separator: ".").first.flatMap({ Int($0) }), (1...3).contains(major)
    else { return nil }
    self.major = major
  }

  var isKeras3: Bool { major >= 3 }
}
