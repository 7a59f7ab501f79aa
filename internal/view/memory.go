package view

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/store"
)

// Memory is a record held in memory, as read from JSON lines. It has no
// payloads but those given to it, so its pages show articles as they were read
// and not as they were captured.
type Memory struct {
	lines    map[string]memLine
	byType   map[string][]string
	about    map[string][]string // ids of the lines that name an id
	payloads map[string][]byte
}

type memLine struct {
	typ  string
	line []byte
}

// ReadLines reads a record from JSON lines, as export writes them. The first
// line must be the header of a schema this program knows; lines of unknown
// types are kept and not looked at.
func ReadLines(r io.Reader) (*Memory, error) {
	m := &Memory{lines: map[string]memLine{}, byType: map[string][]string{}, about: map[string][]string{}, payloads: map[string][]byte{}}
	b := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		line, err := b.ReadBytes('\n')
		line = bytes.TrimRight(line, "\r\n")
		if n == 1 {
			if err := checkHeader(line); err != nil {
				return nil, err
			}
		} else if len(line) > 0 {
			if err := m.add(n, line); err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
	}
	for _, ids := range m.byType {
		sort.Strings(ids)
	}
	for _, ids := range m.about {
		sort.Strings(ids)
	}
	return m, nil
}

func checkHeader(line []byte) error {
	var h stemma.Header
	if err := json.Unmarshal(line, &h); err != nil || h.Type != "stemma" {
		return fmt.Errorf("the first line is not a stemma header: %w", store.ErrNotRecord)
	}
	if h.Schema > stemma.Schema {
		return fmt.Errorf("the lines are of schema %d, this program reads up to %d: %w", h.Schema, stemma.Schema, store.ErrNotRecord)
	}
	return nil
}

func (m *Memory) add(n int, line []byte) error {
	var v map[string]any
	if err := json.Unmarshal(line, &v); err != nil {
		return err
	}
	typ, _ := v["type"].(string)
	if typ == "" {
		return errors.New("a line without a type")
	}
	id, _ := v["id"].(string)
	if typ == "standing" && id == "" {
		part := ""
		if p, ok := v["part"].(float64); ok {
			part = strconv.Itoa(int(p))
		}
		of, _ := v["of"].(string)
		id = stemma.ID(stemma.StandingID, of, part)
	}
	if id == "" {
		id = "line:" + fmt.Sprintf("%09d", n)
	}
	if _, twice := m.lines[id]; twice {
		return fmt.Errorf("a second line of id %s", id)
	}
	m.lines[id] = memLine{typ, line}
	m.byType[typ] = append(m.byType[typ], id)
	seen := map[string]bool{id: true}
	for _, field := range v {
		m.refer(id, field, seen)
	}
	return nil
}

// refer notes that the line of an id names every string of v that looks like
// an id. Texts are long or hold spaces and are passed over.
func (m *Memory) refer(id string, v any, seen map[string]bool) {
	switch v := v.(type) {
	case string:
		if len(v) < 64 && !seen[v] && !strings.Contains(v, " ") {
			seen[v] = true
			m.about[v] = append(m.about[v], id)
		}
	case []any:
		for _, w := range v {
			m.refer(id, w, seen)
		}
	case map[string]any:
		for _, w := range v {
			m.refer(id, w, seen)
		}
	}
}

// SetPayload gives the bytes of a capture.
func (m *Memory) SetPayload(capture string, b []byte) { m.payloads[capture] = b }

// Mentions implements [Record].
func (m *Memory) Mentions(ctx context.Context, _ []string, f func(*stemma.EventMentions) error) error {
	return each(ctx, m, "event_mentions", func(_ string, v *stemma.EventMentions) error { return f(v) })
}

// Lines implements [Record].
func (m *Memory) Lines(ctx context.Context, typ string, f func(string, []byte) error) error {
	return m.LinesAfter(ctx, typ, "", f)
}

// LinesAfter implements [Record].
func (m *Memory) LinesAfter(ctx context.Context, typ, after string, f func(string, []byte) error) error {
	ids := m.byType[typ]
	i := sort.Search(len(ids), func(i int) bool { return ids[i] > after })
	for _, id := range ids[i:] {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := f(id, m.lines[id].line); err != nil {
			return err
		}
	}
	return nil
}

// Line implements [Record].
func (m *Memory) Line(_ context.Context, id string) (string, []byte, error) {
	l, ok := m.lines[id]
	if !ok {
		return "", nil, store.ErrNotFound
	}
	return l.typ, l.line, nil
}

// About implements [Record].
func (m *Memory) About(_ context.Context, typ, id string, f func(string, []byte) error) error {
	for _, lid := range m.about[id] {
		if l := m.lines[lid]; l.typ == typ {
			if err := f(lid, l.line); err != nil {
				return err
			}
		}
	}
	return nil
}

// Dated implements [Record].
func (m *Memory) Dated(_ context.Context, typ string, offset, limit int) ([]store.Dated, int, error) {
	type key struct {
		store.Dated
		date *stemma.Date
	}
	var all []key
	for _, t := range []string{"event", "saying"} {
		if typ != "" && typ != t {
			continue
		}
		for _, id := range m.byType[t] {
			var l struct{ Date *stemma.Date }
			if err := json.Unmarshal(m.lines[id].line, &l); err != nil {
				return nil, 0, fmt.Errorf("read %s %s: %w", t, id, err)
			}
			all = append(all, key{store.Dated{ID: id, Type: t}, l.Date})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return before(all[i].date, all[j].date) < 0 })
	var out []store.Dated
	for i := max(0, offset); i < len(all) && (limit <= 0 || len(out) < limit); i++ {
		out = append(out, all[i].Dated)
	}
	return out, len(all), nil
}

// Payload implements [Record].
func (m *Memory) Payload(_ context.Context, capture string) ([]byte, error) {
	b, ok := m.payloads[capture]
	if !ok {
		return nil, store.ErrNotFound
	}
	return b, nil
}

// Count implements [Record].
func (m *Memory) Count(context.Context) (map[string]int, error) {
	out := map[string]int{}
	for typ, ids := range m.byType {
		out[typ] = len(ids)
	}
	return out, nil
}

// Search implements [Record]: articles that hold all the words, those that
// hold them oftener first. Whole words, letters of either case.
func (m *Memory) Search(ctx context.Context, words string, limit int) ([]store.Hit, error) {
	want := strings.Fields(strings.ToLower(words))
	if len(want) == 0 {
		return nil, nil
	}
	var hits []store.Hit
	err := each(ctx, m, "article", func(id string, a *stemma.Article) error {
		if spans := findWords(a.Text, want); spans != nil {
			hits = append(hits, store.Hit{Article: id, Snippet: spans})
		}
		return nil
	})
	sort.SliceStable(hits, func(i, j int) bool { return len(hits[i].Snippet) > len(hits[j].Snippet) })
	if limit > 0 && len(hits) > limit {
		hits = hits[:limit]
	}
	return hits, err
}

// findWords returns where the words stand in text, nil unless all do.
func findWords(text string, want []string) []stemma.Span {
	var out []stemma.Span
	found := map[string]bool{}
	for i := 0; i < len(text); {
		c, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			i += n
			continue
		}
		j := i
		for j < len(text) {
			c, n := utf8.DecodeRuneInString(text[j:])
			if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) {
				break
			}
			j += n
		}
		if w := strings.ToLower(text[i:j]); slices.Contains(want, w) {
			found[w] = true
			out = append(out, stemma.Span{Start: i, End: j})
		}
		i = j
	}
	for _, w := range want {
		if !found[w] {
			return nil
		}
	}
	return out
}
