import Documents
import Foundation
import Phrases
import Screen
import Tutor

/// The files into which a screen is written, as a picture and as text: `unroll-1.svg` and `unroll-1.txt`,
/// and so on, never over a file that is there.
struct ScreenFiles {
  /// The most numbers that are tried.
  private static let most = 9999

  let folder: String
  /// The ground of the picture, and whether the text is to be ASCII.
  let look: Look

  /// Those of the folder in which the program was started.
  init(folder: String = FileManager.default.currentDirectoryPath, look: Look) {
    self.folder = folder
    self.look = look
  }

  /// Writes what a state shows at a size.
  ///
  /// - Returns: a sentence that says where it is.
  /// - Throws: why it could not be written; nothing is left then.
  func write(_ state: State, _ size: Size) throws -> String {
    func frame(_ look: Look) -> Frame {
      var state = state
      state.explorer.hasHalfCells = look.hasHalfCells
      return view(state, size: size).frame
    }
    let svg = frame(Look()).svg(theme: look.theme, title: "Unroll")
    // Characters alone cannot tell two values in one cell apart.
    let text = frame(Look(tier: .monochrome)).text(ascii: look.ascii)
    for number in 1...Self.most {
      let name = "unroll-\(number)"
      guard try add(["\(name).svg": svg, "\(name).txt": text]) else { continue }
      return FilePhrases.writtenScreen("\(name).svg", "\(name).txt", in: folder)
    }
    throw Refusal.tooManyPictures(most: Self.most)
  }

  /// Writes new files by their names; false where one is there already, which then stays, and none is
  /// written.
  private func add(_ files: [String: String]) throws -> Bool {
    var made: [String] = []
    do {
      for (name, text) in files.sorted(by: { $0.key < $1.key }) {
        let path = "\(folder)/\(name)"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
          if errno == EEXIST {
            made.forEach { unlink($0) }
            return false
          }
          throw failure(name, errno)
        }
        made.append(path)
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do { try file.write(contentsOf: Data(text.utf8)) } catch {
          throw failure(name, (error as NSError).underlyingCode ?? errno)
        }
      }
      return true
    } catch {
      made.forEach { unlink($0) }
      throw error
    }
  }

  private func failure(_ name: String, _ code: Int32) -> Failure {
    Failure(
      FilePhrases.cannotBeWritten(
        "\(folder)/\(name)", String(cString: strerror(code)).lowercased()))
  }
}

extension NSError {
  /// The system's own number of what went wrong.
  fileprivate var underlyingCode: Int32? {
    (userInfo[NSUnderlyingErrorKey] as? NSError).map { Int32(truncatingIfNeeded: $0.code) }
  }
}
