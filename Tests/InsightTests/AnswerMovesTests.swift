import Engine
import Insight
import Testing

@Suite("Where the answer moves")
struct AnswerMovesTests {
  @Test(
    "the largest step comes first, of two alike the earlier, and where nothing moves is no place")
  func order() {
    let answers = Tensor(shape: [6, 1], values: [0.5, 0.5, 0.25, 0.75, 1, 1])
    #expect(AnswerMoves.sizes(answers) == [0, 0, 0.25, 0.5, 0.25, 0])
    #expect(AnswerMoves.places(answers) == [3, 2, 4])
  }

  @Test("of several numbers the one that moves most counts, and one that is none all of a sudden")
  func several() {
    let answers = Tensor(shape: [4, 2], values: [0, 1, 0.5, 1.25, .nan, 1.25, .nan, 1.25])
    #expect(AnswerMoves.sizes(answers) == [0, 0.5, .infinity, 0])
    #expect(AnswerMoves.places(answers) == [2, 1])
  }
}
