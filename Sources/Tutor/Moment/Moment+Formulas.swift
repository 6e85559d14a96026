import Engine
import Foundation
import Phrases
import Vocabulary
import Wording

// What a formula comes to here.
extension Moment {
  /// The value of a formula; an address that leaves the timestep open is that of the present one.
  ///
  /// - Throws: a sentence where a name is not known, or an address has no number here.
  package func value(of formula: Formula) throws(Refusal) -> FormulaValue {
    switch formula {
    case .number(let number, _): return .number(number)
    case .name(let name): return try value(named: name)
    case .quantity(let quantity) where quantity.kind == .shape:
      return .shape(try outputSizes(quantity.layer))
    case .quantity, .negative, .combined, .call:
      let values = try numbers(of: formula)
      guard values.count == 1 else {
        throw .severalValues(formula, count: values.count)
      }
      guard values[0].isFinite else { throw .notFinite(formula) }
      return .number(values[0])
    case .tuple(let parts):
      var sizes: [Int] = []
      for part in parts {
        let number = try number(of: part)
        guard let size = Int(exactly: number) else {
          if parts.count == 1 { return .number(number) }
          throw .notWhole(number)
        }
        sizes.append(size)
      }
      return .shape(sizes)
    }
  }

  private func number(of formula: Formula) throws(Refusal) -> Double {
    let value = try value(of: formula)
    guard let number = value.number else {
      throw .notANumber(value.text(digits: nil))
    }
    return number
  }

  /// All numbers of a formula: of an address each that it names. Arithmetic goes number by number, and
  /// one number goes with each of many: `x[12, *] * lstm1.kernel[*, 134]` is ten products.
  private func numbers(of formula: Formula) throws(Refusal) -> [Double] {
    switch formula {
    case .tuple(let parts) where parts.count == 1: return try numbers(of: parts[0])
    case .number, .name, .tuple: return [try number(of: formula)]
    case .quantity(let quantity): return try numbers(of: quantity)
    case .negative(let part): return try numbers(of: part).map { -$0 }
    case .combined(let left, let operation, let right):
      let (left, right) = (try numbers(of: left), try numbers(of: right))
      guard left.count == right.count || left.count == 1 || right.count == 1 else {
        throw .unequalCounts(left.count, operation, right.count)
      }
      return (0..<max(left.count, right.count)).map { place in
        operation.of(left[left.count == 1 ? 0 : place], right[right.count == 1 ? 0 : place])
      }
    case .call(let function, let arguments):
      var numbers: [Double] = []
      for argument in arguments { numbers += try self.numbers(of: argument) }
      guard let first = numbers.first else { throw .functionOfNothing(function) }
      switch function {
      case .max: return [numbers.reduce(first, Swift.max)]
      case .min: return [numbers.reduce(first, Swift.min)]
      case .sum: return [numbers.reduce(0, +)]
      case .mean: return [numbers.reduce(0, +) / Double(numbers.count)]
      case .negatives: return [Double(numbers.count { $0 < 0 })]
      case .abs: return numbers.map(\.magnitude)
      case .exp: return numbers.map { Foundation.exp($0) }
      case .tanh: return numbers.map { Foundation.tanh($0) }
      case .sigmoid: return numbers.map { 1 / (1 + Foundation.exp(-$0)) }
      }
    }
  }

  private func numbers(of quantity: Quantity) throws(Refusal) -> [Double] {
    guard quantity.kind != .shape else { return [try number(of: .quantity(quantity))] }
    let isOverTime = quantity.kind.recurrent != nil || quantity.kind == .x
    guard quantity.indices.first == .some(nil), isOverTime else {
      return try values(of: quantity, at: position.timestep ?? 0).map { Double($0.value) }
    }
    // Of a breakpoint `*` is the timestep that is reached; a formula means all of them.
    var numbers: [Double] = []
    let timesteps = example.observation.timesteps
    for timestep in 0..<timesteps {
      var address = quantity
      address.indices[0] = timestep
      numbers += try values(of: address, at: timestep).map { Double($0.value) }
      if timestep == 0 { try check(numbers.count * timesteps, of: quantity) }
    }
    return numbers
  }

  // MARK: - Names

  /// The network that sizes are those of: the one that the shapes screen tries out, if it does.
  private var sized: NetworkPlan { (position.sketch ?? position.description).plan() }

  private func value(named name: String) throws(Refusal) -> FormulaValue {
    switch name {
    case "timesteps":
      return .number(
        Double(position.sketch?.input.timesteps ?? example.observation.timesteps))
    case "features":
      return .number(Double((position.sketch ?? position.description).input.features))
    case "t": return .number(Double(position.timestep ?? -1))
    case "observation": return .number(Double(position.observation))
    case "cells": return .number(Double(position.cells))
    case "unit": return .number(Double(try chosenUnit()))
    case "phase": return .number(Double(position.phase))
    case "parameters":
      guard let count = sized.parameterCount else {
        throw .noParameters(layer: nil)
      }
      return .number(Double(count))
    case "correct": return .number(Double(try score().right))
    case "judged": return .number(Double(try score().judged))
    case "screen": return .word(position.screen.rawValue)
    case "layer": return .word(selectedName)
    case "order":
      return .word(
        position.screen == .schedule ? position.schedule.rawValue : position.order.rawValue)
    case "quantity": return .word(position.quantity.rawValue)
    case "code": return .word(position.code.rawValue)
    case "failure": return .word(network.plan.failure?.layerName ?? "none")
    case "true", "false": return .truth(name == "true")
    default: return try value(ofLayerNamed: name)
    }
  }

