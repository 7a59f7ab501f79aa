// Package view answers questions of the record: timeline, standing of a line,
// sayings of a person, differences in a family.
package view
