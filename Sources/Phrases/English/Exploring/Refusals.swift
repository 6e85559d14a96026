import Engine
import Lessons
import Vocabulary
import Wording

extension Refusal: CustomStringConvertible {
  /// Why, and what to do instead.
  package var description: String {
    switch self {
    case .engine(let error): error.sentence
    case .file(let error): error.description
    case .asked(let error): error.problem.sentence
    case .command(let error): error.description
    case .answer(let error): error.sentence
    case .fault(let fault): fault.description
    case .other(let sentence): sentence

    // MARK: Time and guessing
    case .speed(let found, let allowed):
      "speed \(found) is not between \(allowed.lowerBound) and \(allowed.upperBound) timesteps a second"
    case .whileGuessing(let what): what.refusal
    case .open(let guess?): guess.question
    case .open(nil): "guess first"
    case .cellsHaveNoAnswer:
      "the schedule goes from cell to cell; esc, and then go finds timesteps"
    case .noSuchDay(let day, let first?, let last?):
      "no timestep is of \(day); this observation goes from \(first) to \(last)"
    case .noSuchDay(let day, _, _):
      "no timestep is of \(day): the timesteps of this observation have no days"
    case .noChange(hasAnswers: true): "the answer so far is the same at every timestep"
    case .noChange(hasAnswers: false):
      "this network has no answer so far at each timestep, so none can be seen to move"
    case .noSuchChange(let place, let count):
      "the answer so far moves at \(counted(count, "timestep")), places 0 to "
        + "\(grouped(count - 1)); there is no \(grouped(place))"
    case .nothingToGuess:
      "choose a recurrent layer on a screen other than the schedule: you guess how its unit goes on"
    case .guessingIsOff: "type 'predict on' to start guessing"
    case .nothingLeftToGuess(let last, let right, let all):
      "t \(last) is the last timestep; \(right) of \(all) right"

    // MARK: Places and changes
    case .nothingToUndo: "nothing to undo"
    case .nothingToRedo: "nothing to redo"
    case .nothingChanged: "nothing has been changed"
    case .tooManyChanges(let most):
      "there are \(most) what-ifs, and no more at once; restore takes them back"
    case .bookmarkName(let name):
      "the name '\(Cleaning.text(name))' is not a single word that can be shown; choose another"
    case .notKept(let name, let kept):
      kept.isEmpty
        ? "nothing is kept yet; type 'mark \(name)'"
        : "nothing is kept as '\(name)'; kept: \(kept.joined(separator: ", "))"
    case .keptElsewhere(let name, let model):
      "'\(name)' is a place in \(model); open it first with 'model \(model)'"
    case .noOtherModel: "there is no other model to open"
    case .followsNothing:
      "there are no epochs; 'train 1 epoch' trains this network, and 'unroll FILE --follow' reads it "
        + "again whenever a training writes it"
    case .beforeFirst(let name): "\(name) is the first; there is none before it"
    case .noEpochsYet: "there are no epochs yet; space trains, B trains one epoch"
    case .followsAnother(let name): "the epochs are those of \(name); 'model \(name)' opens it"
    case .noEpoch(let number, let count, let dropped):
      dropped?.contains(number) == true
        ? "epoch \(number) is not kept any more; \(FollowPhrases.kept(of: count, dropped))"
        : "there is no epoch \(number); \(FollowPhrases.kept(of: count, dropped))"
    case .followsFile: "a file is followed, and its training is another; open it without --follow"
    case .nothingToLearn:
      "nobody knows the true answers of these observations, so there is nothing to learn from; "
        + "'unroll train' takes a task, or data with a target"
    case .allLearnt(let epochs):
      "all \(epochs) epochs are done; 0 begins again with fresh weights"
    case .cannotLearn(let problem): problem.sentence
    case .stoppedLearning(let problem):
      "\(problem.sentence); 0 begins again with fresh weights"
    case .noTraining: "no training has begun; 'train 1 batch' and 'train 1 epoch' begin one"
    case .isLearning: "the network is still learning; the lesson goes on when it is done"
    case .learningRate(let found, let allowed):
      "a learning rate of \(found) is not between \(allowed.lowerBound) and \(allowed.upperBound)"
    case .noFolderToWriteTo: "there is no folder here to write the screen to"
    case .tooManyPictures(let most):
      "unroll-1 to unroll-\(grouped(most)) are all taken in this folder; move some of them away"

    // MARK: Layers and screens
    case .unknownLayer(let name, let known):
      "no layer is called '\(name)'" + (known.isEmpty ? "" : "; \(Self.hint(name, known))")
    case .noGatesToShow(let layer):
      "\(layer) has no gates; this screen shows \(Layer.recurrentKinds) layers"
    case .notDense(let layer): "\(layer) is not a Dense layer; this screen shows only Dense layers"
    case .wayBackTooLong:
      "this observation is too long for gradients: the way back would need several times its memory"
    case .notTraced:
      "only what a layer works out comes from somewhere; choose a state, a gate or an output"
    case .unbuilt(let layer):
      "\(layer) cannot be built, so it has no numbers; the network screen says why"
    case .noRecurrentLayer: "this network has no \(Layer.recurrentKinds) layer to show"
    case .noRecurrentLayerBuilt:
      "no \(Layer.recurrentKinds) layer can be built, so none has numbers; "
        + "the network screen says why"
    case .noDenseLayer: "this network has no Dense layer to show"
    case .noDenseLayerBuilt:
      "no Dense layer can be built, so none has numbers; the network screen says why"
    case .nothingReadToFollow: "nothing has been read, so no sum has terms; → reads x[0]"
    case .nothingDeeper: "there is nothing deeper; esc goes back"
    case .noQuantity(let quantity, let layer): "\(layer) has no \(quantity.rawValue)"
    case .flagOfChosen(let flag, let layer):
      "\(layer) has no \(flag.rawValue); choose a recurrent layer with ↑ ↓"
    case .flag(let flag, let layer): "\(layer) has no \(flag.rawValue); only recurrent layers do"
    case .number(let found, let things, let count, let owner):
      "\(owner) has the \(things.words) 0 to \(count - 1); there is no \(found)"
    case .observationIsOpen(let index): "observation \(index) is the open one; name another"

    // MARK: Sizes
    case .noTimestepAxis(let input): "\(input) has no timestep axis"
    case .noUnits(let input): "\(input) has no units; choose a layer with ↑ ↓"
    case .size(let found, let allowed):
      "a size is a number from \(allowed.lowerBound) to \(allowed.upperBound); found \(found)"
    case .noSizeToCopy(let name):
      "\(name) has no count to copy; tab shows the code, and y copies it there"
    case .tooLarge(let run, let numbers, let most):
      "\(run.words) would hold \(grouped(numbers)) numbers, and at most \(grouped(most)), "
        + "\(most >> 18) MiB, are held: open a network with fewer timesteps or units"
    case .startTooLate(let index, let last):
      "start \(index) runs every sequence up to it, one after another, which takes too long here; "
        + "start \(last) is the last that can be done"

    // MARK: What-ifs
    case .noFeature(let quantity):
      "\(quantity) names no feature; write for example x[12, 3] or x[*, 3]"
    case .onlyGatesAreHeld(let gates):
      "only gates can be held: \(gates.map(\.rawValue).joined(separator: ", "))"
        + "; write for example clamp lstm2.forget_gate 29 1"
    case .outsideRange(let gate, let range, let found):
      "\(gate.rawValue) lies between \(decimal(range.lowerBound, digits: 0)) and "
        + "\(decimal(range.upperBound, digits: 0)); \(decimal(found)) is outside"
    case .nothingToHold(let layer): "\(layer) has no gate to hold"
    case .nothingReadToHold: "nothing has been read, so there is no gate to hold; → reads x[0]"
    case .atItsEnd(let letter, let bound):
      "\(letter) cannot go beyond \(decimal(bound, digits: 0))"
    case .isNotHeld(let letter, let timestep):
      "\(letter) is not held at t \(timestep) by itself; restore takes all what-ifs back"
    case .partOfWeight(let quantity):
      "\(quantity): leave out the brackets to set all of it"
    case .isComputed(let quantity):
      "\(quantity) is computed and cannot be set; x, kernel, recurrent_kernel and bias can, and "
        + "clamp holds a gate"

    // MARK: Addresses
    case .isShape(let quantity): "\(quantity) is a shape, not a number"
    case .noWeight(let quantity): "there is no weight \(quantity)"
    case .axes(let quantity, let count):
      "\(quantity.layer)/\(quantity.kind.rawValue) has \(count) axes"
    case .index(let quantity, let things, let count):
      "\(quantity): there are the \(things.words) 0 to \(count - 1)"
    case .noOutput(let layer): "\(layer) has no output: the network cannot be built"
    case .noOutputYet(let layer, let last):
      "\(layer) has no output yet; it comes at t \(last)"
    case .numbersOfInput(let input):
      "\(input) is the input; its numbers are x[timestep, feature]"
    case .noNumbers(let layer): "\(layer) has no numbers: the network cannot be built"
    case .noQuantityWithoutState(let quantity, let layer):
      Self.withoutState(layer, quantity.rawValue)
    case .tooManyNumbers(let quantity, let count, let most):
      "\(quantity) names \(grouped(count)) numbers, and at most \(grouped(most)) are worked "
        + "with at once; name fewer of them"
    case .noSuchNetwork(let name, let nearest, let names):
      "there is no network '\(excerpt(name))' here; "
        + suggestion(nearest, names, "the networks are")
    case .unknownAnswers: "the true answers of this model's observations are not known"
    case .unknownAnswersNow: "with this input the true answers are not known"

    // MARK: Formulas
    case .severalValues(let formula, let count):
      "\(formula) has \(grouped(count)) values; name one, or put max, min, sum or mean around them"
    case .notFinite(let formula): "\(formula) is not a finite number"
    case .notWhole(let number): "a shape is made of whole numbers, not of \(number)"
    case .notANumber(let value): "\(value) is not a number"
    case .notNumbers(let one, let other): "\(one) and \(other) are not numbers"
    case .unequalCounts(let one, let operation, let other):
      "\(grouped(one)) numbers \(operation.rawValue) \(grouped(other)) numbers "
        + "cannot be combined; there must be as many of each"
    case .functionOfNothing(let function): "\(function.rawValue) of nothing"
    case .noParameters(let layer):
      "\(layer ?? "the network") cannot be built, so it has no parameters"
    case .unknownProperty(let property, let layer, let known):
      "there is no '\(layer).\(property)'"
        + (nearest(to: property, in: known).map { "; did you mean \(layer).\($0)?" } ?? "")
    case .propertyOfInput(let property, let input):
      "\(input) is the input and has no \(property)"
    case .propertyWithoutState(let property, let layer): Self.withoutState(layer, property)
    case .notRecurrent(let layer): "\(layer) is not a \(Layer.recurrentKinds) layer"
    case .shapeOfInput(let input): "\(input) is the input; its shape is (timesteps, features)"

    // MARK: Sorting
    case .tooManyTimestepsToCompare:
      "it compares every two timesteps of each unit, too many for this many timesteps"
    case .tooManyRuns: "it takes a run for each unit, too many for a network of this size"

    // MARK: Lessons
    case .noLesson: "no lesson is open; lessons lists them"
    case .lastLesson: "this was the last lesson; L lists all of them"
    case .noQuestion: "no question is open"
    case .noHint: "there is no hint here; n shows the answer"
    case .isAsked: "that is what the question asks; answer it first, or let n show the answer"
    case .noBallot(let way): "votes are for answers to choose from; \(way.reason)"
    case .noVotes(let number): "no votes are counted for \(number)"
    }
  }

