/// A link of a new group (specification 3.0, section IV.A.2.g).
struct LinkMessage {
  let name: String
  let target: LinkTarget

  init(_ fields: Cursor) throws(HDF5Fault) {
    var cursor = fields
    try cursor.version(1...1)
    let flags = try cursor.byte()
    let type = flags & 1 << 3 != 0 ? try cursor.byte() : 0
    // When it was made among its neighbours, and the character set of its name.
    if flags & 1 << 2 != 0 { try cursor.skip(8) }
    if flags & 1 << 4 != 0 { try cursor.skip(1) }
    name = try cursor.text(cursor.count(1 << Int(flags & 0b11)))
    switch type {
    case 0: target = .hard(try cursor.definedAddress())
    case 1: target = .soft(try cursor.text(cursor.count(2)))
    case 64:
      var value = try cursor.part(cursor.count(2), of: .link)
      // Version and flags.
      try value.skip(1)
      let file = try value.terminatedText()
      target = .external(file: file, path: try value.terminatedText())
    default: target = .userDefined
    }
  }
}
