import Documents
import Kernels
import LessonCheck
import LessonPlayer
import Lessons
import ModelFiles
import Phrases
import Screen
import Tutor
import Vocabulary

/// A tutor with the world around it: it carries out what an update asks for.
struct Session {
  private(set) var state: State
  private let library: ModelLibrary
  private let clipboard: Clipboard
  private let seed: UInt64
  private let lessons: LessonSource
  /// What is kept of the lessons.
  var progress = ProgressKeeper()
  /// Whether what a command leaves to be counted is counted before the next: nobody waits for keys.
  var countsAtOnce = true
  /// Whether somebody takes the steps of a training beside it, see `take`; a script waits for them.
  var trainsBeside = false
  /// What was copied last, until somebody takes it up.
  var copied: String?
  /// What is wrong with what is kept, said already: once is enough, it would be said at every key.
  private(set) var fault: String?
  /// The lessons that follow one another; nil for those that ship.
  var course: Course?
  /// The model as it was asked for: its name stands for it, whatever else has that name.
  private var opened: LoadedModel
  /// Where the screen is written to when that is asked for; nil where there is no place for it.
  var pictures: ScreenFiles?
  /// The size in which it is written: that of the window where there is one.
  var window = Size(width: 100, height: 30)
  /// The files of the models that were opened, by their names.
  private(set) var files: [String: [String]]

  /// Opens a model; `observation` opens in place of its own first one, and `seed` is that of models
  /// without weights that are opened later.
  init(
    _ model: LoadedModel, observation: Int?, library: ModelLibrary, seed: UInt64 = 0,
    kernels: Kernels = .chosen, clipboard: Clipboard = Clipboard(),
    allowsFiles: Bool = false
  ) throws {
    self.library = library
    lessons = LessonSource(library: library, allowsFiles: allowsFiles)
    self.seed = seed
    self.clipboard = clipboard
    var opened = model
    opened.firstObservation = observation ?? model.firstObservation
    self.opened = opened
    files = [opened.name: opened.files]
    let shipped = (try? library.shipped()) ?? []
    state = try State(
      opened, models: shipped.contains(opened.name) ? shipped : [opened.name] + shipped,
      kernels: kernels)
  }

  /// Carries a command out. What it reaches in a lesson is kept when `progress` is on, or as the
  /// lesson is left: of a burst of keys only where it leads is written.
  ///
  /// - Returns: false once the program is to end.
  mutating func perform(_ command: Command) -> Bool { perform(.command(command)) }

  /// Goes on as a lesson does that plays itself, without the offer to show a way.
  mutating func goOn() -> Bool {
    guard perform(.next) else { return false }
    guard let play = state.lesson, play.isOffering(in: state.explorer) else { return true }
    return perform(.next)
  }

  private mutating func perform(_ input: Input) -> Bool {
    state.explorer.trainsBeside = trainsBeside
    return keepingWhatIsLeft { session in
      let effects = session.state.update(input)
      if session.countsAtOnce { session.state.finishCounting() }
      return session.carryOut(effects)
    }
  }

  /// Keeps what was reached in a lesson that something leaves.
  private mutating func keepingWhatIsLeft(_ body: (inout Session) -> Bool) -> Bool {
    let before = state.lesson
    let goesOn = body(&self)
    if let before, state.lesson?.lesson.file != before.lesson.file { keepProgress(of: before) }
    return goesOn
  }

  /// Does what an update asks for, one after another, as far as nothing is refused.
  ///
  /// - Returns: false once the program is to end.
  private mutating func carryOut(_ effects: [Effect]) -> Bool {
    for effect in effects {
      guard carryOut(effect) else { return false }
      if state.isRefused { break }
    }
    return true
  }

  private mutating func carryOut(_ effect: Effect) -> Bool {
    switch effect {
    case .quit: return false
    case .goOn(let commands):
      return keepingWhatIsLeft { session in
        let effects = session.state.update(commands)
        return session.carryOut(effects)
      }
    case .copy(let text):
      do {
        try clipboard.add(text)
        copied = text
      } catch { state.refuse(error) }
    case .write:
      guard let pictures else {
        state.refuse(Refusal.noFolderToWriteTo)
        return true
      }
      do { state.greet(try pictures.write(state, window)) } catch { state.refuse(error) }
    case .load(let name):
      do {
        let model = try model(named: name)
        files[model.name] = model.files
        state.open(model)
      } catch { refuse(error) }
    case .loadLesson(let name):
      do { try open(lesson: name) } catch { refuse(error) }
    case .loadNextLesson(after: let name):
      do {
        guard let file = try self.file(after: name) else {
          state.refuse(Refusal.lastLesson)
          return true
        }
        try open(lesson: file, beginsAnew: course?.beginsAnew ?? false)
      } catch { refuse(error) }
    case .listLessons:
      do {
        state.show(try lessons.list(progress.records))
        sayFault()
      } catch { refuse(error) }
    }
    return true
  }

