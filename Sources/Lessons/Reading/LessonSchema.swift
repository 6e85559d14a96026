import Documents
import Foundation

/// The form of a lesson file as a JSON schema, for editors that complete and check while one types.
///
/// The keys are those of `LessonReader`; a test compares.
package enum LessonSchema {
  /// The schema, pretty-printed with sorted keys.
  package static func text() throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: schema, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self)
  }

  private static var schema: [String: Any] {
    [
      "$schema": "http://json-schema.org/draft-07/schema#",
      "title": "A lesson of Unroll",
      "type": "object",
      "additionalProperties": false,
      "required": ["title", "steps"],
      "properties": [
        "title": text("What the lesson is called."),
        "summary": text("One sentence for the list of lessons."),
        "minutes": ["type": "integer", "minimum": 1, "maximum": 120],
        "model": [
          "description": "latch, latch4, weather, a path, or a network of its own.",
          "type": ["string", "object"],
        ],
        "observation": ["type": "integer", "minimum": 0],
        "notes": text("For the one who teaches, at the first step."),
        "steps": [
          "type": "array", "minItems": 1, "maxItems": LessonReader.mostSteps, "items": step,
        ],
      ],
    ]
  }

  private static var step: [String: Any] {
    let ofKinds = QuestionKinds.all.flatMap { $0.keys }.map { ($0.name, form(of: $0)) }
    return [
      "type": "object",
      "additionalProperties": false,
      "properties": common.merging(ofKinds) { known, _ in known },
    ]
  }

  /// The keys of a step that belong to no kind of question alone.
  private static var common: [String: Any] {
    [
      "say": text("What is said. *emphasis*, `code`, {value}."),
      "ask": text("What is asked."),
      "try": text("What is to be done by hand."),
      "do": commands("Commands on entering the step."),
      "point": texts("What it speaks of; the rest steps back."),
      "hide": texts("What is covered."),
      "check": texts("Conditions that the engine has to meet here."),
      "pause": ["type": "number", "minimum": 0, "maximum": 600],
      "notes": text("For the one who teaches, at this step."),
      "of": text("What the answer is in the engine: a formula, or a condition."),
      "with": commands("Commands before it is computed."),
      "answer": ["description": "The right answer.", "type": scalar],
      "hint": text("On demand."),
      "way": text("After the second wrong answer."),
      "because": text("After the right answer."),
      "wrong": [
        "description": "Each wrong answer with the sentence that names the mistake.",
        "type": "object", "maxProperties": LessonReader.mostEntries,
        "additionalProperties": wrong,
      ],
    ]
  }

  /// What stands behind a key of a kind of question.
  private static func form(of key: QuestionKey) -> [String: Any] {
    switch key.form {
    case .text: text(key.description)
    case .texts: texts(key.description)
    case .commands: commands(key.description)
    case .number: ["type": "number", "minimum": 0]
    case .flag: ["description": key.description, "type": "boolean"]
    }
  }

  private static var wrong: [String: Any] {
    [
      "type": ["string", "object"],
      "additionalProperties": false,
      "required": ["say"],
      "properties": [
        "say": text("The sentence that names the mistake."),
        "idea": text("The faulty idea."),
        "of": text("What the idea would give."),
        "if": text("What the idea would make true."),
        "with": commands("Commands before it is computed; in a try, those that make the mistake."),
      ],
    ]
  }

  private static let scalar = ["string", "number", "boolean"]

  private static func text(_ description: String) -> [String: Any] {
    ["description": description, "type": scalar, "maxLength": LessonReader.longestText]
  }

  /// A list of any length, or one alone.
  private static func commands(_ description: String) -> [String: Any] {
    ["description": description, "type": scalar + ["array"], "items": ["type": scalar]]
  }

  /// A list, or one alone.
  private static func texts(_ description: String) -> [String: Any] {
    commands(description).merging(["maxItems": LessonReader.mostEntries]) { _, new in new }
  }
}
