import Kernels

extension Attention: ComputingLayer {
  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    let answers = (0..<count).map { place in
      let asked = Question(inputs.map { $0.part(place, of: count) })
      var answer = shares(of: asked, on: desk).product(asked.value)
      answer.values = answer.values.zeroed(where: asked.isAsked, width: answer.columns)
      return answer
    }
    return .output(Flow(answers, isSequence: true, mask: inputs[0].mask))
  }

  /// One observation as the layer reads it.
  struct Question {
    let query: Matrix
    let value: Matrix
    let key: Matrix
    /// Which rows of the query count; what its mask skips is not asked for.
    let isAsked: [Bool]?
    /// Which rows of the values count.
    let counts: [Bool]?

    init(_ inputs: [Flow]) {
      query = Matrix(inputs[0])
      value = Matrix(inputs[1])
      key = Matrix(inputs[inputs.count - 1])
      isAsked = inputs[0].mask
      counts = inputs[1].mask
    }
  }

  /// The number that the products are scaled by.
  func scale(on desk: Desk) -> Float { useScale ? desk.weights["scale"]?.first ?? 1 : 1 }

  /// How much each row of the values counts for each of the query.
  func shares(of asked: Question, on desk: Desk) -> Matrix {
    let scale = scale(on: desk)
    var shares = asked.query.product(asked.key.turned)
    for index in shares.values.indices {
      shares.values[index] *= scale
      // As Keras: what does not count comes so far down that nothing of it is left.
      if let counts = asked.counts, !counts[index % shares.columns] { shares.values[index] -= 1e9 }
    }
    let (rows, columns) = (shares.rows, shares.columns)
    shares.values.withRows(stride: columns) {
      desk.kernels.softmax($0, rows: rows, columns: columns)
    }
    return shares
  }
}
