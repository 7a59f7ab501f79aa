package extract

import (
	"bytes"
	"encoding/base64"
	"mime"
	"net/mail"
	"regexp"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// part is a part of a mail or MHTML file that may be read as a page.
type part struct {
	// body is the part with its transfer encoding undone; its pieces lead to
	// the file's bytes.
	body    block.Text
	charset string
	html    bool
}

// headers that mails and web archives begin with.
var mailHeaders = []string{"from:", "mime-version:", "return-path:", "received:", "delivered-to:", "subject:", "message-id:", "date:", "content-type:", "x-mozilla-status:", "snapshot-content-location:"}

// isMail reports whether a payload is a mail (EML) or a page saved as MHTML:
// it begins with header lines, of which one names a media type or a version,
// where its name does not say so.
func isMail(body []byte, named bool) bool {
	head := string(bytes.ToLower(body[:min(len(body), 1<<14)]))
	head = strings.TrimLeft(head, "\r\n")
	ok := false
	for _, h := range mailHeaders {
		ok = ok || strings.HasPrefix(head, h)
	}
	if !ok {
		return false
	}
	end := blankLine(head)
	if end < 0 {
		return false
	}
	return named || strings.Contains(head[:end], "\nmime-version:") || strings.HasPrefix(head, "mime-version:") ||
		strings.Contains(head[:end], "\ncontent-type:") || strings.HasPrefix(head, "content-type:")
}

// blankLine is the offset behind the first blank line of s, -1 if it has none.
func blankLine(s string) int {
	i, j := strings.Index(s, "\n\n"), strings.Index(s, "\n\r\n")
	switch {
	case i >= 0 && (j < 0 || i < j):
		return i + 2
	case j >= 0:
		return j + 3
	}
	return -1
}

// readMail reads the part of a mail that is a page. Of a letter in plain text the
// subject and the date of its head are read before it, as lines of a page are; a
// page keeps its own, and has those of the head where it prints none. Whoever
// sent it is its author where it names nobody.
func readMail(c *stemma.Capture, body []byte) ([]stemma.Article, string) {
	part, ok := mailPart(body)
	if !ok {
		return nil, "a mail or web archive file without a part of text: save the page as HTML"
	}
	text, why := decode(part.body, part.charset)
	if why != "" {
		return nil, why
	}
	html := part.html || isHTML(text.S)
	head := mailHead(body)
	if !html && head.subject.S != "" {
		var b block.Builder
		for _, line := range head.lines {
			b.Append(line)
			b.AppendString("\n\n")
		}
		b.Append(text)
		text = b.Text()
	}
	articles, why := readText(c, text, html)
	if len(articles) == 0 {
		return nil, why
	}
	a := &articles[0]
	if html && a.Title == "" {
		a.Title = head.subject.S
	}
	if a.Author == "" && len(a.Bylines) == 0 && a.Outlet == "" {
		a.Author = head.from
	}
	return articles, why
}

// letterhead is what the head of a mail says of it.
type letterhead struct {
	subject block.Text
	lines   []block.Text // its subject and date, as they come
	from    string       // the name of the sender, without the address
}

func mailHead(body []byte) letterhead {
	var h letterhead
	head := string(body[:min(len(body), 1<<14)])
	at := len(head) - len(strings.TrimLeft(head, "\r\n"))
	end := blankLine(head[at:])
	for _, f := range mailField.FindAllStringSubmatchIndex(head[at:at+max(end, 0)], -1) {
		raw := head[at+f[4] : at+f[5]]
		words := strings.Join(strings.Fields(raw), " ")
		if d, err := new(mime.WordDecoder).DecodeHeader(words); err == nil {
			words = d
		}
		text := block.Folded(words, stemma.Range{Start: at + f[4], End: at + f[5]})
		switch strings.ToLower(head[at+f[2] : at+f[3]]) {
		case "subject":
			h.subject, h.lines = text, append(h.lines, text)
		case "date":
			h.lines = append(h.lines, text)
		case "from":
			if who, err := mail.ParseAddress(words); err == nil {
				h.from = who.Name
			}
		}
	}
	return h
}

// mailField is one field of a head, with the lines it goes on in.
var mailField = regexp.MustCompile(`(?m)^(?i:(subject|date|from)):[ \t]*(\S.*(?:\r?\n[ \t]+\S.*)*)$`)

// mailPart finds the part of a mail to read: the longest of HTML, else the
// longest of plain text. Parts nest to a depth of eight.
func mailPart(body []byte) (part, bool) {
	var best part
	found := false
	walkParts(string(body), 0, 0, func(p part) {
		better := p.html && !best.html || p.html == best.html && len(p.body.S) > len(best.body.S)
		if !found || better {
			best, found = p, true
		}
	})
	return best, found
}

func walkParts(s string, at, depth int, each func(part)) {
	trimmed := strings.TrimLeft(s, "\r\n")
	at += len(s) - len(trimmed)
	s = trimmed
	end := blankLine(s)
	if end < 0 || depth > 8 {
		return
	}
	header := mailHeader(s[:end])
	media, params, err := mime.ParseMediaType(header["content-type"])
	if err != nil && media == "" {
		media = "text/plain"
	}
	content, at := s[end:], at+end
	if boundary := params["boundary"]; strings.HasPrefix(media, "multipart/") && boundary != "" {
		eachPart(content, "--"+boundary, func(i, j int) { walkParts(content[i:j], at+i, depth+1, each) })
		return
	}
	if media != "text/html" && media != "text/plain" && media != "application/xhtml+xml" {
		return
	}
	raw := block.Verbatim(content, at)
	switch strings.ToLower(strings.TrimSpace(header["content-transfer-encoding"])) {
	case "quoted-printable":
		raw = quotedPrintable(raw)
	case "base64":
		raw = base64Lines(raw)
	}
	each(part{body: raw, charset: params["charset"], html: media != "text/plain"})
}

// eachPart calls f with the range of each part of a multipart content.
func eachPart(content, delimiter string, f func(i, j int)) {
	start := -1
	for i := 0; i < len(content); {
		j := strings.Index(content[i:], delimiter)
		if j < 0 {
			break
		}
		j += i
		if j > 0 && content[j-1] != '\n' {
			i = j + len(delimiter)
			continue
		}
		if start >= 0 {
			f(start, j)
		}
		k := strings.IndexByte(content[j:], '\n')
		if k < 0 || strings.HasPrefix(content[j+len(delimiter):], "--") {
			start = -1
			break
		}
		start = j + k + 1
		i = start
	}
	if start >= 0 {
		f(start, len(content))
	}
}

// mailHeader reads header lines, folded ones joined; of several the first.
func mailHeader(s string) map[string]string {
	h := map[string]string{}
	last := ""
	for _, line := range strings.Split(s, "\n") {
		line = strings.TrimRight(line, "\r")
		if line != "" && (line[0] == ' ' || line[0] == '\t') {
			if last != "" {
				h[last] += " " + strings.TrimSpace(line)
			}
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		name = strings.ToLower(strings.TrimSpace(name))
		if last = ""; ok {
			if _, has := h[name]; !has {
				h[name], last = strings.TrimSpace(value), name
			}
		}
	}
	return h
}

// quotedPrintable undoes the encoding: "caf=C3=A9 =\n noir" -> "café  noir".
func quotedPrintable(in block.Text) block.Text {
	var out block.Builder
	s := in.S
	done := 0
	for i := 0; i < len(s); {
		if s[i] != '=' {
			i++
			continue
		}
		n, made := 0, ""
		switch {
		case strings.HasPrefix(s[i+1:], "\r\n"):
			n = 3
		case strings.HasPrefix(s[i+1:], "\n"):
			n = 2
		case i+2 < len(s) && unhex(s[i+1]) >= 0 && unhex(s[i+2]) >= 0:
			n, made = 3, string([]byte{byte(unhex(s[i+1])<<4 | unhex(s[i+2]))})
		default:
			i++
			continue
		}
		out.AppendSlice(in, done, i)
		if made != "" {
			replace(&out, in, made, i, i+n)
		}
		i += n
		done = i
	}
	out.AppendSlice(in, done, len(s))
	return out.Text()
}

func unhex(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}

// base64Lines undoes the encoding; the words of a line lead to the line.
// Lines that do not hold whole groups of four are read with those after them.
func base64Lines(in block.Text) block.Text {
	var out block.Builder
	var group []byte
	from := 0
	flush := func(to int) {
		dst := make([]byte, base64.StdEncoding.DecodedLen(len(group)))
		n, _ := base64.StdEncoding.Decode(dst, group)
		if n > 0 {
			replace(&out, in, string(dst[:n]), from, to)
		}
		group, from = group[:0], to
	}
	for i := 0; i < len(in.S); i++ {
		switch c := in.S[i]; {
		case c == '\n' && len(group)%4 == 0:
			flush(i + 1)
		case c > ' ':
			group = append(group, c)
		}
	}
	flush(len(in.S))
	return out.Text()
}
