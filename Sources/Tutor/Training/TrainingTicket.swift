/// Which steps count that are taken beside the interface: those begun with the ticket that the training
/// still has. Each is like no other, also in another explorer.
package final class TrainingTicket: Sendable, Equatable {
  package static func == (one: TrainingTicket, other: TrainingTicket) -> Bool { one === other }
}
