package view

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/stemma-news/stemma"
)

// What is one thing `show` can show.
type What struct {
	Name  string
	About string
	// Types are the lines that -json prints for it, in this order.
	Types []string
	text  func(ctx context.Context, p *printer, r *Reader) error
}

// Whats are all of them in the order of the help; the first is shown where
// nobody says what.
var Whats = []What{
	{"stories", "what happened, who said what through whom, how many", []string{"story"}, textStories},
	{"timeline", "events and sayings in order of time", []string{"event", "saying"}, textTimeline},
	{"sayings", "what was said, in all its wordings", []string{"saying"}, textSayings},
	{"quotes", "every quotation on every page", []string{"quote"}, textQuotes},
	{"events", "what happened, and how each line stands", []string{"event"}, textEvents},
	{"mentions", "every word that tells of something happening, event or not", []string{"event_mentions"}, textMentions},
	{"figures", "claimed numbers, by measure and claimant", []string{"figure"}, textFigures},
	{"names", "people, organisations and places", []string{"entity"}, textNames},
	{"sources", "whom lines come from at first, and what rests on one alone", []string{"standing"}, textSources},
	{"disputes", "where pages differ, and what is denied", []string{"event", "quote"}, textDisputes},
	{"families", "texts that descend from one another", []string{"family"}, textFamilies},
	{"copies", "which words repeat which", []string{"copy"}, textCopies},
	{"pages", "captures and the articles read out of them", []string{"capture", "article"}, textPages},
	{"skips", "what was not read, and why", []string{"skip"}, textSkips},
	{"log", "what was done to the record, and what people decided", []string{"log", "correction"}, textLog},
}

// ErrWhat says that nothing of that name can be shown.
var ErrWhat = errors.New("no such thing to show")

// Lookup returns the What of a name; "" is the first.
func Lookup(name string) (What, error) {
	for _, w := range Whats {
		if name == "" || w.Name == name {
			return w, nil
		}
	}
	var names []string
	for _, w := range Whats {
		names = append(names, w.Name)
	}
	return What{}, fmt.Errorf("show %q: %w: it is one of %s, or the id of a line", name, ErrWhat, strings.Join(names, ", "))
}

// Show prints one What of the record, or the line of an id with its standing.
// width is in columns, 0 for the usual.
func Show(ctx context.Context, w io.Writer, rec Record, what string, width int) error {
	p := newPrinter(width)
	r := Of(rec)
	v, err := Lookup(what)
	if err != nil {
		if lerr := p.line(ctx, r, what); lerr != nil {
			if errors.Is(lerr, ErrNotFound) {
				return err
			}
			return lerr
		}
		return p.to(w)
	}
	if err := v.text(ctx, p, r); err != nil {
		return err
	}
	if p.b.Len() == 0 {
		p.in(0, "The record holds no "+v.Name+".")
	}
	return p.to(w)
}

// line prints the line of an id.
func (p *printer) line(ctx context.Context, r *Reader, id string) error {
	typ, _, err := r.rec.Line(ctx, id)
	if err != nil {
		return err
	}
	switch typ {
	case "story", "article":
		s, err := r.Story(ctx, id, 0)
		if err != nil {
			return err
		}
		p.story(s, 0)
	case "saying", "quote":
		s, err := r.Saying(ctx, id)
		if err != nil {
			return err
		}
		p.saying(s, 0, false)
		p.why(s.Standing)
	case "event", "telling":
		e, err := r.Event(ctx, id)
		if err != nil {
			return err
		}
		p.event(e, 0, false)
		for _, t := range e.Tellings {
			p.para("  ", "    ", t.In.Name()+": "+strings.Join(exacts(t.Cites), " … "))
		}
		p.why(e.Standing)
	case "figure":
		f, err := get[stemma.Figure](ctx, r.rec, "figure", id)
		if err != nil {
			return err
		}
		ls, err := r.ledgers(ctx, []stemma.Figure{*f})
		if err != nil {
			return err
		}
		p.ledgers(ls, 0, 0)
		p.para("  ", "    ", ls[0].Claims[0].Entries[0].At[0].In.Name()+": "+strings.Join(exacts(f.Cites), " … "))
		p.why(ls[0].Claims[0].Entries[0].Standing)
	case "family":
		f, err := r.Family(ctx, id)
		if err != nil {
			return err
		}
		return p.family(ctx, r, f, 0, 0)
	case "entity":
		n, err := r.Name(ctx, id)
		if err != nil {
			return err
		}
		p.name(n)
	default:
		return fmt.Errorf("show %s: a line of type %s is shown with -json: %w", id, typ, ErrWhat)
	}
	return nil
}

func (p *printer) why(s Standing) {
	if s.Whole == nil {
		return
	}
	p.head("HOW IT STANDS")
	p.standing(s.Whole, 2)
	for i := range s.Parts {
		p.head(fmt.Sprintf("PART %d", *s.Parts[i].Part+1))
		p.standing(&s.Parts[i], 2)
	}
}

func (p *printer) name(n *Name) {
	p.in(0, n.Name+" ("+strings.Join(nonEmpty(n.Kind, n.Country), ", ")+")")
	if len(n.Also) > 0 {
		p.in(2, "also: "+strings.Join(n.Also, "; "))
	}
	for _, role := range n.Roles {
		p.in(2, RoleWords(role))
	}
	if len(n.Sayings) > 0 {
		p.head("SAID")
		p.sayings(n.Sayings, 2, 0)
	}
	if len(n.Events) > 0 {
		p.head("DID, OR WAS DONE TO")
		p.events(n.Events, nil, 2, 0)
	}
}

func nonEmpty(ss ...string) []string {
	var out []string
	for _, s := range ss {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
