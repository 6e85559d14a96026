import Documents
import Wording

extension KerasLayer {
  /// The settings of the layer, and of those that it is put around, that change how Keras trains it and not
  /// what it answers; they are passed over.
  var settingsOfTraining: PassedOver.Settings? {
    let cells = (try? cells())?.compactMap(\.self) ?? []
    let inner = [self, inner(), self.inner("backward_layer")].compactMap(\.self) + cells
    var names: [String] = []
    for name in inner.flatMap(\.ownSettingsOfTraining) where !names.contains(name) {
      names.append(name)
    }
    return names.isEmpty ? nil : PassedOver.Settings(layer: excerpt(self.name), names: names)
  }

  private var ownSettingsOfTraining: [String] {
    config.mapping.entries.compactMap { entry in
      switch entry.key {
      case "dropout", "recurrent_dropout", "dropout_W", "dropout_U":
        (try? entry.value.real(.key(entry.key))).flatMap { $0 == 0 ? nil : entry.key }
      case "trainable": entry.value.written == "false" ? "trainable: false" : nil
      case "stateful": entry.value.written == "true" ? "stateful" : nil
      default: isRule(entry.key) && !entry.value.isNull ? excerpt(entry.key) : nil
      }
    }
  }

  /// Whether a key names what keeps weights small, or the answers of a layer; ActivityRegularization has the
  /// same as a setting of its own.
  private func isRule(_ key: String) -> Bool {
    key.hasSuffix("_regularizer") || key.hasSuffix("_constraint")
  }
}

extension KerasLayers {
  /// The same of all layers that the outputs need.
  var settingsOfTraining: [PassedOver.Settings] {
    order.flatMap { place in
      let entry = entries[place]
      return [entry.layer.settingsOfTraining].compactMap(\.self)
        + (entry.model?.settingsOfTraining ?? [])
    }
  }
}
