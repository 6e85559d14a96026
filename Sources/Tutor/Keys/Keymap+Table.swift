import Screen
import Vocabulary

extension Keymap {
  private static let screens = Command.ScreenName.allCases.map(Context.screen)
  /// The screens of numbers, at a timestep.
  private static let numbers = at(
    .network, .layer, .unit, .dense, .origins, .contrast, .learning)

  private static func at(_ names: Command.ScreenName...) -> [Context] {
    names.map(Context.screen)
  }

  /// All screens but some.
  private static func besides(_ names: Command.ScreenName...) -> [Context] {
    screens.filter { screen in !names.contains { screen == .screen($0) } }
  }

  /// Every key, in the order of the footer.
  package static let groups: [Group] = [
    Group(
      "←→", "step", "one timestep back, one on (also h l); on the schedule one cell", rank: 1,
      in: besides(.shapes, .reach),
      [
        (.left, .go(.by(-1))), (.right, .go(.by(1))),
        (.character("h"), .go(.by(-1))), (.character("l"), .go(.by(1))),
      ]),
    Group(
      "space", "play", "play from here on, or stop", rank: 3,
      in: besides(.shapes, .learning, .reach),
      [(.character(" "), .play(.toggled))]),
    Group(
      "space", "train", "learning: train the network, or stop after the batch", rank: 1,
      in: at(.learning, .reach), [(.character(" "), .train(.toggled))]),
    Group(
      "b B", "batch/epoch", "learning: one batch, one epoch", rank: 2,
      in: at(.learning, .reach),
      [
        (.character("b"), .training(.batches(1))), (.character("B"), .training(.epochs(1))),
      ]),
    Group(
      "+ - 0", "rate, over", short: "rate",
      "learning: twice the learning rate, half of it; begin again with fresh weights", rank: 3,
      in: at(.learning, .reach),
      [
        (.character("+"), .training(.rate(.times(2)))),
        (.character("="), .training(.rate(.times(2)))),
        (.character("-"), .training(.rate(.times(0.5)))),
        (.character("0"), .training(.over)),
      ]),
    Group(
      "↑↓", "layer", "the layer before, the layer after (also k j)", rank: 4,
      in: at(.network, .contrast, .schedule, .shapes, .learning),
      [
        (.up, .select(.by(-1))), (.down, .select(.by(1))),
        (.character("k"), .select(.by(-1))), (.character("j"), .select(.by(1))),
      ]),
    Group(
      "↑↓", "network", "reach: the network before, the network after (also k j)", rank: 4,
      in: at(.reach),
      [
        (.up, .select(.by(-1))), (.down, .select(.by(1))),
        (.character("k"), .select(.by(-1))), (.character("j"), .select(.by(1))),
      ]),
    Group(
      "↑↓", "unit", "on the layer and unit screens: the unit before, after (also k j)", rank: 3,
      in: at(.layer, .unit),
      [
        (.up, .unit(.by(-1))), (.down, .unit(.by(1))),
        (.character("k"), .unit(.by(-1))), (.character("j"), .unit(.by(1))),
      ]),
    Group(
      "↑↓", "term", "dense: the larger term, the smaller term of the sum (also k j)", rank: 2,
      in: at(.dense),
      [
        (.up, .term(.by(-1))), (.down, .term(.by(1))),
        (.character("k"), .term(.by(-1))), (.character("j"), .term(.by(1))),
      ]),
    Group(
      "↑↓", "origin", "origins: the number that moved it more, less (also k j)", rank: 2,
      in: at(.origins),
      [
        (.up, .origin(.by(-1))), (.down, .origin(.by(1))),
        (.character("k"), .origin(.by(-1))), (.character("j"), .origin(.by(1))),
      ]),
    Group(
      "↑↓", "scroll", "in this list: a line up, a line down (also k j)", rank: 1, in: [.help],
      [
        (.up, .select(.by(-1))), (.down, .select(.by(1))),
        (.character("k"), .select(.by(-1))), (.character("j"), .select(.by(1))),
      ]),
    Group(
      "⏎", "open", "one screen deeper: network, layer, unit, or network, dense", rank: 2,
      in: at(.network, .layer), [(.enter, .enter)]),
    Group(
      "⏎", "open", "learning: the chosen layer's screen", rank: 3, in: at(.learning),
      [(.enter, .enter)]),
    Group(
      "⏎", "where the term comes from", short: "source",
      "dense: where the term comes from, the unit of the layer before; esc comes back", rank: 2,
      in: at(.dense), [(.enter, .enter)]),
    Group(
      "⏎", "trace on", "origins: where the chosen number itself comes from", rank: 2,
      in: at(.origins), [(.enter, .enter)]),
    Group(
      "tab", "units/time", short: "units", "network: all units at this timestep, or one over time",
      rank: 6, in: at(.network), [(.tab, .look(.by(1))), (.shiftTab, .look(.by(-1)))]),
    Group(
      "tab", "quantity", "layer: the next of i f g o c h, then the input", rank: 2, in: at(.layer),
      [(.tab, .look(.by(1))), (.shiftTab, .look(.by(-1)))]),
    Group(
      "tab", "ledger", "unit: its picture, then the six phases of its ledger", rank: 2,
      in: at(.unit),
      [(.tab, .look(.by(1))), (.shiftTab, .look(.by(-1)))]),
    Group(
      "tab", "one order", short: "order",
      "schedule: one order of computing alone, the next one, all again", rank: 2, in: at(.schedule),
      [(.tab, .look(.by(1))), (.shiftTab, .look(.by(-1)))]),
    Group(
      "tab", "code", "shapes: the table, Keras code, PyTorch code", rank: 2, in: at(.shapes),
      [(.tab, .look(.by(1))), (.shiftTab, .look(.by(-1)))]),
    Group(
      "z", "sort", "layer: another order of the units", rank: 5, in: at(.layer),
      [(.character("z"), .order(.by(1)))]),
    Group(
      "a", "scale", "layer: each unit on its own scale, or one scale for all", rank: 5,
      in: at(.layer), [(.character("a"), .scale(.by(1)))]),
    Group(
      "z", "gate", "unit: the next gate, to be held or with its sum in full", rank: 2,
      in: at(.unit), [(.character("z"), .order(.by(1)))]),
    Group(
      "+ - 0", "hold", "unit: hold the chosen gate 0.05 higher, 0.05 lower; let it go", rank: 2,
      in: at(.unit),
      [
        (.character("+"), .hold(.by(Command.Hold.step))),
        (.character("="), .hold(.by(Command.Hold.step))),
        (.character("-"), .hold(.by(-Command.Hold.step))),
        (.character("0"), .hold(.off)),
      ]),
    Group(
      "f F", "features", "shapes: one feature more, one less", rank: 5, in: at(.shapes),
      [
        (.character("f"), .size(.features, .by(1))), (.character("F"), .size(.features, .by(-1))),
      ]),
    Group(
      "t T", "timesteps", "shapes: one timestep more, one less", rank: 5, in: at(.shapes),
      [
        (.character("t"), .size(.timesteps, .by(1))), (.character("T"), .size(.timesteps, .by(-1))),
      ]),
    Group(
      "+ -", "units", "shapes: one unit more in the chosen layer, one less", rank: 3,
      in: at(.shapes),
      [
        (.character("+"), .size(.chosenUnits, .by(1))),
        (.character("="), .size(.chosenUnits, .by(1))),
        (.character("-"), .size(.chosenUnits, .by(-1))),
      ]),
    Group(
      ",.", "unit", "the unit before, the unit after, in the chosen layer", rank: 8,
      in: at(.network, .layer, .unit, .learning),
      [(.character(","), .unit(.by(-1))), (.character("."), .unit(.by(1)))]),
    Group(
      ",.", "unit", "dense: the unit before, the unit after", rank: 3, in: at(.dense),
      [(.character(","), .unit(.by(-1))), (.character("."), .unit(.by(1)))]),
    Group(
      "r", "return_sequences", short: "sequences",
      "switch return_sequences of the chosen layer on or off", rank: 3,
      in: besides(.dense, .reach),
      [(.character("r"), .toggle(.returnSequences))]),
    Group(
      "c", "contrast", "the chosen layer with return_sequences False and True", rank: 5,
      in: screens, [(.character("c"), .open(.contrast))]),
    Group(
      "b", "back in time", short: "from", "where the number under the cursor comes from", rank: 21,
      in: numbers.filter { $0 != .screen(.learning) }, [(.character("b"), .open(.origins))]),
    Group(
      "d", "gradients", "how much the loss hangs on the states at each timestep, or not", rank: 22,
      in: at(.network, .layer, .unit), [(.character("d"), .gradients(.toggled))]),
    Group(
      "s", "schedule", "the order in which the cells are computed", rank: 7, in: screens,
      [(.character("s"), .open(.schedule))]),
    Group(
      "S", "shapes", "shapes, parameters, and the network as code", rank: 9, in: screens,
      [(.character("S"), .open(.shapes))]),
    Group(
      "T", "learning", "train the network and watch it learn", rank: 6,
      in: besides(.shapes), [(.character("T"), .open(.learning))]),
    Group(
      "R", "reach", "LSTM, GRU and SimpleRNN side by side: how far back gradients reach", rank: 17,
      in: besides(.reach), [(.character("R"), .open(.reach))]),
    Group(
      "m", "model", "open the next model", rank: 7, in: screens,
      [(.character("m"), .model(.by(1)))]),
    Group(
      "L", "lessons", "the list of lessons, and again to close it", rank: 8,
      in: screens + [.lesson, .question, .lessons], [(.character("L"), .lessons)]),
    Group(
      "[]", "observation", "the observation before, the observation after", rank: 10,
      in: numbers,
      [(.character("["), .observation(.by(-1))), (.character("]"), .observation(.by(1)))]),
    Group(
      "<>", "epoch", "learning: the epoch before, the epoch after", rank: 1, in: at(.learning),
      [(.character("<"), .epoch(.by(-1))), (.character(">"), .epoch(.by(1)))]),
    Group(
      "<>", "epoch", "while a network learns or its file is followed: the epoch before, after",
      rank: 4,
      in: besides(.reach, .learning),
      [(.character("<"), .epoch(.by(-1))), (.character(">"), .epoch(.by(1)))]),
    Group(
      "PgUp PgDn", "ten", "ten timesteps back, ten on", rank: 14,
      in: besides(.shapes, .reach) + [.help, .observations],
      [(.pageUp, .go(.by(-10))), (.pageDown, .go(.by(10)))]),
    Group(
      "g G", "first, last", "the first timestep, the last (also Home End)", rank: 13,
      in: numbers + [.help, .observations],
      [
        (.character("g"), .go(.first)), (.character("G"), .go(.last)),
        (.home, .go(.first)), (.end, .go(.last)),
      ]),
    Group(
      "g G", "start, end", "schedule: no cell computed, all computed (also Home End)", rank: 2,
      in: at(.schedule),
      [
        (.character("g"), .go(.first)), (.character("G"), .go(.last)),
        (.home, .go(.first)), (.end, .go(.last)),
      ]),
    Group(
      "+ -", "speed", "faster, slower, while playing", rank: 16,
      in: besides(.shapes, .unit, .learning, .reach),
      [
        (.character("+"), .speed(.by(1))), (.character("="), .speed(.by(1))),
        (.character("-"), .speed(.by(-1))),
      ]),
    Group(
      "x", "what if", "hold a gate, erase a state, set a feature: begins the command", rank: 9,
      in: numbers, [(.character("x"), .prompt(whatIf))]),
    Group(
      "e", "explain", "what is under the cursor, in a sentence with its numbers", rank: 11,
      in: numbers, [(.character("e"), .explain)]),
    Group(
      "y", "copy", "copy the address and value of what is under the cursor", rank: 15, in: numbers,
      [(.character("y"), .copy)]),
    Group(
      "y", "copy", "shapes: copy the code, or the chosen layer's count", rank: 4, in: at(.shapes),
      [(.character("y"), .copy)]),
    Group(
      "w", "write", "write the screen into this folder: unroll-1.svg, a picture, and unroll-1.txt",
      rank: 19, in: screens + [.help], [(.character("w"), .write)]),
    Group(
      "U D E", "guess", "after the command predict on: up, down or the same", rank: 18,
      in: numbers,
      [
        (.character("U"), .guess(.up)), (.character("D"), .guess(.down)),
        (.character("E"), .guess(.same)),
      ]),
    Group(
      "n", "next", "lesson: the next step; back to the step you left; the answer (by hand: n n)",
      rank: 0, in: [.lesson, .question], [(.character("n"), .next)]),
    Group(
      "space", "next", "lesson: the next step, until you leave its path", rank: 1, in: [.lesson],
      [(.character(" "), .next)]),
    Group(
      "p", "previous", "lesson: the step before", rank: 1,
      in: [.lesson, .question], [(.character("p"), .previous)]),
    Group(
      "H", "hint", "lesson: a hint for the question", rank: 2, in: [.question],
      [(.character("H"), .hint)]),
    Group(
      "v", "votes", "lesson: count a room's votes; each is the number of a choice", rank: 3,
      in: [.question], [(.character("v"), .votes)]),
    Group(
      "⏎", "open", "lessons: open the chosen lesson", rank: 0, in: [.lessons], [(.enter, .enter)]),
    Group(
      "↑↓", "choose", "lessons: the lesson before, the lesson after (also k j)", rank: 0,
      in: [.lessons],
      [
        (.up, .select(.by(-1))), (.down, .select(.by(1))),
        (.character("k"), .select(.by(-1))), (.character("j"), .select(.by(1))),
      ]),
    Group(
      "x", "leave the lesson", "lessons: leave the open lesson and explore freely", rank: 1,
      in: [.lessons], [(.character("x"), .lesson(nil))]),
    Group(
      "esc", "back", "lessons: close the list", rank: 1, in: [.lessons], [(.escape, .back)]),
    Group(
      "o", "observations", "the list of observations, and again to close it", rank: 19,
      in: numbers + [.observations], [(.character("o"), .observations)]),
    Group(
      "⏎", "open", "observations: open the chosen observation", rank: 0, in: [.observations],
      [(.enter, .enter)]),
    Group(
      "↑↓", "choose", "observations: the one before, the one after (also k j)", rank: 0,
      in: [.observations],
      [
        (.up, .select(.by(-1))), (.down, .select(.by(1))),
        (.character("k"), .select(.by(-1))), (.character("j"), .select(.by(1))),
      ]),
    Group(
      "z", "sort", "observations: by number, by output, by error", rank: 1, in: [.observations],
      [(.character("z"), .sort(.by(1)))]),
    Group(
      "f", "only where",
      "observations: list only some, output > 0.5 and truth = 0: begins the command",
      rank: 2, in: [.observations], [(.character("f"), .prompt(listed))]),
    Group(
      "esc", "back", "observations: close the list", rank: 1, in: [.observations],
      [(.escape, .back)]),
    Group(
      "u", "undo", "undo the last change; ctrl-R makes it again", rank: 12, in: screens,
      [(.character("u"), .undo), (.control("r"), .redo)]),
    Group(
      ":", "command", "type a command; tab completes, ↑ ↓ bring earlier ones back", rank: 11,
      in: screens + [.observations], [(.character(":"), .prompt(""))]),
    Group(
      "esc", "back", "the screen before; close what is open", rank: 2,
      in: besides(.network) + [.help], [(.escape, .back)]),
    Group(
      "esc", "back", "on the network screen: forget a count or a message", rank: 20,
      in: at(.network), [(.escape, .back)]),
    Group(
      "?", "help", "this list, and again to close it", rank: 0,
      in: screens + [.help, .observations],
      [(.character("?"), .help)]),
    Group(
      "q", "quit", "leave Unroll", rank: 0, in: screens + [.help, .lessons, .observations],
      [(.character("q"), .quit)]),
  ]
}
