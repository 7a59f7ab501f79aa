// Package web serves the record as pages to read.
package web
