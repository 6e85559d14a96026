extension Softmax {
  var lastCurve: Activation? { isOverTimesteps ? nil : .softmax }

  func backward(_ step: BackwardStep) -> LayerGradients {
    let flow = step.made.record.handing(0, of: step.count)
    guard let timesteps = flow.timesteps, isOverTimesteps else {
      return step.ofInput { step.beforeCurve(.softmax, width: flow.width) { [] } }
    }
    return step.ofInput {
      let gradients = step.outputFlow
      return (0..<step.count).flatMap { place in
        let parts = Matrix(flow.part(place, of: step.count)).turned
        var turned = Matrix(gradients.part(place, of: step.count)).turned
        step.desk.kernels.backThroughSoftmax(
          parts.values, &turned.values, rows: flow.width, columns: timesteps)
        return turned.turned.values
      }
    }
  }
}

extension BackwardStep {
  /// ∂loss/∂ what leaves a layer without a state, in its shape.
  var outputFlow: Flow {
    var flow = made.record.handing(0, of: count)
    flow.values = output
    return flow
  }
}
