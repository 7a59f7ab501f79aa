// Package export writes the record in the formats other tools read.
package export
