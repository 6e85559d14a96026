/// A text in lines of at most `width` characters, broken between words; a longer word is cut.
func wrapped(_ text: String, width: Int) -> [String] {
  guard width > 0 else { return [] }
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    var word = String(word)
    while word.count > width {
      if !line.isEmpty {
        lines.append(line)
        line = ""
      }
      lines.append(String(word.prefix(width)))
      word = String(word.dropFirst(width))
    }
    if line.isEmpty {
      line = word
    } else if line.count + 1 + word.count <= width {
      line += " " + word
    } else {
      lines.append(line)
      line = word
    }
  }
  if !line.isEmpty { lines.append(line) }
  return lines
}
