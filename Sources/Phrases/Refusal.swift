import Documents
import Engine
import Learning
import Lessons
import Vocabulary

/// Why a command is not carried out.
///
/// What a learner reads of it stands in `English/Exploring/Refusals.swift`.
package enum Refusal: Error, Hashable {
  // MARK: What other parts refuse

  case engine(EngineError)
  case file(FileError)
  /// A file that was asked for by a command: its place, an option, is left out.
  case asked(FileError)
  case command(CommandError)
  case answer(Misform)
  case fault(LessonFault)
  /// An error of any other part, as it tells itself.
  case other(String)

  // MARK: Time and guessing

  case speed(found: Int, allowed: ClosedRange<Int>)
  /// Something that would show what is still to be guessed.
  case whileGuessing(Guessed)
  /// A place that only timesteps have, on the schedule.
  case cellsHaveNoAnswer
  /// A day that no timestep is of; the first and the last that there are, nil where none is known.
  case noSuchDay(String, first: String?, last: String?)
  /// Nothing moves; `hasAnswers` where there are answers so far.
  case noChange(hasAnswers: Bool)
  case noSuchChange(Int, count: Int)
  /// A timestep further on, before the guess at it.
  case open(guess: OpenGuess?)
  case nothingToGuess
  case guessingIsOff
  case nothingLeftToGuess(last: Int, right: Int, of: Int)

  // MARK: Places and changes

  case nothingToUndo
  case nothingToRedo
  case nothingChanged
  case tooManyChanges(most: Int)
  /// A name that is not one word, or cannot be shown.
  case bookmarkName(String)
  case notKept(name: String, kept: [String])
  /// A place in another model.
  case keptElsewhere(name: String, model: String)
  case noOtherModel
  /// An observation before the first one, of this name.
  case beforeFirst(String)
  /// An epoch, where no file is followed and nothing has been trained.
  case followsNothing
  /// An epoch, on the screen where a training can begin.
  case noEpochsYet
  /// An epoch, while another model is open than the one of this name that is followed.
  case followsAnother(String)
  case noEpoch(Int, of: ClosedRange<Int>, dropped: ClosedRange<Int>?)
  /// Training here, while a file is followed.
  case followsFile
  /// Observations whose true answers nobody knows.
  case nothingToLearn
  /// All epochs are done.
  case allLearnt(epochs: Int)
  /// A network that does not fit what it is to learn.
  case cannotLearn(TrainingProblem)
  /// A training that came to numbers that are not finite, or to an observation that does not fit.
  case stoppedLearning(TrainingProblem)
  /// What is asked of a training, where none has begun.
  case noTraining
  /// A step of a lesson that goes on while the network learns.
  case isLearning
  case learningRate(found: Double, allowed: ClosedRange<Double>)
  /// Where a file can be written to is not known, or no more names are left.
  case noFolderToWriteTo
  case tooManyPictures(most: Int)

  // MARK: Layers and screens

  case unknownLayer(String, known: [String])
  /// A layer without gates on a screen that is about them.
  case noGatesToShow(layer: String)
  /// Another layer on the screen of Dense layers.
  case notDense(layer: String)
  /// Gradients over too many timesteps.
  case wayBackTooLong
  /// Where what enters the network, or a weight, comes from.
  case notTraced
  /// A layer behind the one that stops the network, on a screen that is about its numbers.
  case unbuilt(layer: String)
  case noRecurrentLayer
  case noRecurrentLayerBuilt
  case noDenseLayer
  case noDenseLayerBuilt
  /// A term, before there is any sum.
  case nothingReadToFollow
  case nothingDeeper
  case noQuantity(QuantityName, layer: String)
  /// A flag of the chosen layer, which has none.
  case flagOfChosen(Command.Flag, layer: String)
  case flag(Command.Flag, layer: String)
  /// A number of a thing, feature or unit, that its owner does not have.
  case number(Int, Things, count: Int, owner: String)
  case observationIsOpen(Int)

  // MARK: Sizes

  case noTimestepAxis(input: String)
  case noUnits(input: String)
  case size(found: Int, allowed: ClosedRange<Int>)
  case noSizeToCopy(of: String)
  case tooLarge(Run, numbers: Int, most: Int)
  /// A start after an observation that is too far on.
  case startTooLate(Int, last: Int)

  // MARK: What-ifs

  case noFeature(Quantity)
  case onlyGatesAreHeld([QuantityName])
  case outsideRange(QuantityName, ClosedRange<Float>, found: Float)
  /// A layer that has no gates.
  case nothingToHold(layer: String)
  case nothingReadToHold
  /// A gate that is as high or as low as it can be.
  case atItsEnd(Character, Float)
  case isNotHeld(Character, timestep: Int)
  case partOfWeight(Quantity)
  case isComputed(Quantity)

  // MARK: Addresses

  case isShape(Quantity)
  case noWeight(Quantity)
  case axes(of: Quantity, Int)
  case index(of: Quantity, Things, count: Int)
  case noOutput(layer: String)
  case noOutputYet(layer: String, last: Int)
  case numbersOfInput(String)
  case noNumbers(layer: String)
  case noQuantityWithoutState(QuantityName, layer: String)
  case tooManyNumbers(Quantity, count: Int, most: Int)
  case unknownAnswers
  /// One of the networks of the reach screen that is none.
  case noSuchNetwork(String, nearest: String?, names: [String])
  /// The input was changed so that nobody knows the answers.
  case unknownAnswersNow

  // MARK: Formulas

  case severalValues(Formula, count: Int)
  case notFinite(Formula)
  case notWhole(Double)
  case notANumber(String)
  case notNumbers(String, String)
  case unequalCounts(Int, Formula.Operation, Int)
  case functionOfNothing(Formula.Function)
  /// Of a layer; nil of the network.
  case noParameters(layer: String?)
  case unknownProperty(String, layer: String, known: [String])
  case propertyOfInput(String, input: String)
  case propertyWithoutState(String, layer: String)
  case notRecurrent(layer: String)
  case shapeOfInput(String)

  // MARK: Sorting

  case tooManyTimestepsToCompare
  case tooManyRuns

  // MARK: Lessons

  case noLesson
  case lastLesson
  case noQuestion
  case noHint
  /// A quantity that an open question asks for.
  case isAsked
  case noBallot(Way)
  case noVotes(for: Int)
}

