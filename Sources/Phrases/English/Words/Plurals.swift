import Wording

/// How many there are of a thing: 1 cell, 6,400 numbers.
package func counted(_ number: Int, _ thing: String) -> String {
  "\(grouped(number)) \(thing)\(number == 1 ? "" : "s")"
}

/// A small number as a word: four. A larger one in digits.
package func spelled(_ number: Int) -> String {
  let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
  return words.indices.contains(number) ? words[number] : grouped(number)
}

/// How often: once, twice, four times.
package func times(_ number: Int) -> String {
  switch number {
  case 1: "once"
  case 2: "twice"
  default: "\(spelled(number)) times"
  }
}
