package markup

import (
	"slices"
	"strconv"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// post is a post of a thread while it is read.
type post struct {
	node   int32
	name   int32   // the element that names who wrote it, where it was found by that
	inner  []int32 // posts that stand within it: replies
	bodies []int32 // the elements that hold its words
	nested bool    // a comment on another post, not a post of the thread
	blocks []int
	quotes []int // blocks of other posts that it quotes, left out
	dated  bool  // a property of its own says when it was posted
	beside int   // bytes of body in it that are none of its words: its author's signature
}

// posts finds the posts of a thread, in page order; none on a page that is
// not one.
func (r *reader) posts() []*post {
	if !r.isThread() {
		return r.unsaid()
	}
	if posts := r.postsAt(r.postNodes(), 0.5); len(posts) > 0 {
		return posts
	}
	if posts := r.postsAt(r.byBodies(), 0.6); len(posts) > 0 {
		return posts
	}
	return r.byKinds(false)
}

// unsaid finds the posts of a page of which nothing says that it is a thread;
// of one that calls itself an article, three or more.
func (r *reader) unsaid() []*post {
	stories := false
	for _, k := range r.about.kinds {
		stories = stories || strings.HasSuffix(k, "Article") || strings.HasSuffix(k, "BlogPosting") || k == "Recipe"
	}
	if posts := r.byKinds(true); len(posts) > 2 || !stories {
		return posts
	}
	return nil
}

// postsAt reads posts at the elements found; none where they hold less than
// the share least of what the model takes for the page's body.
func (r *reader) postsAt(found []int32, least float64) []*post {
	var out []*post
	var open []*post
	for _, n := range found {
		for len(open) > 0 && n >= r.nodes[open[len(open)-1].node].end {
			open = open[:len(open)-1]
		}
		q := &post{node: n}
		if len(open) > 0 {
			open[len(open)-1].inner = append(open[len(open)-1].inner, n)
			q.nested = r.hasMark(n, commentMarks) && !r.hasMark(open[len(open)-1].node, commentMarks)
		}
		open = append(open, q)
		out = append(out, q)
	}
	r.findBodies(out)
	words, body := 0, 0
	kept := out[:0]
	for _, q := range out {
		r.fillPost(q)
		q.blocks = r.once(q.blocks)
		body -= q.beside
		if len(q.blocks) > 0 {
			kept = append(kept, q)
			for _, i := range q.blocks {
				if r.sure[i] > r.cut {
					words += r.blocks[i].text.len()
				}
			}
		}
	}
	for _, i := range r.body {
		body += r.blocks[i].text.len()
	}
	if len(kept) == 0 || float64(words) < least*float64(body) {
		return nil
	}
	return kept
}

// isThread reports whether the page is one of a forum, or of questions and
// answers: by what its program wrote into it, or by its address.
func (r *reader) isThread() bool {
	if r.threadSigns() > 0 {
		for _, k := range r.about.kinds {
			if k == "NewsArticle" || k == "BlogPosting" || k == "Recipe" {
				return false
			}
		}
		return true
	}
	return namesAny(strings.ToLower(r.url()), threadPaths)
}

// findBodies finds the elements of the words of posts: by the marks that
// programs give them, else as elements of one kind.
func (r *reader) findBodies(posts []*post) {
	marked := 0
	for _, q := range posts {
		r.bodiesOf(q, "")
		if len(q.bodies) > 0 {
			marked++
		}
	}
	if marked*2 >= len(posts) || len(posts) < 3 {
		return
	}
	if kind := r.bodyKind(posts); kind != "" {
		for _, q := range posts {
			r.bodiesOf(q, kind)
		}
	}
}

// holds reports whether element n is or stands in a post within q.
func (q *post) holds(p *page, n int32) bool {
	k, here := slices.BinarySearch(q.inner, n)
	return here || k > 0 && n < p.nodes[q.inner[k-1]].end
}

// bodiesOf finds the elements of the words of a post: those of class kind, of
// marks where that is "".
func (r *reader) bodiesOf(q *post, kind string) {
	q.bodies = nil
	end := r.nodes[q.node].end
	for n := q.node; n < end; n++ {
		if q.holds(r.page, n) {
			continue
		}
		if r.dataComment(n) {
			n = r.nodes[n].end - 1
			continue
		}
		prop, _ := r.attr(n, keyItemprop)
		if kind == "" && (prop == "text" || r.hasMark(n, bodyMarks) || r.bodyID(n)) || kind != "" && r.hasClass(n, kind) {
			b := n
			for tagDoes[r.nodes[b].tag]&isBlock == 0 && r.nodes[b].parent > q.node {
				b = r.nodes[b].parent // "<td><span class=postbody>" -> the cell
			}
			if r.nodes[b].blocks.len() == 0 {
				continue
			}
			if k := len(q.bodies); k > 0 && b < r.nodes[q.bodies[k-1]].end {
				if prop == "text" || r.bodyBytes(r.nodes[b].blocks) >= 0.6*r.bodyBytes(r.nodes[q.bodies[k-1]].blocks) {
					q.bodies[k-1] = b // the inner one is the exact one
				}
				continue
			}
			q.bodies = append(q.bodies, b)
		}
	}
}

// fillPost finds the blocks of a post's words.
func (r *reader) fillPost(q *post) {
	// In the element of a post's words, what is not of them is rare, but what it
	// quotes: that is taken where the model is quite sure of it.
	least, quoted := float32(0.02), float32(0.7)
	if q.nested {
		least = 0.3
	}
	at := r.nodes[q.node].blocks
	for i := at.from; i < at.to; i++ {
		n := r.blocks[i].node
		if r.blocks[i].text.len() == 0 || q.holds(r.page, n) {
			continue
		}
		if r.beside(n, q) || r.postChrome(int(i), q) {
			if r.sure[i] > likely {
				q.beside += r.blocks[i].text.len()
			}
			continue
		}
		in, quote := len(q.bodies) == 0 && r.sure[i] > likely, false
		for _, b := range q.bodies {
			if n >= b && n < r.nodes[b].end {
				quote = r.quoteOf(n, b) >= 0
				in = r.sure[i] > quoted || r.sure[i] > least && !quote
			}
		}
		switch {
		case in:
			q.blocks = append(q.blocks, int(i))
		case quote:
			q.quotes = append(q.quotes, int(i))
		}
	}
}

// signature reports whether element n prints what its author has under every
// post.
func (r *reader) signature(n int32) bool {
	class, _ := r.attr(n, keyClass)
	return len(class) < 200 && strings.Contains(strings.ToLower(class), "signature") && !r.hasMark(n, postMarks)
}

// beside reports whether node n stands, within the post, in what is not its
// words.
func (r *reader) beside(n int32, q *post) bool {
	for ; n > q.node; n = r.nodes[n].parent {
		if r.nodes[n].hidden || r.hasMark(n, notBody) || r.nodes[n].tag == tagButton || r.signature(n) {
			return true
		}
		if r.nodes[n].tag == tagForm && !slices.ContainsFunc(q.bodies, func(b int32) bool { return b >= n && b < r.nodes[n].end }) {
			return true // but "<form><div class=usertext-body>" is how one program prints a post
		}
	}
	return false
}

// thread makes articles of posts.
func (r *reader) thread(posts []*post) []stemma.Article {
	var page stemma.Article
	r.metadata(&page)
	out := make([]stemma.Article, 0, len(posts))
	slots, seen := map[string]bool{}, map[string]int{}
	posts = slices.DeleteFunc(posts, func(q *post) bool { return q.nested && r.commentWords(q.node) >= 0 && r.amongComments(q.node, 0) })
	nodes := make([]int32, len(posts))
	for k, q := range posts {
		nodes[k] = q.node
	}
	var made []*post
	var ids []string
	sender := ""    // of the post before
	n, free := 0, 1 // posts made, and the number of a slot for the next
	for k, q := range posts {
		a := stemma.Article{Kind: stemma.KindPost, Outlet: page.Outlet, Canonical: page.Canonical, Lang: r.about.lang, Section: page.Section}
		for a.Slot = r.slot(q, n); slots[a.Slot]; free++ {
			a.Slot = strconv.Itoa(free)
		}
		a.By.Rule, a.Sure = "posts", 0.7
		r.takeQuotes(q, out)
		paragraphs := r.paragraphs(q.blocks)
		block.Compose(&a, paragraphs)
		if a.Text == "" {
			continue
		}
		a.ID = stemma.NewArticleID(r.capture.ID, a.Slot)
		r.postHead(&a, q)
		if a.Author == "" && r.hasMark(q.node, joinedMarks) {
			a.Author = sender
		}
		sender = a.Author
		if k == 0 {
			a.Title = page.Title
			a.Candidates = append(a.Candidates, page.Candidates...)
			if a.Published == nil || !q.dated && begun(&page, a.Published) {
				a.Published = page.Published
			}
			if a.Author == "" {
				r.opener(&a, q)
			}
			if a.Author == "" && len(page.Bylines) > 0 {
				a.Author = page.Bylines[0]
			}
		}
		if twice(seen, out, &a) {
			continue
		}
		slots[a.Slot] = true
		n++
		free = max(free, n+1)
		r.quoted(&a, q, out)
		for j := len(made) - 1; j >= 0 && a.RepliesTo == ""; j-- { // it stands in what it answers
			if _, in := slices.BinarySearch(made[j].inner, q.node); in {
				a.RepliesTo = stemma.Ref(ids[j])
			}
		}
		made, ids = append(made, q), append(ids, a.ID)
		held := r.held(&a, q, paragraphs)
		if held == nil {
			held = r.reposted(&a, q)
		}
		comments := r.comments(&a, q, nodes)
		out = append(append(out, a), held...)
		if len(out)+len(comments) <= maxPosts(len(r.src)) {
			out = append(out, comments...)
		}
	}
	r.inOrder(out)
	return out
}

// twice reports whether a is a post that the page has printed already, one of
// out, as some programs print the first one anew above the answers: the same
// words of the same author, where both are named, and time. Of the first post the
// time may be the page's; what only its second print says is kept.
func twice(seen map[string]int, out []stemma.Article, a *stemma.Article) bool {
	const least = 80 // bytes: "Thanks!" is said more than once
	if len(a.Text) < least {
		return false
	}
	k, ok := seen[a.Text]
	if !ok {
		seen[a.Text] = len(out)
		return false
	}
	b := &out[k]
	if a.Author != b.Author && a.Author != "" && b.Author != "" {
		return false
	}
	if k == 0 && b.Number == 0 && a.Number > 0 {
		b.Number = a.Number
		if a.Published != nil {
			b.Published = a.Published
		}
		return true
	}
	return a.Published == nil || b.Published == nil || a.Published.From.Format("2006-01-02") == b.Published.From.Format("2006-01-02")
}

// begun reports whether the data of a page say that its thread began before d,
// which then is the day of an edit or of an answer.
func begun(page *stemma.Article, d *stemma.Date) bool {
	if page.Published == nil || !page.Published.From.Before(d.From) {
		return false
	}
	for _, c := range page.Candidates {
		if c.Field == "published" && c.Chosen {
			return strings.HasPrefix(c.Where, "json-ld") || strings.HasPrefix(c.Where, "meta") || strings.HasPrefix(c.Where, "itemprop")
		}
	}
	return false
}

// slot is the post's own id on the page, or that of the element of its words,
// else its ordinal.
func (r *reader) slot(q *post, k int) string {
	for _, n := range append([]int32{q.node}, q.bodies...) {
		if id, ok := r.attr(n, keyID); ok {
			if id = strings.TrimSpace(id); id != "" && len(id) < 40 && strings.ContainsAny(id, "0123456789") && id != "main" {
				return id
			}
		}
	}
	return strconv.Itoa(k + 1)
}