  private static func hint(_ name: String, _ known: [String]) -> String {
    nearest(to: name, in: known).map { "did you mean '\($0)'?" }
      ?? "the layers are \(known.joined(separator: ", "))"
  }

  private static func withoutState(_ layer: String, _ property: String) -> String {
    "\(layer) has no \(property); only \(Layer.recurrentKinds) layers do"
  }
}

extension Refusal.Guessed {
  fileprivate var refusal: String {
    switch self {
    case .goingToAPlace: "guess, or type 'predict off' first"
    case .schedule: "the schedule shows what is still to be guessed; type 'predict off' first"
    case .playing: "guess first, or type 'predict off'"
    case .undoing: "a guess cannot be taken back; type 'predict off' first"
    case .epochs: "another epoch would change what is to be guessed; type 'predict off' first"
    }
  }
}

extension Refusal.OpenGuess {
  package var question: String {
    "t \(timestep): will \(letter) of unit \(unit) of \(layer) go up, down, or stay "
      + "within \(GuessingPhrases.written(tolerance))? Press U, D or E."
  }
}

extension Refusal.Things {
  fileprivate var words: String {
    switch self {
    case .timesteps: "timesteps"
    case .features: "features"
    case .units: "units"
    case .places: "places"
    }
  }
}

extension Refusal.Run {
  fileprivate var words: String {
    switch self {
    case .open: "this"
    case .beside: "a second observation"
    case .contrast: "the contrast"
    case .schedule: "the schedule"
    case .orders: "the comparison of the three orders"
    }
  }
}

extension Refusal.Way {
  fileprivate var reason: String {
    switch self {
    case .key: "here a key is pressed"
    case .line: "here a line is corrected"
    case .byHand: "this is done by hand"
    case .other: "here no wrong ones are known"
    }
  }
}
