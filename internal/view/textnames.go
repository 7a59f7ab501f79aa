package view

import (
	"context"
	"fmt"
	"strings"

	"github.com/stemma-news/stemma"
)

func textSources(ctx context.Context, p *printer, r *Reader) error {
	ss, err := r.Sources(ctx)
	if err != nil {
		return err
	}
	for _, s := range ss {
		words := count(s.Lines, "line")
		if s.Alone > 0 {
			words += fmt.Sprintf(", %d of them on nothing else", s.Alone)
		}
		p.row(0, 30, s.Name, words+" · "+strings.Join(append([]string{s.Kind}, s.Facts...), ", "))
	}
	return nil
}

func textDisputes(ctx context.Context, p *printer, r *Reader) error {
	ds, err := r.Disputes(ctx)
	if err != nil {
		return err
	}
	for _, d := range ds {
		if d.Event != nil {
			p.event(d.Event, 0, false)
			p.gap()
		} else {
			p.saying(d.Saying, 0, false)
		}
	}
	return nil
}

func textNames(ctx context.Context, p *printer, r *Reader) error {
	for _, kind := range []string{stemma.Person, stemma.Organisation, stemma.Place, Other} {
		ns, err := r.Names(ctx, kind)
		if err != nil {
			return err
		}
		if len(ns) == 0 {
			continue
		}
		p.head(strings.ToUpper(kind))
		for _, n := range ns {
			words := strings.Join(nonEmpty(n.Country, count(n.Articles, "article"), strings.Join(n.Roles, "; ")), " · ")
			if len(n.Also) > 0 {
				words += " · also: " + strings.Join(n.Also, "; ")
			}
			p.row(2, 30, n.Name, words+tag(n.ID))
		}
	}
	return nil
}
