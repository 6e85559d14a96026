import Wording

/// How many there are of a thing: 1 cell, 6,400 numbers.
func counted(_ number: Int, _ thing: String) -> String {
  "\(grouped(number)) \(thing)\(number == 1 ? "" : "s")"
}
