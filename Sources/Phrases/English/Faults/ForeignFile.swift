import ModelFiles

extension ForeignFile {
  /// What the file is and what to do instead.
  var sentence: String {
    switch self {
    case .gitPointer:
      "this is a pointer of Git LFS, not the file itself; run 'git lfs pull' in its repository to "
        + "fetch it"
    case .savedModel:
      "this is a SavedModel of TensorFlow, which is not read; load it where it was made and save "
        + "it with model.save('model.keras')"
    case .tensorFlowGraph:
      "this is a graph of TensorFlow, which is not read; load the model where it was made and save "
        + "it with model.save('model.keras')"
    case .tensorFlowLite:
      "this is a TensorFlow Lite model, which is not read; open the model that it was converted "
        + "from"
    case .spreadWeights:
      "this is a list of the files over which weights are spread, which is not read; save them in one, with "
        + "model.save_weights('model.weights.h5')"
    case .exportedProgram:
      "this is a program of torch.export, which is not read; save the weights with "
        + "torch.save(model.state_dict(), FILE)"
    case .checkpoint:
      "this is a checkpoint of TensorFlow, which is not read; load it into its model and save that "
        + "with model.save('model.keras')"
    }
  }
}
