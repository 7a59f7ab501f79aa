package extract

import (
	"bytes"
	"strings"
)

// binaries are files that begin with magic bytes, and what to do with them.
var binaries = []struct{ magic, why string }{
	{"%PDF-", "a PDF: copy its text into a .txt file, or save the article's web page, and read that"},
	{"PK\x03\x04", "a zip file (a Word, EPUB or WACZ file is one too): unpack it or save its text, and read that"},
	{"\x1f\x8b", "compressed with gzip: unpack it and read what it holds"},
	{"BZh", "compressed with bzip2: unpack it and read what it holds"},
	{"\xfd7zXZ\x00", "compressed with xz: unpack it and read what it holds"},
	{"\x28\xb5\x2f\xfd", "compressed with zstd: unpack it and read what it holds"},
	{"7z\xbc\xaf\x27\x1c", "a 7-Zip file: unpack it and read what it holds"},
	{"Rar!\x1a", "a RAR file: unpack it and read what it holds"},
	{"\xd0\xcf\x11\xe0", "an old Office file: save it as text and read that"},
	{"{\\rtf", "an RTF file: save it as text and read that"},
	{"\x89PNG", "an image: type or recognise its words into a .txt file and read that"},
	{"\xff\xd8\xff", "an image: type or recognise its words into a .txt file and read that"},
	{"GIF8", "an image: type or recognise its words into a .txt file and read that"},
	{"RIFF", "a picture, sound or film: write its words into a .txt file and read that"},
	{"ID3", "sound: write its words into a .txt file and read that"},
	{"OggS", "sound or film: write its words into a .txt file and read that"},
	{"\x00\x00\x01\x00", "an icon: there is nothing to read in it"},
	{"\x7fELF", "a program: there is nothing to read in it"},
	{"MZ\x90", "a program: there is nothing to read in it"},
	{"SQLite format 3\x00", "a database, not a page: a record is opened with show, not read"},
	{"bplist00", "a Safari web archive: save the page as HTML (page source) and read that"},
	{"wOFF", "a font: there is nothing to read in it"},
	{"wOF2", "a font: there is nothing to read in it"},
}

// binary says why a payload is no page, "" if it may be one.
func binary(body []byte) string {
	if len(body) == 0 {
		return "empty: the file has no bytes"
	}
	for _, b := range binaries {
		if bytes.HasPrefix(body, []byte(b.magic)) {
			return b.why
		}
	}
	if len(body) > 12 && string(body[4:8]) == "ftyp" {
		return "film or sound: write its words into a .txt file and read that"
	}
	head := body[:min(len(body), 1<<16)]
	if utf16Order(head) != 0 {
		return ""
	}
	odd := 0
	for _, c := range head {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b || c == 0x7f {
			odd++
		}
	}
	if odd*20 > len(head) && !bytes.Contains(bytes.ToLower(head), []byte("<html")) {
		return "not text: the file holds binary data of a kind that is not known here"
	}
	return ""
}

// notPage says why a decoded text is data of another kind, "" if it is none.
func notPage(s string) string {
	s = strings.TrimLeft(s, " \t\r\n\ufeff")
	head := s[:min(len(s), 1024)]
	if strings.HasPrefix(head, "<?xml") {
		if i := strings.Index(head, "?>"); i >= 0 {
			head = strings.TrimLeft(head[i+2:], " \t\r\n")
		}
	}
	for _, t := range []string{"<rss", "<feed", "<rdf:RDF", "<sitemapindex", "<urlset"} {
		if strings.HasPrefix(head, t) && !strings.Contains(head, "<html") {
			return "a feed or site map, not a page: read it as a feed (a file that ends in .xml)"
		}
	}
	if strings.HasPrefix(head, "<svg") {
		return "a drawing: there is nothing to read in it"
	}
	if strings.HasPrefix(head, "WARC/1.") {
		return "a web archive: read it as one (a file that ends in .warc)"
	}
	return ""
}

// tags that only HTML has; a page of reader-view text may hold "<3" and "<b>".
var htmlTags = []string{"html", "head", "body", "div", "p", "span", "meta", "title", "table", "article", "section", "h1", "h2", "a ", "br", "ul", "script", "font", "center", "main", "blockquote", "link", "img", "plaintext"}

// isHTML reports whether s is an HTML page, by what it holds: a doctype or
// root tag near its beginning, or several tags in its first part.
func isHTML(s string) bool {
	head := strings.ToLower(s[:min(len(s), 1<<16)])
	start := strings.TrimLeft(head, " \t\r\n\ufeff\x00")
	if strings.HasPrefix(start, "<!doctype html") || strings.HasPrefix(start, "<html") {
		return true
	}
	n := 0
	for i := strings.IndexByte(head, '<'); i >= 0 && i < len(head); {
		rest := strings.TrimPrefix(head[i+1:], "/")
		for _, t := range htmlTags {
			if strings.HasPrefix(rest, t) && len(rest) > len(t) && (strings.HasSuffix(t, " ") || strings.IndexByte("> /\t\r\n", rest[len(t)]) >= 0) {
				n++
				break
			}
		}
		if n >= 3 || n >= 1 && strings.HasPrefix(start, "<") {
			return true
		}
		j := strings.IndexByte(head[i+1:], '<')
		if j < 0 {
			break
		}
		i += 1 + j
	}
	return false
}
