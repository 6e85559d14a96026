/// All that is wrong with a lesson.
package struct LessonFaults: Error, Hashable, Sendable {
  /// How many are gathered of one lesson: nobody mends more at once.
  package static let most = 100

  package let faults: [LessonFault]

  package init(_ faults: [LessonFault]) { self.faults = faults }
}

extension [LessonFault] {
  /// Whether no further fault is gathered.
  package var isFull: Bool { count >= LessonFaults.most }

  /// Adds a fault as long as there is room; in the place of the last one stands that there are more.
  package mutating func gather(_ fault: LessonFault) {
    guard !isFull else { return }
    let isLast = count + 1 == LessonFaults.most
    append(isLast ? LessonFault(fault.place, .furtherFaults, line: fault.line) : fault)
  }
}
