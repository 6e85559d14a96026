import Engine

/// Why a command cannot be carried out, as the sentence that is shown.
package struct Refusal: Error, CustomStringConvertible {
  /// The reason, as a sentence.
  package let sentence: String

  init(_ sentence: String) { self.sentence = sentence }

  /// The sentence, also where nothing is open yet that could show it.
  package var description: String { sentence }

  /// Turns any error of a body into the sentence that describes it.
  package static func from<Result>(_ body: () throws -> Result) throws(Refusal) -> Result {
    do { return try body() } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal((error as? EngineError)?.sentence ?? "\(error)")
    }
  }
}
