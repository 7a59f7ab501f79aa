package capture

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/textproto"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
)

// Bounds of the heads of records.
const (
	maxHead   = 1 << 20 // bytes of one head
	maxBlanks = 64      // empty lines between two records
)

// record is one record of a web archive, before its content is looked at.
type record struct {
	kind   string // response, resource, conversion, ...
	uri    string
	at     *time.Time
	head   textproto.MIMEHeader
	length int64
}

// warc yields the pages of a web archive (ISO 28500, WARC 1.0 and 1.1):
// responses of status 200, resources and conversions that are HTML, text or
// feeds. What else there is is counted in one skip.
func (w *walker) warc(name string, r io.Reader) error {
	br := bufio.NewReaderSize(r, 64<<10)
	others := map[string]int{}
	for n := 1; ; n++ {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		rec, err := next(br)
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			block := &io.LimitedReader{R: br, N: rec.length}
			if err = w.record(name, rec, block, others); err != nil {
				return err
			}
			_, err = io.Copy(io.Discard, block)
			if err == nil && block.N > 0 {
				err = io.ErrUnexpectedEOF
			}
		}
		if err != nil {
			if err := w.skip(name, fmt.Sprintf("from its record %d on it cannot be read: %s", n, strings.TrimPrefix(unpackReason(err), "it cannot be read: "))); err != nil {
				return err
			}
			break
		}
	}
	if len(others) > 0 {
		return w.skip(name, tally(others))
	}
	return nil
}

// next reads the head of the next record; io.EOF where there is none.
func next(br *bufio.Reader) (*record, error) {
	var line []byte
	var err error
	for range maxBlanks {
		if line, err = br.ReadSlice('\n'); err != nil {
			if errors.Is(err, io.EOF) && len(bytes.TrimSpace(line)) > 0 {
				return nil, io.ErrUnexpectedEOF
			}
			return nil, err
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			break
		}
	}
	if !bytes.HasPrefix(line, []byte("WARC/")) {
		return nil, errors.New("where a record should begin stands something else")
	}
	h, err := head(br)
	if err != nil {
		return nil, err
	}
	rec := &record{head: h, kind: strings.ToLower(h.Get("WARC-Type"))}
	if rec.length, err = strconv.ParseInt(strings.TrimSpace(h.Get("Content-Length")), 10, 64); err != nil || rec.length < 0 {
		return nil, errors.New("a record does not say how long it is")
	}
	rec.uri = strings.Trim(strings.TrimSpace(h.Get("WARC-Target-URI")), "<>")
	if t, err := time.Parse(time.RFC3339, strings.TrimSpace(h.Get("WARC-Date"))); err == nil {
		t = t.UTC()
		rec.at = &t
	}
	return rec, nil
}

// head reads the fields of a head up to its empty line. Lines that are no
// field are passed over; archives hold what servers sent.
func head(br *bufio.Reader) (textproto.MIMEHeader, error) {
	h := textproto.MIMEHeader{}
	last := ""
	for n := 0; n < maxHead; {
		line, err := br.ReadSlice('\n')
		n += len(line) + 1
		if errors.Is(err, bufio.ErrBufferFull) { // one line of more than the buffer: of no use to us
			for errors.Is(err, bufio.ErrBufferFull) && n < maxHead {
				var more []byte
				more, err = br.ReadSlice('\n')
				n += len(more)
			}
			last = ""
			if err == nil {
				continue
			}
		}
		if err != nil {
			if errors.Is(err, io.EOF) {
				err = io.ErrUnexpectedEOF
			}
			return nil, err
		}
		text := string(bytes.TrimRight(line, "\r\n"))
		if strings.TrimSpace(text) == "" {
			return h, nil
		}
		if (text[0] == ' ' || text[0] == '\t') && last != "" {
			v := h[last]
			v[len(v)-1] += " " + strings.TrimSpace(text)
			continue
		}
		k, v, ok := strings.Cut(text, ":")
		if last = ""; ok && k != "" {
			last = textproto.CanonicalMIMEHeaderKey(strings.TrimSpace(k))
			h[last] = append(h[last], strings.TrimSpace(v))
		}
	}
	return nil, fmt.Errorf("a head is longer than %s", size(maxHead))
}

