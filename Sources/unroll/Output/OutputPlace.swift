import Foundation
import Phrases

/// Where a command writes what it makes: a file, or standard output, which `-` stands for everywhere.
struct OutputPlace {
  /// Nil for standard output.
  let file: String?

  /// - Parameters:
  ///   - name: what the option was given.
  ///   - option: its name, for sentences.
  ///   - inputs: the files that the command reads.
  /// - Throws: a sentence where nothing is named, or the file is one of those that are read.
  init(_ name: String, option: String, inputs: [String] = []) throws {
    guard !name.isEmpty else {
      throw Failure("\(option): \(FilePhrases.noPlace)")
    }
    file = name == "-" ? nil : name
    if let file, inputs.contains(where: { FileInTheWay.leads(file, to: $0) }) {
      throw Failure("\(option): \(FilePhrases.isInput(file))")
    }
  }

  /// Writes to standard output, or the file, whole or not at all.
  func write(_ data: Data) throws {
    if let file { try Output.write(data, to: file) } else { try Output.write(data) }
  }
}
