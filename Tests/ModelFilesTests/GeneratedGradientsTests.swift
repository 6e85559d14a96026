import Documents
import Engine
import Foundation
import Testing

@testable import ModelFiles

/// Gradients against those that Keras and PyTorch take; `make-gradients.py` says how they came about.
@Suite struct GeneratedGradientsTests {
  /// A network with what another framework says of it.
  private struct Case {
    let model: LoadedModel
    /// The gradients in place of the weights.
    let gradients: LoadedModel
    let numbers: Safetensors
    let inputs: [NumberArray]
    /// The weights after a step that moves averages alone.
    let moved: LoadedModel?
  }

  /// How far something of a network is off, by the largest number of its tensor.
  private struct Distance {
    var value = 0.0
    var place = ""

    mutating func see(_ found: [Float], _ right: [Float], _ place: String) {
      var value = Double.infinity
      if found.count == right.count, found.allSatisfy(\.isFinite) {
        // What is zero by nature is a difference of larger numbers.
        let largest = max(right.map(abs).max() ?? 0, 0.02)
        value = Double((zip(found, right).map { abs($0 - $1) }.max() ?? 0) / largest)
      }
      if value > self.value { (self.value, self.place) = (value, place) }
    }
  }

  private func distance(_ one: Case) throws -> Distance {
    let network = one.model.network
    let observations = try observations(one)
    let isTraining = one.numbers.tensors["training"]?.values == [1]
    var chance = SplitMix64(seed: 1)
    let pass =
      isTraining
      ? try network.trainingPass(observations, chance: &chance)
      : try network.backwardPass(observations)
    let factors = try #require(one.numbers.tensors["factors"]).values
    #expect(pass.output.values.count == factors.count)
    var furthest = Distance()
    let right = try #require(one.numbers.tensors["output"]).values
    furthest.see(pass.output.values, right, "output")
    let found = pass.gradients(of: factors, withInputs: true)
    for (key, gradient) in found.weights {
      furthest.see(gradient, try #require(one.gradients.network.weights[key]).values, key)
    }
    let learnt = network.weights.keys.filter { !$0.contains("/moving_") }
    #expect(found.weights.keys.sorted() == learnt.sorted())
    for place in one.inputs.indices {
      let name = "input_gradient" + (place == 0 ? "" : "_\(place)")
      guard let slopes = one.numbers.tensors[name],
        network.description.inputs[place].hasFeatures
      else { continue }
      furthest.see(found.inputs[place], slopes.values, name)
    }
    for (key, values) in pass.moved {
      if let moved = one.moved {
        furthest.see(values, moved.network.weights[key]?.values ?? [], key)
      }
    }
    return furthest
  }

  private func observations(_ one: Case) throws -> [Observation] {
    let fed = zip(one.inputs, one.model.description.inputs).map { array, input in
      let batch = array.shape[0]
      let size = array.values.count / batch
      let timesteps = input.hasTimesteps ? array.shape[1] : 1
      return (0..<batch).map { place in
        Observation(
          timesteps: timesteps, features: size / timesteps,
          values: Array(array.values[place * size..<(place + 1) * size]))
      }
    }
    return fed[0].indices.map { place in
      var observation = fed[0][place]
      observation.beside = fed.dropFirst().map { $0[place] }
      return observation
    }
  }

  private func inputs(_ numbers: Safetensors) -> [NumberArray] {
    ["input", "input_1", "input_2"].compactMap { numbers.tensors[$0] }
  }

  private func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  @Test("gradients of each layer are Keras's", arguments: GradientFiles.fixtures)
  func fixtures(name: String) throws {
    let network = Sources.fixture("Generated/" + name)
    let gradients = Sources.fixture("Generated/Gradients/" + name)
    let one = Case(
      model: try Sources.library.load(network + ".json", weights: network + ".safetensors"),
      gradients: try Sources.library.load(
        network + ".json", weights: gradients + "_gradients.safetensors"),
      numbers: try Safetensors(contentsOf: gradients + "_numbers.safetensors"),
      inputs: inputs(try Safetensors(contentsOf: network + "_numbers.safetensors")), moved: nil)
    let distance = try distance(one)
    #expect(distance.value < 1e-5, "\(distance.place)")
  }

  @Test("there are gradients beside networks of many kinds")
  func areThere() { #expect(GradientFiles.fixtures.count > 20) }

  @Test(
    "gradients of all networks in a folder are theirs", .enabled(if: GradientFiles.folder != nil))
  func folderAtLength() throws {
    let folder = try #require(GradientFiles.folder)
    var all: [(name: String, distance: Distance)] = []
    var refused = 0
    for name in GradientFiles.names(in: folder) {
      let stem = folder + "/" + name
      do {
        let one = try loaded(stem)
        all.append((name, try distance(one)))
      } catch {
        refused += 1
        print("refused: \(name): \(error)")
      }
    }
    all.sort { $0.distance.value > $1.distance.value }
    print("\(all.count) networks, \(refused) refused")
    for one in all.prefix(20) { print(one.name, one.distance.place, one.distance.value) }
    #expect(!all.isEmpty)
    for one in all { #expect(one.distance.value < 1e-5, "\(one.name): \(one.distance.place)") }
  }

  private func loaded(_ stem: String) throws -> Case {
    let numbers = try Safetensors(contentsOf: stem + "_numbers.safetensors")
    if isThere(stem + ".pt") {
      return Case(
        model: try Sources.library.load(stem + ".pt"),
        gradients: try Sources.library.load(stem + "_gradients.pt"), numbers: numbers,
        inputs: inputs(numbers), moved: nil)
    }
    func weights(_ ending: String) throws -> LoadedModel {
      try Sources.library.load(stem + ".json", weights: stem + ending + ".safetensors")
    }
    return Case(
      model: try weights(""), gradients: try weights("_gradients"), numbers: numbers,
      inputs: inputs(numbers),
      moved: isThere(stem + "_moved.safetensors") ? try weights("_moved") : nil)
  }
}

/// What `make-gradients.py` wrote.
private enum GradientFiles {
  static let fixtures = names(in: Sources.fixture("Generated/Gradients"))

  /// A folder of other networks.
  static let folder = ProcessInfo.processInfo.environment["UNROLL_GRADIENTS"]

  static func names(in folder: String) -> [String] {
    let ending = "_numbers.safetensors"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
  }
}
