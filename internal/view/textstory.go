package view

import (
	"fmt"
	"strings"
)

// Most lines of one kind a summary prints; show prints all.
const mostShown = 12

// story sets a story: its ladder, how its texts descend, who said what, what
// happened, how many. most is how many lines of each kind, 0 for all.
func (p *printer) story(s *Story, most int) {
	p.title(s.Name())
	when := When(s.From)
	if s.From == nil {
		when = "dates not known"
	} else if u := When(s.Until); s.Until != nil && u != when {
		when += " to " + u
	}
	p.in(2, when+" · "+count(s.Pages, "page")+", "+count(s.Publishers, "publisher")+", "+count(s.Texts, "text")+", "+count(len(s.Sources), "source")+" named")
	if s.Several() {
		p.in(2, s.Voices())
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
		p.events(s.Events, matterOf(s), 4, most)
	}
	if len(s.Ledgers) > 0 {
		p.head("  HOW MANY, ON WHOSE WORD")
		p.ledgers(s.Ledgers, 4, most)
	}
	if len(s.Line) > 0 {
		p.head("  THE SAME MATTER, BEFORE AND AFTER")
		p.storyLines(s.Line, 4, most)
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
			p.in(indent, more(len(fs)-i, "text"))
			return
		}
		for _, n := range f.Tree {
			p.node(n, strings.Repeat(" ", indent), "", "", most > 0)
		}
	}
}

// node sets a text and those that descend from it:
//
//	Norda (a text that is not among these pages)
//	├─ The Lake Post, 4 May 2024: credits Norda
//	└─ Coast Daily, 4 May 2024: the same words as The Lake Post
func (p *printer) node(n *Node, indent, branch, trunk string, short bool) {
	words := n.Name
	if n.Article == nil {
		if words += " (a text that is not among these pages)"; n.Name == "a text" {
			words = "a text that is not among these pages"
		}
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
		why := strings.Join(n.Why, "; ")
		if short {
			why = cut(why, p.width)
		}
		words += ": " + why
		if n.Sure > 0 && n.Sure < 0.5 {
			words += " (not sure)"
		}
	}
	p.para(indent+branch, indent+trunk+"  ", words)
	for i, c := range n.Children {
		if i == len(n.Children)-1 {
			p.node(c, indent+trunk, "└─ ", "   ", short)
		} else {
			p.node(c, indent+trunk, "├─ ", "│  ", short)
		}
	}
}

func alone(b *Brief) string {
	if len(b.Credits) > 0 {
		return "credits " + strings.Join(b.Credits, ", ")
	}
	return "a text of its own here"
}
