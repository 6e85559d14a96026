/// Things that are all meant: `h and c`.
package func conjoined(_ things: [String]) -> String { things.joined(separator: " and ") }
