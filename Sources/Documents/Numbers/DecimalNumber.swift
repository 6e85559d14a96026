/// Reads a decimal number whatever the locale: `strtod` takes a comma for the point in some.
///
/// Up to 15 digits and powers of ten up to 10²² are exact in a Double, so one product or quotient
/// rounds correctly; everything else goes to the standard library's reader. `nan`, `inf` and
/// `infinity` are read as NumPy and pandas write them.
func decimalNumber(_ bytes: UnsafeRawBufferPointer) -> Double? {
  var position = 0
  let end = bytes.count
  var negative = false
  if position < end, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
    negative = bytes[position] == UInt8(ascii: "-")
    position += 1
  }
  var digits = 0
  var mantissa: UInt64 = 0
  var exponent = 0
  var point = false
  while position < end {
    let byte = bytes[position]
    if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
      digits += 1
      if digits > 15 { break }
      mantissa = mantissa &* 10 &+ UInt64(byte &- UInt8(ascii: "0"))
      if point { exponent -= 1 }
    } else if byte == UInt8(ascii: "."), !point {
      point = true
    } else {
      break
    }
    position += 1
  }
  if position == end, digits > 0 {
    let value = Double(mantissa) / powersOfTen[-exponent]
    return negative ? -value : value
  }
  return slowly(bytes)
}

/// 10⁰ to 10¹⁵, each exact.
private let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]

private func slowly(_ bytes: UnsafeRawBufferPointer) -> Double? {
  guard bytes.count <= 400 else { return nil }
  let text = String(decoding: bytes, as: UTF8.self)
  switch text.lowercased() {
  case "nan", "+nan", "-nan": return .nan
  case "inf", "+inf", "infinity", "+infinity": return .infinity
  case "-inf", "-infinity": return -.infinity
  default: break
  }
  // No hexadecimal numbers, which the standard library would read as well.
  guard text.utf8.allSatisfy({ "+-.eE0123456789".utf8.contains($0) }) else { return nil }
  return Double(text)
}
