import Wording

/// How many there are of a thing: 1 cell, 6,400 numbers.
package func counted(_ number: Int, _ thing: String) -> String {
  "\(grouped(number)) \(plural(thing, number))"
}

/// The word for so many of a thing: cell, cells.
package func plural(_ thing: String, _ number: Int) -> String {
  number == 1 ? thing : thing + "s"
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
