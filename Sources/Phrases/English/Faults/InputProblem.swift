import Documents
import ModelFiles
import Wording

extension InputProblem {
  /// What was found and what to do, without the place.
  var sentence: String {
    switch self {
    // Columns
    case .whichColumns(let expected, let columns)
    where columns.count { $0.kind == .numbers } < expected:
      "it has too few columns of numbers for the \(counted(expected, "feature")) that the model reads: "
        + Self.listed(columns)
    case .whichColumns(let expected, let columns):
      "it cannot be told which of its columns "
        + (expected == 1
          ? "is the feature that the model reads; name it"
          : "are the \(counted(expected, "feature")) that the model reads; name them")
        + " with \(Self.option(expected)): it has \(Self.listed(columns))"
    case .columnCount(let expected, let found, let columns):
      "\(counted(found, "column")) \(found == 1 ? "is" : "are") named, and the model reads "
        + "\(counted(expected, "feature")); it has \(Self.listed(columns))"
    case .noColumn(let name, let nearest, let columns):
      "there is no column '\(name)'; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "it has \(Self.listed(columns))")
    case .noNumbers(let column):
      "\(column.name.words) holds \(column.words), and a column of numbers is needed"
    case .needsTable(let option):
      "--\(option) is for the columns of a .csv, and this file holds arrays"
    case .rowsAreObservations(let option):
      "--\(option) is for tables with a row a timestep, but each row of this one is a whole "
        + "observation; leave it out"

    // Missing values
    case .missing(let count, let others):
      "\(counted(count, "value")) \(count == 1 ? "is missing" : "are missing,") "
        + Phrases.listed(
          ["here"] + others.map { "at \($0.line ?? 0):\($0.column ?? 0)" }
            + (count > others.count + 1 ? ["elsewhere"] : []), "and")
        + "; fill with --missing forward or zero, leave rows out with drop, or let NaN in with keep"
    case .nothingBefore:
      "nothing stands before the missing value here that --missing forward could repeat; use zero or "
        + "drop"
    case .allDropped(let count):
      "no row is left without its \(counted(count, "missing value")); fill with --missing forward or "
        + "zero"

    // Windows
    case .tooShort(let rows, let window, let after, let group):
      "\(group.map { "'\($0)'" } ?? "it") has \(counted(rows, "row")), too few for a window of "
        + "\(window)\(after > 0 ? " and the true value after it" : ""); ask for less with --window"
    case .targetWithoutWindow(let rows):
      "--target is the value after a window, and all \(counted(rows, "row")) are one observation; say "
        + "how long a window is with --window"
    case .fitBeyond(let fit, let rows):
      "the rows \(fit.lowerBound):\(fit.upperBound) of --fit-on are not all there: it has "
        + "\(counted(rows, "row"))"
    case .fitWithoutScaling: "--fit-on is for --standardise and --normalise; add one of them"
    case .scaledTokens:
      "the model reads whole numbers that name rows of an Embedding; leave --standardise and "
        + "--normalise out"

    // Arrays
    case .severalInputs(let inputs, let present):
      "the model has the inputs \(Phrases.listed(inputs.map { "'\(excerpt($0))'" }, "and")); save an "
        + "array for each under its name with numpy.savez"
        + (present.isEmpty
          ? ", since this file holds one"
          : ": this file has \(Phrases.listed(present.map { "'\($0)'" }, "and"))")
    case .whichArray(let names):
      "it holds \(Phrases.listed(names.map { "'\($0)'" }, "and")); say which is the input with "
        + "--array \(names.first ?? "NAME")"
    case .oneArray(let name):
      "--array \(name) names one array, and the model has several inputs, which are found by their "
        + "names; leave it out"
    case .needsArrays: "--array is for .npz and .safetensors, and this file is a table"
    case .observationCounts(let input, let expected, let found):
      "the input '\(excerpt(input))' has \(counted(found, "observation")), and the first one has "
        + "\(expected)"

    // Texts
    case .needsTokenizer:
      "it holds texts, and the model reads whole numbers; name the tokenizer that it learnt with, as "
        + "saved by tokenizer.to_json(): --tokenizer FILE"
    case .textForNumbers:
      "it holds texts, and the model reads numbers; give it a .csv, .npy, .npz or .safetensors"
    case .tokenizerForNumbers:
      "the model has no Embedding at its input, so no tokenizer is needed; leave --tokenizer out"
    case .tokenizerWord(let word):
      "the word '\(word)' has no whole number here; save the tokenizer again with "
        + "tokenizer.to_json()"
    case .noTexts: "it holds no text"

    case .rows(let text):
      "rows are written as FIRST:END, such as 0:800, but '\(excerpt(text))' stands here"
    }
  }

  /// `'Date' (dates or words), 'Open' (numbers) and …`.
  private static func listed(_ columns: [ColumnKind]) -> String {
    Phrases.listed(columns.map { "\($0.name.words) (\($0.words))" }, "and")
  }

  /// The option with places for the columns, which only the user knows.
  private static func option(_ count: Int) -> String {
    count < 4
      ? "--columns " + Array(repeating: "NAME", count: count).joined(separator: ",")
      : "--columns NAME,NAME,…"
  }
}

extension InputProblem.ColumnKind {
  /// What the column holds.
  fileprivate var words: String {
    switch kind {
    case .numbers: "numbers"
    case .index: "an index"
    case .words: holdsDates ? "dates" : "words"
    case .empty: "nothing"
    }
  }
}
