import ModelFiles
import Phrases

extension Moment {
  /// The same place in a version of the followed model.
  func shown(in version: Versions.Version, of versions: Versions) throws(Refusal) -> Moment {
    var position = position
    // Who is at the newest one sees every newer one as it comes.
    position.epoch = version.number == versions.count ? nil : version.number
    let epoch = versions.epoch(of: version)
    if epoch == self.epoch {
      var same = self
      same.position = position
      return same
    }
    return try Refusal.from {
      try Moment(
        model: versions.model(in: version), position: position, kernels: kernels, after: self,
        epoch: epoch)
    }
  }
}

extension Versions? {
  /// A moment of the followed model in its newest version, unless another one was gone back to; any other
  /// moment as it is. Of a model that is trained here only what belongs to the training is a version: the
  /// network that was open before has the same name and files.
  func newest(_ moment: Moment) throws(Refusal) -> Moment {
    guard let versions = self, moment.position.epoch == nil else { return moment }
    let isOfIt =
      moment.epoch.map { $0.generation == versions.generation }
      ?? (versions.isOfFile && moment.model.name == versions.model.name
        && moment.model.files == versions.model.files && versions.includes(moment.model))
    return isOfIt ? try moment.shown(in: versions.newest, of: versions) : moment
  }
}
