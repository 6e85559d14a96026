import Kernels

extension Network {
  /// Whether gradients of a run over so many timesteps are worked out: what its way back needs is a
  /// multiple of the run.
  package func goesBack(timesteps: Int) -> Bool {
    plan.failure == nil && description.numbers(timesteps: timesteps) <= NetworkPlan.mostAtOnce
  }

  /// All of ∂objective/∂ each state; nil where there is no way back.
  func gradients(
    of objective: Objective, reading input: Observation, under interventions: Interventions,
    _ kernels: Kernels
  ) -> [Int: [[Float]]]? {
    guard goesBack(timesteps: input.timesteps),
      let pass = try? backwardPass([input], under: interventions, kernels: kernels)
    else { return nil }
    let start = objective.start(pass)
    return pass.gradients(of: start.gradient, isBeforeCurve: start.isBeforeCurve).states
  }
}

extension Trace {
  /// Whether it has gradients.
  package var goesBack: Bool { network.goesBack(timesteps: input.timesteps) }
}
