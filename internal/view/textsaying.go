package view

import (
	"strings"

	"github.com/stemma-news/stemma"
)

// sayings sets each saying with every way it came:
//
//	Ana Ruiz to the council, 3 May 2024
//	  “No ferry leaves this harbour”
//	    Ana Ruiz > Norda > The Lake Post
//	    = 4 pages, 3 publishers, 2 texts; one source named: Norda
//
// Short of room, those in other words only stand in a line each, few of them,
// and what an earlier story told is not told again.
func (p *printer) sayings(all []*Saying, indent, most int) {
	marked, told, again := false, 0, 0
	var reported []*Saying
	for _, s := range all {
		switch {
		case most > 0 && s.ID != "" && p.told[s.ID]:
			again++
			continue
		case most > 0 && !s.Direct:
			reported = append(reported, s)
			continue
		}
		if told++; most == 0 || told <= most {
			marked = p.saying(s, indent, most > 0) || marked
			p.told[s.ID] = true
		}
	}
	if most > 0 && told > most {
		p.in(indent, more(told-most, "saying"))
		p.gap()
	}
	for i, s := range reported {
		if i == (most+1)/2 {
			p.in(indent, more(len(reported)-i, "saying")+" told in other words")
			break
		}
		marked = p.reported(s, indent) || marked
		p.told[s.ID] = true
	}
	if again > 0 {
		p.in(indent, count(again, "saying")+" told above")
	}
	if marked {
		p.in(indent, "[in brackets]: not named beside these words; known from an earlier quotation, or from another page's credit of the same text")
	}
}

// who is the speaker of a saying, to whom, when, and what telling it was where
// it was more than saying.
func (s *Saying) who() string {
	who := s.Speaker
	if who == "" {
		who = "Somebody not named"
	}
	if s.Addressee != "" {
		who += ", to " + s.Addressee
	}
	if s.Date != nil {
		who += ", " + When(s.Date)
	}
	if stance := s.stance(); stance != "said" {
		who += ": " + strings.ReplaceAll(stance, "-", " ")
	}
	return who
}

// reported sets a saying that no page quotes in marks in two lines or three.
func (p *printer) reported(s *Saying, indent int) (marked bool) {
	words := s.who() + ": " + cut(s.Text, 2*(p.width-indent-4))
	if l := s.Standing.Ladder(); l.Pages > 1 {
		words += " [" + count(l.Pages, "page") + ", " + count(l.Texts, "text") + "]"
	}
	p.para(strings.Repeat(" ", indent), strings.Repeat(" ", indent+2), words)
	return p.carriers(s.Wordings[:1], s.stance(), indent+4, true)
}

// saying sets one saying; short leaves out all wordings but the first three,
// and the ladder of what one page alone carries. It reports whether a hop is in
// brackets.
func (p *printer) saying(s *Saying, indent int, short bool) (marked bool) {
	p.in(indent, s.who())
	groups := groupWordings(s.Wordings, short)
	for i, g := range groups {
		if short && i == 3 {
			p.in(indent+2, more(len(groups)-i, "wording"))
			break
		}
		words := g[0].Carried[0].Said()
		if short {
			words = cut(words, 3*(p.width-indent-4))
			if g[0].Kind == stemma.Direct && !strings.HasSuffix(words, "”") {
				words += "”"
			}
		}
		p.in(indent+2, words)
		marked = p.carriers(g, s.stance(), indent+4, short) || marked
	}
	if l := s.Standing.Ladder(); s.Standing.Whole != nil && (!short || l.Pages > 1) {
		words := "= " + l.Counts() + "; " + l.Named()
		if !short {
			words += tag(s.ID)
		}
		p.in(indent+2, words)
	}
	p.gap()
	return marked
}

// stance is what the first of its quotes says telling it was: "said" where
// nothing else is known.
func (s *Saying) stance() string {
	if len(s.Wordings) > 0 {
		if st := s.Wordings[0].Carried[0].Quote.Stance; st != "" {
			return st
		}
	}
	return "said"
}

// carriers sets the chain of each quote of like wordings; chains that read
// alike stand once, with how many pages have them.
func (p *printer) carriers(group []Wording, stance string, indent int, short bool) (marked bool) {
	var chains []string
	pages := map[string]map[string]bool{}
	for i, w := range group {
		for _, c := range w.Carried {
			chain, inferred := c.Way()
			var notes []string
			if st := c.Quote.Stance; st != stance && st != "" {
				notes = append(notes, strings.ReplaceAll(st, "-", " "))
			}
			if i > 0 {
				notes = append(notes, unlike(group[0].Text, w.Text))
			}
			if len(notes) > 0 {
				chain += " (" + strings.Join(notes, ", ") + ")"
			}
			marked = marked || inferred
			if pages[chain] == nil {
				pages[chain] = map[string]bool{}
				chains = append(chains, chain)
			}
			pages[chain][c.Quote.Article] = true
		}
	}
	for i, chain := range chains {
		if short && i == mostCarriers {
			rest := 0
			for _, chain := range chains[i:] {
				rest += len(pages[chain])
			}
			p.in(indent, more(rest, "page"))
			break
		}
		if n := len(pages[chain]); n > 1 {
			chain += ": " + count(n, "page")
		}
		p.para(strings.Repeat(" ", indent), strings.Repeat(" ", indent+4), chain)
	}
	return marked
}

// mostCarriers is how many pages a short saying names for one wording.
const mostCarriers = 6

// groupWordings puts wordings that hardly differ together, the fullest first
// in its group, so that a house's spelling makes no second wording. Told in
// full, each stands alone.
func groupWordings(ws []Wording, short bool) [][]Wording {
	var out [][]Wording
next:
	for _, w := range ws {
		for i := range out {
			if first := out[i][0]; short && first.Kind == w.Kind && alike(first.Text, w.Text) {
				out[i] = append(out[i], w)
				continue next
			}
		}
		out = append(out, []Wording{w})
	}
	return out
}

// alike reports whether nine in ten words of the shorter of two wordings stand
// in the longer, in order.
func alike(a, b string) bool {
	av, bv := folded(a, printed(a)), folded(b, printed(b))
	return len(align(av, bv))*10 >= min(len(av), len(bv))*9
}

// unlike says how a wording differs from a fuller one like it.
func unlike(full, w string) string {
	av, bv := folded(full, printed(full)), folded(w, printed(w))
	if len(align(av, bv)) == len(bv) {
		return "shortened"
	}
	return "a word or two differ"
}

// Way is the chain of a quote in a line, "Ana Ruiz > Norda > The Lake Post",
// and whether a hop is inferred: those stand in brackets. The publisher is
// known by its page and never in brackets.
func (c Carried) Way() (s string, inferred bool) {
	var names []string
	for i, h := range c.Quote.Chain {
		name := c.Tellers[i]
		if h.How == stemma.HowInherited || h.How == stemma.HowCopy {
			name, inferred = "["+name+"]", true
		}
		names = append(names, name)
	}
	if len(names) < 2 { // the page names no publisher
		names = append(names, c.Article.Name())
	}
	return strings.Join(names, " > "), inferred
}
