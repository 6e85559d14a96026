/// An integer sum or product, or `nil` where it no longer fits or a part of it did not.
func checked(_ left: Int?, _ operation: CheckedOperation, _ right: Int?) -> Int? {
  guard let left, let right else { return nil }
  let (result, overflow) =
    switch operation {
    case .sum: left.addingReportingOverflow(right)
    case .product: left.multipliedReportingOverflow(by: right)
    }
  return overflow ? nil : result
}

/// What `checked` works out.
enum CheckedOperation {
  case sum, product
}
