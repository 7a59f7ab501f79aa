package export

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/view"
)

// ploverColumns are the columns of PLOVER: a row is one telling. Lists are
// parted by "|". Offsets are bytes of the article's text, half-open.
var ploverColumns = []string{
	"event", "telling", "type", "mode", "cameo_root", "status", "from", "until", "date_how",
	"actors", "actor_ids", "actor_countries", "recipients", "recipient_ids", "recipient_countries", "countries", "place",
	"on_word_of", "background", "article", "page", "outlet", "published", "spans", "exact", "rule", "sure",
}

// PLOVER writes every telling as a row of tab-separated values under a row of
// column names, in order of event and telling.
func PLOVER(ctx context.Context, w io.Writer, rec view.Record) error {
	type source struct{ page, outlet, published string }
	articles := map[string]source{}
	err := eachLine(ctx, rec, "article", func(a *stemma.Article) {
		articles[a.ID] = source{a.Page, a.Outlet, day(a.Published)}
	})
	if err != nil {
		return err
	}
	country := map[string]string{}
	if err := eachLine(ctx, rec, "entity", func(e *stemma.Entity) { country[e.ID] = e.Country }); err != nil {
		return err
	}
	var all []*stemma.Telling
	if err := eachLine(ctx, rec, "telling", func(t *stemma.Telling) { all = append(all, t) }); err != nil {
		return err
	}
	slices.SortStableFunc(all, func(a, b *stemma.Telling) int {
		if c := strings.Compare(string(a.Event), string(b.Event)); c != 0 {
			return c
		}
		return strings.Compare(a.ID, b.ID)
	})
	b := bufio.NewWriterSize(w, 1<<16)
	row(b, ploverColumns)
	countries := func(ids []string) string {
		var out []string
		for _, id := range ids {
			out = append(out, country[id])
		}
		return list(out)
	}
	for _, t := range all {
		kind, mode := t.Plover()
		from, until, how := "", "", ""
		if t.Date != nil {
			from, until, how = t.Date.From.Format(time.RFC3339), t.Date.Until.Format(time.RFC3339), t.Date.How
		}
		var who, spans, exact []string
		for _, h := range t.Chain {
			who = append(who, h.Who)
		}
		for _, c := range t.Cites {
			for _, s := range c.Spans {
				spans = append(spans, fmt.Sprintf("%d-%d", s.Start, s.End))
			}
			exact = append(exact, c.Exact)
		}
		in := articles[t.Article]
		row(b, []string{
			string(t.Event), t.ID, kind, mode, stemma.Cameo(kind), t.Status, from, until, how,
			list(t.ActorNames), list(t.Actors), countries(t.Actors), list(t.RecipientNames), list(t.Recipients), countries(t.Recipients), list(t.Countries), t.Place,
			list(who), strconv.FormatBool(t.Background), t.Article, in.page, in.outlet, in.published, list(spans), list(exact), t.By.Rule,
			strconv.FormatFloat(t.Sure, 'f', 2, 64),
		})
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write PLOVER: %w", err)
	}
	return nil
}

// eachLine calls f with every line of a type, in order of id.
func eachLine[T any](ctx context.Context, rec view.Record, typ string, f func(*T)) error {
	return rec.Lines(ctx, typ, func(id string, line []byte) error {
		v := new(T)
		if err := json.Unmarshal(line, v); err != nil {
			return fmt.Errorf("read %s %s: %w", typ, id, err)
		}
		f(v)
		return nil
	})
}

func day(d *stemma.Date) string {
	if d == nil {
		return ""
	}
	return d.From.Format(time.RFC3339)
}

// list joins the values of one cell.
func list(values []string) string { return strings.Join(values, "|") }

// row writes one row: tabs and ends of lines within a cell become spaces.
func row(b *bufio.Writer, cells []string) {
	for i, c := range cells {
		if i > 0 {
			b.WriteByte('\t')
		}
		b.WriteString(blanks.Replace(c))
	}
	b.WriteByte('\n')
}

var blanks = strings.NewReplacer("\t", " ", "\r", " ", "\n", " ")
