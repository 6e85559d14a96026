import Documents
import Engine
import Foundation
import Processes

/// One trial: its number, its source of chance, and a folder of its own, the current one, that goes
/// away with it.
struct Trial {
  let index: Int
  /// How many faults it is to try.
  let each: Int
  let folder: String
  /// All chance comes from here: the same seed and number give the same trial.
  var chance: SplitMix64

  init(index: Int, each: Int, folder: String, seed: UInt64, kind: String) {
    self.index = index
    self.each = each
    self.folder = folder
    // A stream of its own for every kind and number.
    var family = SplitMix64(
      seed: kind.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } &+ UInt64(index))
    chance = SplitMix64(seed: family.next())
  }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Writes a file in the trial's folder and gives its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path(name)
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    // Some systems wait for the disk where a file takes the place of another.
    unlink(file)
    do { try FileBytes.write(bytes, to: file) } catch {
      throw Fault("the trial's own file \(name) cannot be written: \(error)")
    }
    return file
  }

  /// Writes a text in the trial's folder and gives its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }

  /// Keeps what is about to be done, for the report of a trial that ends its worker.
  func note(_ text: String) {
    let file = Foundation.open(path(Self.noteName), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let bytes = Array(text.utf8)
    _ = Foundation.write(file, bytes, bytes.count)
    close(file)
  }

  static let noteName = "about-to-be-done"

  /// Where the trial of a kind with a number has its folder.
  static func folder(of kind: String, _ index: Int, in folder: String) -> String {
    "\(folder)/\(kind)-\(index)"
  }

  /// What is in a file; nil where there is none.
  func read(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path(name)).map { Array($0) }
  }
}

extension SplitMix64 {
  /// A whole number from a range.
  mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// Whether something happens that does one time in so many.
  mutating func oneIn(_ count: Int) -> Bool { number(in: 1...count) == 1 }

  /// One of some values, of which there is at least one.
  mutating func pick<Value>(_ values: [Value]) -> Value { values[number(in: 0...values.count - 1)] }
}
