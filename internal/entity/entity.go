// Package entity finds who and what an article names, and joins names across
// articles.
package entity

// Version is raised when Find may find differently. 1: the first.
const Version = "1"
