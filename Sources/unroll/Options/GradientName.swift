import ArgumentParser
import Engine

/// The name of a gradient, as an option takes it.
struct GradientName: ExpressibleByArgument {
  let name: QuantityName

  init?(argument: String) {
    guard let name = QuantityName.gradients.first(where: { $0.rawValue == argument }) else {
      return nil
    }
    self.name = name
  }

  static var allValueStrings: [String] { QuantityName.gradients.map(\.rawValue) }
}
