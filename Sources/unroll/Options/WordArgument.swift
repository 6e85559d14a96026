import ArgumentParser
import ModelFiles
import Screen

/// A choice among words. What the parser makes of such a type by itself is the same, but by generic key
/// paths, which each start of the tutor would wait for.
package protocol WordArgument: ExpressibleByArgument, CaseIterable, RawRepresentable
where RawValue == String {}

extension WordArgument {
  package static var allValueStrings: [String] { allCases.map { $0.rawValue } }
  package static var allValueDescriptions: [String: String] { [:] }
}

extension InputReading.MissingValues: WordArgument {}
extension InputReading.Padding: WordArgument {}
extension LookFlags.Colour: WordArgument {}
extension Theme: WordArgument {}
