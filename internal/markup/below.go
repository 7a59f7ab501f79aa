package markup

import (
	"slices"
	"strings"
	"unicode"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// below finds the comments printed below an article, whatever program prints them:
// within the first element behind the text that calls itself comments, what follows
// each name of a reader up to the next. What the body has of them leaves it.
func (r *reader) below() []*post {
	box := r.commentBox()
	if box < 0 {
		return nil
	}
	names := r.readers(box, func(e int32) bool { return r.hasMark(e, authorMarks) || r.nodes[e].tag == tagCite })
	if names == nil {
		names = r.readers(box, r.profileLink)
	}
	var out []*post
	var taken []int
	for k, e := range names {
		end := r.nodes[box].blocks.to
		if k+1 < len(names) {
			end = r.nodes[names[k+1]].blocks.from
		}
		if q := r.replyOf(e, box, int(end)); q != nil && len(out) < maxPosts(len(r.src)) {
			for _, up := range out {
				if q.node > up.node && q.node < r.nodes[up.node].end {
					up.inner = append(up.inner, q.node)
				}
			}
			out = append(out, q)
			taken = append(taken, q.blocks...)
		}
	}
	at := r.nodes[box].blocks
	if !r.manyDated(at) {
		at = span{}
	}
	r.body = slices.DeleteFunc(r.body, func(i int) bool { return slices.Contains(taken, i) || i >= int(at.from) && i < int(at.to) })
	return out
}

// manyDated reports whether three of the blocks at print a day, as comments do.
func (r *reader) manyDated(at span) bool {
	n := 0
	for i := at.from; i < at.to && n < 3; i++ {
		if r.stamp(int(i)) {
			n++
		}
	}
	return n == 3
}

// commentBox is the first element behind the first paragraph of the body that calls
// itself comments, -1 where none does.
func (r *reader) commentBox() int32 {
	for e := range r.nodes {
		if n := &r.nodes[e]; r.first < 0 || int(n.blocks.from) <= r.first || n.blocks.len() < 2 {
			continue
		}
		for _, k := range []key{keyID, keyClass} {
			if v, _ := r.attr(int32(e), k); v != "" && len(v) < 200 && namesAny(strings.ToLower(v), []string{"comments", "commentlist", "comment-list", "comment-wrapper", "disqus"}) {
				return int32(e)
			}
		}
	}
	return -1
}

// readers are the elements in box that name who wrote a comment.
func (r *reader) readers(box int32, is func(int32) bool) []int32 {
	var out []int32
	for e := box + 1; e < r.nodes[box].end; e++ {
		if r.nodes[e].tag == tagForm {
			e = r.nodes[e].end - 1
		} else if r.named(e) && is(e) {
			out = append(out, e)
			e = r.nodes[e].end - 1
		}
	}
	return out
}

// replyOf is the comment of the reader named at element e, within box: the nearest
// element around with words behind the name, up to block end, where the next name
// stands; nil where there are none.
func (r *reader) replyOf(e, box int32, end int) *post {
	const lead = 2 // blocks before the name: a number, the letter for a picture
	from := int(r.nodes[e].blocks.from)
	begins := func(n int32) bool { return n > box && int(r.nodes[n].blocks.from) >= from-lead }
	for n := r.nodes[e].parent; begins(n); n = r.nodes[n].parent {
		at := span{int32(from), min(int32(end), r.nodes[n].blocks.to)}
		words := r.commentWords(n)
		if words >= 0 && r.nodes[words].blocks.from >= at.from && r.nodes[words].blocks.to <= at.to {
			at = r.nodes[words].blocks
		} else {
			words = -1
		}
		q := &post{node: n, name: e}
		for i := at.from; i < at.to; i++ {
			if b := &r.blocks[i]; words >= 0 && (b.text.len() > 20 || b.linked == 0) || words < 0 && !r.besideWords(int(i), e) {
				q.blocks = append(q.blocks, int(i))
			}
		}
		if len(q.blocks) == 0 {
			continue
		}
		if up := r.nodes[n].parent; begins(up) && r.nodes[up].tag == tagLI { // replies stand in it
			q.node = up
		}
		return q
	}
	return nil
}

// besideWords reports whether block i of a comment is a line of its program: the
// name at element e, a time, links, buttons.
func (r *reader) besideWords(i int, e int32) bool {
	b := &r.blocks[i]
	t := strings.Trim(string(r.of(b)), block.Space)
	if strings.IndexFunc(t, unicode.IsLetter) < 0 || int(b.linked)*2 > b.text.len() || r.within(b.node, tagButton, tagForm) || r.stamp(i) && len(t) < 80 || r.nodes[e].runs.from < b.runs.to && r.nodes[e].runs.to > b.runs.from {
		return true
	}
	_, _, said, _ := r.feats.wordScores([]byte(t), r.feats.stats[i].words)
	return len(t) < 60 && !sentence(t) && said < -0.3
}

// commented are the comments found below an article as posts in it.
func (r *reader) commented(on *stemma.Article, below []*post) []stemma.Article {
	var out []stemma.Article
	var made []*post
	for k, q := range below {
		a, ok := r.comment(on, q, r.paragraphs(q.blocks), k+1)
		if !ok || a.Author == "" && a.Published == nil || len(strings.Fields(a.Text)) < 2 { // "6709", "2mo"
			continue
		}
		if a.Number == 0 {
			a.Number = k + 1
		}
		for j, up := range made { // the innermost it stands in is the last
			if slices.Contains(up.inner, q.node) {
				a.RepliesTo = stemma.Ref(out[j].ID)
			}
		}
		out, made = append(out, a), append(made, q)
	}
	return out
}
