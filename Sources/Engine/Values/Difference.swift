import Foundation

/// How far two lists of numbers, `[timesteps, units]`, lie apart, and where.
package struct Difference: Hashable, Sendable {
  /// The largest distance between two numbers in the same place; infinite where only one of them is
  /// NaN, 0 where all agree.
  package var largest: Float
  /// Where the distance is largest, the earliest place of several; `nil` where all agree to the last
  /// bit.
  package var place: Place?
  /// The earliest timestep at which anything differs; `nil` where all agree to the last bit.
  package var firstTimestep: Int?

  /// One number of a layer.
  package struct Place: Hashable, Sendable {
    /// The timestep, from 0.
    package var timestep: Int
    /// The unit, from 0.
    package var unit: Int

    /// The number of `unit` at `timestep`.
    package init(timestep: Int, unit: Int) {
      self.timestep = timestep
      self.unit = unit
    }
  }

  /// Compares two tensors of one shape bit by bit; one without a timestep axis is one row.
  package init(between one: Tensor, and other: Tensor) {
    precondition(one.shape == other.shape, "only lists of one shape can be compared")
    let width = one.shape.last ?? 1
    largest = 0
    one.values.withUnsafeBufferPointer { first in
      other.values.withUnsafeBufferPointer { second in
        for start in stride(from: 0, to: first.count, by: max(width, 1)) {
          let row = start..<start + width
          // Most rows are equal; only the others are looked at number by number.
          guard let left = first.baseAddress, let right = second.baseAddress,
            memcmp(left + start, right + start, width * MemoryLayout<Float>.stride) != 0
          else { continue }
          firstTimestep = firstTimestep ?? start / width
          for index in row where first[index].bitPattern != second[index].bitPattern {
            let distance = abs(first[index] - second[index])
            let found = distance.isNaN ? .infinity : distance
            if place == nil || found > largest {
              largest = found
              place = Place(timestep: start / width, unit: index - start)
            }
          }
        }
      }
    }
  }

  /// Compares the hidden states of one LSTM in two runs, over all timesteps and units.
  package init(between one: Trace, and other: Trace, layer: Int) {
    self.init(
      between: one.all(.hiddenState, layer: layer), and: other.all(.hiddenState, layer: layer))
  }

  /// Compares the hidden states of one LSTM in two runs in some order; `layer` counts the LSTMs.
  package init(between one: ScheduledRun, and other: ScheduledRun, layer: Int) {
    self.init(between: one.hidden[layer], and: other.hidden[layer])
  }
}
