/// The settings of a Dot layer: the products of the rows or columns of two inputs, as attention weighs
/// timesteps by them.
package struct Dot: ComputingLayer {
  package static let kind = "Dot"

  package var name: String
  /// The axis of each input along which is multiplied and added up, 1 for the timesteps; one number
  /// stands for both.
  package var axes: [Int] = []
  /// Whether each row is brought to length 1 before, which makes cosines of the products.
  package var normalize = false

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<Dot>] = [
    .integers("axes", \.axes, standard: nil),
    .flag("normalize", \.normalize, standard: false),
  ]

  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    guard inputs.count == 2 else { throw .inputs(layer: name, expected: 2, found: inputs.count) }
    let (one, other) = (inputs[0], inputs[1])
    let (first, second) = places(one.rank, other.rank)
    guard one.rank == other.rank || one.rank + other.rank == 5, (1..<one.rank).contains(first),
      (1..<other.rank).contains(second),
      one.dimensions[first] == other.dimensions[second] || one.dimensions[first] == nil
        || other.dimensions[second] == nil, !normalize || one.rank == other.rank
    else { throw .unlike(layer: name, first: one, second: other) }
    var left = Array(one.dimensions.dropFirst())
    var right = Array(other.dimensions.dropFirst())
    left.remove(at: first - 1)
    right.remove(at: second - 1)
    let lengths = left + right
    return LayerPlan(outputShape: Shape([one.dimensions[0]] + (lengths.isEmpty ? [1] : lengths)))
  }

  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    let ranks = inputs.map { $0.timesteps == nil ? 2 : 3 }
    let (first, second) = places(ranks[0], ranks[1])
    let products = (0..<count).map { place in
      let one = matrix(inputs[0].part(place, of: count), along: first)
      let other = matrix(inputs[1].part(place, of: count), along: second)
      return one.product(other.turned)
    }
    return .output(Flow(products, isSequence: ranks == [3, 3]))
  }

  /// The rows along which is multiplied: the axis that is added up lies last.
  func matrix(_ flow: Flow, along axis: Int) -> Matrix {
    var matrix = Matrix(flow)
    if flow.timesteps != nil && axis == 1 { matrix = matrix.turned }
    guard normalize else { return matrix }
    for row in 0..<matrix.rows {
      let range = row * matrix.columns..<(row + 1) * matrix.columns
      let square = matrix.values[range].reduce(0) { $0 + $1 * $1 }
      let length = length(of: square)
      for place in range { matrix.values[place] /= length }
    }
    return matrix
  }

  /// As TensorFlow keeps from dividing by nothing.
  static let leastSquare: Float = 1e-12

  func length(of square: Float) -> Float { max(square, Self.leastSquare).squareRoot() }

  func places(_ one: Int, _ other: Int) -> (Int, Int) {
    let axes = axes.count == 1 ? [axes[0], axes[0]] : axes
    guard axes.count == 2 else { return (0, 0) }
    return (axes[0] < 0 ? one + axes[0] : axes[0], axes[1] < 0 ? other + axes[1] : axes[1])
  }
}
