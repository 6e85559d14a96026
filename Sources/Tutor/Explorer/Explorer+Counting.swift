import Phrases
import Vocabulary

// How many observations come out right, counted along while one changes things.
extension Explorer {
  /// Counts them all, and from now on again with every what-if.
  mutating func evaluate() {
    do throws(Refusal) {
      var score = try moment.score()
      score.epoch = moment.epoch?.number
      evaluation = score
      message = ExploringPhrases.evaluation(
        right: score.right, of: score.judged, wrong: score.wrong)
    } catch { refuse(error) }
  }

  /// Whether observations are still to be counted: a tick counts a few.
  package var isCounting: Bool { isEvaluating || table?.isGoingOn == true }

  private var isEvaluating: Bool { evaluation.map { !$0.isDone && !$0.isOld } ?? false }

  /// What has been counted belongs to the what-ifs of now, or says that it does not.
  mutating func followCount() {
    if let evaluation { self.evaluation = evaluation.following(moment) }
    if let table { self.table = table.following(moment) }
  }

  /// Begins to run all observations, or goes on where that was left.
  mutating func openTable() {
    do throws(Refusal) {
      if table == nil { table = try ObservationTable(moment) }
      table?.isOpen = true
    } catch { refuse(error) }
  }

  /// Counts a few more.
  mutating func countOn() {
    if var going = table, going.isGoingOn {
      // Taken out of its box, so that what grows in it is not copied each time.
      table = nil
      going.goOn()
      table = going
    }
    guard isEvaluating, var counted = evaluation else { return }
    let saysChange = message != nil && message == beforeAndAfter
    do throws(Refusal) { try counted.goOn() } catch { return evaluation = nil }
    evaluation = counted
    if saysChange { message = beforeAndAfter }
  }

  /// Counts the rest, for who does not wait.
  package mutating func finishCounting() { while isCounting { countOn() } }

  /// How many come out right while something is supposed or a training is followed; nil where nobody
  /// asked.
  var score: String? {
    guard let evaluation, !position.changes.isEmpty || moment.epoch != nil else { return nil }
    if evaluation.isOld {
      return ExploringPhrases.oldScore(right: evaluation.right, of: evaluation.judged)
    }
    let (counted, all) = evaluation.progress
    return evaluation.isDone
      ? ExploringPhrases.score(right: evaluation.right, of: evaluation.judged)
      : ExploringPhrases.counting(counted, of: all)
  }
}
