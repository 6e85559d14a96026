import Kernels

/// A recurrent layer at work: it has a zero state, a step, and sequences made of steps.
///
/// A kind of layer gives its `cell`; everything else here is made of that.
protocol SteppingLayer: RecurrentLayer, ComputingLayer {
  /// The gate that lets the hidden state show, so that the layer shows nothing of a unit where it is
  /// 0; nil where there is none, and the hidden state itself is put to 0.
  static var showing: QuantityName? { get }

  /// The layer with these weights.
  func cell(_ weights: CellWeights) -> any RecurrentCell
}

extension SteppingLayer {
  static var showing: QuantityName? { nil }
  var stepping: (any SteppingLayer)? { self }

  func run(
    _ flow: Network.Flow, of count: Int, with weights: LayerWeights,
    under interventions: Interventions, _ kernels: Kernels
  ) -> LayerRecord {
    guard let timesteps = flow.timesteps else {
      preconditionFailure("a planned recurrent layer reads a sequence")
    }
    let changes = LayerChanges(interventions, of: self, timesteps: timesteps)
    return .states(
      withCell(weights, features: flow.width, kernels: kernels) { cell in
        flow.values.withUnsafeBufferPointer { inputs in
          guard let inputs = inputs.baseAddress else { return states.map { _ in [] } }
          return cell.sequence(
            inputs, observations: count, timesteps: timesteps, backwards: goBackwards,
            states: states.count, under: changes)
        }
      })
  }

  func leaving(_ record: LayerRecord, of count: Int, timesteps: Int?) -> Network.Flow {
    leaving(record.shown, of: count, timesteps: timesteps ?? 1)
  }

  /// What leaves a layer whose hidden states are `[observations, timesteps, units]`: all of them, or
  /// the last one of each observation.
  func leaving(_ hidden: [Float], of count: Int, timesteps: Int) -> Network.Flow {
    if returnSequences { return Network.Flow(values: hidden, timesteps: timesteps, width: units) }
    var values: [Float] = []
    values.reserveCapacity(count * units)
    for observation in 1...count {
      let end = observation * timesteps * units
      values += hidden[end - units..<end]
    }
    return Network.Flow(values: values, timesteps: nil, width: units)
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
            return body(
              cell(
                CellWeights(
                  units: units, features: features, columns: columns,
                  kernel: Rows(kernel, stride: columns),
                  recurrentKernel: Rows(recurrentKernel, stride: columns), bias: bias,
                  innerBias: innerBias.baseAddress ?? bias, kernels: kernels)))
          }
        }
      }
    }
  }
}
