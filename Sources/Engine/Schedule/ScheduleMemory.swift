/// Counts the numbers that must be held between two cells of a schedule.
struct ScheduleMemory {
  private let settings: [any RecurrentLayer]
  /// How many timesteps each layer reads.
  private let lengths: [Int]
  /// The layers that read each.
  private let readers: [[Int]]
  /// How many timesteps each layer has computed.
  private var computed: [Int]

  init(_ settings: [any RecurrentLayer], lengths: [Int], readers: [[Int]]) {
    self.settings = settings
    self.lengths = lengths
    self.readers = readers
    computed = [Int](repeating: 0, count: settings.count)
  }

  /// The next timestep of a layer is computed.
  mutating func compute(_ layer: Int) {
    computed[layer] += 1
  }

  var held: Int {
    settings.indices.reduce(0) { $0 + held(by: $1) }
  }

  private func held(by layer: Int) -> Int {
    let done = computed[layer]
    if done == 0 { return 0 }
    let isRunning = done < lengths[layer]
    // Nobody reads the head's part before the last cell is done: every h of a sequence waits.
    let reader = readers[layer].map { computed[$0] }.min() ?? 0
    let waiting: Int
    if settings[layer].returnSequences {
      // The last h is also the layer's own state, so it stays even where it has been read.
      waiting = max(done - reader, isRunning ? 1 : 0)
    } else {
      waiting = 1
    }
    // Whatever else it carries, such as c, nobody else reads.
    let carried = isRunning ? settings[layer].states.count - 1 : 0
    return (waiting + carried) * settings[layer].units
  }
}
