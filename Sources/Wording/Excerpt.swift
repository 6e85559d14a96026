/// Text from a file, short enough for a sentence.
package func excerpt(_ text: String) -> String {
  text.count > 40 ? text.prefix(40) + "…" : text
}
