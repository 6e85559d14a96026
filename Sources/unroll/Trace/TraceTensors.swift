import Documents
import Engine
import ModelFiles

/// Traces as tensors, one array for each layer and quantity, batch first, in the order of their
/// names.
///
/// An array holds one quantity of all observations. So a file is filled here and there as the
/// observations are run; into a pipe they are run again for each array that is too large to be kept.
struct TraceTensors {
  /// One of the arrays.
  private struct Part {
    enum Content {
      case output
      case quantity(QuantityName)
      /// A state after the last timestep.
      case state(QuantityName)
    }

    var name: String
    var layer: Int
    var content: Content
    /// Of one observation.
    var shape: [Int]

    var count: Int { shape.reduce(1, *) }
    var isGradient: Bool {
      if case .quantity(let name) = content { name.isGradient } else { false }
    }
  }

  private let form: TensorLayout.Form
  private let network: Network
  private let runs: TraceRuns
  private let parts: [Part]
  private var observations: Int { runs.indices.count }

  /// The arrays of all runs of a network: `output/LAYER`, `state/LAYER/h` and so on where the states
  /// leave too, `trace/LAYER/QUANTITY`.
  init(_ form: TensorLayout.Form, _ network: Network, _ runs: TraceRuns) {
    self.form = form
    self.network = network
    self.runs = runs
    var parts: [Part] = []
    let plan = network.description.plan(timesteps: runs.timesteps)
    for (index, planned) in plan.layers.enumerated() {
      let layer = planned.layer
      let output = planned.outputShape.dimensions.dropFirst().map { $0 ?? runs.timesteps }
      parts.append(
        Part(
          name: "output/\(layer.name)", layer: index, content: .output,
          shape: output))
      guard let recurrent = layer.recurrent else { continue }
      let sequence = [planned.inputShape.dimensions[1] ?? runs.timesteps, recurrent.units]
      let gradients = recurrent.gradients.map(\.name).filter(runs.gradients.contains)
      for quantity in recurrent.quantities.map(\.name) + gradients {
        parts.append(
          Part(
            name: "trace/\(layer.name)/\(quantity.rawValue)", layer: index,
            content: .quantity(quantity), shape: sequence))
      }
      guard recurrent.returnState else { continue }
      for state in recurrent.states {
        parts.append(
          Part(
            name: "state/\(layer.name)/\(state.letter)", layer: index, content: .state(state),
            shape: [recurrent.units]))
      }
    }
    self.parts = parts.sorted { $0.name < $1.name }
  }

  private func layout(isInOrder: Bool) -> TensorLayout {
    TensorLayout(
      form, parts.map { ($0.name, [observations] + $0.shape) }, isInOrder: isInOrder)
  }

  /// Writes to a file whose pieces may come in any order, running each observation once.
  func write(to file: borrowing WholeFile) throws {
    let layout = layout(isInOrder: false)
    var checksums = layout.checksums
    var done = 0
    try runs.run(network) { traces in
      for (index, part) in parts.enumerated() {
        let values = traces.flatMap { Self.values(part, $0) }
        layout.add(values, to: &checksums[index])
        let offset = done * part.count * MemoryLayout<Float>.size
        try file.append(values, at: layout.place(index) + offset)
      }
      done += traces.count
    }
    // What stands around the numbers knows their checksums.
    for (index, checksum) in checksums.enumerated() {
      try file.append(
        layout.opening(index, checksum: checksum), at: layout.openingPlace(index))
    }
    if let ending = layout.ending(checksums) { try file.append(ending.bytes, at: ending.place) }
  }

  /// The most numbers of arrays that are kept until those before them are written, 64 MiB.
  private static let mostKept = 1 << 24

  /// Writes in order, running the observations once for all arrays that are small together, and again
  /// for every larger one, as far as its layer.
  func write(inOrder write: ([UInt8]) throws -> Void) throws {
    let layout = layout(isInOrder: true)
    var checksums = layout.checksums
    var left = Array(parts.enumerated())[...]
    while let (place, first) = left.popFirst() {
      var later: [(place: Int, part: Part, values: [Float])] = []
      var kept = 0
      while let (place, next) = left.first, kept + observations * next.count <= Self.mostKept {
        kept += observations * next.count
        later.append((place, next, []))
        left.removeFirst()
      }
      // A gradient comes back from the end.
      let last = network.plan.layers.count - 1
      let layer = ([first] + later.map(\.part)).reduce(0) {
        max($0, $1.isGradient ? last : $1.layer)
      }
      var description = network.description
      description.layers.removeSubrange((layer + 1)...)
      try write(layout.opening(place))
      try runs.run(network.with(description)) { traces in
        let values = traces.flatMap { Self.values(first, $0) }
        layout.add(values, to: &checksums[place])
        try write(Self.bytes(values))
        for index in later.indices {
          for trace in traces { later[index].values += Self.values(later[index].part, trace) }
        }
      }
      try write(layout.closing(place, checksum: checksums[place]))
      for (place, _, values) in later {
        layout.add(values, to: &checksums[place])
        try write(
          layout.opening(place) + Self.bytes(values)
            + layout.closing(place, checksum: checksums[place]))
      }
    }
    if let ending = layout.ending(checksums) { try write(ending.bytes) }
  }

  private static func bytes(_ values: [Float]) -> [UInt8] { values.withUnsafeBytes { Array($0) } }

  private static func values(_ part: Part, _ trace: Trace) -> [Float] {
    switch part.content {
    case .output: trace.output(part.layer)?.values ?? []
    case .quantity(let quantity): trace.all(quantity, layer: part.layer).values
    case .state(let state): trace.state(part.layer)?[state] ?? []
    }
  }
}
