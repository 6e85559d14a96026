import ArgumentParser

/// What a lesson may open.
struct ReachOptions: ParsableArguments {
  @Flag(
    help: """
      Let lessons open files outside their folder; otherwise they open those beside and below them, \
      and the models that ship.
      """)
  var allowFiles = false
}
