/// What one layer made of some observations of one length, as little as everything else can be worked
/// out from.
enum LayerRecord: Sendable {
  /// What a recurrent layer kept.
  case states(StateRecord)
  /// What leaves any other.
  case output(Flow)

  /// What the layer hands on: its output for 0, its last states for 1 and more.
  func handing(_ output: Int, of count: Int) -> Flow {
    switch self {
    case .states(let states): states.handing(output, of: count)
    case .output(let flow): flow
    }
  }

  /// What belongs to one of `count` observations.
  func part(_ place: Int, of count: Int) -> LayerRecord {
    switch self {
    case .states(let states): .states(states.part(place, of: count))
    case .output(let flow): .output(flow.part(place, of: count))
    }
  }
}

/// The states of a recurrent layer at every timestep, in the order of processing.
struct StateRecord: Sendable {
  /// The states, in the order in which the layer names them, each `[observations, timesteps, units]`.
  var states: [[Float]]
  var timesteps: Int
  var units: Int
  /// Whether all hidden states leave, or the last alone.
  var handsOnAll: Bool
  /// Whether zeros leave where a timestep is skipped, as a Bidirectional has it.
  var zerosWhereSkipped: Bool
  /// Which timesteps count, `[observations, timesteps]`, in the order of processing; nil where all do.
  var mask: [Bool]?
  /// The same of what the layer reads, also where it skips nothing.
  var inputMask: [Bool]?
  /// Whether the last timestep was processed first.
  var isBackwards = false
  /// The states before the first timestep as other layers handed them over, each `[observations,
  /// units]`; nil where none did.
  var before: [[Float]]?

  /// What the layer hands on: its output for 0, its last states for 1 and more.
  func handing(_ output: Int, of count: Int) -> Flow {
    if output == 0 && handsOnAll {
      return Flow(values: shown, timesteps: timesteps, width: units, mask: maskBehind)
    }
    var values: [Float] = []
    values.reserveCapacity(count * units)
    for observation in 1...count {
      let end = observation * timesteps * units
      values += states[max(output - 1, 0)][end - units..<end]
    }
    return Flow(values: values, timesteps: nil, width: units, mask: nil)
  }

  /// Which timesteps count for what follows. As in Keras they stand as they were read, also where the
  /// rows beside them were turned round.
  private var maskBehind: [Bool]? {
    inputMask.map { isBackwards ? $0.turnedRound(each: timesteps) : $0 }
  }

  /// The hidden states as they leave.
  private var shown: [Float] {
    guard zerosWhereSkipped, let mask else { return states[0] }
    var values = states[0]
    for (row, counts) in mask.enumerated() where !counts {
      for place in row * units..<(row + 1) * units { values[place] = 0 }
    }
    return values
  }

  /// What belongs to one of `count` observations.
  func part(_ place: Int, of count: Int) -> StateRecord {
    if count == 1 { return self }
    func part<Value>(_ values: [Value]) -> [Value] {
      let length = values.count / count
      return Array(values[place * length..<(place + 1) * length])
    }
    var one = self
    one.states = states.map(part)
    one.mask = mask.map(part)
    one.inputMask = inputMask.map(part)
    one.before = before?.map(part)
    return one
  }
}

extension [Bool] {
  /// The timesteps of each observation in the opposite order.
  func turnedRound(each timesteps: Int) -> [Bool] {
    stride(from: 0, to: count, by: timesteps).flatMap { self[$0..<$0 + timesteps].reversed() }
  }
}
