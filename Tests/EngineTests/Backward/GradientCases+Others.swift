@testable import Engine

extension GradientCase {
  /// Every layer without a state, and each of its options.
  static let others = dense + words + curveLayers + shaping + windows + normalising + passing

  private static let end = Dense(name: "end", units: 2)
  private static let flat = InputLayer(timesteps: nil, features: 4, hasTimesteps: false)

  private static func chain(
    _ name: String, of input: InputLayer = flat, _ layers: any LayerSettings...
  ) -> GradientCase {
    GradientCase(name, input: input, graph: layers.map { Layer($0) })
  }

  private static let rows = InputLayer(timesteps: 5, features: 3)

  private static var dense: [GradientCase] {
    Activation.allCases.map { curve in
      chain("Dense, \(curve)", Dense(name: "layer", units: 3, activation: curve), end)
    } + [
      chain("Dense, no bias", Dense(name: "layer", units: 3, useBias: false)),
      chain("Dense over a sequence", of: rows, Dense(name: "layer", units: 3)),
    ]
  }

  private static var words: [GradientCase] {
    let tokens = InputLayer(tokens: 5)
    return [
      chain(
        "Embedding", of: tokens, Embedding(name: "layer", inputDimension: 5, outputDimension: 3),
        end),
      chain(
        "Embedding, skipping 0", of: tokens,
        Embedding(name: "layer", inputDimension: 5, outputDimension: 3, maskZero: true),
        LSTM(name: "next", units: 2)
      ).skipping(),
      chain("Masking", of: rows, Masking(name: "layer"), end).skipping(),
      chain(
        "Masking another value", of: rows, made(Masking(name: "layer")) { $0.maskValue = 2 }, end),
    ]
  }

  private static var curveLayers: [GradientCase] {
    Activation.allCases.map { curve in
      chain("Activation, \(curve)", made(ActivationLayer(name: "layer")) { $0.activation = curve })
    } + [
      chain("ReLU", ReLU(name: "layer")),
      chain(
        "ReLU, bent",
        made(ReLU(name: "layer")) {
          $0.maxValue = 0.8
          $0.negativeSlope = 0.2
          $0.threshold = 0.3
        }),
      chain("LeakyReLU", LeakyReLU(name: "layer")),
      chain("ELU", made(ELU(name: "layer")) { $0.alpha = 0.7 }),
      chain("PReLU", PReLU(name: "layer")),
      chain("PReLU over a sequence", of: rows, PReLU(name: "layer")),
      chain(
        "PReLU, sharing timesteps", of: rows, made(PReLU(name: "layer")) { $0.sharedAxes = [1] }),
      chain(
        "PReLU, sharing features", of: rows, made(PReLU(name: "layer")) { $0.sharedAxes = [2] }),
      chain("PReLU, sharing all", of: rows, made(PReLU(name: "layer")) { $0.sharedAxes = [1, 2] }),
      chain("Softmax", of: rows, Softmax(name: "layer")),
      chain("Softmax over timesteps", of: rows, made(Softmax(name: "layer")) { $0.axis = 1 }),
    ]
  }

  private static var shaping: [GradientCase] {
    [
      chain("Flatten", of: rows, Flatten(name: "layer"), end),
      chain(
        "Reshape to a row", of: rows, made(Reshape(name: "layer")) { $0.targetShape = [15] }, end),
      chain(
        "Reshape to other rows", of: rows,
        made(Reshape(name: "layer")) { $0.targetShape = [3, -1] }, end),
      chain("Permute", of: rows, made(Permute(name: "layer")) { $0.axes = [2, 1] }, end),
      chain(
        "RepeatVector", made(RepeatVector(name: "layer")) { $0.count = 3 },
        LSTM(name: "next", units: 2)),
    ]
  }

