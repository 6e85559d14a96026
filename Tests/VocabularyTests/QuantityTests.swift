import Testing
import Vocabulary

@Suite("Quantity")
struct QuantityTests {
  @Test(
    "an address prints as it was read",
    arguments: [
      "lstm1.forget_gate[12, 5]", "lstm2.output.shape", "lstm1.kernel[3, 5]", "output.output[0]",
      "lstm1.hidden_state", "x[12, 3]", "x[*, 3]", "my.lstm.cell_state[*, 1]", "lstm1.bias[4]",
      "lstm1.hidden_state[-1, 0]",
    ])
  func roundTrip(text: String) {
    #expect(Quantity(parsing: text)?.description == text)
  }

  @Test("spaces inside the brackets do not matter")
  func spaces() {
    #expect(Quantity(parsing: "lstm1.kernel[3,5]") == Quantity(layer: "lstm1", .kernel, [3, 5]))
  }

  @Test(
    "what is no address is nil",
    arguments: [
      "", "lstm1", "lstm1.", ".kernel", "lstm1.gate[1]", "lstm1.kernel[a]", "lstm1.kernel[1",
      "lstm1.kernel[1, 2, 3]", "lstm1.kernel[]", "x[1,]",
      "x[9223372036854775807, 0]", "lstm1.bias[-9223372036854775808]", "x[1000000001, *]",
    ])
  func none(text: String) {
    #expect(Quantity(parsing: text) == nil)
  }
}
