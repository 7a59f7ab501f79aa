package text

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// Fold is one word as comparing sees it: the bytes it stands on, half-open,
// and a hash of its folded form. Texts are at most 2 GiB.
type Fold struct {
	Start, End int32
	Hash       uint64
}

// Folded returns the words of s in order, folded so that printings in another
// house style still agree: "Defence" and "defense", "legitimising" and
// "legitimizing", "U.S." and "US", "co-operate" and "cooperate" hash alike.
// Scripts written without spaces give one token a letter. Any bytes may come
// in; the work is linear in their number.
func Folded(s string) []Fold {
	out := make([]Fold, 0, len(s)/6+1)
	var f folder
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		if !letter(r) {
			i += n
			continue
		}
		f.reset()
		f.add(r)
		j := i + n
		if !unspaced(r) {
			j = f.word(s, j)
		} else {
			for j < len(s) {
				r, n := utf8.DecodeRuneInString(s[j:])
				if !unicode.IsMark(r) {
					break
				}
				f.add(r)
				j += n
			}
		}
		out = append(out, Fold{Start: int32(i), End: int32(j), Hash: f.sum()})
		i = j
	}
	return out
}

// letter reports whether r may stand in a word.
func letter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

func digitRune(r rune) bool { return '0' <= r && r <= '9' }

// unspaced reports whether r is of a script that does not part its words.
func unspaced(r rune) bool {
	return r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// folder gathers the folded letters of one word. Of a word longer than its
// buffer the rest goes straight into the hash.
type folder struct {
	buf  [48]byte
	n    int
	over uint64
	last rune
}

func (f *folder) reset() { f.n, f.over, f.last = 0, 0, 0 }

func (f *folder) add(r rune) {
	f.last = r
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		f.push(byte(r))
		return
	}
	var b [utf8.UTFMax]byte
	for _, c := range b[:utf8.EncodeRune(b[:], unicode.ToLower(r))] {
		f.push(c)
	}
}

func (f *folder) push(c byte) {
	if f.n < len(f.buf) {
		f.buf[f.n] = c
		f.n++
		return
	}
	f.over = mix(f.over ^ uint64(c) ^ 0x9e3779b97f4a7c15)
}

// word adds what follows a first letter and returns where the word ends. An
// apostrophe or hyphen between letters and a stop or comma between digits or
// single letters ("U.S", "1,200") stay inside and are dropped from the fold.
func (f *folder) word(s string, j int) int {
	single := true // only single letters so far: "U.S.A"
	run := 1
	for j < len(s) {
		r, n := rune(s[j]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[j:])
		}
		if letter(r) && !unspaced(r) {
			run++
			if run > 1 {
				single = false
			}
			f.add(r)
			j += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[min(j+n, len(s)):])
		if !letter(next) || unspaced(next) {
			break
		}
		switch r {
		case '\'', '’', '-', '‑', '\u00ad':
		case '.', ',':
			if !(digitRune(f.last) && digitRune(next)) && !(r == '.' && single && !digitRune(next)) {
				return j
			}
		default:
			return j
		}
		run = 0
		j += n
	}
	return j
}

// sum is the hash of the word after its spelling is evened out.
func (f *folder) sum() uint64 {
	w := evenSpelling(f.buf[:f.n])
	h := uint64(len(w))*0x9e3779b97f4a7c15 ^ f.over
	for len(w) >= 8 {
		h = mix(h ^ le64(w))
		w = w[8:]
	}
	var last uint64
	for i, c := range w {
		last |= uint64(c) << (8 * i)
	}
	return mix(h ^ last)
}

func le64(b []byte) uint64 {
	_ = b[7]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// mix spreads x over 64 bits (the folded multiply of wyhash).
func mix(x uint64) uint64 {
	hi, lo := bits.Mul64(x^0xa0761d6478bd642f, 0xe7037ed1a0b428db)
	return hi ^ lo
}

// Shingles returns the hashes of all runs of k tokens, by the number of their
// first; none where there are fewer than k tokens. Cost: k mixes a token.
func Shingles(tokens []Fold, k int) []uint64 {
	n := len(tokens) - k + 1
	if n <= 0 {
		return nil
	}
	out := make([]uint64, n)
	for i := range out {
		var h uint64
		for _, t := range tokens[i : i+k] {
			h = mix(h*0x9e3779b97f4a7c15 + t.Hash)
		}
		out[i] = h
	}
	return out
}

// Winnow returns the places of the least hash of every window of w shingles
// (the rightmost of equals), in order and each once (Schleimer, Wilkerson and
// Aiken 2003). Two texts that share a run of w+k-1 words choose at least one
// shingle of it both. Fewer than w shingles are one window. Cost: linear.
func Winnow(shingles []uint64, w int) []int {
	if len(shingles) == 0 {
		return nil
	}
	var out []int
	least := -1
	for end := min(w, len(shingles)); end <= len(shingles); end++ {
		start := max(0, end-w)
		switch {
		case least < start:
			least = start
			for i := start + 1; i < end; i++ {
				if shingles[i] <= shingles[least] {
					least = i
				}
			}
		case shingles[end-1] <= shingles[least]:
			least = end - 1
		default:
			continue
		}
		if n := len(out); n == 0 || out[n-1] != least {
			out = append(out, least)
		}
	}
	return out
}
