import Wording

/// What is said of files that the program writes and keeps.
package enum FilePhrases {
  package static func cannotBeWritten(_ file: String, _ reason: String) -> String {
    "\(file) cannot be written: \(reason)"
  }

  package static let standardOutput = "standard output"
  package static let noSuchFolder = "its folder does not exist"
  package static let noPermission = "permission denied"
  package static let emptyName = "an empty name stands for nothing; write one"

  // MARK: - Where a command writes

  package static let noPlace =
    "an empty name stands for no file; name one, or - for standard output"

  package static func isInput(_ file: String) -> String {
    "\(file) is a file that is read for this; name another"
  }

  package static func isThere(_ file: String) -> String {
    "\(file) is there already; name a new file"
  }

  package static func wouldBeLost(_ file: String) -> String {
    "\(file) is there already and would be lost; name another place, or add --force"
  }

  package static func isNoRecording(_ file: String) -> String {
    "\(file) is there already and is no asciicast; name a new file"
  }

  package static func isUnreadPipe(_ file: String) -> String {
    "\(file) is a pipe that nobody reads; name a new file"
  }

  package static func isSocket(_ file: String) -> String { "\(file) is a socket; name a new file" }

  // MARK: - A model without data

  /// That the input is made up, and how many timesteps it has where the model reads any number of them.
  package static func madeUp(timesteps: Int?) -> String {
    "the input is made up; --input FILE opens yours"
      + (timesteps.map { ". The model reads any number of timesteps; here it reads \($0)" } ?? "")
  }

  // MARK: - The draft of a lesson

  package static func playedWith(_ options: [String]) -> String {
    "It was played with \(options.joined(separator: " ")), which a lesson does not know."
  }

  package static let modelIsOutside =
    "Its model has files outside this folder: play and check it with --allow-files."

  // MARK: - The speaker's notes

  package static let notesOverTheLesson =
    "- is standard output, which shows the lesson; name another place"

  package static func notesInFolder(_ path: String) -> String {
    "\(path) is a folder; name a file, a terminal or a pipe"
  }

  package static func notesOnOwnTerminal(_ path: String) -> String {
    "\(path) is the terminal that shows the lesson; name another"
  }

  package static func notesInLesson(_ path: String) -> String {
    "\(path) is the lesson itself; name another file"
  }

  package static func notesNamedAsLesson(_ path: String) -> String {
    "\(path) ends as a lesson does; name one such as notes.txt"
  }

  package static func holdsNoNotes(_ path: String) -> String {
    "\(path) is there already and holds no notes; name a new file"
  }

  package static func nobodyReads(_ path: String) -> String { "\(path): nobody reads there yet" }

  // MARK: - What is kept between two runs

  package static func noFolder(for file: String) -> String { "\(file): its folder cannot be made" }

  package static func isLostLink(_ file: String) -> String {
    "\(file): this is a link to a file that is not there"
  }

  package static func cannotBeOpened(_ file: String, _ reason: String) -> String {
    "\(file): it cannot be opened (\(reason))"
  }

  package static func cannotBeRead(_ file: String) -> String { "\(file): it cannot be read" }

  package static let belongsToAnother = "this file belongs to another user"
  package static let folderInPlace = "this is a folder, and a file is needed"
  package static let pipeInPlace = "this is a pipe, and a file is needed"
  package static let socketInPlace = "this is a socket, and a file is needed"
  package static let deviceInPlace = "this is a device, and a file is needed"

  package static func notKept(_ reason: String) -> String {
    "\(reason), so what you do is not kept"
  }

  package static func staysAsItIs(_ reason: String) -> String {
    "\(reason), so it stays as it is and what you do is not kept"
  }

  package static func isNewer(_ file: String, lesson: String) -> String {
    staysAsItIs("\(file): a newer Unroll keeps '\(lesson)' in a form that is not known here")
  }

  package static func isNotOurs(_ file: String) -> String {
    "\(file): it is not what Unroll keeps there, and stays as it is; move it away to begin anew"
  }

  package static func cannotBeKept(_ file: String, _ reason: String) -> String {
    "\(file): what you have done cannot be kept: \(reason)"
  }

  package static func isLocked(_ file: String, by lock: String) -> String {
    "\(file): what you do is not kept, since another program holds the lock \(lock); end it "
      + "and start Unroll again"
  }

  // MARK: - A screen

  package static func writtenScreen(_ picture: String, _ text: String, in folder: String) -> String
  {
    "written to \(picture) and \(text) in \(Cleaning.text(folder))"
  }

  // MARK: - What is copied

  package static let noHome = notCopied("HOME names no folder to keep a copy in")

  package static func notCopied(_ reason: String) -> String { "\(reason): nothing was copied" }

  package static func copyCannotBeWritten(_ file: String) -> String {
    notCopied("\(file) cannot be written")
  }
}
