package dump

import (
	"strconv"
	"strings"
)

// unnumbered reports whether the posts are to be numbered in their order: none
// prints a number, and the page is not said to be a later one of its thread.
func (r *reader) unnumbered(ps []post) bool {
	for _, p := range ps {
		if p.head.Number > 0 {
			return false
		}
	}
	for i := range r.ls {
		if r.ls[i].Words <= 14 && laterPage(r.ls[i].S) {
			return false
		}
	}
	return true
}

// pageWords stand before the number of a page of a thread and the number of
// its pages.
var pageWords = []string{"page", "seite", "página", "pagina", "страница", "halaman", "sayfa", "strona", "sida", "side"}

// laterPage reports whether s says that this is not the first page: "4 posts •
// Page 2 of 5", "Seite 3 von 7".
func laterPage(s string) bool {
	low := strings.ToLower(s)
	for _, w := range pageWords {
		_, rest, ok := strings.Cut(low, w+" ")
		f := strings.Fields(rest)
		if !ok || len(f) < 3 {
			continue
		}
		n, err := strconv.Atoi(f[0])
		m, err2 := strconv.Atoi(strings.Trim(f[2], ".,)•"))
		if err == nil && err2 == nil && n > 1 && n <= m {
			return true
		}
	}
	return false
}
