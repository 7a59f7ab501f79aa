package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
)

// Tokens appends to dst the words and marks of one sentence, s[from:to], split
// as the English treebanks of Universal Dependencies split them:
//
//	"Myanmar's" -> Myanmar 's      "can't" -> ca n't     "cannot" -> can not
//	"pro-army"  -> pro-army        "well-known" -> well - known
//	"U.S."      -> U.S.            "$4.5m," -> $ 4.5 m ,
//
// Every byte that is no white space stands in exactly one of them.
func Tokens(dst []stemma.Span, s string, from, to int) []stemma.Span {
	for i := from; i < to; {
		r, n := utf8.DecodeRuneInString(s[i:to])
		if space(r) {
			i += n
			continue
		}
		j := i + n
		for j < to {
			r, n := utf8.DecodeRuneInString(s[j:to])
			if space(r) {
				break
			}
			j += n
		}
		if n := runTogether(s, from, i, j, to); n > 0 {
			dst = append(dst, stemma.Span{Start: i, End: i + n})
			i += n
		}
		dst = chunk(dst, s, i, j, to)
		i = j
	}
	return dst
}

// chunk splits a run without white space, s[i:j] of a sentence that ends at end.
func chunk(dst []stemma.Span, s string, i, j, end int) []stemma.Span {
	last := strings.TrimRightFunc(s[j:end], space) == "" // the sentence's last run
	if a, b, ok := address(s, i, j); ok {
		dst = pieces(dst, s, i, a, false)
		dst = append(dst, stemma.Span{Start: a, End: b})
		return pieces(dst, s, b, j, last)
	}
	return pieces(dst, s, i, j, last)
}

// fileName reports whether a run names a file: "minutes-7-01.doc". What is
// written before the name with other marks makes it none.
func fileName(w string) bool {
	w = strings.TrimRight(w, ")]}>\"'.,;:!?")
	k := strings.LastIndexByte(w, '.')
	if k < 0 || len(w)-k > 5 || len(w)-k < 4 {
		return false
	}
	switch strings.ToLower(w[k+1:]) {
	case "doc", "docx", "xls", "xlsx", "ppt", "pdf", "txt", "jpg", "jpeg", "png", "gif", "zip", "htm", "html":
		return strings.Trim(strings.TrimLeft(w[:k], "([{<\"'"), "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_#.") == ""
	}
	return false
}

// address finds a web or mail address, or the name of a file, in a run: "(www.example.org)," ->
// "www.example.org".
func address(s string, i, j int) (a, b int, ok bool) {
	w := s[i:j]
	if len(w) < 6 {
		return 0, 0, false
	}
	k := strings.IndexByte(w, '@')
	mail := k > 0 && k+1 < len(w) && (strings.IndexByte(w[k:], '.') > 1 || plainByte(w[k-1]) && plainByte(w[k+1]))
	if !mail && !strings.Contains(w, "://") && !strings.Contains(w, "www.") && !fileName(w) {
		return 0, 0, false
	}
	a, b = i, j
	if n := strings.LastIndexByte(w[:max(k, 0)], '<'); mail && n > 0 { // "Ann"<ann@example.org>
		a += n
	}
	for a < b && strings.IndexByte("([{<\"'", s[a]) >= 0 {
		a++
	}
	for a < b && strings.IndexByte(")]}>\"'.,;:!?", s[b-1]) >= 0 {
		b--
	}
	return a, b, b > a
}

