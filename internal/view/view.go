// Package view answers questions of the record: timeline, standing of a line,
// sayings of a person, differences in a family.
//
// A [Reader] asks a [Record] and returns typed answers, ready to print or to
// put on a page; the Text functions print them. No view reads the whole record
// where it can ask for the lines about one thing, and lists come in pages.
package view
