package markup

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/dump/when"
)

// authorMarks are classes of the element that names a post's author, best
// first in meaning: the first element found in the post is taken.
var authorMarks = set(`username author creator poster post-author postauthor post_author message-name user-name user_name username-coloured author-name user-info__name
	bigusername poster-name ipscomment_author lia-user-name-link lia-user-name nickname user name comment-author comment-user comment__author posted-by user-details user-link messagecard__user-info__name memberlink topic-author cauthor fn`)

// postHead reads the author, number and time of a post.
func (r *reader) postHead(a *stemma.Article, q *post) {
	n := &r.nodes[q.node]
	if v, ok := r.attrAt(q.node, keyAuthor); ok && v.len() > 0 {
		r.postField(a, "author", "attribute author", v, r.raw(v).S)
	}
	propAuthor, name, mark, link, beside := int32(-1), int32(-1), int32(-1), int32(-1), int32(-1)
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
		switch {
		case prop == "author" || prop == "creator":
			first(&propAuthor, e)
		case prop == "name" && propAuthor >= 0 && e < r.nodes[propAuthor].end:
			first(&name, e)
		}
		if mark < 0 && r.hasMark(e, authorMarks) && r.nodes[e].runs.len() > 0 {
			mark = e
		}
		if link < 0 && r.nodes[e].tag == tagA && r.nodes[e].runs.len() > 0 && r.profileLink(e) {
			link = e
		}
		if beside < 0 && r.nodes[e].tag == tagA && r.besideTime(e) && r.stamp(int(r.nodes[e].blocks.from)) {
			beside = e
		}
		if v, ok := r.attrAt(e, keyAuthor); ok && a.Author == "" && v.len() > 0 {
			r.postField(a, "author", "attribute author", v, r.raw(v).S)
		}
		r.postTime(a, q, e, prop)
		r.postNumber(a, e, prop)
	}
	for _, x := range []struct {
		node  int32
		where string
	}{{name, "itemprop name"}, {mark, "class"}, {link, "profile link"}, {propAuthor, "itemprop author"}, {beside, "link beside the time"}} {
		if x.node >= 0 && a.Author == "" {
			r.postName(a, x.node, x.where)
		}
	}
	r.postLines(a, q)
}

// first sets n to e where it is not set.
func first(n *int32, e int32) {
	if *n < 0 {
		*n = e
	}
}

func (r *reader) innerPost(q *post, e int32) bool {
	_, ok := slices.BinarySearch(q.inner, e)
	return ok
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
	for _, s := range []string{"/members/", "/member.php", "member.php?", "/user/", "/users/", "/u/", "/profile/", "action=profile", "memberlist.php?mode=viewprofile", "/author/", "/people/", "/user-", "/by/"} {
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

func (r *reader) postTime(a *stemma.Article, q *post, e int32, prop string) {
	own := prop == "datePublished" || prop == "dateCreated" // not of the last answer
	if a.Published != nil && (!own || q.dated) {
		return
	}
	take := func(at span, where string) bool {
		text := r.raw(at).S
		d, ok := dateOf(text, r.capture.At)
		if !ok {
			return false
		}
		a.Published, q.dated = d, own
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
		r.boldName(a, i)
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
				if joined(text[:st.Start]) {
					continue
				}
				if st.Whole() || st.Ago && r.capture.At != nil {
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

// boldName takes for the author of a post without a better sign of one the
// first line in bold beside its words, where it is short.
func (r *reader) boldName(a *stemma.Article, i int32) {
	b := &r.blocks[i]
	if n := b.text.len(); a.Author == "" && n > 1 && n <= 30 && int(b.bold) >= n && !strings.ContainsAny(string(r.of(b)), ":,?!\n") {
		r.postName(a, b.node, "first line in bold")
	}
}

// joined reports whether what stands before a date says that it is the day on
// which a member joined: "Posts: 12 Joined: 3 May 2002".
func joined(before string) bool {
	before = strings.ToLower(before[max(0, len(before)-24):])
	return namesAny(before, []string{"joined", "join date", "member since", "registered", "dabei seit", "registriert", "mitglied seit", "inscrit", "inscription", "miembro desde", "registrado", "iscritto", "регистрация", "dołączył"})
}
