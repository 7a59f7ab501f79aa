package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strconv"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/view"
)

// mentionColumns are those of event mentions, a row each. Offsets are bytes of
// the article's text, half-open; spans are "start-end".
var mentionColumns = []string{
	"article", "page", "outlet", "published", "start", "end", "word", "lemma", "part", "tense", "polarity", "modality",
	"who", "who_span", "whom", "whom_span", "when", "when_span", "telling", "sure",
}

// Mentions writes every event mention as a row of tab-separated values under a
// row of column names, in the order of the texts.
func Mentions(ctx context.Context, w io.Writer, rec view.Record) error {
	b := bufio.NewWriterSize(w, 1<<16)
	row(b, mentionColumns)
	r := view.Of(rec)
	err := r.Mentions(ctx, "", 0, func(in view.Brief, ms []view.Mention) error {
		for i := range ms {
			m := &ms[i]
			row(b, []string{
				in.ID, in.Page, in.Publisher, day(in.Published), strconv.Itoa(m.Span.Start), strconv.Itoa(m.Span.End), m.Word, m.Lemma, m.Part, m.Tense, m.Polarity, m.Modality,
				m.WhoWords, span(m.Who), m.WhomWords, span(m.Whom), m.WhenWords, span(m.When), m.Telling, strconv.FormatFloat(m.Sure, 'f', 2, 64),
			})
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("write event mentions: %w", err)
	}
	return b.Flush()
}

func span(s *stemma.Span) string {
	if s == nil {
		return ""
	}
	return fmt.Sprintf("%d-%d", s.Start, s.End)
}
