package dump

import "github.com/stemma-news/stemma/internal/dump/thread"

// fewBelow is the most words below the last of heads that stand below their
// posts.
const fewBelow = 25

// signedOff returns the posts of a page whose heads, three at least, each of one
// line that says who wrote and when, stand below them: words stand right above
// each, and none to speak of below the last. "words" / "posted by ann at 10:20
// AM on May 3, 2020". Of other pages it returns none.
func (r *reader) signedOff(heads []thread.Head) []post {
	for len(heads) > 0 && r.page.Classes[heads[0].Last-1] != thread.By { // the date of the page
		heads = heads[1:]
	}
	if len(heads) < leastRemarks || heads[0].First == 0 {
		return nil
	}
	lo := heads[0].First
	for lo > 0 && r.chance[lo-1] > cut {
		lo--
	}
	below := r.words(post{lo: heads[len(heads)-1].Last, hi: len(r.ls)})
	if above := r.words(post{lo: lo, hi: heads[0].First}); above == 0 || below > min(fewBelow, above) { // a title above, the last words below
		return nil
	}
	var out []post
	for _, h := range heads {
		if above := h.First - 1; h.Last-h.First != 1 || h.AuthorLine != h.First || r.chance[above] < postCut && !r.ls[above].Ends {
			return nil
		}
		if p := (post{head: h, lo: lo, hi: h.First, author: h.Author}); r.reads(p) || r.says(p) {
			out = append(out, p)
		}
		lo = h.Last
	}
	return out
}
