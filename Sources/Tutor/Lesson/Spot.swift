import Lessons
import Screen
import Vocabulary

/// Where on a frame a pointer points.
enum Spot {
  /// The rectangles of what a pointer names; none where it is not on the frame.
  static func rects(of pointer: Pointer, on frame: Frame) -> [Rect] {
    frame.parts.filter { matches(pointer, $0) }.map(\.rect)
  }

  static func parts(of pointer: Pointer, on frame: Frame) -> [Frame.Part] {
    frame.parts.filter { matches(pointer, $0) }
  }

  private static func matches(_ pointer: Pointer, _ part: Frame.Part) -> Bool {
    if part.name == pointer.text { return true }
    guard let quantity = pointer.quantity else { return false }
    return part.name == name(of: quantity)
  }

  /// An address without its indices.
  static func name(of quantity: Quantity) -> String {
    quantity.kind == .x ? "x" : "\(quantity.layer).\(quantity.kind.rawValue)"
  }
}
