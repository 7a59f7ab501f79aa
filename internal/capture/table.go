package capture

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
)

// Columns names the columns of a table by their headings. All but Text may be
// empty.
type Columns struct{ Text, Title, Outlet, URL, Date string }

// ParseColumns reads columns as they are named on the command line:
// "text=body,title=headline". Of no words it is nil.
func ParseColumns(s string) (*Columns, error) {
	if s == "" {
		return nil, nil
	}
	c := &Columns{}
	to := map[string]*string{"text": &c.Text, "title": &c.Title, "outlet": &c.Outlet, "url": &c.URL, "date": &c.Date}
	for _, part := range strings.Split(s, ",") {
		key, col, ok := strings.Cut(part, "=")
		p := to[strings.TrimSpace(key)]
		if !ok || p == nil || strings.TrimSpace(col) == "" {
			return nil, fmt.Errorf("%q names no column", part)
		}
		*p = strings.TrimSpace(col)
	}
	if c.Text == "" {
		return nil, errors.New("the column of the text is not named")
	}
	return c, nil
}

// in reports whether content is a table with the column of the text.
func (c *Columns) in(head []byte) bool {
	r := newTable(bytes.NewReader(head), head)
	row, err := r.Read()
	return err == nil && find(row, c.Text) >= 0
}

// newTable reads a table whose cells stand between commas, semicolons or tabs,
// whichever its first line has most of.
func newTable(r io.Reader, head []byte) *csv.Reader {
	first, _, _ := bytes.Cut(head, []byte("\n"))
	t := csv.NewReader(r)
	t.LazyQuotes, t.FieldsPerRecord, t.ReuseRecord = true, -1, true
	for _, sep := range []rune{';', '\t'} {
		if bytes.Count(first, []byte(string(sep))) > bytes.Count(first, []byte(string(t.Comma))) {
			t.Comma = sep
		}
	}
	return t
}

// find is the index of a heading, whatever its case, or -1.
func find(row []string, heading string) int {
	if heading == "" {
		return -1
	}
	for i, h := range row {
		if strings.EqualFold(strings.TrimSpace(strings.TrimPrefix(h, "\ufeff")), heading) {
			return i
		}
	}
	return -1
}

// table yields each row of a table as a page of text: title, date and text,
// a blank line between them.
func (w *walker) table(name string, r interface {
	io.Reader
	Peek(int) ([]byte, error)
}) error {
	head, _ := r.Peek(sniffed)
	limit := &stopper{r: r, left: w.opts.limit()}
	t := newTable(limit, head)
	row, err := t.Read()
	if err != nil {
		return w.skip(name, "it cannot be read as a table: "+err.Error())
	}
	is := w.opts.CSV
	text, title, outlet, url, date := find(row, is.Text), find(row, is.Title), find(row, is.Outlet), find(row, is.URL), find(row, is.Date)
	empty := 0
	for n := 2; ; n++ {
		limit.left = w.opts.limit()
		row, err := t.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			if err := w.skip(name, fmt.Sprintf("its row %d and what follows cannot be read as a table: %v", n, err)); err != nil {
				return err
			}
			break
		}
		if strings.TrimSpace(cell(row, text)) == "" {
			empty++
			continue
		}
		if err := w.row(fmt.Sprintf("%s#%d", name, n), cell(row, text), cell(row, title), cell(row, outlet), cell(row, url), cell(row, date)); err != nil {
			return err
		}
	}
	if empty > 0 {
		return w.skip(name, fmt.Sprintf("%d of its rows have no text", empty))
	}
	return nil
}

func cell(row []string, i int) string {
	if i < 0 || i >= len(row) {
		return ""
	}
	return row[i]
}

// row yields one row. Where it names its outlet, its fields are labelled, as the
// reader of texts knows them.
func (w *walker) row(label, text, title, outlet, url, date string) error {
	var b strings.Builder
	for _, part := range []struct{ label, words string }{{"Source: ", outlet}, {"Title: ", title}, {"Date: ", readable(date)}, {"Text:\n", text}} {
		words := strings.TrimSpace(part.words)
		if words == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		if strings.TrimSpace(outlet) != "" {
			b.WriteString(part.label)
		}
		b.WriteString(words)
	}
	c := stemma.Capture{Page: label, Grade: stemma.GradeText, Media: "text/plain"}
	if u := strings.TrimSpace(url); IsURL(u) {
		c.URL = u
	}
	return w.yield(Page{Capture: c, Body: []byte(b.String())})
}

// readable writes a date of a table as pages print dates: "2021-06-23 00:00" ->
// "23 June 2021". What is no such date stays.
func readable(s string) string {
	s = strings.TrimSpace(s)
	for _, form := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02", "20060102", "2006/01/02"} {
		if t, err := time.Parse(form, s); err == nil {
			return t.Format("2 January 2006")
		}
	}
	return s
}

// stopper fails with tooLarge once more than left bytes were read: a cell that
// never ends must not fill the memory.
type stopper struct {
	r    io.Reader
	left int64
}

func (s *stopper) Read(p []byte) (int, error) {
	if s.left < 0 {
		return 0, errors.New("it is larger than a page may be")
	}
	n, err := s.r.Read(p)
	s.left -= int64(n)
	return n, err
}
