import Engine
import Insight
import Phrases

/// What one setting of return_sequences does to the layers behind, computed from the plan of the
/// network that has it.
struct Consequences {
  /// What stands before the text: the layer or layers that read next.
  let subject: String
  /// What they do, at several lengths, the longest first; why, where one cannot follow.
  let forms: [String]
  /// Whether the network cannot be built.
  let isFailure: Bool

  init(_ contrast: Contrast, _ side: Contrast.Side, in state: Explorer) {
    let layers = state.position.description.layers
    let plan = contrast.plan(side)
    guard let next = contrast[side].network.description.behind(contrast.layer) else {
      subject = ContrastPhrases.noLayer
      forms = [ContrastPhrases.isOutput(layers[contrast.layer].name)]
      isFailure = false
      return
    }
    if let failure = plan.failure {
      let before = Self.stages(plan, from: next, to: failure.layerIndex)
      let words = SharedPhrases.cannotBeBuilt(
        failure.layerName, because: state.words(on: failure.error),
        isKeras: state.model.framework == .keras)
      subject = failure.layerName + " ✗"
      forms = [(before.map(\.long) + [words]).joined(separator: "; ")]
      isFailure = true
      return
    }
    let stages = Self.stages(plan, from: next, to: layers.count)
    subject = stages[0].name
    let shape = plan.layers.last?.outputShape.perObservation ?? ""
    let end = " → \(shape)"
    // An LSTM says itself what it gives.
    let isSaid = stages[stages.count - 1].givesShape
    let fullEnd = isSaid ? "" : end
    let rest = stages.dropFirst()
    let full = ([stages[0].does] + rest.map(\.long)).joined(separator: "; ")
    forms = [
      full + fullEnd, stages[0].does + (rest.isEmpty ? fullEnd : " …" + end),
      stages[0].brief + end,
    ]
    isFailure = false
  }

  /// Layers that do one thing together.
  private struct Stage {
    var name: String
    var does: String
    var brief: String
    /// Whether `does` ends with the shape that comes out.
    var givesShape = false
    var long: String { "\(name) \(does)" }
  }

  /// One stage for each LSTM, one for Dense layers that follow one another.
  private static func stages(_ plan: NetworkPlan, from first: Int, to end: Int) -> [Stage] {
    var stages: [Stage] = []
    var index = first
    while index < min(end, plan.layers.count) {
      let planned = plan.layers[index]
      let comes = planned.inputShape.perObservation
      if planned.layer.isRecurrent {
        stages.append(
          Stage(
            name: planned.layer.name,
            does: ContrastPhrases.accepts(comes, gives: planned.outputShape.perObservation),
            brief: ContrastPhrases.accepts(comes), givesShape: true))
        index += 1
        continue
      }
      var last = index
      while last + 1 < min(end, plan.layers.count), !plan.layers[last + 1].layer.isRecurrent {
        last += 1
      }
      let count = last + 1 - index
      let isRowwise = plan.layers[index...last].allSatisfy(\.isRowwise)
      let does =
        planned.inputShape.rank == 3
        ? !isRowwise
          ? ContrastPhrases.makes(
            comes, gives: plan.layers[last].outputShape.perObservation, layers: count)
          : ContrastPhrases.appliesAtEach(layers: count)
        : ContrastPhrases.appliesOnce(to: comes, layers: count)
      stages.append(
        Stage(
          name: last == index
            ? planned.layer.name : "\(planned.layer.name) … \(plan.layers[last].layer.name)",
          does: does.full, brief: does.brief))
      index = last + 1
    }
    return stages
  }

  /// The lines, at most so wide; `namesSubject` where the subject has no place of its own.
  func lines(width: Int, namesSubject: Bool) -> [String] {
    if isFailure {
      // Keras names the layer itself; the words before the colon stand in the label.
      let text = namesSubject ? forms[0] : String(forms[0].dropFirst(prefix))
      return Fitted.lines(text, width: width)
    }
    let texts = forms.map { namesSubject ? "\(subject) \($0)" : $0 }
    if let text = texts.first(where: { $0.count <= width }) { return [text] }
    return [texts[texts.count - 1]]
  }

  /// How much of the text the label repeats.
  private var prefix: Int { forms[0].hasPrefix(subject + " ") ? subject.count + 1 : 0 }
}
