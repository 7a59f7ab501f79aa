// Package markup reads the articles out of an HTML page.
//
// A page is cut into blocks: words that no edge of a block-level element
// divides, each byte of which leads back to the page. A model trained on
// pages that people have marked says of each block whether it is of the body;
// the articles are composed of those. A page of a thread is cut into posts.
package markup

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/when"
)

// likely is the probability above which a block is always of the body, chosen
// on the pages the model was trained on, in folds.
const likely = 0.42

// Read returns the articles of an HTML page, in order of their slots, or why
// there are none. text is valid UTF-8 with the capture bytes behind it.
func Read(c *stemma.Capture, text block.Text) ([]stemma.Article, string) {
	p := parse(text.S)
	if p.over {
		return nil, "too many elements or blocks of text for its length: its tree would take more than eight times as much"
	}
	p.fold()
	return read(p, c, text, p.judge())
}

// read makes the articles of a page whose blocks are of the body as likely as
// sure says.
func read(p *page, c *stemma.Capture, text block.Text, sure []float32) ([]stemma.Article, string) {
	r := &reader{page: p, capture: c, whole: text, about: p.about(), sure: sure}
	r.choose()
	var out []stemma.Article
	if posts := r.posts(); len(posts) > 0 {
		if most := maxPosts(len(r.src)); len(posts) > most {
			return nil, fmt.Sprintf("too many posts: a page of %d bytes is read with up to %d", len(r.src), most)
		}
		out = r.thread(posts)
	} else {
		below := r.below()
		if r.commentBox() < 0 || r.isThread() {
			out = r.printed()
		}
		if out == nil {
			r.oneStory()
			r.leaveColumns()
			r.body = r.once(r.body)
			if out = r.article(); out != nil {
				out = append(append(out, r.live(&out[0])...), r.commented(&out[0], below)...)
			}
		}
	}
	if r.pieces > maxPieces(len(r.src)) {
		return nil, "too many entities, line breaks or words in elements of their own for its length: their places would take more than three times as much"
	}
	if more := r.unshown(out); more != nil {
		return more, ""
	}
	if len(out) == 0 && r.scripted() {
		return nil, "no article found: the page holds no words until a script runs; save it from a browser that has shown it"
	}
	return out, ""
}

// reader makes articles of a parsed page.
type reader struct {
	*page
	capture *stemma.Capture
	whole   block.Text // the decoded page
	about   *about
	sure    []float32
	cut     float32 // from which a block is of the body
	body    []int   // blocks of the body, in order
	first   int     // of them, -1 where there is none
	title   int     // the block that prints the title, -1 where none does
	caps    []int   // blocks of captions that stood in the body
	firstOn string  // the outlet that the line below an entry of a feed names
	// compared counts the bytes of posts that were searched for quotations.
	compared int
	// pieces counts the stretches of the capture that blocks were made of.
	pieces int
}

// choose picks the blocks of the body: those the model is sure of, and where it
// is of none, the prose of the element with most.
func (r *reader) choose() {
	r.cut = min(max(r.threshold(), 0.1), likely)
	for i, s := range r.sure {
		if s > r.cut && r.blocks[i].text.len() > 0 {
			r.body = append(r.body, i)
		}
	}
	if len(r.body) == 0 {
		r.body = r.prose()
	}
	r.leaveHead()
	r.first, r.title = -1, -1
	if len(r.body) > 0 {
		r.first = r.body[0]
	}
}

// leaveHead takes what stands at the head of the body and is none of it out:
// the headline, which the article has as its title, and printed dates like
// "May 15, 2019, 8:30 am".
func (r *reader) leaveHead() {
	const prose = 120 // bytes: the text has begun
	for k := 0; k < len(r.body) && len(r.body) > 1; {
		i := r.body[k]
		headline := k == 0 && r.page.within(r.blocks[i].node, tagH1)
		t := strings.Trim(r.text(i).S, block.Space)
		if len(t) >= prose && !headline {
			return
		}
		if headline || isDate(t) {
			r.body = slices.Delete(r.body, k, k+1)
		} else {
			k++
		}
	}
}

