import Engine
import Insight
import Screen
import Testing
import Vocabulary

@testable import Tutor

@Suite("Schedule screen")
struct ScheduleScreenTests {
  private let size = Size(width: 80, height: 24)

  /// The cells of a layer, from the rows of the one order or of each.
  private func rows(_ name: String, _ frame: Canvas) -> [String] {
    frame.textRows().filter { $0.dropFirst().hasPrefix(name + " ") }.map {
      String($0.dropFirst(17).prefix(50))
    }
  }

  private func cells(_ name: String, _ frame: Canvas) throws -> String {
    try #require(rows(name, frame).first)
  }

  /// So many cells that are filled, or are to come.
  private func filled(_ count: Int) -> String { String(repeating: "▇", count: count) }
  private func dots(_ count: Int) -> String { String(repeating: "·", count: count) }

  @Test("nothing is computed when the screen opens")
  func opens() throws {
    let all = view(try Models.tutor("latch", "open schedule"), size: size)
    #expect(rows("lstm1", all) == [dots(50), dots(50), dots(50)])
    #expect(all.says("0 of 100 cells"))
    let frame = view(try Models.tutor("latch", "look layers"), size: size)
    #expect(try cells("lstm1", frame) == dots(50))
    #expect(frame.says("computed 0 of 100 cells"))
    #expect(frame.says("lstm1 reads all 50 timesteps, then lstm2 starts, as in Keras."))
  }

  @Test("layer by layer fills lstm1 first, and every h waits")
  func layerByLayer() throws {
    let frame = view(try Models.tutor("latch", "look layers; go +37"), size: size)
    #expect(try cells("lstm1", frame) == filled(35) + "h▸" + dots(13))
    #expect(try cells("lstm2", frame) == dots(50))
    #expect(try kept(frame)[0] == String(repeating: "▄", count: 37) + dots(13))
    #expect(frame.says("lstm1 at t 36: reads x[36] (10) and its own h[35], c[35] (128 each)"))
    #expect(frame.says("held 4,864 numbers: lstm1 37 h + c; most so far 4,864"))
  }

  /// The rows of the h that something still needs.
  private func kept(_ frame: Canvas) throws -> [String] {
    let rows = frame.textRows().filter { $0.contains("h still needed") }
    return rows.map { String($0.dropFirst(17).prefix(50)) }
  }

  @Test("timestep by timestep lets every h go once lstm2 has read it")
  func timestepByTimestep() throws {
    let frame = view(try Models.tutor("latch", "look timesteps; go +8"), size: size)
    #expect(try cells("lstm1", frame).hasPrefix("▇▇▇h·"))
    #expect(try cells("lstm2", frame).hasPrefix("▇▇h▸·"))
    #expect(try kept(frame).allSatisfy { $0 == "   ▄" + dots(46) })
    #expect(frame.says("lstm2 at t 3: reads h[3] of lstm1 (128) and its own h[2], c[2]"))
  }

