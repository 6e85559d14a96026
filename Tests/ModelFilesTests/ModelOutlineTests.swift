import Documents
import Engine
import Testing

@testable import ModelFiles

@Suite struct ModelOutlineTests {
  @Test("an outline of a shipped model has its name, its sentence, its counts and its file")
  func latch() throws {
    let outline = try Sources.library.outline("latch")
    #expect(outline.name == "latch" && outline.about.hasPrefix("Remembers for fifty symbols"))
    #expect(outline.plan.parameterCount == 137_217)
    #expect(outline.weights == .file(Sources.lessons + "/models/latch/weights.safetensors"))
    #expect(outline.fault == nil)
  }

  @Test("a network too large to be drawn is described")
  func large() throws {
    let scratch = try Scratch()
    let file = try scratch.file(
      "m.yaml", "network: {input: {timesteps: 1, features: 1}, layers: [{lstm: a, units: 3000}]}")
    let outline = try Sources.library.outline(file, seed: 9)
    #expect(outline.plan.parameterCount == 36_024_000)
    #expect(outline.weights == .untrained(seed: 9))
    #expect(outline.fault == nil && outline.about == "")
  }

  @Test("an impossible network is described up to its fault")
  func impossible() throws {
    let scratch = try Scratch()
    let file = try scratch.file(
      "m.yaml",
      "network: {input: {timesteps: 3, features: 2}, "
        + "layers: [{dense: a, units: 1}, {dense: a, units: 1}]}")
    let outline = try Sources.library.outline(file)
    #expect(outline.plan.layers.count == 1)
    #expect(outline.fault == FileError(file, .network(.duplicateName("a"))))
  }

  @Test("weights that do not fit are a fault, an input that cannot be read an error")
  func misfits() throws {
    let scratch = try Scratch()
    let file = Sources.lessons + "/models/weather/model.yaml"
    let weights = scratch.folder + "/w.safetensors"
    try Safetensors(tensors: [:]).write(to: weights)
    let outline = try Sources.library.outline(file, weights: weights)
    #expect(outline.plan.parameterCount == 137_217)
    let needed = outline.plan.layers.flatMap(\.weightShapes)
    #expect(outline.fault == FileError(weights, .weightNames(needed: needed, present: [])))
    #expect(
      scratch.sentence { _ = try Sources.library.outline(file, input: scratch.folder + "/x.npy") }
        == "x.npy: there is no such file")
  }
}
