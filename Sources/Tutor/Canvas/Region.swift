import Phrases
import Screen
import Vocabulary

/// What a rectangle of a canvas is: a part that others can point at or cover, a place that can be
/// clicked, or both.
package struct Region: Hashable, Sendable {
  /// What it is; nil for a place that can only be clicked.
  package let name: PartName?
  /// Where it stands; always within the canvas.
  package let rect: Rect
  /// Which timesteps its columns are, where they are timesteps.
  package let timeline: Columns?
  /// What a click there does.
  package let click: Click?

  init(name: PartName? = nil, rect: Rect, timeline: Columns? = nil, click: Click? = nil) {
    self.name = name
    self.rect = rect
    self.timeline = timeline
    self.click = click
  }

  /// What a click does.
  package enum Click: Hashable, Sendable {
    /// The same wherever it hits.
    case does(Command)
    /// It goes to the timestep of the column.
    case goes(Columns)
    /// It goes to the timestep of the column, where the columns stand in the order from the last
    /// timestep to the first.
    case goesBackwards(Columns, last: Int)
    /// It shows the unit, or the feature, of the column.
    case shows(Columns)
    /// It takes the term of the column.
    case takes(Columns)

    /// The command of a column; nil beside the columns.
    func command(at column: Int) -> Command? {
      switch self {
      case .does(let command): command
      case .goes(let columns): columns.position(at: column).map { .go(.at($0)) }
      case .goesBackwards(let columns, let last):
        columns.position(at: column).map { .go(.at(last - $0)) }
      case .shows(let columns): columns.position(at: column).map { .unit(.named($0)) }
      case .takes(let columns): columns.position(at: column).map { .term(.named($0)) }
      }
    }

    func moved(by distance: Int) -> Click {
      switch self {
      case .does: self
      case .goes(let columns): .goes(columns.moved(by: distance))
      case .goesBackwards(let columns, let last):
        .goesBackwards(columns.moved(by: distance), last: last)
      case .shows(let columns): .shows(columns.moved(by: distance))
      case .takes(let columns): .takes(columns.moved(by: distance))
      }
    }
  }
}

/// A text of a canvas in which numbers or shapes stand, and where.
struct Writing: Hashable, Sendable {
  let phrase: Phrase
  let column: Int
  let row: Int
  /// The column after the last that was written.
  let end: Int
}