// record yields the page of one record, or counts what it is.
func (w *walker) record(name string, rec *record, block io.Reader, others map[string]int) error {
	switch rec.kind {
	case "response", "resource", "conversion":
	case "revisit", "continuation":
		others[rec.kind]++
		return nil
	default: // warcinfo, request, metadata: about pages
		return nil
	}
	page := rec.uri
	if page == "" {
		page = name
	}
	raw, err := atMost(block, w.opts.limit())
	if errors.Is(err, tooLarge(w.opts.limit())) {
		return w.skip(page, unpackReason(err))
	} else if err != nil {
		return nil // the walk over the records meets it again and says so
	}
	m := map[string]any{"container": name, "record": rec.head.Get("WARC-Record-ID")}
	c := stemma.Capture{Page: page, URL: rec.uri, At: rec.at, Grade: stemma.GradeArchive}
	declared := rec.head.Get("Content-Type")
	if strings.HasPrefix(declared, "application/http") || rec.kind == "response" && bytes.HasPrefix(raw, []byte("HTTP/")) {
		status, h, body, err := response(raw)
		if err != nil {
			others["broken responses"]++
			return nil
		}
		if status != 200 {
			others[fmt.Sprintf("status %d", status)]++
			return nil
		}
		if strings.Contains(strings.ToLower(h.Get("Transfer-Encoding")), "chunked") {
			body = unchunk(body, w.opts.limit())
		}
		if raw, err = decode(body, h.Get("Content-Encoding"), w.opts.limit()); err != nil {
			return w.skip(page, unpackReason(err))
		}
		declared = h.Get("Content-Type")
		m["status"], m["headers"] = status, h
	}
	return w.sent(c, raw, declared, m, others)
}

// response takes a response of HTTP apart.
func response(raw []byte) (status int, h textproto.MIMEHeader, body []byte, err error) {
	rest := bytes.NewReader(raw)
	br := bufio.NewReaderSize(rest, 64<<10)
	line, err := br.ReadSlice('\n')
	if err != nil {
		return 0, nil, nil, io.ErrUnexpectedEOF
	}
	f := strings.Fields(string(line))
	if len(f) < 2 || !strings.HasPrefix(f[0], "HTTP/") {
		return 0, nil, nil, errors.New("no status line")
	}
	if status, err = strconv.Atoi(f[1]); err != nil {
		return 0, nil, nil, err
	}
	if h, err = head(br); err != nil {
		return 0, nil, nil, err
	}
	return status, h, raw[len(raw)-rest.Len()-br.Buffered():], nil
}

// sent yields what a server sent, if it is a page, and counts it otherwise.
func (w *walker) sent(c stemma.Capture, body []byte, declared string, m map[string]any, others map[string]int) error {
	media, params, _ := mime.ParseMediaType(declared)
	kind, what := sniff(body[:min(len(body), sniffed)])
	switch kind {
	case kindHTML:
		c.Media = "text/html"
	case kindText:
		if c.Media = "text/plain"; media == "text/html" || media == "application/xhtml+xml" {
			c.Media = "text/html"
		} else if media != "" && media != "text/plain" || plumbing(c.URL) {
			others[cmp.Or(media, "text/plain")]++
			return nil
		}
	case kindFeed:
		return w.feed(c.Page, bytes.NewReader(body))
	default:
		others[cmp.Or(media, what, kind)]++
		return nil
	}
	c.Charset = params["charset"]
	return w.yield(Page{Capture: c, Body: body, Meta: meta(m)})
}

// plumbing reports whether an address is of a file for machines.
func plumbing(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Path == "/robots.txt" || u.Path == "/ads.txt" || u.Path == "/security.txt")
}

// tally says what an archive holds besides pages: "27 of its records are no
// pages: 20 image/png, 5 status 404, 2 revisit".
func tally(others map[string]int) string {
	type count struct {
		what string
		n    int
	}
	var all []count
	total := 0
	for what, n := range others {
		all = append(all, count{what, n})
		total += n
	}
	slices.SortFunc(all, func(a, b count) int { return cmp.Or(b.n-a.n, cmp.Compare(a.what, b.what)) })
	var parts []string
	for i, c := range all {
		if i == 8 {
			parts = append(parts, "...")
			break
		}
		parts = append(parts, fmt.Sprintf("%d %s", c.n, c.what))
	}
	return fmt.Sprintf("%d of its records are no pages: %s", total, strings.Join(parts, ", "))
}
