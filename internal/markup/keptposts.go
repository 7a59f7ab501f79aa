package markup

import (
	"slices"
	"strconv"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// schemaKinds are the types that schema.org has for posts.
var schemaKinds = set("DiscussionForumPosting SocialMediaPosting Question Answer Comment")

// schemaThread reports whether the data call something a post of a forum or a
// question.
func schemaThread(all []kept) bool {
	return slices.ContainsFunc(all, func(k kept) bool { return k.kind == "DiscussionForumPosting" || k.kind == "Question" })
}

// keptPosts are the posts that the page's data hold: of the kinds of objects
// that have a text and an author, a time or a number, the kind with most words;
// before them the one with the page's title, where the program keeps the opening
// of a thread apart.
func (r *reader) keptPosts(all []kept) []stemma.Article {
	type group struct {
		posts []*kept
		size  int
	}
	groups := map[string]*group{}
	var order []string
	for i := range all {
		k := &all[i]
		key := strconv.Itoa(int(k.nth)) + " " + k.key
		if schemaKinds[k.kind] {
			key = strconv.Itoa(int(k.nth)) + " schema.org"
		} else if !k.author && !k.number {
			continue
		}
		if !k.author && !k.date && !k.number {
			continue
		}
		g := groups[key]
		if g == nil {
			g = &group{}
			groups[key] = g
			order = append(order, key)
		}
		g.posts = append(g.posts, k)
		g.size += int(k.size)
	}
	var best *group
	for _, key := range order {
		if g := groups[key]; best == nil || g.size > best.size {
			best = g
		}
	}
	if best == nil {
		return nil
	}
	return r.keptThread(best.posts)
}

// keptThread makes articles of posts.
func (r *reader) keptThread(posts []*kept) []stemma.Article {
	var page stemma.Article
	r.metadata(&page)
	var out []stemma.Article
	slots, seen := map[string]bool{}, map[string]int{}
	for _, k := range posts {
		if len(out) >= maxPosts(len(r.src)) {
			break
		}
		a := stemma.Article{Kind: stemma.KindPost, Outlet: page.Outlet, Canonical: page.Canonical, Lang: r.about.lang, Section: page.Section}
		a.By.Rule, a.Sure = "posts: script data", 0.6
		m := membersOf(k.v)
		a.Slot = k.store.word(m.id()).S
		if a.Slot == "" || len(a.Slot) > 40 || a.Slot == "main" || !strings.ContainsAny(a.Slot, "0123456789") || slots[a.Slot] {
			a.Slot = strconv.Itoa(len(out) + 1)
		}
		if slots[a.Slot] {
			continue
		}
		slots[a.Slot] = true
		r.keptText(&a, k.store, m, out)
		if a.Text == "" {
			continue
		}
		a.ID = stemma.NewArticleID(r.capture.ID, a.Slot)
		r.keptHead(&a, k.store, m)
		if len(out) == 0 {
			a.Title = page.Title
			a.Candidates = append(a.Candidates, page.Candidates...)
			if a.Published == nil {
				a.Published = page.Published
			}
		}
		if !twice(seen, out, &a) {
			out = append(out, a)
		}
	}
	return out
}

// keptText fills the text of a post. What it quotes of an earlier one it holds;
// quotations of posts that the page does not have are left out.
func (r *reader) keptText(a *stemma.Article, s *store, m members, before []stemma.Article) {
	var texts []block.Text
	var from []int
	parts, _, _ := s.prose(m)
	for _, one := range parts {
		var b block.Builder
		for _, v := range one {
			b.Append(s.str(v))
		}
		for _, p := range paragraphsOf(b.Text(), 0) {
			of := -1
			if p.quote {
				if len(p.S) > 15 {
					of = r.quotedFrom(p.S, before)
				}
				if of < 0 && len(before) > 0 {
					continue
				}
			}
			texts, from = append(texts, p.Text), append(from, of)
		}
	}
	block.Compose(a, texts)
	if len(a.Paragraphs) != len(from) {
		return
	}
	for i, of := range from {
		if of >= 0 {
			a.RepliesTo = stemma.Ref(before[of].ID)
			a.Holds = append(a.Holds, stemma.Held{Article: before[of].ID, Span: a.Paragraphs[i]})
		}
	}
}

// keptHead fills who wrote a post, when, and its number.
func (r *reader) keptHead(a *stemma.Article, s *store, m members) {
	field := func(name string, t block.Text, why string) {
		c := stemma.Candidate{Field: name, Value: t.S, Where: "script data", Chosen: true, Why: why}
		if at, ok := t.Range(); ok {
			c.Range = at
		}
		a.Candidates = append(a.Candidates, c)
	}
	author, _ := m.first(authorKeys)
	if t := s.word(author); t.S != "" && len(t.S) < 80 && strings.Trim(t.S, "0123456789") != "" {
		a.Author = t.S
		field("author", t, "the post's own data")
	}
	date, _ := m.first(timeKeys)
	if t := s.word(date); t.S != "" && len(t.S) < 80 {
		if d, ok := dateOf(t.S, r.capture.At); ok {
			a.Published = d
			field("published", t, "the post's own data")
		}
	}
	if v, n := digits(s.word(m.number()).S, 7); n > 0 {
		a.Number = v
	}
}
