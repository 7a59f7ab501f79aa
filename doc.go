// Package stemma is the vocabulary of the program that draws the family tree
// of a news story: the types every room of the house reads and writes, with
// their JSON names. It holds types and rules about types, and does no work.
//
// # Offsets
//
// Every offset is a count of bytes, 0-based, and every range is half-open.
// A [Span] lies in an article's Text. A [Range] lies in the payload of a
// capture. [Source] ties one to the other.
//
// # Local and joined
//
// A mention, quote, telling or figure is a local fact: it is found in one
// article and never depends on another page. Entities, sayings, events,
// families, stories and standings are joined: they are resolved from many
// local facts and may change as the record grows. The fields of a local fact
// that only resolving can fill (a speaker's entity, a date that needs the
// year of a sibling page) are empty until then, and say so here.
package stemma

// Schema is the version of the JSON lines. Fields may be added under one
// version; a field is never renamed or removed.
const Schema = 1

// Version is the version of the program as it stands in the header line.
const Version = "0.1.0"
