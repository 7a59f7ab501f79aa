package markup

import (
	"slices"
	"strconv"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// commentTexts are classes of the element of a comment's words alone.
var commentTexts = set(`comment-copy comment-content comment-text comment-body comment_body comment__body comment__content commentbody commenttext`)

// comments are the comments printed under a post of a page of questions and
// answers: posts within it and in reply to it, none of whose words are its own.
// posts are the elements of posts that are read as such.
func (r *reader) comments(on *stemma.Article, q *post, posts []int32) []stemma.Article {
	var out []stemma.Article
	var open []int32 // the elements of comments around n, and beside them their places in out
	var at []int
	end := r.nodes[q.node].end
	for n := q.node + 1; n < end; {
		if _, posted := slices.BinarySearch(posts, n); posted {
			n = r.nodes[n].end
			continue
		}
		data := r.dataComment(n)
		if r.nodes[n].runs.len() == 0 || !data && (!r.hasMark(n, commentMarks) || !r.amongComments(n, q.node)) {
			n++
			continue
		}
		for len(open) > 0 && n >= r.nodes[open[len(open)-1]].end {
			open, at = open[:len(open)-1], at[:len(at)-1]
		}
		if words := r.commentWords(n); words >= 0 {
			text := r.page.words(r.nodes[words].runs, maxPieces(len(r.src))).Through(r.whole)
			if a, ok := r.comment(on, &post{node: n, bodies: []int32{words}}, []block.Text{text}, len(out)+1); ok {
				if len(open) > 0 {
					a.RepliesTo = stemma.Ref(out[at[len(at)-1]].ID)
				}
				open, at = append(open, n), append(at, len(out))
				out = append(out, a)
			}
		}
		if data {
			n++ // answers to a comment stand in it
		} else {
			n = r.nodes[n].end
		}
	}
	return out
}

// dataComment reports whether the properties of element n call it a comment on a
// question or an answer, or on such a comment.
func (r *reader) dataComment(n int32) bool {
	if prop, _ := r.attr(n, keyItemprop); prop != "comment" {
		return false
	}
	for e := r.nodes[n].parent; e >= 0; e = r.nodes[e].parent {
		if t, ok := r.attr(e, keyItemtype); ok && !strings.HasSuffix(t, "/Comment") {
			return strings.HasSuffix(t, "/Question") || strings.HasSuffix(t, "/Answer")
		}
	}
	return false
}

// amongComments reports whether element n stands, within the post at top, in one
// whose class says that comments follow.
func (r *reader) amongComments(n, top int32) bool {
	for n = r.nodes[n].parent; n > top; n = r.nodes[n].parent {
		if c, ok := r.attr(n, keyClass); ok && len(c) < 300 && strings.Contains(strings.ToLower(c), "comments") {
			return true
		}
	}
	return false
}

// commentWords is the element of the words of the comment at n: that of their
// property, else the innermost of the first that are marked, -1 where none is.
func (r *reader) commentWords(n int32) int32 {
	words := int32(-1)
	for e := n + 1; e < r.nodes[n].end; e++ {
		if prop, _ := r.attr(e, keyItemprop); prop == "text" && r.nodes[e].runs.len() > 0 {
			return e
		}
		if r.hasMark(e, commentTexts) && r.nodes[e].runs.len() > 0 && (words < 0 || e < r.nodes[words].end) {
			words = e
		}
	}
	return words
}

// comment reads the comment q of these words, the k-th under a post or article.
func (r *reader) comment(on *stemma.Article, q *post, words []block.Text, k int) (stemma.Article, bool) {
	a := stemma.Article{Kind: stemma.KindPost, Outlet: on.Outlet, Canonical: on.Canonical, Lang: on.Lang, Section: on.Section}
	a.Slot = on.Slot + "/" + strconv.Itoa(k)
	a.ID = stemma.NewArticleID(r.capture.ID, a.Slot)
	a.Within, a.RepliesTo = stemma.Ref(on.ID), stemma.Ref(on.ID)
	a.By.Rule, a.Sure = "posts: comment", 0.7
	block.Compose(&a, words)
	if a.Text == "" {
		return a, false
	}
	if q.name > 0 {
		r.postName(&a, q.name, "above its words")
	}
	r.postHead(&a, q)
	return a, true
}
