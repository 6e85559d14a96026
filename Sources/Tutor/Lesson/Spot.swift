import Lessons
import Screen
import Vocabulary

/// Where on a frame a pointer points.
enum Spot {
  /// The rectangles of what a pointer names; none where it is not on the frame.
  static func rects(of pointer: Pointer, on frame: Frame) -> [Rect] {
    parts(of: pointer, on: frame).map(\.rect)
  }

  static func parts(of pointer: Pointer, on frame: Frame) -> [Frame.Part] {
    let address = pointer.quantity.map(name(of:))
    return frame.parts.filter { $0.name == pointer.text || $0.name == address }
  }

  /// An address without its indices.
  static func name(of quantity: Quantity) -> String {
    quantity.kind == .x ? "x" : "\(quantity.layer).\(quantity.kind.rawValue)"
  }
}
