package dump

import (
	"slices"
	"strconv"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/thread"
)

// longQuestion is the most words a question above the first head has, where
// the heads are much alike.
const longQuestion = 150

// post is a head and the lines lo to hi of what it is the head of.
type post struct {
	head   thread.Head
	lo, hi int
	author string
	// from is where a message is sent on from, "" of one's own.
	from string
}

// thread returns the posts of the page, none where it is no thread: heads with
// words below them, which hold most of what reads as text.
func (r *reader) thread() []post {
	ps := r.posts(r.page.Heads)
	if len(ps) == 0 {
		return nil
	}
	inside, outside, numbered, profiled := 0, 0, 0, false
	for i := range r.ls {
		if r.chance[i] > cut {
			if i < min(ps[0].lo, ps[0].head.First) {
				outside += r.ls[i].Words
			} else {
				inside += r.ls[i].Words
			}
		}
	}
	for _, p := range ps {
		if p.head.NumberLine >= 0 {
			numbered++
		}
		for i := p.head.First; i < p.head.Last; i++ {
			profiled = profiled || r.page.Classes[i] == thread.Label || r.page.Classes[i] == thread.Avatar
		}
	}
	switch {
	case numbered >= 2 && inside > outside, numbered == 1 && profiled && inside > 2*outside:
	case len(ps) >= 2 && inside > 2*outside && signed(ps):
	case r.regular && inside > outside && outside <= longQuestion && signed(ps) && r.profiled(ps):
	default:
		return nil
	}
	return ps
}

// posts pairs heads with what they are heads of; a head with nothing below it
// falls to the next.
func (r *reader) posts(heads []thread.Head) []post {
	after := 0
	for _, h := range heads {
		if h.After {
			after++
		}
	}
	alone := map[string]bool{} // lines of heads, to tell ranks before names
	for _, h := range heads {
		for i := h.First; i < h.Last; i++ {
			if i != h.AuthorLine && r.page.Classes[i] != thread.Value {
				alone[r.ls[i].S] = true
			}
		}
	}
	var out []post
	below := after >= 2 || after == 1 && len(heads) <= 2 // heads stand below their posts
	from := r.question(heads)
	if ps := r.signedOff(heads); len(ps) > 0 && !below {
		r.regular = false
		return ps
	}
	for k, h := range heads {
		p := post{head: h}
		if below {
			if !h.After {
				r.remarked(h)
				continue
			}
			p.lo, p.hi = from, h.First
			from = h.Last
			p.author = r.signedBelow(&p.head)
			from = max(from, p.head.AuthorLine+1)
		} else {
			p.lo, p.hi = h.Last, len(r.ls)
			if k+1 < len(heads) {
				p.hi = heads[k+1].First
			}
			if h.StampLine >= h.Last {
				p.hi = h.StampLine
			}
			if p.author = r.author(h, alone, heads); p.author == "" {
				p.author = r.guest(&p.head)
			}
		}
		if !h.End {
			out = append(out, p)
		}
	}
	if r.regular = false; !below {
		out = r.beat(out)
	}
	ps := out[:0]
	for _, p := range out {
		if r.worded(p, len(ps)) {
			ps = append(ps, p)
		}
	}
	return ps
}

// worded reports whether p, above which k posts stand, has words: a line that
// reads as text, or one where heads like its own leave no other place for words.
func (r *reader) worded(p post, k int) bool {
	if r.reads(p) || r.framed(p) {
		return true
	}
	if p.author == "" || p.hi <= p.lo {
		return false
	}
	if p.head.NumberLine < 0 { // heads alike stand above it: its last words are not less a post's
		return p.head.StampLine >= 0 && k > 1 && r.answers(p)
	}
	if r.page.Classes[p.lo] == thread.Foot {
		return false
	}
	l := &r.ls[p.lo]
	return p.hi < len(r.ls) || p.head.Number == 0 && k > 1 && r.answers(p) || p.head.Number > 0 && l.Gap < 2 && l.Ends && l.Words >= 4 && !body.Furniture(l.S)
}

// answers reports whether a sentence stands right below the head of p.
func (r *reader) answers(p post) bool {
	for i := p.lo; i < min(p.hi, p.lo+12); i++ {
		if l := &r.ls[i]; r.page.Classes[i] != thread.Foot {
			return l.Ends && l.Words >= 4 && l.Gap < 2 && !body.Furniture(l.S)
		}
	}
	return false
}

