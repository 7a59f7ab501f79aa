package markup

import (
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/dump/when"
)

// authorMarks are classes of the element that names a post's author, best
// first in meaning: the first element found in the post is taken.
var authorMarks = set(`username author creator poster post-author postauthor post_author message-name user-name user_name username-coloured author-name user-info__name
	bigusername poster-name ipscomment_author lia-user-name-link lia-user-name nickname user name comment-author comment__author posted-by user-details user-link memberlink topic-author cauthor fn`)

// postHead reads the author, number and time of a post.
func (r *reader) postHead(a *stemma.Article, q *post) {
	n := &r.nodes[q.node]
	if v, ok := r.attrAt(q.node, keyAuthor); ok && v.len() > 0 {
		r.postField(a, "author", "attribute author", v, r.raw(v).S)
	}
	propAuthor := int32(-1)
	skip := int32(-1)
	for e := q.node; e < n.end; e++ {
		if e < skip {
			continue
		}
		if r.innerPost(q, e) || r.nodes[e].tag == tagBlockquote || r.isBody(q, e) {
			skip = r.nodes[e].end
			continue
		}
		prop, _ := r.attr(e, keyItemprop)
		if a.Author == "" {
			switch {
			case prop == "author" || prop == "creator":
				propAuthor = e
			case prop == "name" && propAuthor >= 0 && e < r.nodes[propAuthor].end:
				r.postName(a, e, "itemprop name")
			case r.hasMark(e, authorMarks):
				r.postName(a, e, "class")
			case r.nodes[e].tag == tagA && r.profileLink(e):
				r.postName(a, e, "profile link")
			}
			if v, ok := r.attrAt(e, keyAuthor); ok && a.Author == "" && v.len() > 0 {
				r.postField(a, "author", "attribute author", v, r.raw(v).S)
			}
		}
		r.postTime(a, e, prop)
		r.postNumber(a, e, prop)
	}
	if a.Author == "" && propAuthor >= 0 {
		r.postName(a, propAuthor, "itemprop author")
	}
	r.postLines(a, q)
}

func (r *reader) innerPost(q *post, e int32) bool {
	for _, k := range q.inner {
		if e == k {
			return true
		}
	}
	return false
}

func (r *reader) isBody(q *post, e int32) bool {
	for _, b := range q.bodies {
		if e == b && r.nodes[q.node].runs != r.nodes[b].runs {
			return true
		}
	}
	return false
}

// profileLink reports whether a link leads to a member's page.
func (r *reader) profileLink(e int32) bool {
	href, ok := r.attr(e, keyHref)
	if !ok {
		return false
	}
	for _, s := range []string{"/members/", "/member.php", "member.php?", "/user/", "/users/", "/u/", "/profile/", "action=profile", "memberlist.php?mode=viewprofile", "/author/", "/people/"} {
		if strings.Contains(href, s) {
			return true
		}
	}
	return false
}

func (r *reader) postName(a *stemma.Article, e int32, where string) {
	runs := r.nodes[e].runs
	if runs.len() == 0 || runs.len() > 12 {
		return
	}
	name := r.flat(runs)
	for i := runs.from; i < runs.to; i++ { // of an element with more in it, the first words
		if s := r.flat(span{i, i + 1}); s != "" && !strings.HasSuffix(s, ":") && !strings.EqualFold(s, "by") {
			if s != name && !strings.HasSuffix(strings.ToLower(name), " by "+strings.ToLower(s)) || runs.len() > 2 {
				name, runs = s, span{i, i + 1}
			}
			break
		}
	}
	if i := strings.IndexByte(name, '\n'); i > 0 {
		name = name[:i]
	}
	for _, w := range []string{"Posted by ", "posted by ", "By ", "by ", "Author: ", "Originally posted by ", "von ", "par "} {
		name = strings.TrimPrefix(name, w)
	}
	name = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(name, "@"), ":"))
	if name == "" || len(name) > 60 || len(strings.Fields(name)) > 5 {
		return
	}
	first, last := r.runs[runs.from].at, r.runs[runs.to-1].at
	r.postField(a, "author", where, span{first.from, last.to}, name)
}

// postField keeps a reading of the head of a post, the first as chosen.
func (r *reader) postField(a *stemma.Article, field, where string, at span, value string) {
	c := stemma.Candidate{Field: field, Value: strings.TrimSpace(value), Where: where}
	if at, ok := r.whole.RangeOf(int(at.from), int(at.to)); ok {
		c.Range = at
	}
	if field == "author" && a.Author == "" {
		a.Author, c.Chosen, c.Why = c.Value, true, "the first name in the post's head"
	}
	a.Candidates = append(a.Candidates, c)
}

