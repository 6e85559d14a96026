extension Network {
  /// Whether a layer looks at all observations of a batch at once, so that they cannot be worked on in
  /// pieces.
  package var looksAtWholeBatches: Bool {
    plan.layers.contains { $0.layer.settings is BatchNormalization }
  }
}
