import Wording

/// How texts are made to fit: the longest form that a width holds, and sentences in lines.
///
/// What takes any kind of text is inlinable, as it is asked for many times a frame.
@usableFromInline package enum Fitted {
  /// The longest form that fits a width; the last one where none does, to be cut.
  @inlinable package static func form<Text: Measured>(_ forms: [Text], width: Int) -> Text {
    whole(forms, width: width) ?? forms.last ?? ""
  }

  /// The longest form that fits a width; nothing where none does.
  @inlinable package static func whole<Text: Measured>(_ forms: [Text], width: Int) -> Text? {
    forms.first { $0.count <= width }
  }

  /// A text in lines of at most `width` cells, broken between words; a longer word is cut.
  package static func lines(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    var words: [(text: Substring, width: Int)] = []
    for word in text.utf8.split(separator: UInt8(ascii: " ")) {
      var rest = Substring(word)
      var length = Cleaning.width(of: rest)
      while length > width {
        let start = rest.prefix(width)
        words.append((start, Cleaning.width(of: start)))
        rest = rest.dropFirst(width)
        length = Cleaning.width(of: rest)
      }
      words.append((rest, length))
    }
    return packed(words.map(\.width), width: width).map { places in
      // A line is a piece of the text wherever single spaces part its words.
      let piece = text[
        words[places.lowerBound].text.startIndex..<words[places.upperBound - 1].text.endIndex]
      let length = places.reduce(places.count - 1) { $0 + words[$1].width }
      return Cleaning.width(of: piece) == length
        ? String(piece) : words[places].map(\.text).joined(separator: " ")
    }
  }

  /// The first of some lines; where there are more, the last one ends with "…" behind a whole word.
  package static func begun(_ lines: [String], count: Int, width: Int) -> [String] {
    guard lines.count > count, count > 0 else { return Array(lines.prefix(max(0, count))) }
    var words = lines[count - 1].split(separator: " ")
    func isTooWide() -> Bool { Cleaning.width(of: words.joined(separator: " ")) + 2 > width }
    while words.count > 1, isTooWide() { words.removeLast() }
    let last =
      isTooWide()
      ? words.joined().prefix(max(0, width - 1)) + "…" : words.joined(separator: " ") + " …"
    return lines.prefix(count - 1) + [last]
  }

  /// Which of some words stand on each line, by their widths, a space between two; the lines after the
  /// first begin `indent` columns further in. A word wider than a line has one of its own.
  package static func packed(_ widths: [Int], width: Int, indent: Int = 0) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var used = 0
    for (place, word) in widths.enumerated() {
      if let last = lines.last, used + 1 + word <= width {
        lines[lines.count - 1] = last.lowerBound..<place + 1
        used += 1 + word
      } else {
        used = (lines.isEmpty ? 0 : indent) + word
        lines.append(place..<place + 1)
      }
    }
    return lines
  }

  /// As many whole sentences as fit into so many lines, each in the longest of its forms that does and
  /// with the place it has among all; none is cut in the middle. `isStrict` stops at the first that
  /// does not fit, in place of taking a later, shorter one. `first` says what becomes of the first
  /// where it does not fit.
  package static func sentences(
    _ sentences: [Sentence], width: Int, lines count: Int, first: First = .begun,
    isStrict: Bool = false
  ) -> [(place: Int, text: String)] {
    var result: [(place: Int, text: String)] = []
    for (place, sentence) in sentences.enumerated() {
      let room = count - result.count
      let wrapped = sentence.forms.lazy.map { lines($0, width: width) }.first { $0.count <= room }
      if let wrapped {
        result += wrapped.map { (place, $0) }
      } else if result.isEmpty, first != .optional, let shortest = sentence.forms.last {
        let all = lines(shortest, width: width)
        result = begun(all, count: count, width: width).map { (place, $0) }
      } else if isStrict {
        break
      }
    }
    return result
  }

  /// What becomes of a first sentence that does not fit.
  package enum First {
    /// Its beginning is better than nothing; "…" says that it goes on.
    case begun
    /// It is left out: something stands there already.
    case optional
  }

  /// The lines of the lowest ranks that fit a height, in the order in which they stand.
  ///
  /// So a taller terminal only ever adds to what a smaller one shows.
  package static func ranked<Line>(_ entries: [(rank: Int, line: Line)], height: Int) -> [Line] {
    let kept = Set(
      entries.indices.sorted { (entries[$0].rank, $0) < (entries[$1].rank, $1) }
        .prefix(max(0, height)))
    return entries.indices.filter(kept.contains).map { entries[$0].line }
  }
}

/// A text with a length in characters.
@usableFromInline package protocol Measured: ExpressibleByStringLiteral {
  var count: Int { get }
}

extension String: Measured {}
extension Phrase: Measured {}
