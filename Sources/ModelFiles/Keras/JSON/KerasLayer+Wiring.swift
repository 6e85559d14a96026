import Documents

extension KerasLayer {
  /// One tensor that a layer is fed: the layer that gives it and which of its outputs it is.
  struct Source {
    let layer: String
    let tensor: Int
  }

  /// What the layer is fed, over all its calls; nothing for an input.
  ///
  /// Keras 3 keeps each call's arguments, tensors among them as objects with a `keras_history`.
  /// Keras 2 keeps lists of `[layer, call, tensor, arguments]`.
  func sources() throws(FileError) -> [Source] {
    let entry = try value.mapping(.layer)
    guard let nodes = entry["inbound_nodes"] else { return [] }
    var sources: [Source] = []
    for node in try nodes.list("inbound_nodes") {
      if node.isMapping {
        let call = try node.mapping("inbound_nodes")
        for key in ["args", "kwargs"] {
          if let part = call[key] { try collect(part, depth: 0, into: &sources) }
        }
      } else {
        for tensor in try node.list("inbound_nodes") {
          sources.append(try Self.source(try tensor.list("inbound_nodes"), tensor))
        }
      }
    }
    return sources
  }

  private func collect(
    _ value: DocumentValue, depth: Int, into sources: inout [Source]
  ) throws(FileError) {
    guard depth < 8 else { throw wiring(.nesting) }
    if value.isList {
      for element in try value.list("args") {
        try collect(element, depth: depth + 1, into: &sources)
      }
    } else if value.isMapping {
      let mapping = try value.mapping("args")
      if try mapping["class_name"]?.text("class_name") == "__keras_tensor__" {
        let history = try mapping.required("config", example: "\"config\": {…}").mapping("config")
          .required("keras_history", example: "\"keras_history\": [\"lstm1\", 0, 0]")
        sources.append(try Self.source(try history.list("keras_history"), history))
      } else {
        for entry in mapping.entries {
          try collect(entry.value, depth: depth + 1, into: &sources)
        }
      }
    }
  }

  private static func source(
    _ parts: [DocumentValue], _ whole: DocumentValue
  ) throws(FileError) -> Source {
    guard parts.count >= 3 else {
      throw whole.error(
        .wrongType(
          name: .tensor, expected: .entries(["layer", "call", "tensor"]), found: whole.found))
    }
    return Source(
      layer: try parts[0].text(.layer), tensor: try parts[2].integer(.tensor, in: 0...1000))
  }

  /// The layers that `output_layers` names: `["output", 0, 0]` or a list of such.
  static func outputNames(_ value: DocumentValue) throws(FileError) -> [String] {
    let parts = try value.list("output_layers")
    if parts.first?.isText == true { return [try source(parts, value).layer] }
    var names: [String] = []
    for part in parts {
      names.append(try source(try part.list("output_layers"), part).layer)
    }
    return names
  }
}