// readThread reads each post, with what it quotes and holds.
func (r *reader) readThread(ps []post) {
	names := map[string]bool{}
	for _, p := range ps {
		if p.author != "" {
			names[strings.ToLower(p.author)] = true
		}
	}
	t := r.threadTitle(ps[0])
	r.threadName = strings.TrimPrefix(strings.TrimPrefix(t.value, "Thread: "), "Topic: ")
	for _, p := range ps {
		if name, ok := strings.CutPrefix(r.ls[min(p.lo, len(r.ls)-1)].S, "Re: "); ok {
			r.threadName = name
			break
		}
	}
	r.recurs, r.foot = r.recurring(ps, folded), r.feet(ps)
	r.signatures(ps)
	count := r.unnumbered(ps)
	var done readPosts
	days := r.postDays(ps)
	in := make([]bool, len(r.ls))
	for k, p := range ps {
		last := k == len(ps)-1 && p.hi == len(r.ls)
		for i := p.head.First; i < p.head.Last; i++ {
			r.role[i] = block.PostHead
		}
		a := r.article(stemma.KindPost, strconv.Itoa(k+1), "dump: post", 0.8)
		a.Author, a.Number = p.author, p.head.Number
		if p.head.AuthorLine >= 0 {
			l := &r.ls[p.head.AuthorLine]
			at := max(0, strings.Index(l.S, p.author))
			r.candidate(a, "author", p.author, "line", l.Start+at, l.Start+at+len(p.author), true, "stands in the head of the post")
		}
		if p.head.NumberLine >= 0 && p.head.Number > 0 {
			l := &r.ls[p.head.NumberLine]
			r.candidate(a, "number", strconv.Itoa(p.head.Number), "line", l.Start, l.End, true, "stands in the head of the post")
		}
		if count && a.Number == 0 {
			a.Number = k + 1
			r.candidate(a, "number", strconv.Itoa(k+1), "order", 0, 0, true, "the page prints no numbers; its place among the posts")
		}
		r.posted(a, days[k])
		if k == 0 && t.line >= 0 && len(r.out) == 0 {
			r.title(a, t)
		}
		r.cards(p)
		held := r.compose(a, in, p, last, names, &done)
		if a.Text == "" {
			continue
		}
		if same := done.by[strings.ToLower(p.head.To)]; p.head.To != "" && a.RepliesTo == "" && len(same) > 0 {
			a.RepliesTo = stemma.Ref(done.posts[same[len(same)-1]].ID)
		}
		a.Lang = languageOf(a.Text)
		done.add(a)
		r.out = append(r.out, *a)
		r.out = append(r.out, held...)
	}
}

// compose chooses the lines of p, composes a's text of them, and returns the
// articles that a holds.
func (r *reader) compose(a *stemma.Article, in []bool, p post, last bool, names map[string]bool, done *readPosts) []stemma.Article {
	r.chooseLines(in, p, last)
	r.dropPreviews(in, p.lo, p.hi)
	r.rescueCapitals(in, p.lo, p.hi)
	qs := r.quotes(in, p, names, done)
	h := r.repost(in, p, qs, done)
	if h == nil && p.from != "" {
		h = sentOn(p.lo, p.hi)
	}
	for i := p.lo; i < p.hi; i++ {
		s := r.ls[i].S
		switch {
		case isRelated(s) && r.ls[i].Words < 40:
			in[i] = false
			r.role[i] = block.Related
		case in[i] && isNotice(s):
			in[i] = false
			if h == nil || i < h.first || i > h.end {
				r.notice(a, i)
			}
		case in[i] && body.Furniture(s) && r.ls[i].Words <= 6:
			in[i] = false
		}
	}
	var nested *stemma.Article
	if h != nil {
		nested = r.holdArticle(a, in, h)
	}
	var lines []int
	for i := p.lo; i < p.hi; i++ {
		if in[i] {
			lines = append(lines, i)
			if i+1 < p.hi && in[i+1] && r.dropCapital(i) {
				i++
			}
		}
	}
	block.Compose(a, r.paragraphs(in, p.lo, p.hi))
	if len(a.Paragraphs) != len(lines) {
		return nil
	}
	span := func(from, to int) (stemma.Span, bool) { // the text of lines from to to
		i, _ := slices.BinarySearch(lines, from)
		j, _ := slices.BinarySearch(lines, to)
		if i >= j {
			return stemma.Span{}, false
		}
		return stemma.Span{Start: a.Paragraphs[i].Start, End: a.Paragraphs[j-1].End}, true
	}
	var out []stemma.Article
	for _, q := range qs {
		s, ok := span(q.from, q.to)
		if !ok {
			continue
		}
		id := q.article
		if id == "" {
			n := r.article(stemma.KindPost, a.Slot+"/"+strconv.Itoa(len(out)+1), "dump: quoted post", 0.6)
			n.Within, n.Author = stemma.Ref(a.ID), q.name
			block.Compose(n, r.paragraphs(in, q.from, q.to))
			l := &r.ls[q.head]
			r.candidate(n, "author", q.name, "line", l.Start, l.End, true, "said to be whose words follow")
			out = append(out, *n)
			id = n.ID
		}
		if a.RepliesTo == "" {
			a.RepliesTo = stemma.Ref(id)
		}
		a.Holds = append(a.Holds, stemma.Held{Article: id, Span: s})
	}
	if nested != nil {
		if s, ok := span(h.first, h.end); ok {
			nested.Slot = a.Slot + "/" + strconv.Itoa(len(out)+1)
			nested.ID = stemma.NewArticleID(r.c.ID, nested.Slot)
			if p.from != "" {
				nested.Outlet = p.from
			}
			a.Holds = append(a.Holds, stemma.Held{Article: nested.ID, Span: s})
			out = append(out, *nested)
		}
	}
	return out
}
