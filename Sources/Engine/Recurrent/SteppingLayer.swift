import Kernels

/// A recurrent layer at work: it has a zero state, a step, and sequences made of steps.
///
/// A kind of layer gives its `cell`; everything else here is made of that.
protocol SteppingLayer: RecurrentLayer, ComputingLayer {
  /// The gate that lets the hidden state show, so that the layer shows nothing of a unit where it is
  /// 0; nil where there is none, and the hidden state itself is put to 0.
  static var showing: QuantityName? { get }

  /// Whether its sums are those of four gates, so that it works with its kernels in panels.
  var hasFourGates: Bool { get }

  /// The layer with these weights.
  func cell(_ weights: CellWeights) -> any RecurrentCell
}

extension SteppingLayer {
  static var showing: QuantityName? { nil }
  var hasFourGates: Bool { false }
  var stepping: (any SteppingLayer)? { self }

  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    run(inputs, of: count, on: desk, keepingGates: nil)
  }

  /// The same; `gates` gets the finished gates, `[observations, timesteps, columns]`.
  func run(
    _ inputs: [Flow], of count: Int, on desk: Desk,
    keepingGates gates: UnsafeMutablePointer<Float>?
  ) -> LayerRecord {
    let flow = inputs[0]
    guard let timesteps = flow.timesteps else {
      preconditionFailure("a planned recurrent layer reads a sequence")
    }
    let before = inputs.count > 1 ? inputs.dropFirst().map(\.values) : nil
    let mask = flow.mask.map { goBackwards ? $0.turnedRound(each: timesteps) : $0 }
    let changes = LayerChanges(desk.interventions, of: self, timesteps: timesteps)
    let number = states.count
    let made = withCell(desk.weights, features: flow.width, kernels: desk.kernels) { cell in
      flow.values.withUnsafeBufferPointer { inputs -> [[Float]] in
        guard let inputs = inputs.baseAddress else { return [] }
        return cell.sequence(
          inputs, observations: count, timesteps: timesteps, backwards: goBackwards,
          states: number, from: before, mask: readsSkipped ? nil : mask,
          keepingGates: gates, under: changes)
      }
    }
    return .states(record(made, timesteps: timesteps, mask: mask, before: before))
  }

  /// What is kept of states, each `[observations, timesteps, units]`; `mask` says which timesteps count.
  func record(
    _ states: [[Float]], timesteps: Int, mask: [Bool]? = nil, before: [[Float]]? = nil
  ) -> StateRecord {
    StateRecord(
      states: states, timesteps: timesteps, units: units, handsOnAll: returnSequences,
      zerosWhereSkipped: zerosWhereSkipped, mask: readsSkipped ? nil : mask,
      inputMask: mask, isBackwards: goBackwards, before: before)
  }

  /// Lends the cell of the layer with these weights.
  func withCell<Result>(
    _ weights: LayerWeights, features: Int, kernels: Kernels, _ body: (any RecurrentCell) -> Result
  ) -> Result {
    weights.kernel.withUnsafeBufferPointer { kernel in
      weights.recurrentKernel.withUnsafeBufferPointer { recurrentKernel in
        weights.bias.withUnsafeBufferPointer { bias in
          weights.innerBias.withUnsafeBufferPointer { innerBias in
            guard let kernel = kernel.baseAddress, let bias = bias.baseAddress,
              let recurrentKernel = recurrentKernel.baseAddress
            else { preconditionFailure("a planned recurrent layer has weights") }
            let columns = weights.columns
            var lent = CellWeights(
              units: units, features: features, columns: columns,
              kernel: Rows(kernel, stride: columns),
              recurrentKernel: Rows(recurrentKernel, stride: columns), bias: bias,
              innerBias: innerBias.baseAddress ?? bias, kernels: kernels)
            guard let gateKernels = weights.gateKernels else { return body(cell(lent)) }
            return gateKernels.lend(features: features) { kernel, recurrentKernel in
              lent.gatePanels = kernel
              lent.recurrentPanels = recurrentKernel
              return body(cell(lent))
            }
          }
        }
      }
    }
  }
}
