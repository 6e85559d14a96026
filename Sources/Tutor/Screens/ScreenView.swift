import Engine
import Phrases
import Screen
import Vocabulary

/// A screen laid out for a size, from which it can be drawn.
protocol Drawing {
  var size: Size { get }
  /// What it draws into; empty until then.
  var canvas: Canvas { get set }
  /// The rows above its own sentences and the footer.
  var contentRows: Int { get }
  /// The same screen in another height; what it worked out of the numbers stays.
  func resized(toHeight height: Int) -> any Drawing
  /// Draws rows and says of each what it is.
  mutating func draw()
}

extension Drawing {
  /// The finished canvas.
  func drawn() -> Canvas {
    var drawing = self
    drawing.canvas = Canvas(size)
    drawing.draw()
    return drawing.canvas
  }
}

/// One of the tutor's screens: how it is drawn, and what keys and wheel mean on it.
///
/// A new screen is a folder and its line in `Screens.all`.
protocol ScreenView {
  static var name: Command.ScreenName { get }
  /// Which layers can be chosen on it.
  static var shownLayers: ShownLayers { get }
  /// The screen that ⏎ opens; nil where there is none.
  static var deeper: Command.ScreenName? { get }
  /// A moment with what the screen needs beside the run, worked out once and then kept.
  static func preparing(_ moment: Moment) throws(Refusal) -> Moment
  /// What so many turns of the wheel do, down being above zero.
  static func wheel(_ distance: Int) -> Command
  /// Takes the next way to look at it, or one before.
  static func turnLook(of position: inout Position, by distance: Int)
  /// The address of what the cursor is on.
  static func cursor(_ state: Explorer) -> Quantity
  /// It as lines of words and numbers.
  static func say(in text: inout PlainText)
  /// It at a size, laid out but not drawn.
  static func layout(_ state: Explorer, size: Size) -> any Drawing
}

extension ScreenView {
  static var shownLayers: ShownLayers { .all }
  static var deeper: Command.ScreenName? { nil }
  static func preparing(_ moment: Moment) throws(Refusal) -> Moment { moment }
  static func wheel(_ distance: Int) -> Command { .go(.by(distance)) }
  static func turnLook(of position: inout Position, by distance: Int) {}
  static func cursor(_ state: Explorer) -> Quantity { state.addressOfRemembered }

  /// It at a size, with what its cursor is on and what the wheel does.
  static func canvas(_ state: Explorer, size: Size) -> Canvas {
    finished(layout(state, size: size), state)
  }

  /// A drawing of it, with what its cursor is on and what the wheel does.
  static func finished(_ drawing: any Drawing, _ state: Explorer) -> Canvas {
    var canvas = drawing.drawn()
    canvas.cursor = cursor(state)
    canvas.wheel = Canvas.Wheel(up: wheel(-1), down: wheel(1))
    return canvas
  }
}

/// Which layers a screen is about.
enum ShownLayers {
  /// Every one, and the input.
  case all
  case recurrent, dense
  /// Those that have numbers for every unit and timestep.
  case mapped
}

/// The screens there are.
enum Screens {
  static var all: [any ScreenView.Type] {
    [
      NetworkScreen.self, LayerScreen.self, UnitScreen.self, DenseScreen.self,
      OriginsScreen.self, ContrastScreen.self, ScheduleScreen.self, ShapesScreen.self,
      LearningScreen.self, ReachScreen.self,
    ]
  }

  /// The screen of a name.
  static func named(_ name: Command.ScreenName) -> any ScreenView.Type {
    all.first { $0.name == name } ?? NetworkScreen.self
  }
}

extension Command.ScreenName {
  /// How the screen is drawn, and what keys and wheel mean on it.
  var view: any ScreenView.Type { Screens.named(self) }
}

extension Explorer {
  /// The address of a quantity of the chosen layer at the open timestep and in the shown unit; of the
  /// input where that is chosen, at the timestep of it that is read now, and of its output where the layer has no such quantity.
  func address(of kind: QuantityName) -> Quantity {
    guard case .layer(let index) = position.layer else {
      return .x(inputTimestep, position.feature)
    }
    let name = position.description.layers[index].name
    let unit = position.units[index]
    guard recurrentLayers.contains(index) else {
      let isSequence =
        plan.layers.indices.contains(index) && plan.layers[index].outputShape.rank == 3
      return Quantity(layer: name, .output, isSequence ? [timestep, unit] : [unit])
    }
    return Quantity(layer: name, kind, [position.timestep ?? -1, unit])
  }
}
