/// Numbers or texts that say something about a group or a dataset.
package struct Attribute: StoredElements {
  /// Its name, not empty as a rule.
  package let name: String
  package let content: StoredContent
}
