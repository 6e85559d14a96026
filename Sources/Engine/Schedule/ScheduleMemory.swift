/// Counts the numbers that must be held between two cells of a schedule.
struct ScheduleMemory {
  private let settings: [LSTM]
  private let timesteps: Int
  /// How many timesteps each LSTM has computed.
  private var computed: [Int]

  init(_ settings: [LSTM], timesteps: Int) {
    self.settings = settings
    self.timesteps = timesteps
    computed = [Int](repeating: 0, count: settings.count)
  }

  /// The next timestep of an LSTM is computed.
  mutating func compute(_ layer: Int) {
    computed[layer] += 1
  }

  var held: Int {
    settings.indices.reduce(0) { $0 + held(by: $1) }
  }

  private func held(by layer: Int) -> Int {
    let done = computed[layer]
    if done == 0 { return 0 }
    let isRunning = done < timesteps
    // Nobody reads the head's part before the last cell is done: every h of a sequence waits.
    let reader = layer + 1 < settings.count ? computed[layer + 1] : 0
    let waiting: Int
    if settings[layer].returnSequences {
      // The last h is also the layer's own state, so it stays even where it has been read.
      waiting = max(done - reader, isRunning ? 1 : 0)
    } else {
      waiting = 1
    }
    return (waiting + (isRunning ? 1 : 0)) * settings[layer].units
  }
}
