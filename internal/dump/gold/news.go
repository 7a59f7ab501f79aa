package gold

import (
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// News returns the news pages of the data folder (pages-2023) as dumps: what a
// reader copies of their HTML. Sorted by name; even ones are for tuning.
func News(dir string) ([]Page, error) {
	var gold map[string]struct {
		Title, Authors, Date string
		Body                 string `json:"articleBody"`
	}
	b, err := os.ReadFile(filepath.Join(dir, "reading", "pages-2023", "articles.json"))
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(b, &gold); err != nil {
		return nil, fmt.Errorf("read articles.json: %w", err)
	}
	var out []Page
	err = each(filepath.Join(dir, "reading", "pages-2023", "html.tar.xz"), func(name string, b []byte) error {
		n := strings.TrimSuffix(path.Base(name), ".html")
		if g, ok := gold[n]; ok {
			out = append(out, Page{Name: n, Kind: "news", Dump: Copied(string(b)), Body: g.Body, Title: g.Title, Author: g.Authors, Published: g.Date})
		}
		return nil
	})
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out, err
}

// Copied is the text of an HTML page as a browser gives it to one who copies
// the whole page: an empty line around paragraphs, a line for a block.
func Copied(page string) string {
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return ""
	}
	c := &copier{}
	c.walk(doc, 0)
	return strings.TrimSpace(c.b.String()) + "\n"
}

type copier struct {
	b     strings.Builder
	lines int  // line breaks owed before the next word
	space bool // a space owed
	begun bool
}

func (c *copier) breaks(n int) { c.lines = max(c.lines, n) }

func (c *copier) text(s string) {
	for i, w := range strings.Fields(s) {
		if i > 0 || strings.TrimLeft(s, " \t\r\n") != s {
			c.space = true
		}
		switch {
		case c.begun && c.lines > 0:
			c.b.WriteString(strings.Repeat("\n", c.lines))
		case c.begun && c.space:
			c.b.WriteByte(' ')
		}
		c.begun, c.lines, c.space = true, 0, false
		c.b.WriteString(w)
	}
	if s != "" && strings.TrimRight(s, " \t\r\n") != s {
		c.space = true
	}
}

var unseen = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true, atom.Svg: true, atom.Iframe: true, atom.Textarea: true, atom.Select: true, atom.Object: true, atom.Video: true, atom.Audio: true}

var boxes = map[atom.Atom]int{
	atom.P: 2, atom.Div: 1, atom.Section: 1, atom.Article: 1, atom.Aside: 1, atom.Nav: 1, atom.Header: 1, atom.Footer: 1, atom.Main: 1, atom.H1: 1, atom.H2: 1,
	atom.H3: 1, atom.H4: 1, atom.H5: 1, atom.H6: 1, atom.Ul: 1, atom.Ol: 1, atom.Li: 1, atom.Dl: 1, atom.Dt: 1, atom.Dd: 1, atom.Table: 1, atom.Tr: 1, atom.Blockquote: 1,
	atom.Figure: 1, atom.Figcaption: 1, atom.Form: 1, atom.Fieldset: 1, atom.Address: 1, atom.Pre: 1, atom.Hr: 1, atom.Body: 1, atom.Details: 1, atom.Summary: 1,
}

func (c *copier) walk(n *html.Node, depth int) {
	if depth > 500 {
		return
	}
	switch n.Type {
	case html.TextNode:
		c.text(n.Data)
		return
	case html.ElementNode:
		if unseen[n.DataAtom] || hidden(n) {
			return
		}
		if n.DataAtom == atom.Br {
			c.breaks(min(c.lines+1, 2))
			return
		}
	}
	box := boxes[n.DataAtom]
	if n.Type != html.ElementNode {
		box = 0
	}
	c.breaks(box)
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		c.walk(k, depth+1)
	}
	if n.DataAtom == atom.Td || n.DataAtom == atom.Th {
		c.space = true
	}
	c.breaks(box)
}

func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch {
		case a.Key == "hidden", a.Key == "style" && strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none"):
			return true
		}
	}
	return false
}
