import Engine
import Learning
import ModelFiles
import Phrases
import Testing

@Suite struct LearningTaskTests {
  @Test("each kind but the user's own gives its task, and a sentence says what it asks")
  func kinds() throws {
    for kind in TaskKind.allCases {
      let task = try kind.task(in: Tasks.library)
      #expect((task == nil) == (kind == .data))
      #expect(task?.kind ?? .data == kind)
      #expect((20...80).contains(kind.sentence.count))
    }
  }

  @Test("observations and answers have the sizes that the task says")
  func sizes() throws {
    for task in try Tasks.all() {
      for example in task.examples(20, of: .test, seed: 1) {
        #expect(example.observation.timesteps == task.timesteps)
        #expect(example.observation.features == task.features.count)
        let times = task.answersEachTimestep ? task.timesteps : 1
        #expect(example.target.count == times * task.answer.units)
      }
    }
  }

  @Test("the same seed gives the same examples, however many are asked for")
  func sameSeed() throws {
    for (task, again) in zip(try Tasks.all(), try Tasks.all()) {
      for part in TaskPart.allCases {
        let some = task.examples(30, of: part, seed: 5)
        #expect(some == again.examples(30, of: part, seed: 5))
        #expect(some != task.examples(30, of: part, seed: 6), "\(task.kind)")
        if task.count(of: part) == nil {
          #expect(Array(task.examples(60, of: part, seed: 5)[..<30]) == some)
          #expect(task.example(7, of: part, seed: 5) == some[7])
        }
      }
    }
  }

  @Test("no sequence of fifty timesteps is in training and test")
  func apart() throws {
    let tasks: [any LearningTask] = [
      LatchTask(), try WeatherTask(in: Tasks.library), AddingTask(timesteps: 50),
      ParityTask(timesteps: 50), BracketsTask(timesteps: 50), CopyTask(gap: 49),
    ]
    for task in tasks {
      let training = Set(task.examples(1000, seed: 3).map(\.observation))
      let test = Set(task.examples(400, of: .test, seed: 3).map(\.observation))
      #expect(training.count == 1000)
      #expect(training.isDisjoint(with: test))
    }
  }

  @Test("a network for a task reads its observations and gives an answer of its size")
  func networks() throws {
    for task in try Tasks.all() {
      let layers: [[any RecurrentLayer]] = [
        task.suggestedLayers, [GRU(name: "gru", units: 3)], [SimpleRNN(name: "rnn", units: 3)],
        [LSTM(name: "one", units: 3), GRU(name: "two", units: 2)],
      ]
      for layers in layers {
        let network = try Network(task.network(of: layers), seed: 1)
        let example = task.example(0, of: .training, seed: 1)
        let output = try network.outputs([example.observation])[0]
        #expect(output.values.count == example.target.count)
      }
    }
  }

  @Test("a task at another length is as long, and lengths that its rule does not allow are refused")
  func resized() throws {
    #expect(LatchTask().resized(to: 20)?.timesteps == 20)
    #expect(AddingTask().resized(to: 50)?.timesteps == 50)
    #expect(ParityTask(answersEachTimestep: false).resized(to: 4)?.answersEachTimestep == false)
    #expect(BracketsTask().resized(to: 6)?.timesteps == 6)
    #expect(CopyTask.gaps.map { CopyTask().resized(to: $0)?.timesteps } == [6, 21, 46])
    #expect(LatchTask().resized(to: 0) == nil && AddingTask().resized(to: 1) == nil)
    #expect(BracketsTask().resized(to: 5) == nil && CopyTask().resized(to: -1) == nil)
    for task in try Tasks.all() { #expect(task.resized(to: 1001) == nil) }
    #expect(try WeatherTask(in: Tasks.library).resized(to: 50) == nil)
  }

  @Test("a timestep has the character of its symbol")
  func characters() throws {
    for task in try Tasks.all()
    where task.features.count > 3 && ![.weather, .copy].contains(task.kind) {
      let example = task.example(0, of: .test, seed: 2)
      for (timestep, name) in example.names(task).enumerated() {
        #expect(task.symbol(example.observation[timestep]) == name.last)
      }
    }
    let parity = ParityTask().example(0, of: .test, seed: 2).observation
    for timestep in 0..<parity.timesteps {
      #expect(ParityTask().symbol(parity[timestep]) == (parity.values[timestep] == 1 ? "1" : "0"))
    }
  }
}
