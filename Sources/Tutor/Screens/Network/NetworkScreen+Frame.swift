import Engine
import Screen

/// Title, pipeline, ruler, explanation and footer: what frames the numbers.
extension NetworkScreen {
  /// The layers from input to output, each with the shape of one observation that leaves it.
  mutating func drawPipeline(_ row: Int) {
    let stages = pipelineStages
    // Spaces around the arrows where they fit, then layers far from the chosen one give way.
    var separator = " ▸ "
    var hidden: Set<Int> = []
    func length() -> Int {
      var total = 0
      var gap = false
      for index in stages.indices {
        if hidden.contains(index) {
          if !gap { total += 1 + separator.count }
          gap = true
        } else {
          total += stages[index].name.count + stages[index].shape.count + 1 + separator.count
          gap = false
        }
      }
      return total - separator.count
    }
    let room = size.width - 2
    if length() > room { separator = "▸" }
    let chosen = state.position.layer.place
    let expendable = stages.indices.dropLast().filter { !stages[$0].isRecurrent && $0 > 0 }
      .sorted { abs($0 - chosen) > abs($1 - chosen) }
    let rest = stages.indices.filter { !expendable.contains($0) }
      .sorted { abs($0 - chosen) > abs($1 - chosen) }
    for index in expendable + rest where length() > room && index != chosen {
      hidden.insert(index)
    }
    var column = 1
    var isFirst = true
    var gap = false
    for index in stages.indices {
      if hidden.contains(index), gap { continue }
      if !isFirst {
        column = frame.write(separator, column: column, row: row, style: Style(.quiet))
      }
      isFirst = false
      gap = hidden.contains(index)
      if gap {
        column = frame.write("…", column: column, row: row, style: Style(.quiet))
        continue
      }
      let stage = stages[index]
      let style = Style(
        stage.isBroken ? .error : index == chosen ? .accent : .text, bold: index == chosen)
      column = frame.write(stage.name, column: column, row: row, style: style)
      column = frame.write(
        " " + stage.shape, column: column, row: row,
        style: Style(stage.isBroken ? .error : .quiet))
    }
  }

  private struct Stage {
    var name: String
    var shape: String
    var isBroken = false
    var isRecurrent = false
  }

  private var pipelineStages: [Stage] {
    let plan = state.plan
    var stages = [
      Stage(
        name: "input", shape: compact(state.position.description.input.shape))
    ]
    for (index, layer) in state.position.description.layers.enumerated() {
      if index < plan.layers.count {
        stages.append(
          Stage(
            name: layer.name, shape: compact(plan.layers[index].outputShape),
            isRecurrent: state.recurrentLayers.contains(index)))
      } else {
        stages.append(
          Stage(
            name: layer.name, shape: index == plan.failure?.layerIndex ? "✗" : "–",
            isBroken: index == plan.failure?.layerIndex))
      }
    }
    return stages
  }

  private func compact(_ shape: Shape) -> String {
    String(shape.perObservation.filter { $0 != " " })
  }

  /// The axis's numbers, with a mark over the current column, and the names of the columns beside.
  mutating func drawRuler(_ row: Int) {
    let quiet = Style(.quiet)
    let layer = layout.focus ?? 0
    let axis = isOverUnits && layout.focus != nil ? axis(of: layer) : timeAxis
    let current =
      isOverUnits && layout.focus != nil ? state.unit(of: layer) : state.position.timestep
    let name =
      isOverUnits ? "unit of \(state.position.description.layers[layer].name)" : "timestep t"
    frame.write(
      layout.showsNames ? name : isOverUnits ? "u" : "t", column: 1, row: row, style: quiet,
      width: layout.labelWidth - 2)
    for position in axis.visible where position % 10 == 0 {
      guard let column = column(position, on: axis) else { continue }
      let text = "\(position)"
      // The mark may not hide a digit: another number would stand there.
      let mark = current >= 0 ? self.column(current, on: axis) : nil
      if let mark, (column..<column + text.count).contains(mark) { continue }
      frame.write(text, column: column, row: row, style: quiet)
    }
    frame.fill(
      Rect(column: layout.valueColumn - 1, row: row, width: size.width, height: 1), style: Style())
    if axis.isCut.before {
      frame.write("‹", column: layout.labelWidth - 1, row: row, style: quiet)
    }
    if axis.isCut.after {
      frame.write("›", column: layout.valueColumn - 1, row: row, style: quiet)
    }
    if current >= 0, let column = column(current, on: axis) {
      frame.write("▼", column: column, row: row, style: Style(.accent, bold: true))
    }
    frame.write("   now", column: layout.valueColumn, row: row, style: quiet)
    if layout.showsScale {
      frame.write("scale", column: layout.scaleColumn, row: row, style: quiet)
    }
    guard layout.sampleColumns > 0, state.position.timestep >= 0 else { return }
    let timestep = state.position.timestep
    let room = size.width - layout.sampleColumn
    let forms = ["units side by side at t \(timestep)", "units at t \(timestep)", "units"]
    frame.write(
      forms.first { $0.count <= room } ?? "", column: layout.sampleColumn, row: row, style: quiet)
  }

  mutating func drawExplanation(_ index: Int, _ row: Int) {
    guard explanations.indices.contains(index) else { return }
    let isMessage = index == 0 && state.message != nil
    frame.write(
      explanations[index], column: 1, row: row,
      style: Style(isMessage ? .warning : index == 0 ? .text : .quiet),
      width: size.width - 2)
  }

  mutating func drawUnseen(_ count: Int, _ row: Int) {
    let what = count == 1 ? "1 more LSTM layer" : "\(count) more LSTM layers"
    frame.write(
      "… \(what); choose it with ↑ ↓, or make the window taller", column: 1, row: row,
      style: Style(.quiet), width: size.width - 2)
  }
}
