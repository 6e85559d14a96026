import Engine
import Screen

/// The weights of a layer as rectangles on one scale, one below the other: as many rows as numbers
/// are read, as many columns as sums read them, a block of columns for each gate.
///
///     10 × 4·128   ▂▂▂▂▂▂▂▂ ▂▂▂▂▂▂▂▂ ▂▂▂▂▂▂▂▂ ▂▂▂▂▂▂▂▂
///     128 × 4·128  ████████ ████████ ████████ ████████
///                  ████████ ████████ ████████ ████████
///     1 × 4·128    ▁▁▁▁▁▁▁▁ ▁▁▁▁▁▁▁▁ ▁▁▁▁▁▁▁▁ ▁▁▁▁▁▁▁▁
struct WeightRectangles: Hashable {
  /// One weight of the layer.
  struct Rectangle: Hashable {
    /// `kernel`, `recurrent_kernel` or `bias`.
    let name: String
    /// How many numbers are read, 1 for a bias: its height.
    let rows: Int
    /// How many there were in the opened network.
    let openedRows: Int

    fileprivate var mostRows: Int { max(rows, openedRows) }
  }

  /// One gate's columns, or those of the only sum.
  struct Block: Hashable {
    /// The gate's letter; nil where there is only one sum without a letter.
    let letter: Character?
    let ink: Ink
  }

  /// The weights, in Keras's order.
  let rectangles: [Rectangle]
  /// The blocks, in the order of the weights' columns.
  let blocks: [Block]
  /// The columns of a block: the units of the layer.
  let units: Int
  /// Those of the opened network.
  let openedUnits: Int

  init(_ planned: PlannedLayer, opened: PlannedLayer?) {
    let sums = planned.layer.recurrent?.sums ?? []
    blocks =
      sums.isEmpty
      ? [Block(letter: nil, ink: .title)]
      : sums.map { Block(letter: $0.letter, ink: .series($0.series)) }
    units = planned.units
    openedUnits = opened?.units ?? units
    func rows(_ weight: WeightShape) -> Int {
      weight.dimensions.count > 1 ? weight.dimensions[0] : 1
    }
    rectangles = planned.weightShapes.map { weight in
      let before = opened?.weightShapes.first { $0.name == weight.name }
      return Rectangle(
        name: weight.name, rows: rows(weight), openedRows: before.map(rows) ?? rows(weight))
    }
  }

  /// All rows of all rectangles: 139 for 10 features, 128 units and a bias.
  var rows: Int { rectangles.reduce(0) { $0 + $1.rows } }

  /// How many numbers a rectangle is.
  func count(_ rectangle: Rectangle) -> Int { rectangle.rows * blocks.count * units }

  // MARK: - In cells

  /// The columns of a cell that a block takes on a scale, with what it was before.
  func blockWidth(on scale: WeightScale) -> Int {
    WeightScale.cells(scale.across(max(units, openedUnits)))
  }

  /// The columns that all blocks take, one apart.
  func width(on scale: WeightScale) -> Int {
    blocks.count * (blockWidth(on: scale) + 1) - 1
  }

  /// The lines that a rectangle takes, with what it was before, at least so many.
  func lines(_ rectangle: Rectangle, on scale: WeightScale, least: Int) -> Int {
    max(least, WeightScale.cells(scale.down(rectangle.mostRows)))
  }

  /// The lines of all rectangles.
  func height(on scale: WeightScale, least: Int) -> Int {
    rectangles.reduce(0) { $0 + lines($1, on: scale, least: least) }
  }
}

/// How many weights a cell stands for: so many side by side and, as a cell is twice as high as it is
/// wide, twice as many one above the other. A weight is a square.
struct WeightScale: Hashable {
  /// The weights that stand side by side in a column; a half where a weight takes two columns.
  let side: Double

  /// How many weights a full cell is.
  var weights: Double { 2 * side * side }

  /// The eighths of a column that so many weights side by side take; never none.
  func across(_ weights: Int) -> Int { max(1, Int((8 * Double(weights) / side).rounded())) }

  /// The eighths of a line that so many weights one above the other take; never none.
  func down(_ weights: Int) -> Int { max(1, Int((4 * Double(weights) / side).rounded())) }

  /// The cells that eighths reach into.
  static func cells(_ eighths: Int) -> Int { (eighths + 7) / 8 }

  /// The finest of the steps 1/2, 1, 2, 3, 4, 6, 8, 12 … that fits; nil where none does.
  ///
  /// Steps that far apart let a picture grow and shrink on one scale while a size is changed.
  static func finest(where fits: (WeightScale) -> Bool) -> WeightScale? {
    var power = 0.5
    while power < 1e9 {
      for side in power < 2 ? [power] : [power, power * 1.5] {
        let scale = WeightScale(side: side)
        if fits(scale) { return scale }
      }
      power *= 2
    }
    return nil
  }
}
