package extract

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/transform"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// decode makes UTF-8 of a payload, with the bytes each letter was made from:
// by the byte order mark; as UTF-8 where it is valid UTF-8, whatever a label
// says (bytes above 127 are valid by chance in no other charset's text); by
// the transport's label; by the page's meta tag; by its statistics.
func decode(in block.Text, label string) (block.Text, string) {
	s := in.S
	switch {
	case strings.HasPrefix(s, "\xef\xbb\xbf"):
		return validUTF8(in.Slice(3, len(s))), ""
	case utf16Order([]byte(s[:min(len(s), 1024)])) != 0 && len(s) > MaxRecoded, len(s) > MaxRecoded && !utf8.ValidString(s):
		return block.Text{}, fmt.Sprintf("too large: %d bytes that are not UTF-8, and such pages are read up to %d", len(s), MaxRecoded)
	}
	if order := utf16Order([]byte(s[:min(len(s), 1024)])); order != 0 {
		return decodeUTF16(in, order > 0), ""
	}
	if utf8.ValidString(s) && !strings.Contains(s, "\x1b$") {
		return in, ""
	}
	for _, name := range []string{label, metaCharset(s), guess(s)} {
		enc, canonical := charset.Lookup(name)
		switch {
		case enc == nil || enc == encoding.Replacement:
			continue
		case canonical == "utf-8":
			if mostlyUTF8(s) {
				return validUTF8(in), ""
			}
			continue
		case strings.HasPrefix(canonical, "utf-16"):
			continue // it has no zero bytes where UTF-16 has them
		case canonical == "iso-2022-jp":
			return decodeLines(in, enc), ""
		}
		return decodeWith(in, enc), ""
	}
	if mostlyUTF8(s) {
		return validUTF8(in), ""
	}
	return decodeWith(in, charmap.Windows1252), ""
}

// guess is the charset chardet finds, "" if none. It looks at a part of s with
// letters above 127.
func guess(s string) string {
	from := 0
	for from < len(s) && s[from] < utf8.RuneSelf && s[from] != 0x1b {
		from++
	}
	from = max(0, from-1024)
	r, err := chardet.NewHtmlDetector().DetectBest([]byte(s[from:min(len(s), from+1<<16)]))
	if err != nil {
		return ""
	}
	return r.Charset
}

// metaCharset is the charset a page says it has: <meta charset=...>, or
// content="text/html; charset=...", or an XML declaration's encoding.
func metaCharset(s string) string {
	head := strings.ToLower(s[:min(len(s), 1<<14)])
	for _, mark := range []string{"charset=", "encoding="} {
		if i := strings.Index(head, mark); i >= 0 {
			v := strings.TrimLeft(head[i+len(mark):], "\"' \t")
			if j := strings.IndexAny(v, "\"' \t\r\n;/>"); j > 0 {
				return v[:j]
			}
		}
	}
	return ""
}

// mostlyUTF8 reports whether nearly all bytes above 127 are valid UTF-8.
func mostlyUTF8(s string) bool {
	good, bad := 0, 0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else if n > 1 {
			good++
		}
		i += n
	}
	return good >= 3*bad
}

// validUTF8 returns in with U+FFFD for each byte that is not UTF-8.
func validUTF8(in block.Text) block.Text {
	if utf8.ValidString(in.S) {
		return in
	}
	var out block.Builder
	done := 0
	for i := 0; i < len(in.S); {
		r, n := utf8.DecodeRuneInString(in.S[i:])
		if r == utf8.RuneError && n == 1 {
			out.AppendSlice(in, done, i)
			replace(&out, in, "\ufffd", i, i+1)
			done = i + 1
		}
		i += n
	}
	out.AppendSlice(in, done, len(in.S))
	return out.Text()
}

// replace adds s, made from bytes i to j of in.
func replace(out *block.Builder, in block.Text, s string, i, j int) {
	r, ok := in.RangeOf(i, j)
	if !ok {
		r = stemma.Range{}
	}
	out.Append(block.Folded(s, r))
}

