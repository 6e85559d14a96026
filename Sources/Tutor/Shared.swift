/// A value that is shared and not copied: a copy of what holds it costs one reference, however much it
/// holds. A change makes a new one, for which arrays that are changed in place are copied whole; where one
/// grows little by little, the value is taken out, nil put in its place, and the value put back.
@propertyWrapper
package struct Shared<Value: Sendable>: Sendable {
  private final class Box: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private var box: Box

  package init(wrappedValue: Value) { box = Box(wrappedValue) }

  package var wrappedValue: Value {
    get { box.value }
    set { box = Box(newValue) }
  }
}
