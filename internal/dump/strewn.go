package dump

import "github.com/stemma-news/stemma/internal/dump/thread"

// leastHeadlines is how many posts below headlines of their own are entries of a
// page, each an article or a message of a live page, and no thread.
const leastHeadlines = 3

// strewn reports whether nothing but their dates makes the heads of ps heads. No
// four are alike or have words below them, the first less than half of all; most
// tell no more of who wrote than the name; no two are numbered, and no button
// stands below each. Dates and names stand so around an article too: beside other
// articles, in a list, below a picture.
func (r *reader) strewn(ps []post) bool {
	numbered, said, words := 0, 0, 0
	for _, p := range ps {
		if p.lo < p.head.First { // heads stand below their posts
			return false
		}
		if p.head.Number > 0 {
			numbered++
		}
		if r.reads(p) || r.says(p) {
			said++
		}
		words += r.words(p)
	}
	if r.regular || numbered >= 2 || said >= leastAlike && said*4 >= len(ps)*3 && r.words(ps[0])*2 <= words || r.profiled(ps) {
		return false
	}
	below := r.recurring(ps, folded)
	for i := ps[0].lo; i < ps[0].hi; i++ {
		if r.page.Classes[i] == thread.Foot && below[folded(r.ls[i].S)] == len(ps) {
			return false
		}
	}
	return true
}

// headlined reports whether ps are articles of some length, each below a headline
// of its own: "Ann Example" / "May 3, 2020" / "Old bridge to close in June". Pages
// go on so with other stories; answers of a thread do not.
func (r *reader) headlined(ps []post) bool {
	if !r.regular || r.profiled(ps) || !signed(ps) {
		return false
	}
	words := 0
	for _, p := range ps {
		if p.head.Number > 0 {
			return false
		}
		words += r.words(p)
	}
	all, below := r.headed(ps)
	return below >= leastHeadlines && below*3 >= all*2 && words >= enoughAbove*len(ps) && r.words(ps[0]) >= enoughAbove
}

// headed counts the posts of ps that have words, and those whose first line is
// a headline that no other has.
func (r *reader) headed(ps []post) (all, below int) {
	seen := map[string]bool{}
	for _, p := range ps {
		if !r.reads(p) && !r.says(p) {
			continue
		}
		all++
		i := p.lo
		for i < p.hi-1 && (r.page.Classes[i] == thread.Foot || r.ls[i].Words == 0) {
			i++
		}
		if l := &r.ls[i]; i < p.hi-1 && !l.Ends && l.Words >= 4 && l.Words <= 24 && !seen[l.S] {
			below++
			seen[l.S] = true
		}
	}
	return all, below
}
