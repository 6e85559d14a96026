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
          "description": "latch, weather, a path, or a network of its own.",
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
    [
      "type": "object",
      "additionalProperties": false,
      "properties": [
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
        "tolerance": ["type": "number", "minimum": 0],
        "larger": texts("Formulas of which the largest is asked for."),
        "press": ["description": "A key is asked for.", "type": "boolean"],
        "repair": text("A line of Keras code to mend."),
        "replaces": text("The layer that the line describes."),
        "until": texts("What has to hold when it is done."),
        "solution": commands("Commands that get there."),
        "hint": text("On demand."),
        "way": text("After the second wrong answer."),
        "because": text("After the right answer."),
        "wrong": [
          "description": "Each wrong answer with the sentence that names the mistake.",
          "type": "object", "maxProperties": LessonReader.mostEntries,
          "additionalProperties": wrong,
        ],
      ],
    ]
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