  private static var windows: [GradientCase] {
    let long = InputLayer(timesteps: 7, features: 4)
    let paddings: [Window.Padding] = [.valid, .same, .causal]
    var all: [GradientCase] = []
    for padding in paddings {
      for (strides, dilation) in [(1, 1), (2, 1), (1, 2)] {
        all.append(
          chain(
            "Conv1D, \(padding), strides \(strides), dilation \(dilation)", of: long,
            made(Conv1D(name: "layer", filters: 3, kernelSize: 3)) {
              $0.padding = padding
              $0.strides = strides
              $0.dilationRate = dilation
              $0.activation = .gelu
            }))
      }
    }
    all.append(
      chain(
        "Conv1D in groups", of: long,
        made(Conv1D(name: "layer", filters: 6, kernelSize: 2)) {
          $0.groups = 2
          $0.useBias = false
        }))
    for padding in paddings.dropLast() {
      for strides in [0, 1, 2] {
        all.append(
          chain(
            "MaxPooling1D, \(padding), strides \(strides)", of: long,
            made(MaxPooling1D(name: "layer")) {
              $0.poolSize = 3
              $0.strides = strides
              $0.padding = padding
            }))
        all.append(
          chain(
            "AveragePooling1D, \(padding), strides \(strides)", of: long,
            made(AveragePooling1D(name: "layer")) {
              $0.poolSize = 3
              $0.strides = strides
              $0.padding = padding
            }))
      }
    }
    for keeps in [false, true] {
      all += [
        chain(
          "GlobalMaxPooling1D\(keeps ? ", kept" : "")", of: long,
          made(GlobalMaxPooling1D(name: "layer")) { $0.keepDims = keeps }),
        chain(
          "GlobalAveragePooling1D\(keeps ? ", kept" : "")", of: long,
          made(GlobalAveragePooling1D(name: "layer")) { $0.keepDims = keeps }),
      ]
    }
    return all + [
      chain(
        "GlobalAveragePooling1D, skipping", of: long, Masking(name: "mask"),
        GlobalAveragePooling1D(name: "layer")
      ).skipping()
    ]
  }

  private static var normalising: [GradientCase] {
    var all: [GradientCase] = []
    for (center, scale) in [(true, true), (false, true), (true, false), (false, false)] {
      let words = "\(center ? "moved" : "not moved"), \(scale ? "scaled" : "not scaled")"
      let batch = made(BatchNormalization(name: "layer")) {
        $0.center = center
        $0.scale = scale
      }
      let layer = made(LayerNormalization(name: "layer")) {
        $0.center = center
        $0.scale = scale
      }
      all += [
        chain("BatchNormalization, \(words)", of: rows, batch, end),
        chain("BatchNormalization in training, \(words)", of: rows, batch, end)
          .with { $0.isTraining = true },
        chain("LayerNormalization, \(words)", of: rows, layer, end),
      ]
    }
    return all + [
      chain(
        "BatchNormalization in training, skipping", of: rows, Masking(name: "mask"),
        BatchNormalization(name: "layer"), LSTM(name: "next", units: 2)
      ).skipping().with { $0.isTraining = true },
      chain("BatchNormalization of rows in training", BatchNormalization(name: "layer"), end)
        .with {
          $0.isTraining = true
          $0.count = 5
        },
    ]
  }

  private static var passing: [GradientCase] {
    let layers: [any LayerSettings] = [
      Dropout(name: "layer"), SpatialDropout1D(name: "layer"), GaussianDropout(name: "layer"),
      GaussianNoise(name: "layer"), AlphaDropout(name: "layer"),
      ActivityRegularization(name: "layer"),
    ]
    return layers.flatMap { layer in
      [false, true].map { isTraining in
        chain(
          "\(type(of: layer).kind)\(isTraining ? " in training" : "")", of: rows,
          Dense(name: "before", units: 3), layer, LSTM(name: "next", units: 2)
        ).with { $0.isTraining = isTraining }
      }
    }
  }
}
