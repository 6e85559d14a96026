import Documents

/// What a file of observations holds, before anybody asks how it is meant.
enum StoredInput {
  /// One array, as an `.npy` file holds.
  case array(NumberArray)
  /// Arrays with names.
  case arrays(StoredArrays)
  /// Columns, as a csv file has them.
  case table(CSVNumbers)
  /// A text a line.
  case lines([String])
}
