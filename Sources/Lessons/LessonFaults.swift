/// All that is wrong with a lesson.
package struct LessonFaults: Error, Hashable, Sendable, CustomStringConvertible {
  package let faults: [LessonFault]

  package init(_ faults: [LessonFault]) { self.faults = faults }

  package var description: String { faults.map(\.report).joined(separator: "\n") }
}
