package markup

import (
	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// What a page shows is read first. Of a page that shows next to nothing until a
// script has run, what the script would show is read out of the data it is given.
const (
	// littleShown is how many bytes of words such a page shows at most.
	littleShown = 250
	// leastUnshown is how many its data must hold.
	leastUnshown = 200
	// leastSummary is how long the page's summary of itself must be to be read
	// where there is nothing else.
	leastSummary = 80
)

// unshown are the articles of a page that shows next to nothing: those its data
// hold, else what the page says of itself in its head. It is nil where the
// articles shown say more.
func (r *reader) unshown(shown []stemma.Article) []stemma.Article {
	n := 0
	for i := range shown {
		n += len(shown[i].Text)
	}
	if n >= littleShown || r.shows() > 20*littleShown {
		return nil
	}
	if p := r.keptBody(r.stores()); size(p) > 2*n+leastUnshown {
		return r.compose(p, nil, "script data", 0.5)
	}
	if n > 0 {
		return nil
	}
	if t := r.summary(); len(t.S) >= leastSummary {
		return r.compose([]block.Text{t}, nil, "summary in the head", 0.1)
	}
	return nil
}

// shows is how many bytes of words the page shows.
func (p *page) shows() int {
	n := 0
	for i := range p.blocks {
		n += p.blocks[i].text.len()
	}
	return n
}

// summary is the longest summary in the head of a page of a post or article, ""
// on other pages: that of a front page is none of an article.
func (r *reader) summary() block.Text {
	story := r.threadSigns() > 0
	for _, k := range r.about.kinds {
		story = story || articleKinds[k] < 3
	}
	for _, m := range r.metas {
		if p, _ := r.attr(m, keyProperty); p == "og:type" {
			c, _ := r.attr(m, keyContent)
			story = story || c == "article"
		}
	}
	best := -1
	for i, x := range r.about.readings {
		if x.field == "description" && (best < 0 || len(x.value) > len(r.about.readings[best].value)) {
			best = i
		}
	}
	if !story || best < 0 {
		return block.Text{}
	}
	return r.raw(r.about.readings[best].at).Through(r.whole)
}

// scripted reports whether the page is one that only its scripts fill.
func (r *reader) scripted() bool {
	if r.shows() >= littleShown {
		return false
	}
	for i := range r.nodes {
		if r.nodes[i].tag == tagScript {
			return true
		}
	}
	return false
}
