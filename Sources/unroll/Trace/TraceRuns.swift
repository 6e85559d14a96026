import Engine
import Learning
import ModelFiles

/// The observations that are traced, run some at a time, so that memory does not grow with them.
struct TraceRuns {
  let source: ObservationSource
  let indices: ClosedRange<Int>
  /// The gradients that are asked for beside what the layers work out.
  var gradients: [QuantityName] = []
  /// How many timesteps each of them has.
  var timesteps: Int { source.timesteps }

  /// Runs all of them through a network and hands on the traces in order.
  func run(_ network: Network, _ body: ([Trace]) throws -> Void) throws {
    let most = network.description.runsAtOnce(timesteps: timesteps, most: 48)
    var batch: [Observation] = []
    var objectives: [Objective] = []
    for index in indices {
      batch.append(try source.observation(index))
      objectives.append(.of(try source.facts(index), network.plan))
      if batch.count == most || index == indices.upperBound {
        try body(zip(try network.forward(batch), objectives).map { $0.toward($1) })
        batch = []
        objectives = []
      }
    }
  }
}
