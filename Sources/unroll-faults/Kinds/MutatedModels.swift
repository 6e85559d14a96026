import Documents
import Engine
import ModelFiles

extension Kind {
  static let mutatedModels = Kind(
    name: "mutated-models",
    sentence: """
      Files of models and numbers in every format, spoilt: each opens, or is refused in one sentence, \
      within a second and in at most four times its size and 64 MiB.
      """,
    quick: Amount(trials: 50 * ModelFormat.all.count),
    long: Amount(trials: 20_000 * ModelFormat.all.count), batch: 2000, patience: 30
  ) { trial in
    let format = ModelFormat.all[trial.index % ModelFormat.all.count]
    trial.note(format.name)
    let original = try format.original()
    // Little of a file with positions in it is found once its bytes have moved.
    let bytes =
      trial.chance.oneIn(2)
      ? Mutator.mutated(original, &trial.chance) : Mutator.changed(original, &trial.chance)
    let file = try trial.write(format.copyName, bytes)
    var sentence: String?
    let effort = Effort.measure {
      do throws(FileError) {
        try format.open(file, ModelFormat.fixtures)
      } catch {
        sentence = error.description
      }
    }
    if let sentence { try Sentence.expect(sentence, format.name) }
    if effort.seconds > 1 { throw Fault("\(format.name): it took \(effort.seconds) s") }
    let most = 4 * bytes.count + 64 << 20
    if effort.memory > most {
      throw Fault(
        "\(format.name): \(bytes.count) bytes took \(effort.memory) bytes of memory; the limit is \(most)"
      )
    }
  }
}