  /// The lesson that was asked for; it goes on where one stopped unless it `beginsAnew`.
  mutating func open(lesson name: String, beginsAnew: Bool = false) throws {
    keepProgress()
    let (lesson, model) = try lessons.load(name)
    begin(lesson, on: model, resumes: !beginsAnew)
  }

  /// Opens a lesson; what is only opened is not kept, that begins with the first thing done.
  ///
  /// - Returns: what was kept of it, where it `resumes`.
  @discardableResult
  private mutating func begin(
    _ lesson: Lesson, on model: LoadedModel, resumes: Bool
  ) -> LessonRecord? {
    let record = resumes ? progress.records[lessons.key(of: lesson)] : nil
    state.open(lesson, on: model, resuming: record)
    let isLast = (try? file(after: lesson.name)) == nil
    state.lesson?.isLast = isLast
    noteAsKept()
    if resumes { sayFault() }
    return record
  }

  /// Says once what is wrong with what is kept. It is no refusal: what was asked for happened.
  private mutating func sayFault() {
    guard fault == nil else { return }
    fault = progress.fault()
    if let fault { state.greet(fault) }
  }

  private mutating func noteAsKept() {
    if let play = state.lesson { progress.note(play) }
  }

  private func file(after name: String) throws -> String? {
    if let course, let file = state.lesson?.lesson.file, course.files.contains(file) {
      return course.file(after: file)
    }
    // Another lesson of the same name is none of the shelf's.
    if let lesson = state.lesson?.lesson, !lessons.isOnShelf(lesson) { return nil }
    return try lessons.shelf().file(after: name)
  }

  /// Whether something follows the open lesson by itself.
  var goesOnAtEnd: Bool {
    state.lesson.map { course?.file(after: $0.lesson.file) != nil } ?? false
  }

  /// Begins the open lesson again, or the course where none is open.
  mutating func beginAgain() {
    guard let file = state.lesson?.lesson.file ?? course?.files.first else { return }
    do { try open(lesson: file, beginsAnew: true) } catch { refuse(error) }
  }

  /// Reads the open lesson again and stays at the step; where it has faults now, in how it is written
  /// or in what the engine says of it, the last good one stays and the first fault is said.
  mutating func readAgain() {
    guard let file = state.lesson?.lesson.file else { return }
    do {
      let (lesson, model) = try lessons.load(file)
      // Pictures at other sizes than this window's are for `unroll check`.
      let faults = LessonCheck.faults(of: lesson, on: model, draws: false)
      guard faults.isEmpty else { throw LessonFaults(faults) }
      state.reopen(lesson, on: model)
    } catch { refuse(error) }
  }

  /// Says something that nobody asked for.
  mutating func say(_ sentence: String) { state.greet(sentence) }

  private mutating func refuse(_ error: any Error) {
    if let fault = (error as? LessonFaults)?.faults.first {
      state.refuse(fault)
    } else if let error = error as? FileError, error.place == Place("--model") {
      // It was asked for by a command, not on the command line.
      state.refuse(Refusal.asked(error))
    } else {
      state.refuse(error)
    }
  }

  /// Begins to keep what is done.
  mutating func beginJournal() { state.explorer.beginJournal() }

  var progressIsEmpty: Bool {
    progress.isEmpty && (try? lessons.shelf().files.isEmpty) == false
  }

  /// Keeps how far the open lesson is, where that has changed.
  mutating func keepProgress() {
    if let play = state.lesson { keepProgress(of: play) }
  }

  private mutating func keepProgress(of play: LessonPlay) {
    do { try progress.keep(play, as: lessons.key(of: play.lesson)) } catch {
      if fault == nil { state.refuse(error) }
      fault = "\(error)"
    }
  }

  private func model(named name: String) throws -> LoadedModel {
    name == opened.name ? opened : try library.load(name, seed: seed)
  }