func (r *reader) postTime(a *stemma.Article, e int32, prop string) {
	if a.Published != nil {
		return
	}
	take := func(at span, where string) bool {
		text := r.raw(at).S
		d, ok := dateOf(text, r.capture.At)
		if !ok {
			return false
		}
		a.Published = d
		c := stemma.Candidate{Field: "published", Value: text, Where: where, Chosen: true, Why: "the first time in the post's head"}
		if at, ok := r.whole.RangeOf(int(at.from), int(at.to)); ok {
			c.Range = at
		}
		a.Candidates = append(a.Candidates, c)
		return true
	}
	if prop == "dateModified" {
		return
	}
	for _, k := range []key{keyDatetime, keyTimestamp, keyContent, keyTitle} {
		if v, ok := r.attrAt(e, k); ok && v.len() >= 8 && (k != keyContent || strings.HasPrefix(prop, "date")) && (k != keyTitle || r.nodes[e].tag != tagA || r.nodes[e].runs.len() <= 3) {
			if take(v, "attribute") {
				return
			}
		}
	}
}

func (r *reader) postNumber(a *stemma.Article, e int32, prop string) {
	if a.Number != 0 {
		return
	}
	runs := r.nodes[e].runs
	text := ""
	switch {
	case prop == "position":
		if v, ok := r.attr(e, keyContent); ok {
			text = "#" + v
		} else if runs.len() == 1 {
			text = "#" + strings.TrimSpace(r.flat(runs))
		}
	case r.nodes[e].tag == tagA && runs.len() >= 1 && runs.len() <= 3:
		text = strings.TrimSpace(r.flat(runs))
	default:
		if v, ok := r.attr(e, keyNumber); ok {
			text = "#" + v
		}
	}
	a.Number = number(text)
}

// number is the number of a post as pages print it: "#12", "Reply #12", 0 for
// none.
func number(s string) int {
	i := strings.LastIndexByte(s, '#')
	if i < 0 || i > 12 || len(s) > 24 {
		return 0
	}
	v, n := digits(strings.ReplaceAll(s[i+1:], ",", ""), 7)
	if n == 0 {
		return 0
	}
	return v
}

// postLines reads what a post's head prints without a mark of its own.
func (r *reader) postLines(a *stemma.Article, q *post) {
	at := r.nodes[q.node].blocks
	for i := at.from; i < at.to && int(i) < int(at.from)+14; i++ {
		if len(q.blocks) > 0 && int(i) >= q.blocks[0] {
			break
		}
		text := string(r.of(&r.blocks[i]))
		if len(text) > 200 {
			continue
		}
		if a.Number == 0 {
			for _, w := range strings.Fields(text) {
				if n := number(w); n > 0 && w[0] == '#' {
					a.Number = n
					break
				}
			}
		}
		if a.Published == nil {
			for _, st := range when.Find(text) {
				if st.Whole() {
					if d, ok := dateOf(text[st.Start:st.End], r.capture.At); ok {
						a.Published = d
						first, last := r.runs[r.blocks[i].runs.from].at, r.runs[r.blocks[i].runs.to-1].at
						r.postField(a, "published", "line", span{first.from, last.to}, text[st.Start:st.End])
					}
					break
				}
			}
		}
	}
}

// quoted finds the blocks a post quotes and the post they are from.
func (r *reader) quoted(a *stemma.Article, q *post, before []stemma.Article) {
	par := 0
	for _, i := range q.blocks {
		if par >= len(a.Paragraphs) {
			break
		}
		if r.quoteOf(r.blocks[i].node, q.node) >= 0 {
			s := a.Paragraphs[par]
			words := strings.TrimSpace(a.Text[s.Start:s.End])
			if k := quotedFrom(words, before); k >= 0 && len(words) > 15 {
				a.RepliesTo = stemma.Ref(before[k].ID)
				a.Holds = append(a.Holds, stemma.Held{Article: before[k].ID, Span: s})
			}
		}
		par++
	}
}

// quoteOf is the element around n, within the post at top, that quotes.
func (r *reader) quoteOf(n, top int32) int32 {
	for ; n > top; n = r.nodes[n].parent {
		if r.nodes[n].tag == tagBlockquote {
			return n
		}
		if c, ok := r.attr(n, keyClass); ok && strings.Contains(strings.ToLower(c), "quote") {
			return n
		}
	}
	return -1
}

// quotedFrom is the last post before whose text holds words, -1 if none does.
func quotedFrom(words string, before []stemma.Article) int {
	for k := len(before) - 1; k >= 0; k-- {
		if strings.Contains(before[k].Text, words) {
			return k
		}
	}
	return -1
}
