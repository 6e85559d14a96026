import Vocabulary

// A training in a journal: the steps that it came to, whoever took them and whenever they came.
extension Journal {
  /// Notes how far the open model's training has come since it was noted last, and its learning rate.
  mutating func noteTraining(of explorer: Explorer) {
    guard let live = explorer.training, let generation = explorer.openTraining else { return }
    let opening = entries[..<cursor].lastIndex { $0.command == nil }
    let first = opening.map { $0 + 1 } ?? 0
    func entry(_ command: Training) -> Entry {
      Entry(
        command: .training(command), model: explorer.model.name,
        position: explorer.position.inNewest, training: generation)
    }
    func steps() -> [Int] { (first..<cursor).filter { entries[$0].command?.steps != nil } }
    if !steps().contains(where: { entries[$0].training == generation }) {
      // The first of them is begun by its steps.
      if !steps().isEmpty { add(entry(.over)) }
      add(entry(.batches(0)))
    }
    let rate = entries[first..<cursor].reversed().lazy.compactMap { $0.command?.rate }.first
    if live.rate != rate ?? live.run.settings.rate {
      insert(entry(.rate(.to(live.rate))))
    }
    let own = steps().filter { entries[$0].training == generation }
    let noted = own.reduce(0) { $0 + (entries[$1].command?.steps ?? 0) }
    guard let last = own.last, let count = entries[last].command?.steps, live.steps > noted else {
      return
    }
    var new = live.steps - noted
    let isBehindRate = entries[last..<cursor].contains { $0.command?.rate != nil }
    if count == 0 || last == cursor - 1 {
      // It takes a step to begin, and a rate can be set only then.
      let here = isBehindRate ? 1 : new
      entries[last].command = .training(.batches(count + here))
      new -= here
    }
    if new > 0 { insert(entry(.batches(new))) }
  }

  /// Notes something that changes no place: what was undone can still be made again.
  mutating func insert(_ entry: Entry) {
    entries.insert(entry, at: cursor)
    cursor += 1
  }

  /// Puts what was trained behind a place before what is undone there: undo takes back what was chosen, and
  /// leaves the network as it has learnt.
  ///
  /// - Returns: the place behind it.
  mutating func keepTraining(_ generation: Int?, behind target: Int) -> Int {
    guard let generation else { return target }
    var kept: [Entry] = []
    for place in (target..<cursor).reversed() where entries[place].training == generation {
      guard entries[place].command?.isTraining == true else { continue }
      kept.insert(entries.remove(at: place), at: 0)
    }
    let here = place(target).position
    for place in kept.indices { kept[place].position = here }
    entries.insert(contentsOf: kept, at: target)
    return target + kept.count
  }
}

extension Explorer {
  /// Which training the open network is of; nil where it is of none.
  var openTraining: Int? { training == nil ? nil : moment.epoch?.generation }

  /// Notes what was learnt.
  mutating func noteTraining() {
    guard var journal else { return }
    journal.noteTraining(of: self)
    self.journal = journal
  }
}

extension Command {
  /// The steps of a training.
  fileprivate var steps: Int? {
    if case .training(.batches(let count)) = self { count } else { nil }
  }

  fileprivate var rate: Double? {
    if case .training(.rate(.to(let rate))) = self { rate } else { nil }
  }

  var isTraining: Bool { if case .training = self { true } else { false } }
}
