import Engine
import Lessons
import Vocabulary

extension Misform {
  /// What the question takes, to be shown.
  package var sentence: String {
    switch self {
    case .form(.number): "answer with a number such as 0.25, or a calculation such as 4 * (3 + 1)"
    case .form(.shape): "answer with a shape such as (3), (3, 5) or (None, 5)"
    case .form(.truth): "answer true or false"
    case .comma(let meant): "write \(meant) with a point"
    case .digits(let digits):
      "give \(digits) digits after the point: with fewer it may be a mistake"
    case .tooLarge(let number): WholeNumber.sentence(tooLarge: number)
    case .option(let count): "choose one of the \(count) with its number"
    case .byHand: "do it with the keys; then the lesson goes on"
    case .line(let failure): failure.sentence
    }
  }
}

extension AnswerForm: CustomStringConvertible {
  /// What one types, or what a lesson says for it: a number.
  package var description: String {
    switch self {
    case .number: "a number"
    case .shape: "a shape such as (3, 5)"
    case .truth: "true or false"
    }
  }
}

extension KerasLine.Failure {
  package var sentence: String {
    switch self {
    case .tooLong(let limit): "a line of at most \(limit) characters is expected"
    case .noLayer:
      "a line such as model.add(LSTM(64)) is expected, with "
        + "LSTM, GRU, SimpleRNN, Dense or another of Keras's layers"
    case .openBracket: "a bracket is not closed"
    case .noName(let value): "'\(value)' needs a name: only the first one stands without it"
    case .tooManyBrackets(let behind, let call):
      "'\(behind)' after the layer is too much; one bracket closes '\(call)('"
    case .before(let text):
      "'\(text)' before the layer is not understood; write model.add( or x = there"
    case .behind(let text): "'\(text)' after the layer is not understood; leave it out"
    case .noSetting(let kind, let key): "\(kind) has no setting '\(key)' here"
    case .tooManyUnits(let found):
      "a layer has at most 1,000,000 units, and '\(found)' stands there"
    case .noUnits: "the number of units is missing, as in LSTM(64)"
    case .truth(let key, let found): "\(key) is True or False, with a capital; found '\(found)'"
    case .missing(let kind, let key): "\(kind) needs \(key), as in \(kind)(…, \(key)=3)"
    case .number(let key, let found): "\(key) cannot be '\(found)'"
    case .noActivation(let name): "there is no activation '\(name)' here"
    }
  }
}
