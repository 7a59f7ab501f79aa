package capture

import (
	"bytes"
	"net/http"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Kinds of content.
const (
	kindEmpty  = "empty"
	kindText   = "text"
	kindHTML   = "html"
	kindFeed   = "feed"
	kindXML    = "xml"
	kindJSON   = "json"
	kindMail   = "mail" // .eml, .mhtml
	kindGzip   = "gzip"
	kindZstd   = "zstd"
	kindZip    = "zip"
	kindWARC   = "warc"
	kindBinary = "binary"
)

// sniffed is how much of a file is looked at to tell what it is.
const sniffed = 8 << 10

var (
	htmlStart = regexp.MustCompile(`(?i)<(!doctype\s+html|html|head|body|title|meta|link|script|style|div|article|section|main|table|p|h1|h2|br|a|span|img|ul|iframe)[\s>/]`)
	feedStart = regexp.MustCompile(`(?i)^(<\?xml[^>]*\?>|<\?[^>]*>|<!--(?s:.*?)-->|<!doctype[^>]*>|\s)*<(rss|feed|rdf:rdf|[a-z0-9]+:feed)[\s>]`)
	xmlStart  = regexp.MustCompile(`^(<\?xml|<!--|<[A-Za-z_][\w.:-]*[\s>/])`)
	mailStart = regexp.MustCompile(`^(From |[A-Za-z][A-Za-z0-9-]*:([ \t]|$))`)
	mailField = regexp.MustCompile(`(?im)^(mime-version|content-type|message-id|received|return-path|snapshot-content-location):[ \t]`)
	mailDate  = regexp.MustCompile(`(?im)^(date|from|subject):[ \t]`)
	jsonStart = regexp.MustCompile(`^[\[{]\s*("|\]|\}|[\[{]|-?[0-9])`)
	jsonFeed  = regexp.MustCompile(`"version"\s*:\s*"https?://jsonfeed\.org/`)
)

// sniff tells what content is by its first bytes. name is what a person would
// call the kind where it is not read: "image/png".
func sniff(head []byte) (kind, name string) {
	b := bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	t := bytes.TrimLeft(b, " \t\r\n\f\v")
	switch {
	case len(t) == 0:
		return kindEmpty, ""
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		return kindGzip, ""
	case bytes.HasPrefix(head, []byte("\x28\xb5\x2f\xfd")):
		return kindZstd, ""
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return kindZip, "zip"
	case bytes.HasPrefix(head, []byte("WARC/")):
		return kindWARC, ""
	}
	if !wide(head) && binary(head) {
		name = http.DetectContentType(head)
		name, _, _ = strings.Cut(name, ";")
		if name == "application/octet-stream" || strings.HasPrefix(name, "text/") {
			name = "no kind of text"
		}
		return kindBinary, name
	}
	switch {
	case feedStart.Match(t):
		return kindFeed, ""
	case mailStart.Match(t) && isMail(t):
		return kindMail, ""
	case t[0] == '<' && (htmlStart.Match(t)):
		return kindHTML, ""
	case t[0] == '<' && xmlStart.Match(t):
		return kindXML, "XML"
	case jsonStart.Match(t) && jsonFeed.Match(t):
		return kindFeed, ""
	case jsonStart.Match(t):
		return kindJSON, "JSON"
	}
	return kindText, ""
}

// isMail reports whether text begins with the head of a message: a field that
// only messages have, or date, sender and subject together, before the first
// empty line.
func isMail(t []byte) bool {
	h := t
	for _, gap := range []string{"\r\n\r\n", "\n\n"} {
		if i := bytes.Index(h, []byte(gap)); i >= 0 {
			h = h[:i]
		}
	}
	for i, line := range bytes.Split(h, []byte("\n")) {
		line = bytes.TrimRight(line, "\r")
		if i < 200 && len(line) > 0 && line[0] != ' ' && line[0] != '\t' && !mailStart.Match(line) && len(h) < sniffed-1024 {
			return false
		}
	}
	return mailField.Match(h) || len(mailDate.FindAll(h, -1)) >= 3
}

// wide reports whether a text begins with the mark of UTF-16 or UTF-32.
func wide(b []byte) bool {
	return bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff"))
}

// binary reports whether b is no text in any charset that pages are in: it
// holds a zero byte, or more than one control character in a hundred.
func binary(b []byte) bool {
	controls := 0
	for _, c := range b {
		switch {
		case c == 0:
			return true
		case c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1b:
			controls++
		}
	}
	if controls > len(b)/100 {
		return true
	}
	if bytes.HasPrefix(b, []byte("%PDF-")) {
		return true
	}
	// Text of one byte a character is above ASCII in runs of letters; broken
	// bytes all over are neither.
	bad := 0
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 && b[i] < 0xa0 {
			bad++
		}
		i += n
	}
	return bad > len(b)/5 && controls > 0
}
