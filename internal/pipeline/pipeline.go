// Package pipeline runs the stages over whatever is new, on one machine or
// many.
package pipeline
