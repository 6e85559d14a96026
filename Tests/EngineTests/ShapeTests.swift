import Engine
import Testing

@Suite("Shape")
struct ShapeTests {
  @Test("a shape is written in Keras's way, with and without the batch")
  func written() {
    #expect(Shape([nil, 50, 10]).description == "(None, 50, 10)")
    #expect(Shape([nil, nil, 10]).description == "(None, None, 10)")
    #expect(Shape([nil, 50, 10]).perObservation == "(50, 10)")
    #expect(Shape([nil, 64]).perObservation == "(64)")
  }

  @Test("a tensor is whole when its numbers fill its shape")
  func whole() {
    #expect(Tensor(shape: [2, 3], values: [1, 2, 3, 4, 5, 6]).isWhole)
    #expect(Tensor(shape: [], values: [1]).isWhole)
    #expect(Tensor(shape: [0, 3], values: []).isWhole)
    #expect(!Tensor(shape: [2, 3], values: [1, 2, 3]).isWhole)
    #expect(!Tensor(shape: [-1, -1], values: [1]).isWhole)
    #expect(!Tensor(shape: [.max, 2], values: []).isWhole)
    #expect(Tensor.count(of: [2, 3, 4]) == 24)
    #expect(Tensor.count(of: [.max, 2]) == nil)
    #expect(Tensor.count(of: [-1, 0]) == nil)
  }

  @Test("quantities have the letters of the equations")
  func letters() {
    #expect(String(LSTM.quantityNames.map(\.letter)) == "ifgoch")
  }
}
