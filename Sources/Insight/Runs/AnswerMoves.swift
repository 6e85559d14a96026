import Engine

/// Where the answer so far moves most.
package enum AnswerMoves {
  /// How far the answer moves at each timestep, ≥ 0: the largest step of any of its numbers from the
  /// timestep before. 0 at the first one, and infinity where a number begins or ends to be none.
  package static func sizes(_ answers: Tensor) -> [Float] {
    let width = answers.shape.last ?? 1
    return (0..<(width > 0 ? answers.values.count / width : 0)).map { size(answers, at: $0) }
  }

  /// How far it moves at one timestep.
  package static func size(_ answers: Tensor, at timestep: Int) -> Float {
    let width = answers.shape.last ?? 1
    guard timestep > 0 else { return 0 }
    return answers.values.withUnsafeBufferPointer { values in
      var size: Float = 0
      for place in timestep * width..<(timestep + 1) * width {
        let (before, now) = (values[place - width], values[place])
        let step = before.isNaN && now.isNaN ? 0 : abs(now - before)
        size = max(size, step.isNaN ? .infinity : step)
      }
      return size
    }
  }

  /// The timesteps at which it moves, the one of the largest step first, the earlier of two alike.
  package static func places(_ answers: Tensor) -> [Int] {
    let sizes = sizes(answers)
    return sizes.indices.filter { sizes[$0] > 0 }
      .sorted { sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : $0 < $1 }
  }
}