extension Refusal {
  /// What is not done while a guess is open.
  package enum Guessed: Hashable, Sendable {
    case goingToAPlace, schedule, playing, undoing, epochs
  }

  /// A guess that is open: how the letter of a unit goes on at a timestep.
  package struct OpenGuess: Hashable, Sendable {
    package var letter: Character
    package var unit: Int
    package var layer: String
    package var timestep: Int
    /// How far the number may move and still count as the same.
    package var tolerance: Float

    package init(
      letter: Character, unit: Int, layer: String, timestep: Int, tolerance: Float
    ) {
      self.letter = letter
      self.unit = unit
      self.layer = layer
      self.timestep = timestep
      self.tolerance = tolerance
    }
  }

  /// What is numbered from 0.
  package enum Things: Hashable, Sendable {
    case timesteps, features, units
    /// Along an axis of a weight.
    case places
  }

  /// What would be held.
  package enum Run: Hashable, Sendable {
    case open, beside, contrast, schedule, orders
  }

  /// How a question is answered that nobody can vote in.
  package enum Way: Hashable, Sendable {
    case key, line, byHand
    /// Among answers of which no wrong one is known.
    case other
  }
}

extension Refusal {
  /// What an error of another part comes to.
  package init(_ error: any Error) {
    switch error {
    case let refusal as Refusal: self = refusal
    case let error as EngineError: self = .engine(error)
    case let error as FileError: self = .file(error)
    case let error as CommandError: self = .command(error)
    case let error as Misform: self = .answer(error)
    case let error as LessonFault: self = .fault(error)
    case let problem as TrainingProblem: self = .cannotLearn(problem)
    default: self = .other("\(error)")
    }
  }

  /// Makes any error of a body a refusal.
  package static func from<Result>(_ body: () throws -> Result) throws(Refusal) -> Result {
    do { return try body() } catch { throw Refusal(error) }
  }
}
