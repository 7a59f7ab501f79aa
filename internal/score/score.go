// Package score measures each stage against answers that people have checked.
package score