// pieces splits s[i:j], which holds no white space. last says that the
// sentence ends at j, so that a full stop there closes it.
func pieces(dst []stemma.Span, s string, i, j int, last bool) []stemma.Span {
	for i < j {
		r, n := utf8.DecodeRuneInString(s[i:j])
		switch {
		case wordRune(r):
			k := core(s, i, j)
			if k < j && s[k] == '.' && keepsStop(s, i, k, j, last) {
				dst = append(dst, stemma.Span{Start: i, End: k + 1})
				i = k + 1
				continue
			}
			dst = clitics(dst, s, i, k)
			i = k
		case apostrophe(r) && i+n < j && len(dst) > 0 && dst[len(dst)-1].End == i && cliticAt(s[i+n:j]) > 0:
			// "mother-in-law's", "U.S.'s": a clitic after something that was no word core
			k := i + n + cliticAt(s[i+n:j])
			dst = append(dst, stemma.Span{Start: i, End: k})
			i = k
		case apostrophe(r) && i+2*n <= j && twin(r, s[i+n:j]): // ’’ for ”
			_, m := utf8.DecodeRuneInString(s[i+n : j])
			dst = append(dst, stemma.Span{Start: i, End: i + n + m})
			i += n + m
		case apostrophe(r) && i+n+1 < j && digit(s[i+n]) && digit(s[i+n+1]): // '90s
			k := core(s, i+n, j)
			dst = append(dst, stemma.Span{Start: i, End: k})
			i = k
		case face(s, i, j) > 0: // :-)
			k := i + face(s, i, j)
			dst = append(dst, stemma.Span{Start: i, End: k})
			i = k
		case r == '.' && i+n < j && fileName("x"+s[i:j]): // "(second draft).doc"
			k := core(s, i+n, j)
			dst = append(dst, stemma.Span{Start: i, End: k})
			i = k
		case i+n < j && (r == '@' && letter(rune(s[i+n])) || r == '+' && digit(s[i+n])) && (i == 0 || !wordRune(rune(s[i-1]))): // @ann, +47
			k := core(s, i+n, j)
			dst = append(dst, stemma.Span{Start: i, End: k})
			i = k
		case r == '#' && i+n < j && letter(rune(s[i+n])) && !digit(s[i+n]): // #weather, but # 1
			k := core(s, i+n, j)
			dst = append(dst, stemma.Span{Start: i, End: k})
			i = k
		default:
			k := i + n
			if runs(r) {
				for k < j {
					r2, n2 := utf8.DecodeRuneInString(s[k:j])
					if r2 != r && (!terminator(r) || !terminator(r2) || r2 != '.' && k > i+n && s[k-1] == '.') { // ".?" but "... ?"
						break
					}
					k += n2
				}
			}
			if n := rule(s[i:j]); n > k-i {
				k = i + n
			}
			dst = append(dst, stemma.Span{Start: i, End: k})
			i = k
		}
	}
	return dst
}

// runs reports whether a run of r is one mark: "...", "--", "!!!", "****".
func runs(r rune) bool { return strings.ContainsRune(".-!?*=_~#+<>'…$", r) }

// twin reports whether s begins with the mark r again: two single quotation
// marks for a double one.
func twin(r rune, s string) bool {
	next, _ := utf8.DecodeRuneInString(s)
	return r != '\'' && next != '\'' && apostrophe(next)
}

// plainByte reports whether b is a letter or a digit of ASCII.
func plainByte(b byte) bool {
	return digit(b) || 'a' <= b|0x20 && b|0x20 <= 'z'
}

// face returns the length of a face drawn with marks that stands at i, with
// nothing of a word behind it: ":-)", ";)", ":P" and "=(".
func face(s string, i, j int) int {
	if strings.IndexByte(":;=", s[i]) < 0 {
		return 0
	}
	k := i + 1
	if k < j && strings.IndexByte("-o'^", s[k]) >= 0 {
		k++
	}
	if k >= j || strings.IndexByte(")(DPp/|", s[k]) < 0 {
		return 0
	}
	end := k + 1
	switch {
	case end < j && (plainByte(s[end]) || s[k] == '/'): // "http://", "of:(a"
		return 0
	case plainByte(s[k]) && i > 0 && !space(rune(s[i-1])): // "plan:D"
		return 0
	}
	return end - i
}

// rule returns the length of a rule drawn with several marks at the start of
// s: "----==", "=*=*=". A mark alone, or again, is no rule.
func rule(s string) int {
	n := 0
	for n < len(s) && strings.IndexByte("-=*~_<>|+", s[n]) >= 0 {
		n++
	}
	if n < 4 {
		return 0
	}
	return n
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == '`' }

