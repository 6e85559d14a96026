/// What is wrong with a structure of an HDF5 file.
package enum HDF5Damage: Hashable, Sendable {
  /// It does not begin with its four letters.
  case signature
  /// It has a version that does not exist, or is newer than this reader.
  case version(Int)
  /// Its checksum is another one.
  case checksum
  /// A number in it cannot be.
  case value
  /// What stands in it takes more bytes than it has.
  case length
  /// It leads to itself, or to the same bytes again and again.
  case loop
  /// It lacks what it needs.
  case incomplete
}

/// The parts that an HDF5 file is made of.
package enum HDF5Structure: Hashable, Sendable {
  case superblock
  case objectHeader
  case dataspace
  case datatype
  case fillValue
  case layout
  case filters
  case link
  case attribute
  case sharedMessage
  case groupTree
  case symbolTable
  case localHeap
  case globalHeap
  case fractalHeap
  case recordTree
  case chunkTree
  case chunkArray
  case chunk
  case data
}