  /// Carries commands out that stand in a script.
  ///
  /// - Returns: false where one of them ends the program; none behind it is carried out.
  /// - Throws: a sentence that names the first command that was refused.
  mutating func run(_ commands: [Command]) throws -> Bool {
    for command in commands {
      guard perform(command) else { return false }
      if state.isRefused {
        throw Failure("--do: '\(command)': \(state.message ?? SpeechPhrases.refused)")
      }
    }
    return true
  }

  /// Says how many values the screen can show in one cell.
  mutating func show(on look: Look) { state.explorer.hasHalfCells = look.hasHalfCells }

  /// What a key does; false once the program is to end.
  mutating func press(_ key: Key) -> Bool {
    // Any key ends the welcome; the one that plays and stops has then done what it is for.
    if state.endWelcome(), key == .character(" ") { return true }
    return state.input(for: key).map { perform($0) } ?? true
  }

  /// What the mouse does on what was shown last; false once the program is to end.
  mutating func press(_ mouse: Mouse, on canvas: Canvas) -> Bool {
    if canvas.command(for: mouse) != nil { _ = state.endWelcome() }
    return canvas.command(for: mouse).map { perform($0) } ?? true
  }
}

extension Session {
  /// At the first run, of a model that ships: a word on where to begin, and unless all is to keep still
  /// what there is to see.
  mutating func welcome(isStill: Bool) {
    // What was left out of the files of this model is the first thing to say of it, and that its input
    // is made up.
    let notes = [state.model.notes.first?.brief, state.model.madeUp].compactMap(\.self)
    if state.message == nil, state.lesson == nil, !notes.isEmpty {
      state.greet(notes.joined(separator: "; "))
    }
    // Who comes with a model of their own wants to see that.
    let isShipped = opened.files.first.flatMap { library.shippedName(ofFile: $0) } != nil
    guard isShipped, state.message == nil, state.lesson == nil, progressIsEmpty else { return }
    welcome(plays: !isStill)
  }

  /// Invites to the lessons, and where it `plays` shows what there is to see, until a key comes.
  mutating func welcome(plays: Bool) { state.welcome(LessonPhrases.welcome, plays: plays) }
}

extension Session {
  /// Plays a lesson that is read already; one that `resumes` goes on where it was left.
  mutating func play(_ lesson: Lesson, on model: LoadedModel, resumes: Bool = false) {
    let record = begin(lesson, on: model, resumes: resumes)
    if let record, !record.isAtEnd(of: lesson), record.step > 0 {
      state.greet(LessonPhrases.goingOn)
    }
  }

  /// Goes to a step, counted from 1 among those that are shown.
  mutating func go(toStep number: Int) {
    state.go(toStep: number)
    noteAsKept()
  }

  /// Carries out at once what a step still has to do.
  mutating func completeStep() { state.completeStep() }
}

extension Session {
  /// The training whose steps are to be taken; nil where there is none.
  var training: LiveTraining? { state.explorer.nextTraining }

  /// Takes steps that were taken beside it.
  mutating func take(_ outcome: TrainingOutcome) { state.take(outcome) }
}

extension Session {
  /// Keeps every version of the open model from now on.
  mutating func follow() { state.explorer.follow() }

  /// Takes what was found out of the model that is followed. Where a lesson is open the explorer below it
  /// does: the lesson has a model of its own.
  mutating func take(_ news: ModelFollower.News) {
    switch news {
    case .model(let model):
      if state.lesson == nil {
        state.explorer.take(model)
      } else {
        state.lesson?.outside?.take(model)
      }
      let below = state.lesson == nil ? state.explorer : state.lesson?.outside
      // The name stands for what is followed: what could not be opened is not.
      if below?.versions?.includes(model) == true { opened.take(model) }
    case .fault(let error):
      let below = state.lesson == nil ? state.explorer : state.lesson?.outside
      state.greet(FollowPhrases.isNotWhole(error, stays: below?.versions?.count ?? 1))
    }
  }
}

extension LoadedModel {
  /// That its input is made up, and how long that is; nil where it is not.
  fileprivate var madeUp: String? {
    guard case .random(let made) = observations else { return nil }
    let isAny = description.input.hasTimesteps && description.input.timesteps == nil
    return FilePhrases.madeUp(timesteps: isAny ? made.timesteps : nil)
  }

  /// Takes the weights of another version of it, or all of one of another architecture.
  fileprivate mutating func take(_ other: LoadedModel) {
    guard other.description == description else {
      self = other
      return
    }
    network = other.network
    weights = other.weights
  }
}
