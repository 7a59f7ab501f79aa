// Package api serves the record as JSON over HTTP.
package api
