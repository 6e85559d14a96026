/// How a file of observations is meant: what the options beside `--input` say, and what a `model.yaml`
/// says under `observations`. Nothing said, all is found out.
package struct InputReading: Codable, Hashable, Sendable {
  /// The columns of a csv file that are the features, in their order, or the one that holds texts.
  package var columns: [String]?
  /// How many rows an observation has, where windows are cut from a longer table; nil for as many as
  /// the model reads.
  package var window: Int?
  /// How many rows lie between the beginnings of two windows.
  package var step = 1
  /// The column whose value in the row after a window is the true answer.
  package var target: String?
  /// The column that says to which sequence a row belongs.
  package var group: String?
  /// Whether each feature is standardised or normalised.
  package var scaling: Scaling?
  /// The rows whose statistics scale all others; nil for all rows.
  package var fitOn: Range<Int>?
  /// What becomes of missing values; nil where they are refused.
  package var missing: MissingValues?
  /// Which array of an `.npz` or safetensors file is read.
  package var array: String?
  /// A file of Keras's tokenizer, which makes texts numbers.
  package var tokenizer: String?
  /// At which end a short text is filled up.
  package var padding = Padding.pre

  /// Nothing said.
  package init() {}

  /// How features are brought to one scale.
  package enum Scaling: String, CaseIterable, Codable, Hashable, Sendable {
    /// Each minus its mean, over its standard deviation, as scikit-learn's StandardScaler.
    case standardise
    /// Each from 0 to 1, as its MinMaxScaler.
    case normalise
  }

  /// What is put in the place of a number that is missing.
  package enum MissingValues: String, CaseIterable, Codable, Hashable, Sendable {
    /// The last one before it.
    case forward
    case zero
    /// Nothing: its row is left out.
    case drop
    /// NaN, to see where it goes.
    case keep
  }

  /// Where zeros stand, as in Keras's `pad_sequences`.
  package enum Padding: String, CaseIterable, Codable, Hashable, Sendable {
    case pre, post
  }

  /// Whether something is said that needs columns with names.
  var asksForColumns: String? {
    columns != nil ? "columns" : target != nil ? "target" : group != nil ? "group" : nil
  }
}

extension InputReading {
  /// Rows written as `0:800`, from the first to before the last; nil for anything else.
  package static func rows(_ text: String) -> Range<Int>? {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count == 2, let first = ends[0], let end = ends[1], first >= 0, first < end
    else { return nil }
    return first..<end
  }
}