func digit(b byte) bool { return '0' <= b && b <= '9' }

// digitGroups returns the length of a telephone number, a day or a post code at
// the start of w, written with hyphens: the groups of digits are as long as in
// one of these. "212-555-0123" is one word, the "2-1" of a match three.
func digitGroups(w string) int {
	if len(w) < 6 || !digit(w[0]) {
		return 0
	}
	var shape [16]byte
	n, k := 0, 0
	for n+1 < len(shape) {
		from := k
		for k < len(w) && digit(w[k]) {
			k++
		}
		if k == from || k-from > 9 {
			return 0
		}
		shape[n] = byte('0' + k - from)
		n++
		if k+1 >= len(w) || w[k] != '-' && (w[k] != '/' || n > 1) || !digit(w[k+1]) {
			break
		}
		shape[n] = w[k]
		n, k = n+1, k+1
	}
	if k < len(w) && (plainByte(w[k]) || w[k] == '-') {
		return 0
	}
	switch string(shape[:n]) {
	case "1-4", "3-4", "3-3-4", "1-3-3-4", "3/3-4", "2-2-2", "2-2-4", "1-2-4", "1-1-4", "2-1-4", "4-2-2", "5-4":
		return k
	}
	return 0
}

// core returns the end of the word that begins at i.
func core(s string, i, j int) int {
	if n := digitGroups(s[i:j]); n > 0 {
		return i + n
	}
	k := i
	var last rune
	for k < j {
		r, n := utf8.DecodeRuneInString(s[k:j])
		if wordRune(r) || r == '_' {
			k += n
			last = r
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[k+n : j])
		if k+n >= j || !wordRune(next) {
			break
		}
		switch {
		case r == '.':
		case apostrophe(r) && unicode.IsLetter(last) && unicode.IsLetter(next):
		case apostrophe(r) && decade(s[i:k], "s") && next == 's':
		case (r == ',' || r == ':' || r == '/') && unicode.IsDigit(last) && unicode.IsDigit(next):
		case r == '/' && k == i+1 && unicode.IsLetter(last) && unicode.IsLetter(next) && next < utf8.RuneSelf && (k+2 >= j || !wordRune(rune(s[k+2]))): // b/c
		case r == '&' && unicode.IsUpper(last) && unicode.IsUpper(next): // AT&T
		case r == '-' && prefixes[strings.ToLower(clip(s[i:k]))]:
		default:
			return k
		}
		k += n
	}
	return k
}

// clip bounds what is looked up in a word list.
func clip(w string) string {
	if len(w) > 24 {
		return ""
	}
	return w
}

// keepsStop reports whether the full stop at k belongs to the word s[i:k].
func keepsStop(s string, i, k, j int, last bool) bool {
	w := s[i:k]
	if k+1 < j && s[k+1] == '.' { // an ellipsis, but "Acme Inc.."
		a, known := abbreviations[strings.ToLower(clip(w))]
		return (dotted(w) || known && !a.word) && k+2 == j
	}
	if dotted(w) {
		return true
	}
	_, n := utf8.DecodeRuneInString(w)
	if n == len(w) && unicode.IsLetter(rune(w[0])) { // an initial, but "plan B."
		return !(last && k+1 == j) && !(k+1 < j && !last)
	}
	kind, ok := abbreviations[strings.ToLower(clip(w))]
	if !ok {
		return false
	}
	if kind.kind != 't' && len(w) > 2 && w == strings.ToUpper(w) {
		return false
	}
	ends := last && strings.Trim(s[k+1:j], "\"'”’)]") == ""
	return !(ends && kind.word)
}

// dotted reports whether w is letters with single stops between: "U.S", "a.m",
// "Ph.D".
func dotted(w string) bool {
	if len(w) < 3 || len(w) > 12 {
		return false
	}
	part, parts := 0, 0
	for _, r := range w {
		switch {
		case r == '.':
			if part == 0 {
				return false
			}
			part = 0
			parts++
		case unicode.IsLetter(r):
			if part++; part > 2 {
				return false
			}
		default:
			return false
		}
	}
	return parts > 0 && part > 0
}

