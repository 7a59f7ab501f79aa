package dump

import "github.com/stemma-news/stemma/internal/block"

// thin reports whether the posts read hold less than half of the words that
// read as text: dates and names among the furniture of an article were taken
// for heads, and what stood between them for posts.
func (r *reader) thin() bool {
	whole, read := 0, 0
	for i := range r.ls {
		if r.chance[i] > cut {
			whole += r.ls[i].Words
			if r.role[i] == block.Body {
				read += r.ls[i].Words
			}
		}
	}
	return read*2 < whole
}

// again forgets what was read.
func (r *reader) again() {
	r.out = nil
	for i := range r.role {
		r.role[i] = block.Chrome
	}
}
