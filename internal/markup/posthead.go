package markup

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/dump/when"
)

// authorMarks are classes of the element that names a post's author, best
// first in meaning: the first element found in the post is taken.
var authorMarks = set(`username author creator poster post-author postauthor post_author message-name user-name user_name username-coloured author-name user-info__name
	bigusername poster-name ipscomment_author lia-user-name-link lia-user-name nickname user name comment-author comment-user comment__author posted-by user-details user-link messagecard__user-info__name memberlink topic-author cauthor fn from_name`)

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
		if r.editorsCard(q, e) {
			skip = r.nodes[e].end
			continue
		}
		if t := r.nodes[e].tag; (t == tagTime || t == tagA) && r.ofLast(r.nodes[e].blocks.from) {
			continue
		}
		prop, _ := r.attr(e, keyItemprop)
		switch {
		case prop == "author" || prop == "creator":
			first(&propAuthor, e)
		case prop == "name" && propAuthor >= 0 && e < r.nodes[propAuthor].end:
			first(&name, e)
		}
		if mark < 0 && r.hasMark(e, authorMarks) && r.named(e) {
			mark = e
		}
		if link < 0 && r.nodes[e].tag == tagA && r.profileLink(e) && r.named(e) {
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

// opener reads the author of the first post, where it is printed above it: the
// nearest name of a member before the post in the elements around.
func (r *reader) opener(a *stemma.Article, q *post) {
	const near = 6 // elements around
	e := r.nodes[q.node].parent
	for d := 0; d < near && e > 0 && a.Author == ""; d, e = d+1, r.nodes[e].parent {
		for n := q.node - 1; n > e && a.Author == ""; n-- {
			if r.namesMember(n, n+1) && r.named(n) && !r.ofLast(r.nodes[n].blocks.from) {
				r.postName(a, n, "above the post")
			}
		}
	}
}

// named reports whether element e has more words than the letter that stands for
// a member without a picture.
func (r *reader) named(e int32) bool {
	runs := r.nodes[e].runs
	return runs.len() > 3 || runs.len() > 0 && utf8.RuneCountInString(r.flat(runs)) > 1
}

// editorsCard reports whether element e of a post, none of its words, names who
// changed it, and when: "edited Feb 12, 2011 at 21:50 lark".
func (r *reader) editorsCard(q *post, e int32) bool {
	at := r.nodes[e].blocks
	if at.len() < 2 || at.len() > 8 || !r.saysEdited(at.from) || !r.namesMember(e, r.nodes[e].end) {
		return false
	}
	times := 0
	for i := at.from; i < at.to; i++ {
		if r.stamp(int(i)) {
			times++
		}
	}
	return times == 1 && !slices.ContainsFunc(q.bodies, func(b int32) bool { return b >= e && b < r.nodes[e].end })
}

// lastWords stand on the line above a thread that says who posted last, and when.
var lastWords = []string{"last post", "latest post", "last reply", "latest reply", "letzter beitrag", "letzte antwort", "dernier message", "dernière réponse", "último mensaje", "última respuesta", "ultimo messaggio", "laatste bericht", "последнее сообщение"}

// ofLast reports whether block i is such a line: "17 posts, last post by lark Jan
// 8, 2026".
func (r *reader) ofLast(i int32) bool {
	return int(i) < len(r.blocks) && r.blocks[i].text.len() < 150 && namesAny(strings.ToLower(string(r.of(&r.blocks[i]))), lastWords)
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
	if v, ok := r.attrAt(e, keyContent); ok && r.nodes[e].tag == tagMeta {
		r.postField(a, "author", where, v, r.raw(v).S)
	}
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
	if name == "" || len(name) > 60 || len(strings.Fields(name)) > 5 || isDate(name) {
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
		if len(text) > 200 || r.ofLast(i) {
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