// isDate reports whether t is a printed date and hardly more: "On 3 May
// 2019".
func isDate(t string) bool {
	st := when.Find(t)
	return len(st) == 1 && st[0].Whole() && (st[0].End-st[0].Start)*5 >= len(t)*4
}

// prose is the paragraphs of the element with most prose near its surface.
func (r *reader) prose() []int {
	var out []int
	if r.feats.best < 0 {
		return nil
	}
	at := r.nodes[r.feats.best].blocks
	for i := at.from; i < at.to; i++ {
		b := &r.blocks[i]
		if b.text.len() >= 40 && int(b.linked)*3 <= b.text.len() && !r.within(b.node, tagFooter, tagNav, tagAside, tagForm, tagButton, tagFigcaption) {
			out = append(out, int(i))
		}
	}
	return out
}

// maxPieces is how many bytes a page of n bytes has for each stretch of the
// capture that its articles are made of: one takes 32 bytes, some three times.
func maxPieces(n int) int { return max(n, longPage) / 32 }

// words is a block's text with its place in the capture; nothing where the page
// has too many.
func (r *reader) text(i int) block.Text {
	most := maxPieces(len(r.src)) - r.pieces + 1
	if most <= 0 {
		return block.Text{}
	}
	t := r.page.words(r.blocks[i].runs, most).Through(r.whole)
	r.pieces += len(t.Pieces)
	return t
}

// article reads the page as one article.
func (r *reader) article() []stemma.Article {
	notices := r.notices()
	paragraphs := r.paragraphs(r.body)
	if len(paragraphs) == 0 {
		return nil
	}
	return r.compose(paragraphs, notices, "blocks", r.trust())
}

// compose makes the page's article of paragraphs.
func (r *reader) compose(paragraphs []block.Text, notices []int, rule string, sure float64) []stemma.Article {
	a := stemma.Article{Slot: "main", Kind: stemma.KindArticle, Lang: r.about.lang}
	a.By.Rule, a.Sure = rule, sure
	block.Compose(&a, paragraphs)
	a.ID = stemma.NewArticleID(r.capture.ID, a.Slot)
	for _, t := range r.paragraphs(notices) {
		a.Notices = append(a.Notices, t.S)
	}
	r.metadata(&a)
	r.standfirst(&a)
	r.captions(&a)
	r.credits(&a)
	r.noticed(&a)
	r.writtenIn(&a)
	return []stemma.Article{a}
}

// trust is how sure the page's reading is: the mean over the body's bytes.
func (r *reader) trust() float64 {
	var sum, n float64
	for _, i := range r.body {
		c := float64(r.blocks[i].text.len())
		sum += c * float64(r.sure[i])
		n += c
	}
	if n == 0 {
		return 0.3
	}
	return float64(int(100*sum/n)) / 100
}

func size(paragraphs []block.Text) int {
	n := 0
	for _, p := range paragraphs {
		n += len(p.S)
	}
	return n
}

// paragraphs are the texts of blocks. A capital printed apart from the word it
// begins is joined to it: "<p>T</p><p>he ferry" -> "The ferry".
func (r *reader) paragraphs(blocks []int) []block.Text {
	var out []block.Text
	for k := 0; k < len(blocks); k++ {
		t := r.text(blocks[k])
		if k+1 < len(blocks) && blocks[k+1] == blocks[k]+1 && isCapital(t.S) {
			if next := r.text(blocks[k+1]); startsLower(next.S) {
				var b block.Builder
				b.Append(t)
				b.Append(next)
				t = b.Text()
				k++
			}
		}
		if strings.Trim(t.S, block.Space) != "" {
			out = append(out, t)
		}
	}
	return out
}

func isCapital(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && unicode.IsUpper(r)
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
