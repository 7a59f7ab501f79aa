package dump

import (
	"strings"
	"unicode"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/thread"
)

// quoteBlock is a stretch of a post that quotes another: lines from to to, below
// the line head that names whose words they are.
type quoteBlock struct {
	head, from, to int
	name           string
	article        string // the post quoted, "" where it is not on the page
}

// quotes finds the blocks of p that quote other posts. A block is as long as
// its lines stand in the post quoted; where that is not on the page, as far as
// the forum's own end mark, or the next empty line.
func (r *reader) quotes(in []bool, p post, names map[string]bool, done *readPosts) []quoteBlock {
	var out []quoteBlock
	for i := p.lo; i < p.hi; i++ {
		name, ok := r.quoteHead(i, names)
		if !ok {
			continue
		}
		q := quoteBlock{head: i, from: i + 1, to: i + 1, name: name}
		in[i] = false
		r.role[i] = block.PostHead
		if a, n := r.quotedPost(q, p, done); n > 0 {
			q.article, q.to = a.ID, i+1+n
		} else {
			q.to = r.quoteEnd(i+1, p.hi)
			if q.to >= p.hi { // nothing of the poster's own would be left
				q.to = min(i+2, p.hi)
			}
		}
		for k := q.from; k < q.to; k++ {
			if r.page.Classes[k] != thread.Foot {
				in[k] = true
			}
		}
		if q.to > q.from {
			out = append(out, q)
			i = q.to - 1
		}
	}
	return out
}

// quoteHead reads line i as the head of a quoted post: by its words, or as the
// name of one who wrote on this page and a colon.
func (r *reader) quoteHead(i int, names map[string]bool) (string, bool) {
	s := strings.Trim(r.ls[i].S, block.Space)
	if r.page.Classes[i] == thread.Quote {
		name, _ := thread.Quoted(s)
		return name, true
	}
	if n, ok := strings.CutSuffix(s, ":"); ok && names[strings.ToLower(n)] {
		return n, true
	}
	return "", false
}

// readPosts are the posts read so far, and their letters.
type readPosts struct {
	posts   []*stemma.Article
	letters []string
	by      map[string][]int
}

func (d *readPosts) add(a *stemma.Article) {
	if d.by == nil {
		d.by = map[string][]int{}
	}
	k := strings.ToLower(a.Author)
	d.by[k] = append(d.by[k], len(d.posts))
	d.posts = append(d.posts, a)
	d.letters = append(d.letters, letters(a.Text))
}

// The most earlier posts that are searched for a quotation.
const (
	searchSame = 200
	searchAny  = 60
)

// quotedPost finds the earlier post that the lines below a quote's head stand
// in, and how many lines they are: first among those of the name, then all.
func (r *reader) quotedPost(q quoteBlock, p post, done *readPosts) (best *stemma.Article, lines int) {
	try := func(k, least int) {
		n := 0
		for i := q.from; i < p.hi; i++ {
			l := letters(r.ls[i].S)
			if len(l) < least || !strings.Contains(done.letters[k], l) {
				break
			}
			n++
		}
		if n > lines {
			best, lines = done.posts[k], n
		}
	}
	same := done.by[strings.ToLower(q.name)]
	for i := len(same) - 1; i >= max(0, len(same)-searchSame); i-- {
		try(same[i], 1)
	}
	if lines == 0 {
		for k := len(done.posts) - 1; k >= max(0, len(done.posts)-searchAny); k-- {
			try(k, 24)
		}
	}
	return best, lines
}

// letters is s in small letters without anything else, to compare quotations.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// quoteEnd is the line after a quoted block that begins at line i: the mark some
// forums print below one, else one line.
func (r *reader) quoteEnd(i, hi int) int {
	for j := i; j < min(hi, i+30); j++ {
		if low := strings.ToLower(r.ls[j].S); low == "click to expand..." || low == "click to expand…" || low == "нажмите, чтобы раскрыть..." || low == "expandir..." || low == "zum vergrößern anklicken...." || low == "cliquez pour agrandir..." {
			return j
		}
		if _, ok := thread.Quoted(r.ls[j].S); ok && j > i {
			return j
		}
	}
	return min(i+1, hi)
}
