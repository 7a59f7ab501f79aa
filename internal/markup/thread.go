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
	inner  []int32 // posts that stand within it: replies
	bodies []int32 // the elements that hold its words
	nested bool    // a comment on another post, not a post of the thread
	blocks []int
}

// postMarks are the class words that programs give the element of a post, and
// bodyMarks those of the element of its words. They stand for the whole value
// of a class: "message-body", not "message".
var postMarks = set(`post postbit postcontainer post-container post-wrapper post_wrapper post_block post_wrap postrow message message--post messagelist crawler-post
	topic-post topic-body comment ipscomment ipscomment_wrap answer question reply windowbg windowbg2 cpost forum-post forum_post js-post bbp-reply topic-reply entry-comment posthistory
	lia-message-view-display lia-component-forums-widget-message-view-two thing commentarea-comment forumpost b-post pinned-post post-stream-item postitem post-item comment-item commentitem topicpost itemcomment s-comment js-comment ipstype_post post_container postbitlegacy post-box msg`)

var bodyMarks = set(`postbody post-body post_body content message-body messagetext message-content messagecontent bbwrapper post-content post_content postcontent post__content post-text post_text posttext
	js-post-body s-prose usertext-body md cooked comment-content comment-body comment_body commentbody comment-text commenttext comment-copy ipstype_richtext cpost_content ipscomment_content
	lia-message-body-content lia-message-body bbp-reply-content content-text entry-content post_message postmessage vb_postbit post-message message_body text-content inner post_body_html body-text richtext userquote comment__body comment__content
	postbody-text posting post-entry topic-text forum-post-content reply-content answer-content question-content`)

// commentMarks are classes of a comment on a question or an answer.
var commentMarks = set(`js-comment s-comment comment`)

