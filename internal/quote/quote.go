// Package quote finds what was said, by whom, through which tellers, and joins
// the wordings of one saying.
package quote

// Version is raised when Find may find differently. 1: the first.
const Version = "1"
