import Documents

/// What is wrong with an HDF5 file, or what in it is not read, and at which of its objects.
///
/// Its sentences stand in `Phrases`, as those of all problems do.
package struct HDF5Problem: FileProblem {
  /// The file as it was named, for the line that writes it again.
  package let file: String
  /// The path of the object within the file, `/` for the root group.
  package let object: String
  /// The name of the object's attribute that was asked for; nil for the object itself.
  package let attribute: String?
  /// What was found.
  package let fault: HDF5Fault

  package var tellsNoContent: Bool { false }
}
