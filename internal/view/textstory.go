package view

import (
	"fmt"
	"strings"

	"github.com/stemma-news/stemma"
)

// Most lines of one kind a summary prints; show prints all.
const mostShown = 12

// story sets a story: its ladder, how its texts descend, who said what, what
// happened, how many. most is how many lines of each kind, 0 for all.
func (p *printer) story(s *Story, most int) {
	p.title(s.Title)
	when := When(s.From)
	if s.From == nil {
		when = "dates not known"
	} else if u := When(s.Until); s.Until != nil && u != when {
		when += " to " + u
	}
	p.in(2, when+" · "+count(s.Pages, "page")+", "+count(s.Publishers, "publisher")+", "+count(s.Texts, "text")+", "+count(len(s.Sources), "source")+" named")
	if s.Pages > s.Texts && s.Texts > 0 {
		p.in(2, s.Voices()+": the rest repeat one of them.")
	}
	if s.Total > len(s.Articles) {
		p.in(2, fmt.Sprintf("Shown: articles %d to %d of %d.", s.Offset+1, s.Offset+len(s.Articles), s.Total))
	}
	p.head("  WHO WROTE IT")
	p.families(s.Families, 4, most)
	if len(s.Sayings) > 0 {
		p.head("  WHO SAID WHAT, THROUGH WHOM")
		p.sayings(s.Sayings, 4, most)
	}
	if len(s.Events) > 0 {
		p.head("  WHAT HAPPENED")
		p.events(s.Events, 4, most)
	}
	if len(s.Ledgers) > 0 {
		p.head("  HOW MANY, ON WHOSE WORD")
		p.ledgers(s.Ledgers, 4, most)
	}
	if len(s.NotAnalysed) > 0 {
		p.head("  NOT ANALYSED")
		var names []string
		for _, a := range s.NotAnalysed {
			names = append(names, fmt.Sprintf("%s (%s)", a.Name(), a.Lang))
		}
		p.in(4, count(len(names), "article")+", not English: "+strings.Join(names, ", "))
	}
}

func (p *printer) families(fs []*Family, indent, most int) {
	for i, f := range fs {
		if most > 0 && i == most {
			p.in(indent, fmt.Sprintf("… and %s more", count(len(fs)-i, "text")))
			return
		}
		for _, n := range f.Tree {
			p.node(n, strings.Repeat(" ", indent), "", "")
		}
	}
}

// node sets a text and those that descend from it:
//
//	Norda (its text is not among these pages)
//	├─ The Lake Post, 4 May 2024: credits Norda
//	└─ Coast Daily, 4 May 2024: the same words as The Lake Post
func (p *printer) node(n *Node, indent, branch, trunk string) {
	words := n.Name
	if n.Article == nil {
		words += " (its text is not among these pages)"
	} else {
		words += ", " + When(n.Article.Published)
		if n.Article.Published == nil {
			words = n.Name + ", no date"
		}
		if len(n.Children) == 0 && branch == "" {
			words += ": " + alone(n.Article)
		}
	}
	if len(n.Why) > 0 {
		words += ": " + strings.Join(n.Why, "; ")
		if n.Sure > 0 && n.Sure < 0.5 {
			words += " (not sure)"
		}
	}
	p.para(indent+branch, indent+trunk+"  ", words)
	for i, c := range n.Children {
		if i == len(n.Children)-1 {
			p.node(c, indent+trunk, "└─ ", "   ")
		} else {
			p.node(c, indent+trunk, "├─ ", "│  ")
		}
	}
}

func alone(b *Brief) string {
	if len(b.Credits) > 0 {
		return "credits " + strings.Join(b.Credits, ", ")
	}
	return "a text of its own here"
}

// sayings sets each saying with every way it came:
//
//	Ana Ruiz to the council, 3 May 2024
//	  “No ferry leaves this harbour”
//	    Ana Ruiz > Norda > The Lake Post
//	    = 4 pages, 3 publishers, 2 texts; one source named: Norda
func (p *printer) sayings(all []*Saying, indent, most int) {
	marked := false
	for i, s := range all {
		if most > 0 && i == most {
			p.in(indent, fmt.Sprintf("… and %s more", count(len(all)-i, "saying")))
			break
		}
		marked = p.saying(s, indent, most > 0) || marked
	}
	if marked {
		p.in(indent, "[in brackets]: not named beside these words; known from an earlier quotation, or from another page's credit of the same text")
	}
}

