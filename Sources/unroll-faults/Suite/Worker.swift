import Foundation

/// Makes trials of one kind, one after another, and reports each to standard output.
struct Worker {
  /// The memory in MiB that neither we nor a program that we started may exceed.
  static let memoryLimit = 400.0
  /// Where a runaway ends, before it takes the machine along.
  private static let addressLimit: UInt = 6 << 30

  let kind: Kind
  let amount: Kind.Amount
  let seed: UInt64
  /// Where its trials have their folders.
  let folder: String

  func run(_ trials: Range<Int>) {
    var limit = rlimit(rlim_cur: Self.addressLimit, rlim_max: Self.addressLimit)
    setrlimit(addresses, &limit)
    // A reader that is gone is an error, for us and for none that we start.
    signal(SIGPIPE, SIG_IGN)
    for index in trials {
      say(.began(index))
      let own = Trial.folder(of: kind.name, index, in: folder)
      _ = mkdir(own, 0o700)
      // What is named by no whole path lies there too.
      _ = chdir(own)
      let report = Self.outcome(of: kind, index, each: amount.each, seed: seed, folder: own)
      try? FileManager.default.removeItem(atPath: own)
      let memory = Self.peakMemory
      guard memory <= Self.memoryLimit, case .passed = report else {
        let text = "\(Int(memory)) MiB of memory were taken; the limit is \(Int(Self.memoryLimit))"
        if case .passed = report { say(.failed(index, text)) } else { say(report) }
        // The next worker begins with little memory again.
        if memory > Self.memoryLimit { return }
        continue
      }
      say(report)
    }
  }

  /// Makes one trial in a folder that is there.
  static func outcome(
    of kind: Kind, _ index: Int, each: Int, seed: UInt64, folder: String
  ) -> Report {
    var trial = Trial(index: index, each: each, folder: folder, seed: seed, kind: kind.name)
    do {
      try kind.run(&trial)
      return .passed(index)
    } catch {
      return .failed(index, "\(error)")
    }
  }

  /// The most that we, or one of the programs that we started, had at once.
  private static var peakMemory: Double {
    let most =
      oursAndChildren.map { who in
        var usage = rusage()
        getrusage(who, &usage)
        return Double(usage.ru_maxrss)
      }.max() ?? 0
    #if canImport(Darwin)
      return most / 1_048_576
    #else
      return most / 1024
    #endif
  }

  private func say(_ report: Report) {
    let line = Array((report.line + "\n").utf8)
    _ = write(STDOUT_FILENO, line, line.count)
  }
}

// Glibc's functions take numbers where its headers have enumerations.
#if canImport(Darwin)
  private let addresses = RLIMIT_AS
  private let oursAndChildren = [RUSAGE_SELF, RUSAGE_CHILDREN]
#else
  private let addresses = __rlimit_resource_t(RLIMIT_AS.rawValue)
  private let oursAndChildren = [RUSAGE_SELF, RUSAGE_CHILDREN].map { Int32($0.rawValue) }
#endif
