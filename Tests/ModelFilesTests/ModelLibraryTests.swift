import Testing

@testable import ModelFiles

@Suite struct ModelLibraryTests {
  @Test("the shipped models, the one that opens first")
  func shipped() throws {
    #expect(
      try Sources.library.shipped() == [
        "latch", "latch4", "weather", "adding", "brackets", "copy", "parity",
      ])
  }

  @Test("the folder is found by the option, the variable, upward, or in share")
  func places() throws {
    let scratch = try Scratch()
    func lessons(
      explicit: String? = nil, variable: String? = nil, program: String? = nil
    ) throws -> String {
      try ModelLibrary(
        explicit: explicit, environment: variable.map { ["UNROLL_LESSONS": $0] } ?? [:],
        program: program
      ).lessons().replacing(scratch.folder, with: "")
    }
    for name in ["a", "b", "up/lessons", "usr/share/unroll/lessons"] {
      _ = try scratch.file(name + "/models/x/model.yaml", "")
    }
    _ = try scratch.file("usr/bin/unroll", "")
    let folder = scratch.folder
    let built = folder + "/up/.build/debug/unroll"
    #expect(try lessons(explicit: folder + "/a", variable: folder + "/b", program: built) == "/a")
    #expect(try lessons(variable: folder + "/b", program: built) == "/b")
    #expect(try lessons(variable: "", program: built) == "/up/lessons")
    #expect(
      try lessons(program: folder + "/usr/bin/unroll") == "/usr/bin/../share/unroll/lessons")
  }

  @Test("a named folder that is none, and nothing anywhere")
  func missing() throws {
    let scratch = try Scratch()
    func sentence(_ library: ModelLibrary) -> String {
      scratch.sentence { _ = try library.load("latch") }
    }
    #expect(
      sentence(ModelLibrary(explicit: scratch.folder + "/x", environment: [:], program: nil))
        == "x: --lessons names it, but it is no lessons folder, which holds a folder 'models'")
    #expect(
      sentence(
        ModelLibrary(
          explicit: nil, environment: ["UNROLL_LESSONS": scratch.folder + "/y"], program: nil))
        == "y: UNROLL_LESSONS names it, but it is no lessons folder, which holds a folder 'models'")
    #expect(
      sentence(ModelLibrary(explicit: nil, environment: [:], program: "/no/where/unroll"))
        == "lessons: no lessons folder was found by --lessons (not given), by UNROLL_LESSONS (not "
        + "set), upward from the program (/no/where/unroll) or in ../share/unroll/lessons beside "
        + "it; name one with --lessons")
  }

  @Test("a folder, a yaml file and Keras's json are models too, without any lessons folder")
  func paths() throws {
    let scratch = try Scratch()
    let library = ModelLibrary(explicit: nil, environment: [:], program: nil)
    let network = "network: {input: {timesteps: 3, features: 2}, layers: [{lstm: a, units: 1}]}"
    let file = try scratch.file("mine/model.yaml", network)
    #expect(try library.load(file).name == "mine")
    #expect(try library.load(scratch.folder + "/mine").name == "mine")
    #expect(try library.load(scratch.folder + "/mine/").name == "mine")
    #expect(try library.load(Sources.fixture("weather_config.json")).name == "weather_config")
  }

  @Test("an unknown model gets a suggestion or the choices")
  func unknown() throws {
    let scratch = try Scratch()
    func sentence(_ name: String) -> String {
      scratch.sentence { _ = try Sources.library.load(name) }
    }
    #expect(
      sentence("lach")
        == "--model: there is no model 'lach'; did you mean 'latch'?")
    #expect(
      sentence("qqq")
        == "--model: there is no model 'qqq'; the shipped ones are latch, latch4, weather, adding, brackets, copy "
        + "and parity; or give the path of a model.yaml, of a file of Keras's, .keras, .h5 or .json, of PyTorch's, .pth or "
        + ".pt, or of an .onnx")
    _ = try scratch.file("empty/x.keras", "")
    #expect(
      sentence(scratch.folder + "/empty")
        == "empty: the folder holds no model.yaml; name one of the files in it")
    #expect(
      sentence(scratch.folder + "/empty/x.keras")
        == "empty/x.keras: it has no table of contents as a ZIP file has at its end; the file is cut "
        + "short or not a ZIP file")
    _ = try scratch.file("empty/x.doc", "hello")
    #expect(
      sentence(scratch.folder + "/empty/x.doc")
        == "empty/x.doc: this kind of file is not known here; it should end in .yaml, .yml, .json, .keras, "
        + ".h5, .hdf5, .pth, .pt, .ckpt, .onnx or .safetensors")
    for name in ["x.csv", "x.txt", "x.npy"] {
      _ = try scratch.file("empty/\(name)", "1,2\n")
      #expect(
        sentence(scratch.folder + "/empty/\(name)")
          == "empty/\(name): it holds data, not a model; name a model, and give this with --input")
    }
    #expect(sentence("no.yaml") == "no.yaml: there is no such file")
    #expect(sentence("../weather").hasPrefix("--model: there is no model '../weather'"))
  }

  @Test("the program knows its own path")
  func program() throws {
    let path = try #require(ModelLibrary.programPath())
    #expect(path.hasPrefix("/"))
  }
}
