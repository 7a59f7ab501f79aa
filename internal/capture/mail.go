package capture

import (
	"bytes"
	"io"
	"mime"
	"net/mail"
	"strings"

	"github.com/stemma-news/stemma"
)

// mail yields a letter, or a page saved as .mhtml, as it is: reading it finds
// the part that is the page. Its head gives the address and the time.
func (w *walker) mail(name string, r io.Reader) error {
	raw, err := w.all(r)
	if err != nil {
		return w.skip(name, unpackReason(err))
	}
	p := Page{Capture: stemma.Capture{Page: name, Grade: stemma.GradeSaved, Media: "message/rfc822"}, Body: raw}
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return w.yield(p)
	}
	for _, k := range []string{"Snapshot-Content-Location", "Content-Location"} {
		if u := strings.TrimSpace(m.Header.Get(k)); IsURL(u) {
			p.URL = u
			break
		}
	}
	if t, err := m.Header.Date(); err == nil {
		t = t.UTC()
		p.At = &t
	}
	head := map[string]any{}
	for _, k := range []string{"From", "Subject", "Message-Id"} {
		if v := m.Header.Get(k); v != "" {
			head[strings.ToLower(k)] = decodeWord(v)
		}
	}
	p.Meta = meta(head)
	return w.yield(p)
}

func decodeWord(s string) string {
	if d, err := new(mime.WordDecoder).DecodeHeader(s); err == nil {
		s = d
	}
	return strings.ToValidUTF8(s, "\ufffd")
}
