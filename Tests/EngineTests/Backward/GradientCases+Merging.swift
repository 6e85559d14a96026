@testable import Engine

extension GradientCase {
  /// Every layer in which others meet, and each of its options.
  static let merging = equal + spread + skipped + concatenated + products

  private static let end = Dense(name: "end", units: 2)

  private static var layers: [any MergingLayer] {
    [
      Add(name: "layer"), Subtract(name: "layer"), Multiply(name: "layer"), Average(name: "layer"),
      Maximum(name: "layer"), Minimum(name: "layer"),
    ]
  }

  /// Two inputs, each through a Dense layer of its own, and the layer where they meet.
  private static func meeting(
    _ name: String, _ layer: any LayerSettings, _ inputs: [InputLayer], units: [Int] = [3, 3],
    masked: [Bool] = [false, false]
  ) -> GradientCase {
    var graph: [Layer] = []
    var meets: [Source] = []
    for (place, input) in inputs.enumerated() {
      if place > 0 { graph.append(Layer(AnotherInput(input))) }
      var source = input.name
      if masked[place] {
        graph.append(Layer(Masking(name: "mask\(place)"), reads: [Source(source)]))
        source = "mask\(place)"
      }
      let dense = Dense(name: "dense\(place)", units: units[place])
      graph.append(Layer(dense, reads: [Source(source)]))
      meets.append(Source(dense.name))
    }
    graph.append(Layer(layer, reads: meets))
    return GradientCase(name, input: inputs[0], graph: graph)
  }

  private static func sequence(_ name: String, _ timesteps: Int) -> InputLayer {
    InputLayer(name: name, timesteps: timesteps, features: 3)
  }

  private static func row(_ name: String) -> InputLayer {
    InputLayer(name: name, timesteps: nil, features: 3, hasTimesteps: false)
  }

  private static var equal: [GradientCase] {
    layers.flatMap { layer in
      [
        meeting(type(of: layer).kind, layer, [sequence("one", 4), sequence("two", 4)]),
        meeting("\(type(of: layer).kind) of rows", layer, [row("one"), row("two")]),
      ]
    }
      + layers.filter { !($0 is Subtract) }.map { layer in
        meeting(
          "\(type(of: layer).kind) of three", layer,
          [sequence("one", 4), sequence("two", 4), sequence("three", 4)], units: [3, 3, 3],
          masked: [false, false, false])
      }
  }

  private static var spread: [GradientCase] {
    layers.flatMap { layer in
      [
        meeting(
          "\(type(of: layer).kind), one feature spread", layer,
          [sequence("one", 4), sequence("two", 4)], units: [3, 1]),
        meeting(
          "\(type(of: layer).kind), one timestep spread", layer,
          [sequence("one", 1), sequence("two", 4)]),
      ]
    }
  }

  private static var skipped: [GradientCase] {
    layers.flatMap { layer in
      MaskMerge.allCases.flatMap { masks in
        [[true, true], [true, false], [false, true]].map { masked in
          var layer = layer
          layer.masks = masks
          return meeting(
            "\(type(of: layer).kind), skipping \(masked), \(masks)", layer,
            [sequence("one", 4), sequence("two", 4)], masked: masked
          ).skipping([[0, 1], [1, 3]])
        }
      }
    }
  }

  private static var concatenated: [GradientCase] {
    [
      meeting(
        "Concatenate", Concatenate(name: "layer"), [sequence("one", 4), sequence("two", 4)],
        units: [3, 2]),
      meeting(
        "Concatenate rows", Concatenate(name: "layer"), [row("one"), row("two")], units: [3, 2]),
      meeting(
        "Concatenate along time", made(Concatenate(name: "layer")) { $0.axis = 1 },
        [sequence("one", 4), sequence("two", 2)]),
    ]
  }

  private static var products: [GradientCase] {
    var all: [GradientCase] = []
    for normalize in [false, true] {
      for axes in [[1], [2], [2, 1], [1, 2]] {
        let dot = made(Dot(name: "layer")) {
          $0.axes = axes
          $0.normalize = normalize
        }
        let words = "Dot along \(axes)\(normalize ? ", cosines" : "")"
        all.append(meeting(words, dot, [sequence("one", 3), sequence("two", 3)]))
      }
      all.append(
        meeting(
          "Dot of rows\(normalize ? ", cosines" : "")",
          made(Dot(name: "layer")) {
            $0.axes = [1]
            $0.normalize = normalize
          }, [row("one"), row("two")]))
    }
    all.append(
      meeting(
        "Dot of a sequence and a row", made(Dot(name: "layer")) { $0.axes = [2, 1] },
        [sequence("one", 4), row("two")]))
    for useScale in [false, true] {
      let attention = made(Attention(name: "layer")) { $0.useScale = useScale }
      let words = "Attention\(useScale ? ", scaled" : "")"
      all += [
        meeting(words, attention, [sequence("one", 4), sequence("two", 3)]),
        meeting(
          "\(words), keys of their own", attention,
          [sequence("one", 4), sequence("two", 3), sequence("three", 3)], units: [3, 2, 3],
          masked: [false, false, false]),
        meeting(
          "\(words), query skipping", attention, [sequence("one", 4), sequence("two", 3)],
          masked: [true, false]
        ).skipping([[1], [2, 3]]),
      ]
    }
    let query = Layer(Dense(name: "query", units: 3), reads: [Source("mask")])
    let value = Layer(Dense(name: "value", units: 3), reads: [Source("mask")])
    all.append(
      GradientCase(
        "Attention, values skipping", input: sequence("one", 4),
        graph: [
          Layer(Masking(name: "mask")), query, value,
          Layer(Attention(name: "layer"), reads: [Source("query"), Source("value")]),
        ]
      ).skipping())
    return all
  }
}
