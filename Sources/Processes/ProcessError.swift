/// Why a process or a terminal could not be had, in one sentence.
package struct ProcessError: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}
