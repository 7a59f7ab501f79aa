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
	for _, o := range directory.All() {
		for _, k := range o.Also {
			if q := squash(k); len(q) >= 6 && m[q] == "" {
				m[q] = o.Name
			}
		}
	}
	return m
})