// notBody are classes of what stands in a post beside its words.
var notBody = set(`signature message-signature sig post-signature post_sig signature-content signature-content-wrapper ipstype_light js-expandlink lastedit message-lastedit edited notice likes likebar reactions reactionsbar post-actions post_buttons message-footer message-attribution postprofile message-user userinfo author poster post-author
	user-details post-menu flair sharebar bbcodeblock-expandlink bbcodeblock-shrinklink post-links postfoot js-comments-container comments-link report quickreply attribution postdetails author-badge awarding-bar`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// hasMark reports whether a class or id of node n is one of marks.
func (p *page) hasMark(n int32, marks map[string]bool) bool {
	class, _ := p.attr(n, keyClass)
	if len(class) < 500 {
		for _, c := range strings.Fields(class) {
			if marks[strings.ToLower(c)] {
				return true
			}
		}
	}
	return false
}

// posts finds the posts of a thread, in page order; none on a page that is
// not one.
func (r *reader) posts() []*post {
	if !r.isThread() {
		return nil
	}
	found := r.postNodes()
	var out []*post
	var open []*post
	for _, n := range found {
		for len(open) > 0 && n >= r.nodes[open[len(open)-1].node].end {
			open = open[:len(open)-1]
		}
		q := &post{node: n}
		if len(open) > 0 {
			open[len(open)-1].inner = append(open[len(open)-1].inner, n)
			q.nested = r.hasMark(n, commentMarks)
		}
		open = append(open, q)
		out = append(out, q)
	}
	words := 0
	kept := out[:0]
	for _, q := range out {
		r.fillPost(q)
		if len(q.blocks) > 0 {
			kept = append(kept, q)
			for _, i := range q.blocks {
				words += r.blocks[i].text.len()
			}
		}
	}
	// The posts must hold most of what the model takes for the page's body.
	body := 0
	for _, i := range r.body {
		body += r.blocks[i].text.len()
	}
	if len(kept) == 0 || words*2 < body {
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

// postNodes are the elements of posts, in page order: by microdata, by class,
// or by an id with a number that repeats.
func (r *reader) postNodes() []int32 {
	groups := map[string][]int32{}
	for i := range r.nodes {
		n := int32(i)
		if r.nodes[i].blocks.len() == 0 || tagDoes[r.nodes[i].tag]&isBlock == 0 {
			continue
		}
		if t, ok := r.attr(n, keyItemtype); ok {
			for _, k := range []string{"/Comment", "/Answer", "/Question", "/DiscussionForumPosting"} {
				if strings.HasSuffix(t, k) {
					groups["microdata"] = append(groups["microdata"], n)
				}
			}
		}
		if r.hasMark(n, postMarks) {
			groups["class"] = append(groups["class"], n)
		}
		if id, ok := r.attr(n, keyID); ok {
			if k := postID(id); k != "" {
				groups["id "+k] = append(groups["id "+k], n)
			}
		}
		if r.nodes[i].tag == tagArticle {
			groups["article"] = append(groups["article"], n)
		}
	}
	// The group that holds most of the body in at least two, or one, posts.
	best, score := "", -1.0
	keys := make([]string, 0, len(groups))
	for k := range groups {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		var held float64
		last := int32(-1)
		tops := 0
		for _, n := range groups[k] {
			if n < last {
				continue
			}
			last = r.nodes[n].end
			held += r.bodyBytes(r.nodes[n].blocks)
			tops++
		}
		s := held * (1 + 0.02*float64(min(tops, 10)))
		if tops == 1 && len(groups[k]) == 1 {
			s *= 0.6
		}
		switch { // of groups that hold the same, the one that says most of a post
		case strings.HasPrefix(k, "id "):
			s *= 1.05
		case k == "class":
			s *= 1.03
		case k == "microdata":
			s *= 1.02
		}
		if s > score {
			best, score = k, s
		}
	}
	return r.notWrappers(groups[best])
}

// notWrappers drops elements that hold nothing of their own but one other of
// the group: <div class="post"><article class="post">.
func (r *reader) notWrappers(nodes []int32) []int32 {
	var out []int32
	for k, n := range nodes {
		if k+1 < len(nodes) && nodes[k+1] < r.nodes[n].end {
			own := r.nodes[n].blocks
			inner := r.nodes[nodes[k+1]].blocks
			if inner.from-own.from <= 12 && own.to-inner.to <= 2 && r.bodyBytes(span{own.from, inner.from}) < 40 {
				continue
			}
		}
		out = append(out, n)
	}
	return out
}

// bodyBytes is how many bytes of the blocks at are body.
func (r *reader) bodyBytes(at span) float64 {
	n := 0.0
	for i := at.from; i < at.to; i++ {
		if r.sure[i] > likely {
			n += float64(r.blocks[i].text.len())
		}
	}
	return n
}

// postID is the word of an id that numbers posts: "post_12345" -> "post".
func postID(id string) string {
	i := len(id)
	for i > 0 && isDigit(id[i-1]) {
		i--
	}
	if i == len(id) || i == 0 {
		return ""
	}
	switch k := strings.Trim(strings.ToLower(id[:i]), "-_:#"); k {
	case "post", "p", "pid", "msg", "message", "comment", "comment-id", "js-post", "answer", "question", "edit", "post-id", "postid", "reply", "elcomment", "post_message", "td_post", "thing_t1", "post-main", "topic-post", "entry", "c", "li-comment", "div-comment", "forum_post":
		return k
	}
	return ""
}

// fillPost finds the blocks of a post's words.
func (r *reader) fillPost(q *post) {
	end := r.nodes[q.node].end
	inner := func(n int32) bool {
		for _, k := range q.inner {
			if n >= k && n < r.nodes[k].end {
				return true
			}
		}
		return false
	}
	for n := q.node; n < end; n++ {
		if len(q.inner) > 0 && inner(n) {
			continue
		}
		prop, _ := r.attr(n, keyItemprop)
		if (prop == "text" || r.hasMark(n, bodyMarks)) && r.nodes[n].blocks.len() > 0 {
			if k := len(q.bodies); k > 0 && n < r.nodes[q.bodies[k-1]].end {
				if prop == "text" || r.bodyBytes(r.nodes[n].blocks) >= 0.6*r.bodyBytes(r.nodes[q.bodies[k-1]].blocks) {
					q.bodies[k-1] = n // the inner one is the exact one
				}
				continue
			}
			q.bodies = append(q.bodies, n)
		}
	}
	least := float32(0.05) // in the element of a post's words, what is not of them is rare, but what it quotes
	if q.nested {
		least = 0.3
	}
	at := r.nodes[q.node].blocks
	for i := at.from; i < at.to; i++ {
		n := r.blocks[i].node
		if r.blocks[i].text.len() == 0 || len(q.inner) > 0 && inner(n) || r.beside(n, q.node) {
			continue
		}
		in := len(q.bodies) == 0 && r.sure[i] > likely
		for _, b := range q.bodies {
			in = in || n >= b && n < r.nodes[b].end && (r.sure[i] > 0.3 || r.sure[i] > least && r.quoteOf(n, b) < 0)
		}
		if in {
			q.blocks = append(q.blocks, int(i))
		}
	}
}

// beside reports whether node n stands, within the post at top, in what is
// not its words.
func (r *reader) beside(n, top int32) bool {
	for ; n > top; n = r.nodes[n].parent {
		if r.nodes[n].hidden || r.hasMark(n, notBody) || r.nodes[n].tag == tagForm || r.nodes[n].tag == tagButton {
			return true
		}
	}
	return false
}

// thread makes articles of posts.
func (r *reader) thread(posts []*post) []stemma.Article {
	var page stemma.Article
	r.metadata(&page)
	out := make([]stemma.Article, 0, len(posts))
	slots := map[string]bool{}
	for k, q := range posts {
		a := stemma.Article{Kind: stemma.KindPost, Outlet: page.Outlet, Canonical: page.Canonical, Lang: r.about.lang, Section: page.Section}
		a.Slot = r.slot(q, k)
		if slots[a.Slot] {
			a.Slot = strconv.Itoa(k + 1)
		}
		slots[a.Slot] = true
		a.By.Rule, a.Sure = "posts", 0.7
		block.Compose(&a, r.paragraphs(q.blocks))
		if a.Text == "" {
			continue
		}
		a.ID = stemma.NewArticleID(r.capture.ID, a.Slot)
		r.postHead(&a, q)
		if k == 0 {
			a.Title = page.Title
			a.Candidates = append(a.Candidates, page.Candidates...)
			if a.Published == nil {
				a.Published = page.Published
			}
			if a.Author == "" && len(page.Bylines) > 0 {
				a.Author = page.Bylines[0]
			}
		}
		r.quoted(&a, q, out)
		out = append(out, a)
	}
	return out
}

// slot is the post's own id on the page, else its ordinal.
func (r *reader) slot(q *post, k int) string {
	if id, ok := r.attr(q.node, keyID); ok {
		if id = strings.TrimSpace(id); id != "" && len(id) < 40 && strings.ContainsAny(id, "0123456789") && id != "main" {
			return id
		}
	}
	return strconv.Itoa(k + 1)
}
