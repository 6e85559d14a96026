import CMemory

/// What happens to memory that is given back.
enum FreedMemory {
  /// Whether it stays with the process, which is asked for once: a step of a training takes at once as much
  /// again, and where it goes back to the system two processors wait for one another as they hand it over.
  static let isKept = unroll_keep_freed_memory()
}
