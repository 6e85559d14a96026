import Engine
import Kernels
import ModelFiles
import Phrases
import Synchronization

/// Trainings that have not begun, worked out when they are first looked at and then kept: the same for equal
/// models, so that looking changes nothing.
final class FreshTrainings: Sendable {
  private struct Kept {
    let name: String
    let files: [String]
    let description: NetworkDescription
    let training: Result<LiveTraining, Refusal>
  }

  private let kept = Mutex<Kept?>(nil)
  private let side = Mutex<GapComparison?>(nil)

  /// The training of a model as it begins; why there is none where there cannot be one.
  func training(
    of model: LoadedModel, kernels: Kernels
  ) -> Result<LiveTraining, Refusal> {
    kept.withLock { kept in
      if let kept, kept.name == model.name, kept.files == model.files,
        kept.description == model.description
      {
        return kept.training
      }
      let training = Result { () throws(Refusal) in try LiveTraining(model, kernels: kernels) }
      kept = Kept(
        name: model.name, files: model.files, description: model.description, training: training)
      return training
    }
  }

  /// The networks side by side as they begin.
  func comparison(kernels: Kernels) -> GapComparison {
    side.withLock { side in
      if let side { return side }
      let fresh = GapComparison(kernels: kernels)
      side = fresh
      return fresh
    }
  }
}

extension Explorer {
  /// The training that is shown: that of the open model, and before it has begun the one that would begin.
  var shownCourse: LiveTraining? { shownTraining ?? freshTraining }

  /// The training of the open model that would begin; nil where there is nothing to learn.
  private var freshTraining: LiveTraining? {
    try? freshTrainings.training(of: model, kernels: moment.kernels).get()
  }

  /// The networks side by side, as far as they have come.
  var gaps: GapComparison { comparison ?? freshTrainings.comparison(kernels: moment.kernels) }
}
