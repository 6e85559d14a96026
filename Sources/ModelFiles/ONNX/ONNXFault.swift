/// What is wrong with a file of ONNX's, or with the network that its graph is.
package enum ONNXFault: Error, Hashable, Sendable {
  // The file
  case damaged(at: Int)
  case noGraph
  case tensor(String, Tensor)
  /// A file beside it that holds the numbers of its tensors, and is not there, or lies elsewhere.
  case external(String)
  case tooManySteps(limit: Int)
  /// Of the numbers of its tensors, as often as its steps ask for them.
  case tooManyNumbers(limit: Int)
  case inputSize(String, found: Int, limit: Int)

  // The graph
  /// All that cannot be opened, at once.
  case unread([Node])
  /// Other inputs beside the one that is read.
  case inputs([String])
  case noOutput
  case tooManyLayers(limit: Int)

  /// Why the numbers of a tensor cannot be had.
  package enum Tensor: Hashable, Sendable {
    case count(expected: Int, found: Int)
    case type(Int)
    case shape([Int])
    case tooLarge
  }

  /// A node that cannot be opened, and why.
  package struct Node: Hashable, Sendable {
    package let name: String
    package let kind: String
    package let reason: Reason
  }

  /// Why a node cannot be opened.
  package enum Reason: Hashable, Sendable {
    case kind
    case setting(String)
    case initialState
    /// Its last cell state is read.
    case cellState
    case weights
    case timestep
    /// The last timestep of a layer that reads both ways.
    case lastOfBoth
    case twoPaths
    case layout
  }
}
