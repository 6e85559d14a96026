/// Half a unit of the last of so many digits behind the point.
package func halfUnit(of digits: Int) -> Double {
  (0..<digits).reduce(0.5) { unit, _ in unit / 10 }
}
