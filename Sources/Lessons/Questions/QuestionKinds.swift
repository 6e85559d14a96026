/// The kinds of questions there are.
package enum QuestionKinds {
  /// In the order in which a step is tried: the last takes what no other took.
  static let all: [any QuestionKind.Type] = [
    LargestQuestion.self, PressQuestion.self, RepairQuestion.self, AttemptQuestion.self,
    TruthQuestion.self, ShapeQuestion.self, NumberQuestion.self, ChoiceQuestion.self,
  ]

  /// The keys that steps with `ask` or with `try` have for their kinds.
  static func keys(of opening: String) -> [String] {
    all.flatMap { $0.keys }.filter { $0.opening == opening }.map(\.name)
  }
}
