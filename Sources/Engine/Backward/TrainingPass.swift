import Kernels

/// A forward pass that can be gone back.
package struct TrainingPass: Sendable {
  let network: Network
  let inputs: [Flow]
  let count: Int
  let made: [TrainingRecord]
  let interventions: Interventions
  let kernels: Kernels

  private var last: Flow { made.last?.record.handing(0, of: count) ?? inputs[0] }

  /// What leaves the network, `[observations, units]` or `[observations, timesteps, units]`.
  package var output: Tensor {
    let flow = last
    return Tensor(shape: [count] + flow.shape, values: flow.values)
  }

  /// The rows of the answer that count.
  package var countedRows: Int {
    let last = last
    return last.mask.map { $0.count { $0 } } ?? last.values.count / last.width
  }

  /// Weights that a step of training moves without a gradient, by their keys.
  package var moved: [String: [Float]] {
    var moved: [String: [Float]] = [:]
    for (planned, made) in zip(network.plan.layers, made) {
      for (name, values) in made.moved { moved[planned.layer.name + "/" + name] = values }
    }
    return moved
  }

  /// The same as a loss looks at it.
  package var answers: Answers {
    Answers(of: network, last, count: count, interventions, kernels, from: flow(of:))
  }

  /// The way back from ∂loss/∂ the output, as long as it; with `isBeforeCurve` from that of the sums
  /// before `lastCurve`.
  ///
  /// Backpropagation through time (Werbos 1990): each layer turns the gradients of what it handed on into
  /// those of what it read, the last timestep first.
  package func gradients(
    of output: [Float], isBeforeCurve: Bool = false, withInputs: Bool = false,
    withStates: Bool = true
  ) -> Gradients {
    precondition(output.count == last.values.count, "a gradient for each number that leaves")
    let end = made.count - 1
    return gradients(
      handedOn: [end: [output]], from: end, isBeforeCurve: isBeforeCurve, withInputs: withInputs,
      withStates: withStates)
  }

  /// The way back from one layer, `handedOn` being ∂loss/∂ what layers handed on.
  func gradients(
    handedOn: [Int: [[Float]]], from end: Int, isBeforeCurve: Bool = false,
    seed: StateSeed? = nil, withInputs: Bool, withStates: Bool = true
  ) -> Gradients {
    var outputs = handedOn
    var result = Gradients()
    result.inputs = inputs.map { _ in [] }
    for index in (0...end).reversed() {
      let planned = network.plan.layers[index]
      guard outputs[index] != nil || (index == end && seed != nil) else { continue }
      if planned.layer.settings is AnotherInput {
        let place = network.plan.layers[...index].count { $0.layer.settings is AnotherInput }
        if withInputs { result.inputs[place] = outputs[index]?.first ?? [] }
        continue
      }
      let made = made[index]
      let step = BackwardStep(
        inputs: planned.sources.map(flow(of:)), made: made, count: count,
        desk: network.desk(index, interventions, kernels), outputs: outputs[index] ?? [],
        isBeforeCurve: isBeforeCurve && index == end, seed: index == end ? seed : nil,
        keepsStates: withStates,
        isAsked: planned.sources.map { withInputs || $0.layer != nil })
      let gradients = planned.layer.computing.backward(step)
      outputs[index] = nil
      for (name, values) in gradients.weights {
        result.weights[planned.layer.name + "/" + name] = values
      }
      if !gradients.states.isEmpty { result.states[index] = gradients.states }
      for (source, values) in zip(planned.sources, gradients.inputs) where !values.isEmpty {
        if let layer = source.layer {
          var handed = outputs[layer] ?? []
          while handed.count <= source.output { handed.append([]) }
          handed[source.output] = handed[source.output].added(values)
          outputs[layer] = handed
        } else if withInputs {
          result.inputs[0] = result.inputs[0].added(values)
        }
      }
    }
    return result
  }

  private func flow(of source: PlannedSource) -> Flow {
    source.layer.map { made[$0].record.handing(source.output, of: count) } ?? inputs[0]
  }
}

extension [Float] {
  /// The sums of two lists; an empty one stands for zeros.
  fileprivate func added(_ other: [Float]) -> [Float] {
    if isEmpty { return other }
    var sums = self
    other.withUnsafeBufferPointer { other in
      sums.withUnsafeMutableBufferPointer { sums in
        guard let from = other.baseAddress, let to = sums.baseAddress else { return }
        addEach(
          Rows(from, stride: other.count), to: MutableRows(to, stride: other.count), rows: 1,
          columns: other.count)
      }
    }
    return sums
  }
}
