import Engine

/// Why a command cannot be carried out, as the sentence that is shown.
struct Refusal: Error {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }

  /// Turns any error of a body into the sentence that describes it.
  static func from<Result>(_ body: () throws -> Result) throws(Refusal) -> Result {
    do { return try body() } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal((error as? EngineError)?.sentence ?? "\(error)")
    }
  }
}
