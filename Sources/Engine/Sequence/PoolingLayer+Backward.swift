extension PoolingLayer {
  func backward(_ step: BackwardStep) -> LayerGradients {
    step.ofInput {
      let flow = step.inputs[0]
      let (timesteps, width) = (flow.rows, flow.width)
      let rows = window.rows(of: timesteps) ?? 0
      let handed = step.output
      var gradients = [Float](repeating: 0, count: flow.values.count)
      for observation in 0..<step.count {
        for row in 0..<rows {
          let starts = window.timesteps(of: row, in: timesteps).map {
            (observation * timesteps + $0) * width
          }
          for feature in 0..<width {
            let gradient = handed[(observation * rows + row) * width + feature]
            let slopes = Self.slopes(starts.map { flow.values[$0 + feature] })
            for (start, slope) in zip(starts, slopes) {
              gradients[start + feature] += slope * gradient
            }
          }
        }
      }
      return gradients
    }
  }
}

extension GlobalPoolingLayer {
  func backward(_ step: BackwardStep) -> LayerGradients {
    step.ofInput {
      let flow = step.inputs[0]
      let (timesteps, width) = (flow.rows, flow.width)
      let handed = step.output
      var gradients = [Float](repeating: 0, count: flow.values.count)
      for observation in 0..<step.count {
        let rows = observation * timesteps..<(observation + 1) * timesteps
        for feature in 0..<width {
          let slopes = Self.slopes(
            rows.map { flow.values[$0 * width + feature] }, where: flow.mask?[rows])
          for (row, slope) in zip(rows, slopes) {
            gradients[row * width + feature] = slope * handed[observation * width + feature]
          }
        }
      }
      return gradients
    }
  }
}
