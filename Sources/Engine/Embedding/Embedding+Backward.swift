import Kernels

extension Embedding {
  /// Each row of the table gets the gradients of all places where it left; a number that names a row has
  /// no gradient.
  func backward(_ step: BackwardStep) -> LayerGradients {
    var table = [Float](repeating: 0, count: inputDimension * outputDimension)
    let width = outputDimension
    step.output.withUnsafeBufferPointer { gradients in
      guard let gradients = gradients.baseAddress else { return }
      table.withRows(stride: width) { table in
        for (place, number) in step.inputs[0].values.enumerated() {
          addEach(
            Rows(gradients + place * width, stride: width),
            to: MutableRows(table.row(index(of: number)), stride: width), rows: 1, columns: width)
        }
      }
    }
    return LayerGradients(inputs: [[]], weights: ["embeddings": table])
  }
}
