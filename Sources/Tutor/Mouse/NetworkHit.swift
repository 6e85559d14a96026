import Engine
import Screen
import Vocabulary

/// Clicks on the network screen.
struct NetworkHit {
  private let state: Explorer
  private let screen: NetworkScreen
  private let size: Size

  init(_ state: Explorer, size: Size) {
    self.state = state
    self.size = size
    screen = NetworkScreen(state, size: size)
  }

  func command(_ column: Int, _ row: Int) -> Command? {
    let lines = screen.layout.lines
    guard lines.indices.contains(row - 1) else { return nil }
    switch lines[row - 1] {
    case .blank, .explanation, .failure, .unseen: return nil
    case .pipeline: return stage(column, row)
    case .ruler, .besideInput:
      return screen.isOverUnits ? nil : timestep(column).map { .go(.at($0)) }
    case .input, .inputDetail(_): return input(column, lines[row - 1])
    case .header(let layer), .dense(let layer): return select(layer)
    case .quantity(let layer, _, _, _): return cell(column, of: layer)
    case .lane(let layer), .besideState(let layer):
      return screen.isOverUnits ? select(layer) : cell(column, of: layer)
    case .output: return output(column)
    }
  }

  /// The timestep of a column of the time axis.
  private func timestep(_ column: Int) -> Int? {
    position(column - screen.layout.labelWidth, on: screen.timeAxis)
  }

  private func position(_ offset: Int, on axis: Axis) -> Int? {
    let position = axis.visible.lowerBound + offset
    return offset >= 0 && axis.visible.contains(position) ? position : nil
  }

  private func select(_ layer: Int) -> Command {
    .select(.named(state.position.description.layers[layer].name))
  }

  /// A cell of a layer's rows: a timestep, or a unit where the columns are units.
  private func cell(_ column: Int, of layer: Int) -> Command {
    let unit: Int?
    if screen.isOverUnits {
      unit = position(column - screen.layout.labelWidth, on: screen.axis(of: layer))
    } else if let timestep = timestep(column) {
      return .go(.at(timestep))
    } else {
      unit = sampleUnit(column, of: layer)
    }
    // A unit is one of the chosen layer.
    guard let unit, screen.isChosen(layer) else { return select(layer) }
    return .unit(.named(unit))
  }

  /// The unit of a column of the sample beside the time axis.
  private func sampleUnit(_ column: Int, of layer: Int) -> Int? {
    guard screen.layout.sampleColumns > 0, state.position.timestep >= 0 else { return nil }
    let axis = Axis(
      count: state.units(of: layer), current: state.unit(of: layer),
      columns: screen.layout.sampleColumns)
    return position(column - screen.layout.sampleColumn, on: axis)
  }

  private func input(_ column: Int, _ line: NetworkLayout.Line) -> Command? {
    let select = Command.select(.named(state.position.description.input.name))
    if screen.isOverUnits {
      let feature = column - screen.layout.labelWidth
      guard state.position.layer == .input, !state.example.isSymbolic,
        (0..<state.example.observation.features).contains(feature)
      else { return select }
      return .unit(.named(feature))
    }
    if case .inputDetail(let index) = line {
      switch state.inputDetails[index] {
      // Text stands there, no columns.
      case .readings, .vector: return select
      case .feature: break
      }
    }
    guard let position = timestep(column) else { return select }
    // The input stands in its own order, time in the first layer's.
    let isBackwards = state.plan.layers.indices.first.map { state.readsBackwards($0) } ?? false
    return .go(.at(isBackwards ? state.timesteps - 1 - position : position))
  }

  private func output(_ column: Int) -> Command? {
    let last = state.position.description.layers.count - 1
    let isRow =
      state.plan.failure == nil && state.plan.layers[last].outputShape.rank == 3
      && !screen.isOverUnits && !state.plan.layers[last].layer.isRecurrent
    if isRow, let timestep = timestep(column) { return .go(.at(timestep)) }
    return select(last)
  }

  /// The layer whose stage of the pipeline was clicked: what stands between two arrows is a name and
  /// a shape.
  private func stage(_ column: Int, _ row: Int) -> Command? {
    let text = NetworkScreen.frame(state, size: size).textRows()[row]
    var start = 0
    for piece in text.split(separator: "▸", omittingEmptySubsequences: false) {
      let end = start + piece.count
      if (start..<end).contains(column) {
        let words = piece.drop { $0 == " " }.split(separator: " ").dropLast()
        let name = words.joined(separator: " ")
        if name == "input", start == 0 {
          return .select(.named(state.position.description.input.name))
        }
        guard state.position.description.layers.contains(where: { $0.name == name }) else {
          return nil
        }
        return .select(.named(name))
      }
      start = end + 1
    }
    return nil
  }
}
