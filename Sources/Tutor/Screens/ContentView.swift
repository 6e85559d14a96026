import Screen

/// The open screen with its content in a size and its own sentences and footer below that, at least as
/// high as it needs: for who says sentences in their place.
package func view(_ explorer: Explorer, contentIn size: Size) -> Canvas {
  var bare = explorer
  bare.greet(nil)
  let view = bare.position.screen.view
  let least = NetworkLayout.minimum.height
  let first = view.layout(
    bare, size: Size(width: size.width, height: max(least, size.height + 2)))
  var best = first
  // The sentences at the bottom make room; how many there are depends on the height.
  for extra in 3...5 where size.height + extra > first.size.height {
    let next = first.resized(toHeight: size.height + extra)
    guard next.contentRows <= size.height else { break }
    best = next
  }
  return view.finished(best, bare)
}

extension Canvas {
  /// The rows above the screen's own sentences and footer.
  package var contentRows: Int {
    let sentences = parts.filter { $0.name == .sentences }.map(\.rect.row).min()
    return sentences ?? height - 1
  }
}
