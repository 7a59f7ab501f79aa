package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
)

// eventMentions is the type of lines that stand in a table of their own.
const eventMentions = "event_mentions"

// Mentions are the event mentions of an article, made ready to keep.
type Mentions struct {
	article string
	data    []byte
}

// mentionLists are event mentions as they are kept, a list for each field: a third
// of the size of their line.
type mentionLists struct {
	Of                                              stemma.EventMentions // without the mentions
	Lemma, Part, Tense, Polarity, Modality, Telling []string
	Sure                                            []float64
	// Spans are two numbers for each of the four spans of a mention: from where
	// the mention before begins to where this one does, its length, from there to
	// who and its length, the same of whom and when. A length of 0 is none.
	Spans []int
}

// NewMentions compresses, so use it outside of Write.
func NewMentions(m *stemma.EventMentions) (Mentions, error) {
	l := mentionLists{Of: *m}
	l.Of.Mentions = nil
	last := 0
	for _, x := range m.Mentions {
		l.Lemma, l.Part, l.Tense = append(l.Lemma, x.Lemma), append(l.Part, x.Part), append(l.Tense, x.Tense)
		l.Polarity, l.Modality, l.Telling = append(l.Polarity, x.Polarity), append(l.Modality, x.Modality), append(l.Telling, x.Telling)
		l.Sure = append(l.Sure, x.Sure)
		l.Spans = append(l.Spans, x.Span.Start-last, x.Span.Len())
		last = x.Span.Start
		for _, s := range []*stemma.Span{x.Who, x.Whom, x.When} {
			if s == nil {
				l.Spans = append(l.Spans, 0, 0)
			} else {
				l.Spans = append(l.Spans, s.Start-last, s.Len())
			}
		}
	}
	b, err := json.Marshal(l)
	return Mentions{m.Article, squeeze(b)}, err
}

// mentionsOf undoes NewMentions; nil where words are given and none of them, in
// lower case, is a lemma.
func mentionsOf(data []byte, words []string) (*stemma.EventMentions, error) {
	b, err := unsqueeze(data)
	if err != nil {
		return nil, err
	}
	low := b
	if len(words) > 0 {
		low = bytes.ToLower(b)
	}
	if len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return bytes.Contains(low, []byte(`"`+w+`"`)) }) {
		return nil, nil // a tenth of the time of reading them
	}
	var l mentionLists
	if err := json.Unmarshal(b, &l); err != nil {
		return nil, err
	}
	n := len(l.Lemma)
	for _, k := range []int{len(l.Part), len(l.Tense), len(l.Polarity), len(l.Modality), len(l.Telling), len(l.Sure), len(l.Spans) / 8} {
		if k != n {
			return nil, errors.New("lists of unequal length")
		}
	}
	out := &l.Of
	out.Mentions = make([]stemma.EventMention, n)
	last := 0
	for i := range out.Mentions {
		s := l.Spans[8*i:]
		last += s[0]
		at := func(k int) *stemma.Span {
			if s[k+1] == 0 {
				return nil
			}
			return &stemma.Span{Start: last + s[k], End: last + s[k] + s[k+1]}
		}
		out.Mentions[i] = stemma.EventMention{Span: stemma.Span{Start: last, End: last + s[1]}, Lemma: l.Lemma[i], Part: l.Part[i], Tense: l.Tense[i], Polarity: l.Polarity[i], Modality: l.Modality[i],
			Who: at(2), Whom: at(4), When: at(6), Telling: l.Telling[i], Sure: l.Sure[i]}
	}
	return out, nil
}

// PutMentions keeps the event mentions of a capture's articles in place of those
// it had.
func (t *Tx) PutMentions(capture string, ms []Mentions) error {
	if err := t.exec(`DELETE FROM event_mentions WHERE capture = ?`, capture); err != nil {
		return fmt.Errorf("keep event mentions of %s: %w", capture, err)
	}
	return t.insert(`event_mentions (article, capture, data)`, len(ms), func(i int) []any {
		return []any{ms[i].article, capture, ms[i].data}
	})
}

// Mentions calls f with the event mentions of each article, in order of id; with
// words, in lower case, it may pass over articles in which none is a lemma.
func (s *Store) Mentions(ctx context.Context, words []string, f func(*stemma.EventMentions) error) error {
	return s.eachMentions(ctx, words, f, `m.article > ?`, "")
}

// mentions calls f with the lines of event mentions that a condition picks.
func (s *Store) mentions(ctx context.Context, f func(id string, line []byte) error, where, arg string) error {
	return s.eachMentions(ctx, nil, func(m *stemma.EventMentions) error {
		line, err := stemma.Encode(m)
		if err != nil {
			return err
		}
		return f(m.ID, line)
	}, where, arg)
}

// eachMentions calls f with the event mentions of articles that are published.
func (s *Store) eachMentions(ctx context.Context, words []string, f func(*stemma.EventMentions) error, where, arg string) error {
	rows, err := s.read.QueryContext(ctx, `SELECT m.article, m.data FROM event_mentions m JOIN line l ON l.id = m.article WHERE `+where+` ORDER BY m.article`, arg)
	if err != nil {
		return fmt.Errorf("read event mentions: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var article string
		var data sql.RawBytes
		if err := rows.Scan(&article, &data); err != nil {
			return fmt.Errorf("read event mentions: %w", err)
		}
		m, err := mentionsOf(data, words)
		if err != nil {
			return fmt.Errorf("event mentions of %s: %w: %w", article, ErrDamaged, err)
		}
		if m == nil {
			continue
		}
		if err := f(m); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("read event mentions: %w", err)
	}
	return nil
}

// articleOf is the article whose event mentions have an id: the two differ in
// their letter, so that they are in one order.
func articleOf(id string) string { return stemma.ArticleID + strings.TrimPrefix(id, stemma.MentionsID) }

// mentionsLine is the line of one id, or ErrNotFound.
func (s *Store) mentionsLine(ctx context.Context, id string) (line []byte, err error) {
	err = s.mentions(ctx, func(_ string, l []byte) error { line = l; return nil }, `m.article = ?`, articleOf(id))
	if err == nil && line == nil {
		err = ErrNotFound
	}
	return line, err
}
