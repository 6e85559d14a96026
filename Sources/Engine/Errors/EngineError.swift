/// What cannot be built or fed, with the operands that say why.
///
/// The wording stands in `Phrases`.
package enum EngineError: Error, Hashable {
  /// A network without a layer.
  case noLayers
  /// A name that two layers, or a layer and the input, have.
  case duplicateName(String)
  /// A name that is empty or contains a slash, which tensor names need for themselves.
  case unusableName(String)
  /// A layer of no or fewer units.
  case units(layer: String, found: Int)
  /// An input of no or fewer features.
  case features(input: String, found: Int)
  /// An input of no or fewer timesteps.
  case timesteps(input: String, found: Int)
  /// A layer that reads sequences where none comes in; `lostBy` is the layer before it that hands on
  /// its last hidden state only, `nil` where the input has no timestep axis.
  case rank(layer: String, expected: Int, found: Shape, lostBy: String?)
  /// A recurrent layer with softmax as its `activation` or `recurrent_activation`; `kind` is `an LSTM`.
  case softmaxInRecurrent(layer: String, setting: String, kind: String)
  /// A layer larger than this program is willing to hold.
  case tooManyParameters(layer: String)
  /// A network of more layers than are looked through in a moment.
  case tooManyLayers(found: Int)
  /// A network whose weights are more than can be held.
  case tooManyWeights(found: Int)
  /// A run that would keep more numbers than can be held.
  case runTooLarge(timesteps: Int, found: Int)
  /// Numbers of a shape that the network does not read.
  case inputShape(input: String, expected: Shape, found: [Int])
  /// An observation without a single timestep.
  case noTimesteps(input: String)
  /// A weight that the network needs and was not given.
  case missingWeight(name: String, expected: [Int])
  /// A weight that no layer of the network has.
  case unknownWeight(name: String, known: [String])
  /// A weight of another shape than the layer needs.
  case weightShape(name: String, expected: [Int], found: [Int])
  /// A weight with more or fewer numbers than its own shape says.
  case weightCount(name: String, shape: [Int], found: Int)
  /// A weight that holds NaN or infinity, `index` is the first place.
  case weightNotFinite(name: String, index: [Int])
  /// A place in a weight that it does not have.
  case weightIndex(name: String, shape: [Int], found: [Int])
  /// A layer that the network does not have.
  case unknownLayer(name: String, known: [String])
  /// A layer without gates and states where one with them is needed.
  case notRecurrent(layer: String)
  /// A clamp of a state; `gates` are what can be clamped instead.
  case notAGate(layer: String, quantity: QuantityName, gates: [QuantityName])
  /// A quantity that a recurrent layer of this kind does not have.
  case unknownQuantity(layer: String, quantity: QuantityName, known: [QuantityName])
  /// A unit that the layer does not have.
  case unit(layer: String, units: Int, found: Int)
  /// A timestep that the observation does not have.
  case timestep(timesteps: Int, found: Int)
  /// A feature that the observation does not have.
  case feature(features: Int, found: Int)
  /// An initial state of more or fewer numbers than the layer has units.
  case stateLength(layer: String, state: QuantityName, expected: Int, found: Int)
  /// NaN or infinity for a gate or a state; `what` is its address.
  case notFinite(what: String)
  /// A layer that reads another number of inputs than it can.
  case inputs(layer: String, expected: Int, found: Int)
  /// A layer that reads what no layer before it hands on.
  case unknownSource(layer: String, found: String)
  /// Inputs of a layer that do not go together.
  case unlike(layer: String, first: Shape, second: Shape)
  /// An initial state of another width than the layer has units.
  case initialState(layer: String, expected: Shape, found: Shape)
  /// A layer whose width hangs on a length that is open.
  case openWidth(layer: String, found: Shape)
  /// A setting out of its range.
  case setting(layer: String, setting: String, found: Int, range: ClosedRange<Int>)
  /// Axes into which the numbers of an input do not fit.
  case reshape(layer: String, from: Shape, to: [Int])
  /// A window that is longer than the sequence.
  case window(layer: String, reach: Int, timesteps: Int)
  /// A number that names no row of an Embedding's table.
  case token(layer: String, rows: Int, timestep: Int, found: Float)
  /// A layer that reads whole numbers and is no table, or a table that reads anything else.
  case tokens(layer: String, isTable: Bool)
  /// An observation for another number of inputs.
  case inputCount(expected: Int, found: Int)
  /// A layer behind the last recurrent one that needs more than one row, where each row is asked for.
  case noAnswerByTimestep
  /// A layer that reads the last timestep first, in an order that gives it the first one first.
  case needsWholeSequence(layer: String, order: ScheduleOrder)
}
