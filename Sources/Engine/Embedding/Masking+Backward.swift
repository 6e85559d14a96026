extension Masking {
  /// What is skipped left as zeros, whatever it was.
  func backward(_ step: BackwardStep) -> LayerGradients {
    step.ofInput {
      let flow = step.made.record.handing(0, of: step.count)
      return step.output.zeroed(where: flow.mask, width: flow.width)
    }
  }
}

extension [Float] {
  /// Rows of `width` numbers, zeros where a row does not count.
  func zeroed(where mask: [Bool]?, width: Int) -> [Float] {
    guard let mask else { return self }
    var values = self
    for (row, counts) in mask.enumerated() where !counts {
      for place in row * width..<(row + 1) * width { values[place] = 0 }
    }
    return values
  }
}
