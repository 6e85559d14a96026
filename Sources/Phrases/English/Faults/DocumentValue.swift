import Documents

// What a value of a document is called, and what it should be.

extension ValueName {
  var words: String {
    switch self {
    case .key(let key): key
    case .anyKey: "a key"
    case .model: "a model"
    case .kerasModel: "the model"
    case .tokenizer: "the tokenizer"
    case .layer: "a layer"
    case .feature: "a feature"
    case .unit: "a unit"
    case .tensor: "a tensor"
    case .lesson: "a lesson"
    case .step: "a step"
    case .mistake: "a mistake"
    case .wrongAnswer: "a wrong answer"
    }
  }
}

extension ExpectedValue {
  var words: String {
    switch self {
    case .text: "text"
    case .list: "a list"
    case .mapping: "a group of keys"
    case .truth: "true or false"
    case .wholeNumber: "a whole number"
    case .number(let from, let to): "a number from \(from) to \(to)"
    case .command: "a command"
    case .entries(let names): "[\(names.joined(separator: ", "))]"
    }
  }
}

extension FoundValue {
  var words: String {
    switch self {
    case .nothing: "nothing"
    case .text(let text): "'\(text)'"
    case .list: "a list"
    case .listOf(let count): "a list of \(count)"
    case .mapping: "a group of keys"
    case .alias: "an alias"
    }
  }
}

extension DocumentContent {
  var words: String {
    switch self {
    case .model: "a model with the key 'network'"
    case .kerasModel: "a model saved with model.to_json()"
    case .tokenizer: "a tokenizer saved with tokenizer.to_json()"
    case .lesson: "a lesson with the keys 'title' and 'steps'"
    }
  }
}

extension ColumnName {
  package var words: String {
    switch self {
    case .title(let title): "'\(title)'"
    case .index(let index): "column \(index)"
    }
  }
}
