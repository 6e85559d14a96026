import KernelLoops
import KernelsPortable

#if arch(x86_64)
  import KernelsV3
  import KernelsV4
#endif

/// The inner loops at one level.
///
/// At one level every number comes out the same to the last bit, however many rows come in one
/// call; from level to level the last bits differ, because some round a multiply-add once and some
/// twice. The operations take pointers and lengths and check nothing.
package struct Kernels: Sendable {
  /// The instruction set these loops were compiled for.
  package let level: Level
  /// Where something else was asked for than these loops, a sentence that says so.
  package let remark: String?

  // Variables, so that a test can put a fault into one.
  var addProduct: @Sendable (Rows, Rows, MutableRows, Int, Int, Int) -> Void
  var addTransposedProduct:
    @Sendable (Rows, Rows, MutableRows, Int, Int, Int, UnsafeMutablePointer<Float>) -> Void
  var addGateProduct: @Sendable (Rows, GatePanels, MutableRows, Int) -> Void
  var stepGates:
    @Sendable (MutableRows, Rows?, Rows, MutableRows, MutableRows, GatePanels, Int) -> Void
  var apply: @Sendable (Curve, MutableRows, Int, Int) -> Void
  var softmax: @Sendable (MutableRows, Int, Int) -> Void
  var updateCellState: @Sendable (Rows, Rows, MutableRows, Int, Int) -> Void
  var showCellState: @Sendable (Rows, MutableRows, Int, Int) -> Void
  var addProducts: @Sendable (Rows, Rows, MutableRows, Int, Int) -> Void
  var mixStates: @Sendable (Rows, Rows, Rows, MutableRows, Int, Int) -> Void
  var copyRows: @Sendable (Rows, MutableRows, Int, Int) -> Void
  var multiplyBySlopes: @Sendable (Curve, Rows, MutableRows, Int, Int) -> Void
  var updateCellStateBackward:
    @Sendable (
      Rows, Rows, Rows, Rows, Rows, MutableRows, MutableRows, MutableRows, Int, Int
    ) -> Void
  var stepGatesBackward:
    @Sendable (
      Rows, Rows, Rows, Rows, MutableRows, MutableRows, MutableRows, Int, Int
    ) -> Void
  var mixStatesBackward:
    @Sendable (Rows, Rows, Rows, Rows, MutableRows, MutableRows, MutableRows, Int, Int) -> Void
  var addRows: @Sendable (Rows, MutableRows, Int, Int) -> Void

  init(_ level: Level, remark: String?) {
    self.level = level
    self.remark = remark
    #if arch(x86_64)
      switch level {
      case .v4:
        addProduct = { KernelsV4.addProduct($0, $1, $2, $3, $4, $5) }
        addTransposedProduct = { KernelsV4.addTransposedProduct($0, $1, $2, $3, $4, $5, $6) }
        addGateProduct = { KernelsV4.addGateProduct($0, $1, $2, $3) }
        stepGates = { KernelsV4.stepGates($0, $1, $2, $3, $4, $5, $6) }
        apply = { KernelsV4.apply($0, $1, $2, $3) }
        softmax = { KernelsV4.softmax($0, $1, $2) }
        updateCellState = { KernelsV4.updateCellState($0, $1, $2, $3, $4) }
        showCellState = { KernelsV4.showCellState($0, $1, $2, $3) }
        addProducts = { KernelsV4.addProducts($0, $1, $2, $3, $4) }
        mixStates = { KernelsV4.mixStates($0, $1, $2, $3, $4, $5) }
        copyRows = { KernelsV4.copyRows($0, $1, $2, $3) }
        multiplyBySlopes = { KernelsV4.multiplyBySlopes($0, $1, $2, $3, $4) }
        updateCellStateBackward = {
          KernelsV4.updateCellStateBackward($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)
        }
        stepGatesBackward = {
          KernelsV4.stepGatesBackward($0, $1, $2, $3, $4, $5, $6, $7, $8)
        }
        mixStatesBackward = {
          KernelsV4.mixStatesBackward($0, $1, $2, $3, $4, $5, $6, $7, $8)
        }
        addRows = { KernelsV4.addRows($0, $1, $2, $3) }
        return
      case .v3:
        addProduct = { KernelsV3.addProduct($0, $1, $2, $3, $4, $5) }
        addTransposedProduct = { KernelsV3.addTransposedProduct($0, $1, $2, $3, $4, $5, $6) }
        addGateProduct = { KernelsV3.addGateProduct($0, $1, $2, $3) }
        stepGates = { KernelsV3.stepGates($0, $1, $2, $3, $4, $5, $6) }
        apply = { KernelsV3.apply($0, $1, $2, $3) }
        softmax = { KernelsV3.softmax($0, $1, $2) }
        updateCellState = { KernelsV3.updateCellState($0, $1, $2, $3, $4) }
        showCellState = { KernelsV3.showCellState($0, $1, $2, $3) }
        addProducts = { KernelsV3.addProducts($0, $1, $2, $3, $4) }
        mixStates = { KernelsV3.mixStates($0, $1, $2, $3, $4, $5) }
        copyRows = { KernelsV3.copyRows($0, $1, $2, $3) }
        multiplyBySlopes = { KernelsV3.multiplyBySlopes($0, $1, $2, $3, $4) }
        updateCellStateBackward = {
          KernelsV3.updateCellStateBackward($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)
        }
        stepGatesBackward = {
          KernelsV3.stepGatesBackward($0, $1, $2, $3, $4, $5, $6, $7, $8)
        }
        mixStatesBackward = {
          KernelsV3.mixStatesBackward($0, $1, $2, $3, $4, $5, $6, $7, $8)
        }
        addRows = { KernelsV3.addRows($0, $1, $2, $3) }
        return
      case .portable: break
      }
    #endif
    addProduct = { KernelsPortable.addProduct($0, $1, $2, $3, $4, $5) }
    addTransposedProduct = { KernelsPortable.addTransposedProduct($0, $1, $2, $3, $4, $5, $6) }
    addGateProduct = { KernelsPortable.addGateProduct($0, $1, $2, $3) }
    stepGates = { KernelsPortable.stepGates($0, $1, $2, $3, $4, $5, $6) }
    apply = { KernelsPortable.apply($0, $1, $2, $3) }
    softmax = { KernelsPortable.softmax($0, $1, $2) }
    updateCellState = { KernelsPortable.updateCellState($0, $1, $2, $3, $4) }
    showCellState = { KernelsPortable.showCellState($0, $1, $2, $3) }
    addProducts = { KernelsPortable.addProducts($0, $1, $2, $3, $4) }
    mixStates = { KernelsPortable.mixStates($0, $1, $2, $3, $4, $5) }
    copyRows = { KernelsPortable.copyRows($0, $1, $2, $3) }
    multiplyBySlopes = { KernelsPortable.multiplyBySlopes($0, $1, $2, $3, $4) }
    updateCellStateBackward = {
      KernelsPortable.updateCellStateBackward($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)
    }
    stepGatesBackward = {
      KernelsPortable.stepGatesBackward($0, $1, $2, $3, $4, $5, $6, $7, $8)
    }
    mixStatesBackward = {
      KernelsPortable.mixStatesBackward($0, $1, $2, $3, $4, $5, $6, $7, $8)
    }
    addRows = { KernelsPortable.addRows($0, $1, $2, $3) }
  }
}
