import Engine
import ModelFiles

/// The observations that are traced, run some at a time, so that memory does not grow with them.
struct TraceRuns {
  let source: ObservationSource
  let indices: ClosedRange<Int>
  /// How many timesteps each of them has.
  var timesteps: Int { source.timesteps }

  /// Runs all of them through a network and hands on the traces in order.
  func run(_ network: Network, _ body: ([Trace]) throws -> Void) throws {
    let most = network.description.runsAtOnce(timesteps: timesteps, most: 48)
    var batch: [Observation] = []
    for index in indices {
      batch.append(try source.observation(index))
      if batch.count == most || index == indices.upperBound {
        try body(try network.forward(batch))
        batch = []
      }
    }
  }
}
