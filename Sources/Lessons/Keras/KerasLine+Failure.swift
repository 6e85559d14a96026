extension KerasLine {
  /// Why a line cannot be read.
  package enum Failure: Error, Hashable, Sendable {
    case tooLong(limit: Int)
    case noLayer
    case openBracket
    case noName(value: String)
    /// Too much stands behind the layer; one bracket closes this call.
    case tooManyBrackets(behind: String, call: String)
    case before(String)
    case behind(String)
    case noSetting(kind: String, key: String)
    case tooManyUnits(found: String)
    case noUnits
    case truth(key: String, found: String)
    /// A setting that the layer cannot be without.
    case missing(kind: String, key: String)
    case number(key: String, found: String)
    case noActivation(String)
  }
}
