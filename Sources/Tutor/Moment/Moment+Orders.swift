import Engine
import Insight
import Phrases

extension Moment {
  /// The open observation computed cell by cell in each order.
  func comparingOrders() throws(Refusal) -> OrderComparison {
    try Refusal.from {
      OrderComparison(
        try ScheduleOrder.allCases.map {
          try network.run(
            example.observation, in: $0, under: trace.interventions, kernels: kernels)
        }, plan: network.plan)
    }
  }
}
