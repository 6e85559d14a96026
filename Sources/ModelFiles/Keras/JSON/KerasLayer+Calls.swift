import Documents
import Engine

extension KerasLayer {
  /// What the layer is fed: the tensors of its one call, in the order of its arguments; nothing for an
  /// input. A source's layer is named as in the file.
  ///
  /// Keras 3 keeps each call's arguments, tensors among them as objects with a `keras_history`.
  /// Keras 2 keeps lists of `[layer, call, tensor, arguments]`. Masks, which Keras 3 lists too, find
  /// their way by themselves.
  func sources() throws(FileError) -> [Source] {
    guard let nodes = try value.mapping(.layer)["inbound_nodes"] else { return [] }
    let calls = try nodes.list("inbound_nodes")
    guard calls.count <= 1 else { throw wiring(.called(times: calls.count)) }
    guard let call = calls.first else { return [] }
    var sources: [Source] = []
    if call.isMapping {
      let call = try call.mapping("inbound_nodes")
      if let arguments = call["args"] { try collect(arguments, depth: 0, into: &sources) }
      if let named = call["kwargs"], named.isMapping {
        for entry in try named.mapping("kwargs").entries where entry.key != "mask" {
          if entry.key == "use_causal_mask", entry.value.written == "true" {
            throw setting(entry.key, entry.value, .changesNumbers)
          }
          try collect(entry.value, depth: 0, into: &sources)
        }
      }
    } else {
      let tensors = try call.list("inbound_nodes")
      for tensor in tensors.first?.isText == true ? [call] : tensors {
        sources += try Self.olderSources(tensor)
      }
    }
    return sources
  }

  /// Whether the one call of the layer in a file of Keras 3 hands it a mask. Where it reads one tensor it
  /// is given that tensor's mask; where others stand beside it, none.
  var isCalledWithMask: Bool {
    guard let calls = try? value.mapping(.layer)["inbound_nodes"]?.list("inbound_nodes"),
      let call = calls.first, call.isMapping,
      let named = try? call.mapping("inbound_nodes")["kwargs"]?.mapping("kwargs")
    else { return false }
    return named["mask"].map { !$0.isNull } ?? false
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
      if mapping["class_name"]?.written == "__keras_tensor__" {
        let history = try mapping.required("config", example: "\"config\": {…}").mapping("config")
          .required("keras_history", example: "\"keras_history\": [\"lstm1\", 0, 0]")
        sources.append(try Self.source(history))
      } else {
        for entry in mapping.entries {
          try collect(entry.value, depth: depth + 1, into: &sources)
        }
      }
    }
  }

  /// A tensor of Keras 2, and the initial states among the arguments that stand beside it.
  private static func olderSources(_ value: DocumentValue) throws(FileError) -> [Source] {
    var sources = [try source(value)]
    let parts = try value.list("inbound_nodes")
    if parts.count > 3, parts[3].isMapping,
      let states = try parts[3].mapping("inbound_nodes")["initial_state"], states.isList
    {
      let list = try states.list("initial_state")
      for state in list.first?.isText == true ? [states] : list {
        sources.append(try source(state))
      }
    }
    return sources
  }

  private static func source(_ value: DocumentValue) throws(FileError) -> Source {
    let parts = try value.list("inbound_nodes")
    guard parts.count >= 3 else {
      throw value.error(
        .wrongType(
          name: .tensor, expected: .entries(["layer", "call", "tensor"]), found: value.found))
    }
    return Source(
      try parts[0].text(.layer), output: try parts[2].integer(.tensor, in: 0...1000))
  }

  /// The tensors that `input_layers` or `output_layers` names: `["output", 0, 0]` or a list of such;
  /// Keras 3 puts them into objects where a model's own were in one.
  static func ends(_ value: DocumentValue) throws(FileError) -> [Source] {
    if value.isMapping {
      var sources: [Source] = []
      for entry in try value.mapping("output_layers").entries { sources += try ends(entry.value) }
      return sources
    }
    let parts = try value.list("output_layers")
    if parts.first?.isText == true { return [try source(value)] }
    var sources: [Source] = []
    for part in parts { sources += try ends(part) }
    return sources
  }
}
