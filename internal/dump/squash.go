package dump

import (
	"sync"

	directory "github.com/stemma-news/stemma/internal/outlet"
)

// squashed are the names of all outlets without spaces, marks and articles.
var squashed = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, o := range directory.All() {
		if !o.Common {
			m[squash(o.Name)] = o.Name
		}
	}
	for k, v := range outlets {
		if q := squash(k); len(q) >= 6 {
			m[q] = v
		}
	}
	return m
})
