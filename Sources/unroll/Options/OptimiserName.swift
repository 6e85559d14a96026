import ArgumentParser
import Learning

/// An optimiser by its name.
enum OptimiserName: String, CaseIterable, ExpressibleByArgument {
  case adam, sgd, rmsprop

  /// With Keras's defaults.
  var optimiser: OptimiserKind {
    switch self {
    case .adam: .adam()
    case .sgd: .sgd()
    case .rmsprop: .rmsprop()
    }
  }
}