  private func chosenUnit() throws(Refusal) -> Int {
    guard case .layer(let index) = position.layer else { return position.feature }
    return position.units[index]
  }

  /// `lstm1.units`, and what else a layer has one of; another word stands for itself.
  private func value(ofLayerNamed name: String) throws(Refusal) -> FormulaValue {
    guard let dot = name.lastIndex(of: ".") else { return .word(name) }
    let layer = String(name[..<dot])
    let property = String(name[name.index(after: dot)...])
    let known = ["units", "parameters", "difference"] + Command.Flag.allCases.map(\.rawValue)
    let selected = try selection(named: layer)
    guard known.contains(property) else {
      // An address without its indices that is misspelt comes here as well.
      let all = known + QuantityName.addressed.map(\.rawValue)
      throw .unknownProperty(property, layer: layer, known: all)
    }
    guard case .layer(let index) = selected else {
      throw .propertyOfInput(property, input: layer)
    }
    let description = (position.sketch ?? position.description).layers[index]
    switch property {
    case "units": return .number(Double((position.sketch ?? position.description).units(of: index)))
    case "parameters":
      guard sized.layers.indices.contains(index) else {
        throw .noParameters(layer: layer)
      }
      return .number(Double(sized.layers[index].parameters.total))
    case "difference":
      guard description.isRecurrent else {
        throw .notRecurrent(layer: layer)
      }
      return .number(Double(try contrasting(index).difference.largest))
    default:
      guard let settings = description.recurrent, let flag = Command.Flag(rawValue: property)
      else { throw .propertyWithoutState(property, layer: layer) }
      return .truth(settings[flag])
    }
  }

  /// The axis lengths of what leaves a layer, for one observation.
  private func outputSizes(_ layer: String) throws(Refusal) -> [Int] {
    guard case .layer(let index) = try selection(named: layer) else {
      throw .shapeOfInput(layer)
    }
    guard sized.layers.indices.contains(index) else {
      throw .noOutput(layer: layer)
    }
    return sized.layers[index].outputShape.dimensions.dropFirst().map {
      $0 ?? example.observation.timesteps
    }
  }

  // MARK: - Conditions

  /// Whether a comparison holds.
  package func holds(_ condition: Condition) throws(Refusal) -> Bool {
    let left = try value(of: condition.left)
    let right = try value(of: condition.right, comparedTo: condition.left)
    if let one = left.number, let other = right.number {
      switch condition.relation {
      case .below: return one < other
      case .above: return one > other
      case .equal: return (one - other).magnitude <= tolerance(of: condition)
      case .unequal: return (one - other).magnitude > tolerance(of: condition)
      }
    }
    let isEqual: Bool
    if let one = left.shape, let other = right.shape {
      isEqual = one == other
    } else {
      isEqual = left.text(digits: nil) == right.text(digits: nil)
    }
    switch condition.relation {
    case .equal: return isEqual
    case .unequal: return !isEqual
    case .below, .above:
      throw .notNumbers(left.text(digits: nil), right.text(digits: nil))
    }
  }

  /// What stands behind `screen =` is a word, even where it is the name of something as well.
  private func value(
    of right: Formula, comparedTo left: Formula
  ) throws(Refusal) -> FormulaValue {
    if case .name(let name) = left, Self.words.contains(name), case .name(let word) = right {
      return .word(word)
    }
    return try value(of: right)
  }

  /// The names that stand for a word.
  private static let words: Set = ["screen", "layer", "order", "quantity", "code", "failure"]

  private func tolerance(of condition: Condition) -> Double {
    if let tolerance = condition.tolerance { return tolerance }
    guard let digits = condition.right.digits ?? condition.left.digits else { return 1e-6 }
    // A whole number is meant as it is, whatever the last bits of a sum.
    return digits == 0 ? 1e-6 : halfUnit(of: digits) * (1 + 1e-6)
  }

  /// What the two sides of a condition come to, for a sentence.
  package func sides(of condition: Condition) -> String {
    let digits = max(condition.right.digits ?? 0, condition.left.digits ?? 0)
    func text(_ formula: Formula, comparedTo left: Formula? = nil) -> String {
      do throws(Refusal) {
        let found =
          if let left { try value(of: formula, comparedTo: left) } else {
            try value(of: formula)
          }
        return found.text(digits: found.number == found.number?.rounded() ? nil : digits + 3)
      } catch { return error.description }
    }
    return ExploringPhrases.sides(
      text(condition.left), text(condition.right, comparedTo: condition.left))
  }
}
