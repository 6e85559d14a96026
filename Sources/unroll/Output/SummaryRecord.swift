import Documents
import Engine
import ModelFiles

/// What `unroll summary` prints as one JSON object, for programs: the layers that can be built, each with
/// its class, what it reads, its shapes and its parameters, and where the weights come from.
///
/// A shape is a list, batch first, with null for a size that is not fixed. `reads` names a layer or the
/// input; `output` is 0 for what leaves it and 1 and more for its states. `trainable` counts what training
/// changes, `torch_parameters` the same network in PyTorch, where LSTM and GRU have a second bias.
struct SummaryRecord {
  let json: JSON

  init(_ model: ModelOutline) {
    let input = model.description.input
    let origin: [(key: String, value: JSON)] =
      switch model.weights {
      case .file(let file): [("file", .string(file)), ("seed", .null)]
      case .untrained(let seed): [("file", .null), ("seed", .number("\(seed)"))]
      }
    json = .object([
      ("model", .string(model.name)),
      ("about", .string(model.about)),
      ("input", .object([("name", .string(input.name)), ("shape", Self.shape(input.shape))])),
      ("layers", .array(model.plan.layers.map { Self.layer($0, in: model) })),
      ("parameters", Self.number(model.plan.parameterCount)),
      ("torch_parameters", Self.number(model.plan.torchParameterCount)),
      ("weights", .object(origin)),
      ("fault", model.fault.map { .string($0.description) } ?? .null),
    ])
  }

  private static func layer(_ planned: PlannedLayer, in model: ModelOutline) -> JSON {
    let parameters = planned.parameters
    return .object([
      ("name", .string(planned.layer.name)),
      ("class", .string(planned.layer.kind)),
      (
        "reads",
        .array(
          planned.sources.map { source in
            let name =
              source.layer.map { model.plan.layers[$0].layer.name } ?? model.description.input.name
            return .object([("layer", .string(name)), ("output", number(source.output))])
          })
      ),
      ("input_shapes", .array(planned.inputShapes.map(shape))),
      ("output_shape", shape(planned.outputShape)),
      ("state_shapes", .array(planned.stateShapes.map(shape))),
      ("parameters", number(parameters.total)),
      ("trainable", number(parameters.total - parameters.fixed)),
      ("counted_as", .string(parameters.derivation)),
      (
        "weights",
        .array(
          planned.weightShapes.map { weight in
            .object([
              ("name", .string(weight.name)),
              ("shape", .array(weight.dimensions.map { number($0) })),
            ])
          })
      ),
    ])
  }

  private static func shape(_ shape: Shape) -> JSON { .array(shape.dimensions.map(number)) }

  private static func number(_ number: Int?) -> JSON {
    number.map { .number("\($0)") } ?? .null
  }
}

extension JSON {
  fileprivate static let null = JSON.word("null")
}
