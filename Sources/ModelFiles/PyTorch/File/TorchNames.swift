import Documents
import Pickle

/// The names in a file of PyTorch's that mean something here.
enum TorchNames {
  /// How the numbers of a storage are stored, by the name of its class.
  static let storages: [String: StoredType] = [
    "FloatStorage": .float32, "DoubleStorage": .float64, "HalfStorage": .float16,
    "BFloat16Storage": .bfloat16, "LongStorage": .int64, "IntStorage": .int32,
    "ShortStorage": .int16, "CharStorage": .int8, "ByteStorage": .uint8, "BoolStorage": .boolean,
    "UntypedStorage": .uint8,
  ]

  /// The types that a tensor names itself, where its storage has none.
  static let types: [String: StoredType] = [
    "float32": .float32, "float": .float32, "float64": .float64, "double": .float64,
    "float16": .float16, "half": .float16, "bfloat16": .bfloat16, "int64": .int64, "int32": .int32,
    "int16": .int16, "int8": .int8, "uint8": .uint8, "uint16": .uint16, "uint32": .uint32,
    "uint64": .uint64, "bool": .boolean,
  ]

  /// Calls that put a tensor together of a storage, an offset, sizes and strides.
  static let tensors: Set<String> = [
    "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2",
    "torch._utils._rebuild_tensor_v3",
  ]

  /// Calls whose first argument is the tensor.
  static let parameters: Set<String> = [
    "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state",
  ]

  /// A call of the call that its first argument is, with what its third one holds.
  static let subclass: Set<String> = [
    "torch._tensor._rebuild_from_type_v2", "torch._tensor._rebuild_from_type",
  ]

  /// Whether a name is that of PyTorch's own, or of Python's for a dictionary.
  static func isKnown(_ name: PickleName) -> Bool {
    switch name.module {
    case "collections": ["OrderedDict", "defaultdict"].contains(name.name)
    case "torch": storages[name.name] != nil || types[name.name] != nil
    case "torch.storage": storages[name.name] != nil
    case "builtins", "__builtin__": ["set", "dict", "list", "object"].contains(name.name)
    case "copy_reg", "copyreg": name.name == "_reconstructor"
    default:
      tensors.contains(name.dotted) || parameters.contains(name.dotted)
        || subclass.contains(name.dotted) || name.module.hasPrefix("torch.nn.modules.")
    }
  }
}