// decodeWith decodes a charset in which bytes below 128 outside a letter are
// ASCII: all that pages are written in but UTF-16 and ISO-2022-JP.
func decodeWith(in block.Text, enc encoding.Encoding) block.Text {
	var out block.Builder
	dec := enc.NewDecoder()
	width := 4 // bytes a letter may take
	if _, ok := enc.(*charmap.Charmap); ok {
		width = 1
	}
	src := []byte(in.S)
	dst := make([]byte, 4)
	done := 0
	for i := 0; i < len(src); {
		if src[i] < utf8.RuneSelf {
			i++
			continue
		}
		out.AppendSlice(in, done, i)
		// Room for one letter: the decoder stops after it.
		nd, ns, err := dec.Transform(dst, src[i:min(len(src), i+width)], i+width >= len(src))
		if ns == 0 || err != nil && err != transform.ErrShortDst && err != transform.ErrShortSrc {
			nd, ns = copy(dst, "\ufffd"), 1
		}
		if s := string(dst[:nd]); ns == 1 || !strings.ContainsFunc(s, func(r rune) bool { return r < utf8.RuneSelf }) {
			replace(&out, in, s, i, i+ns)
		} else { // a letter and the ASCII behind it: the first letter alone
			_, w := utf8.DecodeRuneInString(s)
			ns -= nd - w
			replace(&out, in, s[:w], i, i+ns)
		}
		dec.Reset()
		i += ns
		done = i
	}
	out.AppendSlice(in, done, len(src))
	return out.Text()
}

// decodeLines decodes a charset with shifts, line by line: each line's words
// lead to the line.
func decodeLines(in block.Text, enc encoding.Encoding) block.Text {
	var out block.Builder
	for i := 0; i < len(in.S); {
		j := len(in.S)
		if k := strings.IndexByte(in.S[i:], '\n'); k >= 0 {
			j = i + k + 1
		}
		if s, err := enc.NewDecoder().String(in.S[i:j]); err == nil && s != in.S[i:j] {
			replace(&out, in, s, i, j)
		} else {
			out.AppendSlice(in, i, j)
		}
		i = j
	}
	return validUTF8(out.Text())
}

// utf16Order is 1 for big-endian UTF-16, -1 for little-endian and 0 for none:
// by the byte order mark, or by zero bytes standing on one side of the pairs.
func utf16Order(b []byte) int {
	if len(b) < 4 {
		return 0
	}
	if b[0] == 0xfe && b[1] == 0xff {
		return 1
	}
	if b[0] == 0xff && b[1] == 0xfe {
		return -1
	}
	var zero [2]int
	n := min(len(b), 1024) &^ 1
	for i, c := range b[:n] {
		if c == 0 {
			zero[i&1]++
		}
	}
	switch {
	case zero[0] > n*2/5 && zero[1] == 0:
		return 1
	case zero[1] > n*2/5 && zero[0] == 0:
		return -1
	}
	return 0
}

// decodeUTF16 decodes UTF-16, without its byte order mark.
func decodeUTF16(in block.Text, big bool) block.Text {
	unit := func(i int) rune {
		if big {
			return rune(in.S[i])<<8 | rune(in.S[i+1])
		}
		return rune(in.S[i+1])<<8 | rune(in.S[i])
	}
	var out block.Builder
	var b [4]byte
	for i := 0; i+1 < len(in.S); {
		r, n := unit(i), 2
		if i == 0 && r == 0xfeff {
			i += 2
			continue
		}
		if utf16.IsSurrogate(r) {
			low := rune(0)
			if i+3 < len(in.S) {
				low = unit(i + 2)
			}
			if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
				n = 4
			}
		}
		replace(&out, in, string(b[:utf8.EncodeRune(b[:], r)]), i, i+n)
		i += n
	}
	return out.Text()
}
