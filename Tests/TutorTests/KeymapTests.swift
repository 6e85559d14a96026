import Screen
import Testing
import Vocabulary

@testable import Tutor

@Suite("Keymap")
struct KeymapTests {
  @Test("no key has two meanings in one context", arguments: Keymap.Context.allCases)
  func unique(context: Keymap.Context) {
    var seen: [Key: String] = [:]
    for group in Keymap.groups where group.contexts.contains(context) {
      for binding in group.bindings {
        #expect(
          seen[binding.key] == nil, "\(binding.key): \(seen[binding.key] ?? "") and \(group.label)")
        seen[binding.key] = group.label
      }
    }
    #expect(!seen.isEmpty)
  }

  @Test("digits are free for counts, but for the 0 that lets a gate go or begins a training again")
  func digits() {
    for digit in "0123456789" {
      for context in Keymap.Context.allCases {
        let zero: [Keymap.Context] = [.screen(.unit), .screen(.learning), .screen(.reach)]
        if digit == "0", zero.contains(context) { continue }
        #expect(Keymap.command(for: .character(digit), in: context, count: nil) == nil)
      }
    }
  }

  @Test("a count multiplies a distance and names a place for g and G")
  func counts() {
    #expect(Keymap.command(for: .right, in: .screen(.network), count: 12) == .go(.by(12)))
    #expect(Keymap.command(for: .pageUp, in: .screen(.network), count: 2) == .go(.by(-20)))
    #expect(Keymap.command(for: .character("g"), in: .screen(.network), count: 12) == .go(.at(12)))
    #expect(
      Keymap.command(for: .character("]"), in: .screen(.network), count: 3) == .observation(.by(3)))
    #expect(
      Keymap.command(for: .character("r"), in: .screen(.network), count: 3)
        == .toggle(.returnSequences))
    #expect(Keymap.command(for: .pageDown, in: .screen(.network), count: .max) == .go(.by(.max)))
  }

  @Test(
    "every width of the footer holds what it shows, and how to get help and out",
    arguments: 40...160)
  func footer(width: Int) {
    let entries = Keymap.footer(in: .screen(.network), width: width)
    let length = entries.reduce(-2) { $0 + $1.keys.count + 1 + $1.label.count + 2 }
    #expect(length <= width)
    #expect(entries.contains { $0.keys == "?" } && entries.contains { $0.keys == "q" })
  }

  @Test("every command of a key is one that can be typed")
  func typed() throws {
    for group in Keymap.groups {
      for binding in group.bindings {
        #expect(try Command(parsing: "\(binding.command)") == binding.command)
      }
    }
  }

  @Test("the README's table of keys is this one")
  func readme() throws {
    let readme = try String(contentsOf: Models.root.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains(Keymap.markdown), "put this into the README:\n\(Keymap.markdown)")
  }
}
