import ModelFiles
import Phrases
import Vocabulary

// A model that is read again whenever a training beside it writes it.
extension Explorer {
  /// Keeps every version of the open model from now on; see `take`.
  package mutating func follow() {
    let versions = Versions(model)
    self.versions = versions
    moment.epoch = versions.epoch(of: versions.newest)
  }

  /// Whether a file is followed, or a network was trained here.
  package var isFollowing: Bool { versions != nil }

  /// The number of the open version and of the newest; nil where another model is open, or none is
  /// followed.
  package var openEpoch: (number: Int, of: Int)? {
    guard let versions, let epoch = moment.epoch, epoch.generation == versions.generation else {
      return nil
    }
    return (epoch.number, versions.count)
  }

  /// Takes what a training wrote now. Who is at the newest version sees it at once, at the same place, and
  /// what was before behind it; who has gone back, or guesses what comes, is told of it.
  package mutating func take(_ model: LoadedModel) {
    guard var versions else { return }
    let isOpen = openEpoch != nil
    guard versions.includes(model) else {
      // Epochs of another architecture cannot be laid behind one another.
      self.versions = Versions(model, generation: versions.generation + 1)
      if isOpen { open(model) }
      guard !isOpen || !isRefused else {
        // What cannot be opened is not followed: what was read before stays.
        self.versions = versions
        return sayNews(FollowPhrases.isNotWhole(message ?? "", stays: versions.count))
      }
      let hadInput = if case .file = versions.model.observations { true } else { false }
      let isMadeUp = if case .random = model.observations { true } else { false }
      return sayNews(
        FollowPhrases.isAnother(model.name, isOpen: isOpen, isUnread: hadInput && isMadeUp))
    }
    // The same weights written again are no other version.
    guard model.network.weights != versions.newest.network.weights else { return }
    versions.add(model)
    self.versions = versions
    guard isOpen, position.epoch == nil, prediction == nil else {
      // What is guessed is not to change meanwhile: this version stays.
      if isOpen, position.epoch == nil { moment.position.epoch = moment.epoch?.number }
      return sayNews(FollowPhrases.isNewer(versions.count, of: isOpen ? nil : model.name))
    }
    do throws(Refusal) {
      moment = try self.versions.newest(moment).settled().withSheet().ready()
      followCount()
      sayNews(newsOfEpoch)
    } catch {
      moment.position.epoch = moment.epoch?.number
      refuse(error)
    }
  }

  /// Whether another version of the open model can be shown: also from the network that was open before it
  /// was trained here.
  var hasEpochs: Bool {
    guard let versions else { return false }
    return openEpoch != nil
      || !versions.isOfFile && model.name == versions.model.name
        && model.files == versions.model.files && versions.includes(model)
  }

  /// Shows another version.
  mutating func go(to epoch: Command.Epoch) {
    guard let versions else {
      let canLearn = shownCourse != nil || model.task != nil
      return refuse(position.screen == .learning && canLearn ? .noEpochsYet : .followsNothing)
    }
    guard hasEpochs else { return refuse(.followsAnother(versions.model.name)) }
    if prediction != nil { return refuse(.whileGuessing(.epochs)) }
    let isOpen = openEpoch != nil
    let version =
      switch epoch {
      case .number(let number): versions.version(number)
      case .by(let distance):
        versions.version(from: openEpoch?.number ?? versions.count, by: distance)
      case .first: versions.kept[0]
      case .last: versions.newest
      }
    if case .number(let number) = epoch, version.number != number {
      return refuse(
        .noEpoch(number, of: versions.first...versions.count, dropped: versions.dropped))
    }
    commit(isOpen ? .change : .model) { moment throws(Refusal) in
      try moment.shown(in: version, of: versions)
    }
    if !isRefused { message = newsOfEpoch }
  }

  /// Which version is open, for the title; of a training that goes on here nobody knows how many there
  /// will be.
  var epochTitle: String? {
    openEpoch.map {
      FollowPhrases.open(
        $0.number, of: versions?.isOfFile == true ? $0.of : nil,
        isUnderWay: moment.epoch?.batch ?? 0 > 0)
    }
  }

  /// How the answer moved from the version before to this one, or which it is where that is not known.
  private var newsOfEpoch: String? {
    guard let versions, let open = openEpoch else { return nil }
    let moved = position.changes.isEmpty ? beforeAndAfter : nil
    return FollowPhrases.epoch(
      open.number, of: versions.isOfFile ? open.of : nil, moved: moved, dropped: versions.dropped)
  }

  /// It is said though nobody asked, and nothing was refused.
  private mutating func sayNews(_ sentence: String?) {
    guard !isRefused || sentence != nil else { return }
    isRefused = false
    message = sentence
  }
}
