import Engine
import Phrases
import Screen

/// Title, pipeline, ruler, explanation and footer: what frames the numbers.
extension NetworkScreen {
  /// The layers from input to output, each with the shape of one observation that leaves it.
  mutating func drawPipeline(_ row: Int) {
    canvas.name(.word("pipeline"), row: row)
    if let invitation = state.invitation {
      canvas.write(
        plain: invitation, column: 1, row: row, style: Style(.accent, bold: true),
        width: size.width - 2)
      return
    }
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
    // What stands between two arrows belongs to the stage there, the spaces as well.
    let air = separator.count / 2
    var column = 1
    var isFirst = true
    var gap = false
    for index in stages.indices {
      if hidden.contains(index), gap { continue }
      if !isFirst {
        column = canvas.write(plain: separator, column: column, row: row, style: Style(.quiet))
      }
      let start = isFirst ? 0 : column - air
      isFirst = false
      gap = hidden.contains(index)
      if gap {
        column = canvas.write(plain: "…", column: column, row: row, style: Style(.quiet))
        continue
      }
      let stage = stages[index]
      let style = Style(
        stage.isBroken ? .error : index == chosen ? .accent : .text, bold: index == chosen)
      column = canvas.write(plain: stage.name, column: column, row: row, style: style)
      column = canvas.write(
        " \(stage.shape)", column: column, row: row,
        style: Style(stage.isBroken ? .error : .quiet))
      canvas.click(
        Rect(column: start, row: row, width: column + air - start, height: 1),
        .does(.select(.named(stage.layer))))
    }
  }

  private struct Stage {
    /// The name of the layer, and what stands there for it.
    var layer: String
    var name: String
    var shape: Phrase
    var isBroken = false
    var isRecurrent = false
  }

  private var pipelineStages: [Stage] {
    let plan = state.plan
    var stages = [
      Stage(
        layer: state.position.description.input.name, name: NetworkPhrases.input,
        shape: compact(state.position.description.input.shape))
    ]
    for (index, layer) in state.position.description.layers.enumerated() {
      if index < plan.layers.count {
        stages.append(
          Stage(
            layer: layer.name, name: layer.name, shape: compact(plan.layers[index].outputShape),
            isRecurrent: state.recurrentLayers.contains(index)))
      } else {
        stages.append(
          Stage(
            layer: layer.name, name: layer.name,
            shape: index == plan.failure?.layerIndex ? "✗" : "–",
            isBroken: index == plan.failure?.layerIndex))
      }
    }
    return stages
  }

  private func compact(_ shape: Shape) -> Phrase {
    Phrase(reading: String(shape.perObservation.filter { $0 != " " }))
  }

  /// The axis's numbers, with a mark over the current column, and the names of the columns beside.
  mutating func drawRuler(_ row: Int) {
    if isOverUnits {
      drawUnitRuler(row)
    } else {
      canvas.goes(time.columns, rows: row..<row + 1)
      time.ruler(marked: state.changedTimesteps(), row: row, on: &canvas)
    }
    guard showsSample else { return }
    let forms = NetworkPhrases.unitsSideBySide(at: state.timestep)
    canvas.write(
      Fitted.whole(forms, width: size.width - layout.sampleColumn) ?? "",
      column: layout.sampleColumn, row: row, style: Style(.quiet))
  }

  private mutating func drawUnitRuler(_ row: Int) {
    canvas.name(.word("ruler"), row: row)
    let focus = layout.focus
    let label = NetworkPhrases.unitRuler(of: name(of: focus ?? 0))
    let window = focus.map(unitWindow) ?? time.window
    let current = focus.map { state.unit(of: $0) } ?? state.position.timestep
    Ruler(columns: window.columns(from: layout.labelWidth), window: window, current: current)
      .draw(
        layout.showsNames ? label : NetworkPhrases.unitRulerNarrow, labelColumn: 1,
        labelWidth: layout.labelWidth - 2, row: row, on: &canvas)
    let values = ValueColumns(
      value: layout.valueColumn, scale: layout.showsScale ? layout.scaleColumn : nil,
      end: size.width)
    values.names("   \(NetworkPhrases.now)", row: row, on: &canvas)
  }

  mutating func drawExplanation(_ index: Int, _ row: Int) {
    guard explanations.indices.contains(index) else { return }
    canvas.extend(.sentences, row: row)
    let isMessage = index == 0 && state.message != nil
    canvas.write(
      plain: explanations[index], column: 1, row: row,
      style: Style(isMessage ? .warning : index == 0 ? .text : .quiet),
      width: size.width - 2)
  }

  mutating func drawUnseen(_ count: Int, _ row: Int) {
    canvas.write(
      plain: NetworkPhrases.moreLayers(count, of: Layer.recurrentKinds), column: 1, row: row,
      style: Style(.quiet), width: size.width - 2)
  }
}
