import Engine
import Phrases
import Wording

/// Where rectangles of weights and what is written beside them stand, in a width and a height.
struct WeightsLayout: Hashable {
  /// What stands at the right of a rectangle.
  enum Labels: Hashable, CaseIterable {
    /// Its name, its sides and its count, in columns.
    case line
    /// The name, and below it sides and count.
    case stacked
    /// As `line`, with a short name.
    case brief

    fileprivate var lines: Int { self == .stacked ? 2 : 1 }
  }

  /// What is written of a rectangle.
  struct Text: Hashable {
    let name: String
    /// `10 × 4·128`.
    let sides: String
    /// `5,120`.
    let count: String
  }

  let labels: Labels
  /// The scale of the rectangles; nil where there is no room for them.
  let scale: WeightScale?
  /// What is written at the left of each rectangle: how many numbers are read.
  let gutter: [String]
  /// What is written at the right.
  let texts: [Text]
  /// The lines of each rectangle.
  let lines: [Int]
  /// The first column of the rectangles, and of the labels.
  let start: Int
  let labelStart: Int

  /// The width of a column of the texts.
  func width(of part: (Text) -> String) -> Int { texts.map { part($0).count }.max() ?? 0 }

  /// The layout on the finest scale; with more words where that costs at most a third of it.
  static func best(_ weights: WeightRectangles, width: Int, height: Int) -> WeightsLayout {
    let choices = [
      WeightsLayout(weights, .line, words: true, width: width, height: height),
      WeightsLayout(weights, .stacked, words: true, width: width, height: height),
      WeightsLayout(weights, .line, words: false, width: width, height: height),
      WeightsLayout(weights, .brief, words: true, width: width, height: height),
      WeightsLayout(weights, .stacked, words: false, width: width, height: height),
      WeightsLayout(weights, .brief, words: false, width: width, height: height),
    ]
    let finest = choices.compactMap(\.scale?.side).min() ?? 0
    return choices.first { choice in
      choice.scale.map { $0.side <= 1.34 * finest } ?? false
    } ?? choices[choices.count - 1]
  }

  private init(
    _ weights: WeightRectangles, _ labels: Labels, words: Bool, width: Int, height: Int
  ) {
    self.labels = labels
    gutter = weights.rectangles.map {
      words ? ShapesPhrases.read($0.rows, by: $0.name) : "\($0.rows)"
    }
    texts = weights.rectangles.map { rectangle in
      Text(
        name: labels == .brief ? ShapesPhrases.brief(rectangle.name) : rectangle.name,
        sides: ShapesPhrases.sides(
          rectangle.rows, sums: weights.blocks.count, units: weights.units),
        count: grouped(weights.count(rectangle)))
    }
    let start = 1 + (gutter.map(\.count).max() ?? 0) + 1
    self.start = start
    let names = texts.map(\.name.count).max() ?? 0
    let sides = texts.map(\.sides.count).max() ?? 0
    let counts = texts.map(\.count.count).max() ?? 0
    let beside =
      labels == .stacked ? max(names, sides + 3 + counts) : names + 2 + sides + 2 + counts
    let room = width - 1 - start - 2 - beside
    let least = labels.lines
    let scale = WeightScale.finest { scale in
      weights.width(on: scale) <= room && weights.height(on: scale, least: least) <= height
    }
    self.scale = scale
    lines = weights.rectangles.map { rectangle in
      scale.map { weights.lines(rectangle, on: $0, least: least) } ?? 1
    }
    labelStart = start + (scale.map { weights.width(on: $0) + 2 } ?? 0)
  }
}
