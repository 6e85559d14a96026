/// A whole number with a comma between the thousands: 71,168.
package func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  let sign = number < 0 ? "-" : ""
  guard digits.utf8.count > 3 else { return sign + digits }
  var text = sign
  var left = digits.utf8.count
  for digit in digits {
    text.append(digit)
    left -= 1
    if left > 0, left % 3 == 0 { text.append(",") }
  }
  return text
}
