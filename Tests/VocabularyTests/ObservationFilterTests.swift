import Phrases
import Testing
import Vocabulary

@Suite("What observations are to fulfil")
struct ObservationFilterTests {
  private func holds(_ text: String, _ values: [ObservationFilter.Name: Double]) throws -> Bool {
    try ObservationFilter(parsing: text).holds { values[$0] ?? .nan }
  }

  @Test("every comparison has to hold")
  func conditions() throws {
    let values: [ObservationFilter.Name: Double] = [
      .number: 7, .output: 0.8, .truth: 0, .error: 0.8, .right: 0,
    ]
    #expect(try holds("output > 0.5 and truth = 0", values))
    #expect(try !holds("output > 0.5 and truth = 1", values))
    #expect(try holds("abs(output - 1) < 0.3 and number != 8 and right = false", values))
    #expect(try holds("-output < -2 * 0.3", values))
    #expect(try holds("(output) = 0.8 and error = truth + output", values))
  }

  @Test("a number is meant to half a unit of its last digit")
  func tolerance() throws {
    #expect(try holds("output = 0.8", [.output: 0.8499]))
    #expect(try !holds("output = 0.8", [.output: 0.8501]))
    #expect(try !holds("output = 1", [.output: 0.9]))
    #expect(try holds("output = 1 +- 0.2", [.output: 0.9]))
  }

  @Test("of what is not known nothing holds, not even that it is another number")
  func unknown() throws {
    for relation in ["=", "!=", "<", ">"] {
      #expect(try !holds("truth \(relation) 0", [.output: 1]), "\(relation)")
    }
  }

  @Test("a name that an observation has not, and what is no comparison, is refused in a sentence")
  func refusals() {
    func sentence(_ line: String) -> String? {
      do throws(CommandError) {
        _ = try Command(parsing: line)
        return nil
      } catch { return error.description }
    }
    #expect(
      sentence("where outptu > 1") == "an observation has no 'outptu'; did you mean 'output'?")
    #expect(
      sentence("where lstm1.kernel[0, 0] > 1")
        == "an observation has no 'lstm1.kernel[0, 0]'; it has number, output, truth, error and right"
    )
    #expect(
      sentence("where output")
        == "'output': =, !=, < or > is expected, and the text ends; write for example 'where output > "
        + "0.5 and truth = 0'")
    #expect(
      sentence("where max(output, truth) > 1")?.hasPrefix("an observation has no 'max'") == true)
    #expect(sentence("sort size")?.hasPrefix("'sort' takes number | output | error") == true)
  }
}
