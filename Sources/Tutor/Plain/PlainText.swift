import Engine
import NetworkCode
import Phrases
import Vocabulary

/// What a screen shows, as lines of words and numbers: for screen readers, pipes and those who would
/// rather read than look. No frame, no colour, no bar; every number is the one of the screen.
package struct PlainText: Sendable {
  /// The lines, each a sentence or a name with what it stands for.
  package private(set) var lines: [String] = []

  let state: Explorer

  /// What a tutor shows, in words: what lies on top, where that has words of its own.
  package init(_ state: State) {
    self.init(state.explorer)
    if let lines = state.top?.plainLines(over: state.explorer) { self.lines = lines }
  }

  /// The open screen in words.
  package init(_ state: Explorer) {
    self.state = state
    lines.append(PlainPhrases.opening(screen: state.position.screen.rawValue, place: place))
    for command in state.position.changes { lines.append(PlainPhrases.whatIf("\(command)")) }
    if let message = state.message { lines.append(message) }
    state.position.screen.view.say(in: &self)
  }

  /// The lines in one text, without the end of the last.
  package var text: String { lines.joined(separator: "\n") }

  mutating func add(_ line: String) { if !line.isEmpty { lines.append(line) } }

  /// Code keeps its empty lines.
  mutating func add(_ code: NetworkCode) { lines += code.lines.map(\.text) }

  /// Where one is: model, observation, timestep.
  private var place: String {
    let timestep = state.position.timestep
    let facts = state.example.facts
    let epoch = state.epochTitle
    let name = [state.model.name, epoch, facts.name].compactMap(\.self).joined(separator: ", ")
    guard state.position.description.input.hasTimesteps else { return name }
    let last = state.timesteps - 1
    guard let timestep else { return PlainPhrases.beforeTheFirst(name, last: last) }
    let label = state.example.timesteps[timestep].label
    let isDate = label != "\(timestep)" && !state.example.isSymbolic
    return PlainPhrases.at(timestep, in: name, last: last, date: isDate ? label : nil)
  }
}