// clitics appends the word s[i:k], split where it is two: "she'll" -> she 'll.
func clitics(dst []stemma.Span, s string, i, k int) []stemma.Span {
	cut := 0
	if w := s[i:k]; len(w) < 40 {
		cut = cliticCut(w)
	}
	if cut > 0 {
		dst = append(dst, stemma.Span{Start: i, End: i + cut})
		i += cut
	}
	return append(dst, stemma.Span{Start: i, End: k})
}

func cliticCut(w string) int {
	switch strings.ToLower(w) {
	case "cannot", "gonna", "gotta", "wanna":
		return 3
	case "dont", "didnt", "doesnt", "isnt", "wasnt", "wouldnt", "couldnt", "havent", "hasnt", "arent", "arnt", "aint", "cant", "wont", "shouldnt", "ive", "youve", "weve", "theyve", "youre", "theyre":
		return len(w) - 2
	case "im", "thats", "whats", "theres", "hes", "shes", "heres", "elses":
		return len(w) - 1
	case "alot":
		return 1
	case "outta":
		return 3
	}
	n := len(w)
	if n > 2 && digit(w[n-3]) && (w[n-1] == 'm' || w[n-1] == 'M') && (w[n-2]|0x20 == 'a' || w[n-2]|0x20 == 'p') { // 5pm
		return n - 2
	}
	if k := unitAt(w); k > 0 {
		return k
	}
	for _, a := range []string{"'", "’", "‘", "`"} {
		if p := strings.LastIndex(w, a); p > 0 {
			tail := strings.ToLower(w[p+len(a):])
			if tail == "t" && (w[p-1] == 'n' || w[p-1] == 'N') && p > 1 {
				return p - 1
			}
			if cliticAt(tail) == n-p-len(a) && !decade(w[:p], tail) {
				return p
			}
		}
	}
	return 0
}

// decade reports whether "1960" and "s" are the years from then on, one word.
func decade(w, tail string) bool {
	return tail == "s" && (len(w) == 2 || len(w) == 4) && digits(w) && w[len(w)-1] == '0'
}

// units are written behind a number without a space: "35mm", "£2.5bn".
var units = map[string]bool{
	"k": true, "m": true, "mm": true, "mn": true, "b": true, "bn": true, "t": true, "tn": true, "p": true, "c": true, "x": true,
	"cm": true, "km": true, "ft": true, "kg": true, "mg": true, "lb": true, "lbs": true, "oz": true, "ml": true,
	"hz": true, "khz": true, "mhz": true, "ghz": true, "kb": true, "mb": true, "gb": true, "tb": true, "kw": true, "mw": true, "gw": true, "kwh": true,
	"mph": true, "kph": true, "min": true, "mins": true, "hr": true, "hrs": true, "sec": true, "secs": true, "yr": true, "yrs": true, "days": true, "hours": true,
	"million": true, "billion": true, "percent": true,
}

// unitAt returns where the unit of a number begins, 0 if w is no number with one.
func unitAt(w string) int {
	if w == "" || !digit(w[0]) {
		return 0
	}
	k := 1
	for k < len(w) && (digit(w[k]) || w[k] == '.' || w[k] == ',') {
		k++
	}
	if k == len(w) || !digit(w[k-1]) || !units[strings.ToLower(w[k:])] {
		return 0
	}
	return k
}

// cliticAt returns the length of the clitic that stands at the start of w and
// ends there: "s", "ll", "ve".
func cliticAt(w string) int {
	n := 0
	for n < len(w) && n < 3 && ('a' <= w[n]|0x20 && w[n]|0x20 <= 'z') {
		n++
	}
	switch strings.ToLower(w[:n]) {
	case "s", "m", "d", "re", "ve", "ll":
		return n
	}
	return 0
}