  @Test("a cell's own states are 0 before t 0 only where nothing else came before")
  func start() throws {
    let wide = Size(width: 100, height: 30)
    let zeros = view(try Models.tutor("latch", "look layers; go +1"), size: wide)
    #expect(
      zeros.says("lstm1 at t 0: reads x[0] (10) and its own h[-1] = c[-1] = 0 (128 each)"))
    let other = view(try Models.tutor("latch", "start 1; look layers; go +1"), size: wide)
    #expect(other.says("lstm1 at t 0: reads x[0] (10) and its own h[-1], c[-1] (128 each)"))
    #expect(other.says("A cell needs h, c of its own layer at t − 1"))
  }

  @Test("the diagonal computes the cells of a wavefront at once")
  func diagonal() throws {
    let frame = view(try Models.tutor("latch", "look diagonal; go +13"), size: size)
    #expect(try cells("lstm1", frame).hasPrefix(filled(11) + "h▸·"))
    #expect(try cells("lstm2", frame).hasPrefix(filled(10) + "h▸··"))
    #expect(frame.says("13 of 51 wavefronts, 25 of 100 cells"))
    #expect(frame.says("and lstm2 at t 11"))
  }

  @Test("what is drawn as held is what the engine counts, after every cell of every order")
  func heldRows() throws {
    for commands in ["", "toggle return_sequences", "select lstm1; toggle return_sequences"] {
      let state = try Models.tutor("latch", commands)
      let layers = state.position.description.layers
      for order in ScheduleOrder.allCases {
        let schedule = state.moment.schedule(order)
        for cells in 1...schedule.steps.count {
          let progress = ScheduleProgress(schedule, cells: cells, layers: layers)
          let counted = schedule.layers.indices.reduce(0) { sum, layer in
            let rows = progress.held(by: layer).count + (progress.holdsCell(of: layer) ? 1 : 0)
            return sum + rows * (layers[schedule.layers[layer]].width ?? 0)
          }
          #expect(counted == schedule.steps[cells - 1].held)
        }
      }
    }
  }

  @Test("at the end three runs are compared and the head has run")
  func theEnd() throws {
    for order in ["orders", "layers", "timesteps", "diagonal"] {
      let almost = try Models.tutor("latch", "look \(order); go +100; go -1")
      #expect(
        view(almost, size: size).says(
          order == "orders"
            ? "largest difference of the orders: at the end" : "known when all cells are computed"))
      #expect(view(almost, size: size).says("waits for the last cell, lstm2 at t 49"))
      let state = try Models.tutor("latch", "look \(order); go +100")
      let orders = try #require(state.moment.orders)
      #expect(orders.runs.map(\.schedule.order) == ScheduleOrder.allCases)
      let frame = view(state, size: size)
      #expect(
        frame.says(
          order == "orders"
            ? "largest difference of the three: 0, to the last bit"
            : "largest difference 0: h of lstm1 and lstm2 and the output, 3 orders"))
      #expect(frame.says("dense1 … output have run: (1), 1.00"))
    }
  }

  @Test("a fault in one of the three runs is seen: how large, in which order, where")
  func fault() throws {
    var state = try Models.tutor("latch", "open schedule; go +100")
    var runs = try #require(state.moment.orders).runs
    runs[2] = try state.network.run(
      state.example.observation, in: .diagonal,
      under: Interventions(
        erasures: [Erasure(layer: "lstm1", timestep: 7, states: .hiddenState)]),
      kernels: .portable)
    let orders = OrderComparison(runs, plan: state.plan)
    state.moment.orders = orders
    let place = try #require(orders.place)
    #expect(place.order == .diagonal)
    #expect(place.timestep >= 7)
    try Models.run("look layers; go last", on: &state)
    state.moment.orders = orders
    #expect(
      view(state, size: size).says(
        "largest difference \(ContrastWords.written(orders.largest)), along the diagonal: "
          + "\(place.layerName) at t \(place.timestep), unit \(place.unit)"))
  }

  @Test("with return_sequences=False on lstm1 it says where and why the schedule ends")
  func ends() throws {
    var state = try Models.tutor(
      "latch", "open schedule; go +100; select lstm1; toggle return_sequences")
    let frame = view(state, size: size)
    #expect(frame.says("The schedule ends with lstm1. lstm2 ✗ Keras: Input 0 with name 'None'"))
    #expect(frame.says("lstm1 outputs one vector; lstm2 needs h of every t: no order can go on."))
    #expect(frame.says("50 of 50 cells"))
    #expect(frame.says("output not reached"))
    // A step back is one step, though there were more cells before.
    try Models.run("go -1", on: &state)
    #expect(view(state, size: size).says("49 of 50 cells"))
  }

  @Test("tab goes through the orders and all of them, and keeps how far they are")
  func orders() throws {
    var state = try Models.tutor("latch", "open schedule; go +5")
    for name in [Command.ScheduleName.layers, .timesteps, .diagonal, .orders] {
      try Models.run("look +1", on: &state)
      #expect(state.position.schedule == name)
      #expect(state.position.cells == 5)
    }
    try Models.run("go +1; look -1", on: &state)
    #expect(state.position.cells == 7, "a wavefront is whole")
    try Models.run("look layers", on: &state)
    #expect(state.position.cells == 0, "one that is named begins anew")
  }

  @Test("without a recurrent layer there is nothing to schedule, and no difference is claimed")
  func noLSTM() throws {
    let state = try Models.small(
      timesteps: 4, features: 3, layers: ["dense: a, units: 2", "dense: b, units: 1"],
      "open schedule")
    for width in [60, 80, 160] {
      let frame = view(state, size: Size(width: width, height: 24))
      #expect(frame.says("Nothing to schedule: the network has no recurrent layer."))
      #expect(frame.says("computed nothing: there is no cell"))
      #expect(!frame.says("largest difference"))
      #expect(!frame.says("0 steps"))
      #expect(!frame.says(" 0 of 0"))
    }
    let plain = PlainText(state).text
    #expect(plain.contains("Nothing to schedule: the network has no recurrent layer."))
    #expect(!plain.contains("argest difference") && !plain.contains("0 of 0 cells"))
  }

  @Test("one cell that holds one number is said in the singular")
  func oneNumber() throws {
    let state = try Models.small(
      timesteps: 1, features: 1, layers: ["lstm: a, units: 1"], "open schedule; go +1")
    let frame = view(state, size: size)
    #expect(frame.says("1 step of 1 cell (Keras) at most 1 number held"))
    #expect(frame.says("1 of 1 cell"))
    #expect(frame.says("largest difference 0: h of a and the output, 3 orders"))
    #expect(PlainText(state).lines.contains("At most 1 number is held."))
  }

  @Test("every size shows the grid, the count and a whole first sentence")
  func sizesAtLength() throws {
    for commands in [
      "open schedule", "open schedule; go +60", "look diagonal; go +30", "look timesteps; go +100",
      "select lstm1; toggle return_sequences; open schedule; go +50",
    ] {
      let state = try Models.tutor("latch", commands)
      let progress = ScheduleProgress(
        state.moment.schedule, cells: state.position.cells,
        layers: state.position.description.layers)
      for width in stride(from: 60, through: 250, by: 10) {
        for height in [18, 19, 24, 33, 80] {
          let words = view(state, size: Size(width: width, height: height)).words
          #expect(words.contains("\(progress.cells) of \(progress.schedule.steps.count) cells"))
          #expect(words.contains("largest difference"))
          let text = ScheduleWords(state.explorer, progress, width: width - 2).sentences[0]
          #expect(text.count <= width - 2)
          #expect(words.contains(text))
        }
      }
    }
  }
}