// saying sets one saying; short leaves out all wordings but the first three.
// It reports whether a hop is in brackets.
func (p *printer) saying(s *Saying, indent int, short bool) (marked bool) {
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
	p.in(indent, who)
	for i, w := range s.Wordings {
		if short && i == 3 {
			p.in(indent+2, fmt.Sprintf("… and %s more", count(len(s.Wordings)-i, "wording")))
			break
		}
		words := quoted(w.Text, w.Kind)
		if short {
			words = cut(words, 3*(p.width-indent-4))
			if w.Kind == "direct" && !strings.HasSuffix(words, "”") {
				words += "”"
			}
		}
		p.in(indent+2, words)
		for _, c := range w.Carried {
			chain, inferred := Chain(c.Quote.Chain)
			if chain == "" {
				chain = c.Article.Name()
			}
			if st := c.Quote.Stance; st != "" && st != "said" {
				chain += " (" + strings.ReplaceAll(st, "-", " ") + ")"
			}
			marked = marked || inferred
			p.para(strings.Repeat(" ", indent+4), strings.Repeat(" ", indent+8), chain)
		}
	}
	if s.Standing.Whole != nil {
		l := s.Standing.Ladder()
		p.in(indent+2, "= "+l.Counts()+"; "+l.Named())
	}
	p.gap()
	return marked
}

// Chain is a chain in a line, "Ana Ruiz > Norda > The Lake Post", and whether
// a hop is inferred: those stand in brackets. The publisher is known by its
// page and never in brackets.
func Chain(hops []stemma.Hop) (s string, inferred bool) {
	var names []string
	for _, h := range hops {
		name := h.Who
		if h.How == stemma.HowInherited || h.How == stemma.HowCopy {
			name, inferred = "["+name+"]", true
		}
		names = append(names, name)
	}
	return strings.Join(names, " > "), inferred
}

func (p *printer) events(all []*Event, indent, most int) {
	for i, e := range all {
		if most > 0 && i == most {
			p.in(indent, fmt.Sprintf("… and %s more", count(len(all)-i, "event")))
			return
		}
		p.event(e, indent)
	}
}

// event sets one happening:
//
//	3 May 2024      meeting or talks: Ana Ruiz, Tomas Beck · Port Ellis
//	                “Ruiz met the harbour master on Friday”
//	                = 3 pages, 3 publishers, 2 texts; one source named: Norda
func (p *printer) event(e *Event, indent int) {
	const label = 16
	words := e.KindWords
	if who := e.Who(); len(who) > 0 {
		words += ": " + strings.Join(who, ", ")
	}
	if e.Place != "" {
		words += " · " + e.Place
	}
	if e.Status != "" && e.Status != "happened" {
		words += " · " + strings.ToUpper(e.Status)
	}
	if len(e.ClaimedBy) > 0 {
		words += " · says " + strings.Join(e.ClaimedBy, ", ")
	}
	p.row(indent, label, day(e.Date), words)
	if e.Words != "" {
		p.in(indent+label, cut(e.Words, 2*(p.width-indent-label)))
	}
	for _, c := range e.Contradictions {
		var sides []string
		for _, v := range c.Sides {
			sides = append(sides, fmt.Sprintf("%s (%s)", v.Value, count(len(v.Tellings), "page")))
		}
		p.in(indent+label, "! pages differ on "+c.About+": "+strings.Join(sides, " | "))
	}
	if e.Standing.Whole != nil {
		l := e.Standing.Ladder()
		p.in(indent+label, "= "+l.Counts()+"; "+l.Named())
	}
}

func (p *printer) ledgers(all []Ledger, indent, most int) {
	n := 0
	for _, l := range all {
		for _, c := range l.Claims {
			for _, e := range c.Entries {
				if n++; most > 0 && n > most {
					continue
				}
				p.entry(&c, &e, indent)
			}
		}
	}
	if most > 0 && n > most {
		p.in(indent, fmt.Sprintf("… and %s more", count(n-most, "figure")))
	}
}

// entry sets one claimed number:
//
//	at least 14 people hurt, since 3 May 2024: according to the hospital
//	                (Coast Daily, The Lake Post)
func (p *printer) entry(c *Claim, e *Entry, indent int) {
	words := e.Number
	if e.What != "" {
		words += " " + e.What
	}
	if e.Place != "" {
		words += ", " + e.Place
	}
	if e.AsOf != nil {
		words += ", as of " + When(e.AsOf)
	}
	if c.Who != "" {
		words += ": according to " + c.Who
	} else {
		words += ": no claimant named"
	}
	var in []string
	for _, a := range e.At {
		in = append(in, a.In.Name())
	}
	words += " (" + strings.Join(in, "; ") + ")"
	s := strings.Repeat(" ", indent)
	p.para(s, s+"  ", words)
	if e.Standing.Whole != nil {
		l := e.Standing.Ladder()
		p.in(indent+2, "= "+l.Counts()+"; "+l.Named())
	}
}
