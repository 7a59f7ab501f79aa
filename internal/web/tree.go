package web

import (
	"fmt"
	"html/template"
	"strings"
	"unicode/utf8"

	"github.com/stemma-news/stemma/internal/view"
)

// Sizes of the drawing of a tree, in its own units (about pixels).
const (
	boxWide  = 220
	boxHigh  = 44
	colWide  = 292
	rowHigh  = 60
	treeEdge = 2
	mostName = 24 // characters in a box, in bold
	mostText = 29 // and below
)

// treeSVG draws a family from left to right: texts as boxes, an unseen one with
// a broken edge, descent as lines, broken where it is not sure. The drawing
// has no style of its own: the style sheet colours it. It is a group of links
// and not one picture, so that they can be reached with the keyboard.
func treeSVG(f *view.Family) template.HTML {
	var b strings.Builder
	d := &drawing{b: &b}
	for _, n := range f.Tree {
		d.place(n, 0)
	}
	width, height := treeEdge*2+d.deep*colWide+boxWide, treeEdge*2+d.rows*rowHigh-(rowHigh-boxHigh)
	label := "Tree of " + f.Title() + ": the list beside it says the same in words"
	return template.HTML(fmt.Sprintf(`<svg class="tree" viewBox="0 0 %d %d" width="%d" height="%d" role="group" aria-label="%s">%s</svg>`,
		width, height, width, height, template.HTMLEscapeString(label), b.String()))
}

type drawing struct {
	b    *strings.Builder
	rows int // leaves placed so far
	deep int
}

// place draws a node and all below it and returns the middle of its box.
func (d *drawing) place(n *view.Node, depth int) int {
	d.deep = max(d.deep, depth)
	x := treeEdge + depth*colWide
	var mids []int
	for _, c := range n.Children {
		mids = append(mids, d.place(c, depth+1))
	}
	y := treeEdge + d.rows*rowHigh + boxHigh/2
	if len(mids) > 0 {
		y = (mids[0] + mids[len(mids)-1]) / 2
	} else {
		d.rows++
	}
	for i, c := range n.Children {
		d.line(x+boxWide, y, x+colWide, mids[i], c.Sure > 0 && c.Sure < 0.5)
	}
	d.box(n, x, y-boxHigh/2)
	return y
}

func (d *drawing) line(x1, y1, x2, y2 int, unsure bool) {
	class := "descent"
	if unsure {
		class += " unsure"
	}
	mid := (x1 + x2) / 2
	fmt.Fprintf(d.b, `<path class="%s" d="M%d %dC%d %d %d %d %d %d"/>`, class, x1, y1, mid, y1, mid, y2, x2, y2)
}

func (d *drawing) box(n *view.Node, x, y int) {
	class, second := "text", "not among these pages"
	if n.Article == nil {
		class += " unseen"
	} else {
		second = view.When(n.Article.Published)
		if n.Article.Poster != "" {
			second = "posted by " + n.Article.Poster
		}
	}
	name := n.Name
	if n.Article != nil {
		name = n.Article.Publisher
	}
	open, end := "", ""
	if n.Article != nil {
		open, end = `<a href="/at/`+template.HTMLEscapeString(seg(n.Article.ID))+`">`, "</a>"
	}
	fmt.Fprintf(d.b, `%s<g class="%s"><title>%s</title><rect x="%d" y="%d" width="%d" height="%d" rx="6"/><text x="%d" y="%d">%s</text><text class="small" x="%d" y="%d">%s</text></g>%s`,
		open, class, template.HTMLEscapeString(n.Name), x, y, boxWide, boxHigh, x+12, y+19, template.HTMLEscapeString(short(name, mostName)), x+12, y+35, template.HTMLEscapeString(short(second, mostText)), end)
}

func short(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}
