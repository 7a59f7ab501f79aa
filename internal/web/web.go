// Package web serves the record as pages to read.
package web

import (
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// Handler serves the record's pages.
func Handler(rec view.Record) http.Handler { return http.NotFoundHandler() }
