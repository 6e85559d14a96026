/// One of the numbers that arrive at each timestep.
package struct Feature: Hashable, Sendable {
  /// Its name, as data files and screens give it.
  package var name: String
  /// The unit of the number before it was standardised, such as `°C`.
  package var unit: String?

  /// A feature of that name.
  package init(name: String, unit: String? = nil) {
    self.name = name
    self.unit = unit
  }
}
