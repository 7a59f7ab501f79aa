package capture

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"

	"github.com/stemma-news/stemma"
)

// deepest is how many layers of parts within parts are looked into.
const deepest = 8

// part is one decoded leaf of a message.
type part struct {
	media, charset, location string
	body                     []byte
}

// mail yields the page within a message: of a page saved as .mhtml its HTML, of
// a letter its HTML, else its text.
func (w *walker) mail(name string, r io.Reader) error {
	raw, err := w.all(r)
	if err != nil {
		return w.skip(name, unpackReason(err))
	}
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return w.skip(name, "it looks like a saved message and cannot be read as one: "+err.Error())
	}
	leaf, err := w.leaf(textproto.MIMEHeader(m.Header), m.Body, 0)
	if err != nil {
		return w.skip(name, unpackReason(err))
	}
	if leaf == nil {
		return w.skip(name, "the message holds no page: neither HTML nor text")
	}
	c := stemma.Capture{Page: name, Grade: stemma.GradeSaved, Media: leaf.media, Charset: leaf.charset}
	for _, u := range []string{m.Header.Get("Snapshot-Content-Location"), leaf.location, m.Header.Get("Content-Location")} {
		if u = strings.TrimSpace(u); IsURL(u) {
			c.URL = u
			break
		}
	}
	if t, err := m.Header.Date(); err == nil {
		t = t.UTC()
		c.At = &t
	}
	head := map[string]any{}
	for _, k := range []string{"From", "Subject", "Message-Id"} {
		if v := m.Header.Get(k); v != "" {
			head[strings.ToLower(k)] = decodeWord(v)
		}
	}
	return w.yield(Page{Capture: c, Body: leaf.body, Meta: meta(head)})
}

func decodeWord(s string) string {
	if d, err := new(mime.WordDecoder).DecodeHeader(s); err == nil {
		s = d
	}
	return strings.ToValidUTF8(s, "\ufffd")
}

// leaf returns the first part of HTML, else of text, or nil.
func (w *walker) leaf(h textproto.MIMEHeader, body io.Reader, depth int) (*part, error) {
	media, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		media = "text/plain"
	}
	if strings.HasPrefix(media, "multipart/") && params["boundary"] != "" && depth < deepest {
		var best *part
		mr := multipart.NewReader(body, params["boundary"])
		for {
			p, err := mr.NextRawPart()
			if err != nil { // the end, or as far as it can be read
				if best == nil && !errors.Is(err, io.EOF) {
					return nil, err
				}
				return best, nil
			}
			l, err := w.leaf(p.Header, p, depth+1)
			if err != nil {
				return nil, err
			}
			if l != nil && (best == nil || best.media != "text/html" && l.media == "text/html") {
				best = l
			}
			if best != nil && best.media == "text/html" {
				return best, nil
			}
		}
	}
	if media == "application/xhtml+xml" {
		media = "text/html"
	}
	if media != "text/html" && media != "text/plain" || strings.HasPrefix(h.Get("Content-Disposition"), "attachment") {
		return nil, nil
	}
	switch strings.ToLower(strings.TrimSpace(h.Get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	b, err := atMost(body, w.opts.limit())
	if errors.Is(err, tooLarge(w.opts.limit())) {
		return nil, err
	}
	if len(bytes.TrimSpace(b)) == 0 {
		return nil, nil
	}
	return &part{media, params["charset"], h.Get("Content-Location"), b}, nil
}
