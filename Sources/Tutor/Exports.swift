// What was a part of this target and is now one of its own; each file is to import what it uses.
@_exported import Insight
@_exported import NetworkCode
@_exported import Wording
