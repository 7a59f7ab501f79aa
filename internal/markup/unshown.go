package markup

import (
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// What a page shows is read first. Of a page that shows next to nothing until a
// script has run, what its data say of the article is read.
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
	if p := r.keptBody(); size(p) > 2*n+leastUnshown {
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

// keptBody is the text that the page's data give as the article's own; where none
// is called so, the strings with paragraphs of the script that has most of them.
func (r *reader) keptBody() []block.Text {
	var best []span
	most := 0
	take := func(found []span) {
		n := 0
		for _, at := range found {
			n += at.len()
		}
		if n > most {
			best, most = found, n
		}
	}
	for _, at := range r.ld {
		readJSON(r.src, at).walk(func(v value) {
			if b, ok := v.get("articleBody"); ok && b.kind == '"' {
				take([]span{b.at})
			}
		})
	}
	if most < leastUnshown {
		for i := range r.nodes {
			if r.nodes[i].tag == tagScript {
				l := lexer{s: r.src, pos: int(r.nodes[i].open.to)}
				take(r.markupStrings(l.raw(tagScript, "script")))
			}
		}
	}
	var out []block.Text
	for _, at := range best {
		if r.pieces += strings.Count(r.src[at.from:at.to], "\\"); r.pieces > maxPieces(len(r.src)) {
			return out
		}
		out = append(out, paragraphsOf(r.jsonWords(at))...)
	}
	return out
}

// markupStrings are the strings in a script that have paragraphs: "<p>The ferry",
// "\u003cp\u003eThe ferry".
func (r *reader) markupStrings(script span) []span {
	var out []span
	text := r.src[script.from:script.to]
	if !strings.Contains(text, "<p") && !strings.Contains(text, "\\u003cp") {
		return nil
	}
	j := jsonReader{values: &values{src: r.src}, pos: int(script.from), end: int(script.to)}
	for j.pos < j.end {
		if r.src[j.pos] != '"' {
			j.pos++
			continue
		}
		at := j.str()
		if s := r.src[at.from:at.to]; len(s) >= leastUnshown && (strings.Contains(s, "<p") || strings.Contains(s, "\\u003cp")) {
			out = append(out, at)
		}
	}
	return out
}

// jsonWords is a string of JSON, escapes undone.
func (r *reader) jsonWords(at span) block.Text {
	var b block.Builder
	whole := r.whole.Slice(int(at.from), int(at.to))
	for i := 0; i < len(whole.S); {
		n := strings.IndexByte(whole.S[i:], '\\')
		if n < 0 {
			n = len(whole.S) - i
		}
		b.AppendSlice(whole, i, i+n)
		if i += n; i == len(whole.S) {
			break
		}
		made, n := unescaped(whole.S[i:])
		if at, ok := whole.RangeOf(i, i+n); ok && made != "" {
			b.Append(block.Folded(made, at))
		}
		i += n
	}
	return b.Text()
}

// paragraphsOf are the words of a string of a page's data: HTML or lines.
func paragraphsOf(t block.Text) []block.Text {
	var out []block.Text
	if strings.Contains(t.S, "</") || strings.Contains(t.S, "<br") {
		p := parse(t.S)
		if p.over {
			return nil
		}
		p.fold()
		r := &reader{page: p, whole: t}
		for i := range p.blocks {
			if p.blocks[i].text.len() > 0 && !p.within(p.blocks[i].node, tagFigcaption, tagButton, tagForm) {
				out = append(out, r.text(i))
			}
		}
		return out
	}
	p := page{src: t.S}
	for from := 0; from < len(t.S); {
		to := len(t.S)
		if i := strings.IndexByte(t.S[from:], '\n'); i >= 0 {
			to = from + i
		}
		if w := p.raw(span{int32(from), int32(to)}).Through(t); w.S != "" {
			out = append(out, w)
		}
		from = to + 1
	}
	return out
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
