extension MergingLayer {
  /// From the last meeting to the first: each two that meet share the gradient of what they became.
  func backward(_ step: BackwardStep) -> LayerGradients {
    let spread = spread(step.inputs, of: step.count)
    let divisor = Self.divisor(of: spread.count)
    var gradient = divisor == 1 ? step.output : step.output.map { $0 / divisor }
    let isReplacedByOne = if case .one = Self.skipped { masks == .any } else { false }
    if isReplacedByOne {
      gradient = gradient.zeroed(where: masks.mask(of: spread), width: spread[0].width)
    }
    var meetings: [(one: Flow, other: Flow)] = []
    _ = merged(spread) { meetings.append(($0, $1)) }
    var parts: [[Float]] = []
    for meeting in meetings.reversed() {
      let (one, other) = shares(of: gradient, meeting.one, meeting.other)
      parts.insert(other, at: 0)
      gradient = one
    }
    parts.insert(gradient, at: 0)
    return LayerGradients(
      inputs: parts.indices.map { place in
        guard step.isAsked[place] else { return [] }
        var part = spread[place]
        part.values = parts[place]
        if isReplacedByOne {
          part.values = part.values.zeroed(where: part.mask, width: part.width)
        }
        return part.gathered(as: step.inputs[place], of: step.count)
      })
  }

  /// What a gradient is for both of two that meet. Where one takes the place of the other because that is
  /// skipped, all is its own.
  private func shares(of gradient: [Float], _ one: Flow, _ other: Flow) -> ([Float], [Float]) {
    var ones: [Float] = []
    var others: [Float] = []
    let isReplaced = if case .other = Self.skipped { masks == .any } else { false }
    for (place, handed) in gradient.enumerated() {
      var slopes = Self.slopes(one.values[place], other.values[place])
      if isReplaced {
        let row = place / one.width
        if other.mask?[row] == false {
          slopes = (1, 0)
        } else if one.mask?[row] == false {
          slopes = (0, 1)
        }
      }
      ones.append(slopes.0 * handed)
      others.append(slopes.1 * handed)
    }
    return (ones, others)
  }
}

extension Flow {
  /// The numbers in the shape of a flow that was spread, those that came of one added up.
  fileprivate func gathered(as flow: Flow, of count: Int) -> [Float] {
    if flow.rows == rows && flow.width == width { return values }
    var sums = [Float](repeating: 0, count: flow.values.count)
    for observation in 0..<count {
      for row in 0..<rows {
        let start = (observation * flow.rows + (flow.rows == 1 ? 0 : row)) * flow.width
        for column in 0..<width {
          sums[start + (flow.width == 1 ? 0 : column)] +=
            values[(observation * rows + row) * width + column]
        }
      }
    }
    return sums
  }
}
