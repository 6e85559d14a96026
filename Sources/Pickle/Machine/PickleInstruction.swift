/// The instructions that are read: all of protocols 0 to 5 but the registry of extensions (0x82 to 0x84)
/// and buffers beside the pickle (0x97, 0x98).
enum PickleInstruction: UInt8 {
  // Protocols 0 and 1
  case mark = 0x28  // (
  case stop = 0x2E  // .
  case pop = 0x30  // 0
  case popMark = 0x31  // 1
  case duplicate = 0x32  // 2
  case float = 0x46  // F
  case integer = 0x49  // I
  case integer4 = 0x4A  // J
  case integer1 = 0x4B  // K
  case long = 0x4C  // L
  case integer2 = 0x4D  // M
  case none = 0x4E  // N
  case persistentText = 0x50  // P
  case persistent = 0x51  // Q
  case reduce = 0x52  // R
  case string = 0x53  // S
  case string4 = 0x54  // T
  case string1 = 0x55  // U
  case unicode = 0x56  // V
  case unicode4 = 0x58  // X
  case append = 0x61  // a
  case build = 0x62  // b
  case global = 0x63  // c
  case dictionary = 0x64  // d
  case appends = 0x65  // e
  case get = 0x67  // g
  case get1 = 0x68  // h
  case instance = 0x69  // i
  case get4 = 0x6A  // j
  case list = 0x6C  // l
  case object = 0x6F  // o
  case put = 0x70  // p
  case put1 = 0x71  // q
  case put4 = 0x72  // r
  case setItem = 0x73  // s
  case tuple = 0x74  // t
  case setItems = 0x75  // u
  case emptyDictionary = 0x7D  // }
  case emptyList = 0x5D  // ]
  case emptyTuple = 0x29  // )
  case double = 0x47  // G

  // Protocol 2
  case version = 0x80
  case newObject = 0x81
  case tuple1 = 0x85
  case tuple2 = 0x86
  case tuple3 = 0x87
  case newTrue = 0x88
  case newFalse = 0x89
  case long1 = 0x8A
  case long4 = 0x8B

  // Protocol 3
  case bytes4 = 0x42  // B
  case bytes1 = 0x43  // C

  // Protocol 4
  case unicode1 = 0x8C
  case unicode8 = 0x8D
  case bytes8 = 0x8E
  case emptySet = 0x8F
  case addItems = 0x90
  case frozenSet = 0x91
  case newObjectWithKeywords = 0x92
  case stackGlobal = 0x93
  case memoize = 0x94
  case frame = 0x95

  // Protocol 5
  case byteArray8 = 0x96
}
