import Yams

extension DocumentValue {
  /// A value with all that stands in it, as the YAML reader gives it.
  init(_ node: Node, of file: String, reach: Reach) {
    func value(_ node: Node) -> DocumentValue { DocumentValue(node, of: file, reach: reach) }
    content =
      switch node {
      case .scalar(let scalar):
        .text(scalar.string, isPlain: scalar.style == .plain || scalar.style == .any)
      case .sequence(let elements): .list(elements.map(value))
      case .mapping(let pairs): .mapping(pairs.map { (value($0.key), value($0.value)) })
      case .alias: .alias
      }
    place = Place(file, line: node.mark?.line, column: node.mark?.column)
    self.reach = reach
  }
}
