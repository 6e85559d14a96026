/// The kinds of messages in an object header (specification 3.0, section IV.A.2), by their numbers.
enum MessageType: UInt16, Sendable {
  case nothing = 0x00
  case dataspace = 0x01
  case linkInfo = 0x02
  case datatype = 0x03
  case oldFillValue = 0x04
  case fillValue = 0x05
  case link = 0x06
  case externalFiles = 0x07
  case layout = 0x08
  case groupInfo = 0x0A
  case filters = 0x0B
  case attribute = 0x0C
  case comment = 0x0D
  case oldModificationTime = 0x0E
  case sharedMessageTable = 0x0F
  case continuation = 0x10
  case symbolTable = 0x11
  case modificationTime = 0x12
  case treeSizes = 0x13
  case driverInfo = 0x14
  case attributeInfo = 0x15
  case referenceCount = 0x16
  case freeSpaceInfo = 0x17
}
