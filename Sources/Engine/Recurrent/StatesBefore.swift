import Kernels

/// The states of a recurrent layer as they entered each timestep, `[observations, timesteps, units]` in the
/// order of processing.
struct StatesBefore {
  private let record: StateRecord
  private let changes: LayerChanges?
  /// Before the first timestep, each `[units]` for all observations or `[observations, units]`; nil where
  /// they are zero.
  private let initial: [[Float]]?
  private let zeros: [Float]

  init(_ record: StateRecord, under changes: LayerChanges?) {
    self.record = record
    self.changes = changes
    initial = changes?.initialStates ?? record.before
    zeros = [Float](repeating: 0, count: record.units)
  }

  /// One of them as a matrix.
  func matrix(_ place: Int) -> [Float] {
    let (values, units) = (record.states[place], record.units)
    let length = record.timesteps * units
    var entering: [Float] = []
    entering.reserveCapacity(values.count)
    for start in stride(from: 0, to: values.count, by: length) {
      if let initial = initial?[place] {
        let offset = initial.count == units ? 0 : start / record.timesteps
        entering += initial[offset..<offset + units]
      } else {
        entering += zeros
      }
      entering += values[start..<start + length - units]
    }
    for timestep in 0..<record.timesteps where changes?.isErased(place, at: timestep) == true {
      for start in stride(from: timestep * units, to: values.count, by: length) {
        entering.replaceSubrange(start..<start + units, with: zeros)
      }
    }
    return entering
  }

  /// What lies where `rows` looks: the states, those before the first timestep, zeros.
  var lists: [[Float]] { record.states + (initial ?? record.states.map { _ in [] }) + [zeros] }

  /// Where one of them lies for all observations of a timestep, `starts` being those of `lists`.
  func rows(
    _ place: Int, at timestep: Int, _ starts: some RandomAccessCollection<UnsafePointer<Float>>
  ) -> Rows {
    let count = record.states.count
    func start(_ list: Int) -> UnsafePointer<Float> {
      starts[starts.index(starts.startIndex, offsetBy: list)]
    }
    if changes?.isErased(place, at: timestep) == true { return Rows(start(2 * count), stride: 0) }
    if timestep > 0 {
      return Rows(
        start(place) + (timestep - 1) * record.units, stride: record.timesteps * record.units)
    }
    guard let initial = initial?[place] else { return Rows(start(2 * count), stride: 0) }
    return Rows(
      start(count + place), stride: initial.count == record.units ? 0 : record.units)
  }
}
